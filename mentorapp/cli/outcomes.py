"""``outcomes``: whom to ask what has become of him or her, what was answered, and the figures."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from dataclasses import replace

from mentorapp.cli import outcome_figures
from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.domain.outcomes import Outcome, OutcomePoint, OutcomeSource, OutcomeStatus, Relevance
from mentorapp.operations import offices, outcomes, people, schemes
from mentorapp.operations.handles import by_handle, handle
from mentorapp.words.labels import label
from mentorapp.words.outcomes import say_answer, say_definition


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The command and its steps."""
    group = commands.add_parser("outcomes", help="what has become of those who ended")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")

    due = steps.add_parser("due", parents=[shared], help="whom to ask now")
    due.set_defaults(command=list_due)

    adding = steps.add_parser("add", parents=[shared], help="write an answer down")
    adding.add_argument("person", metavar="PERSON", help="the person's number")
    adding.add_argument("--scheme", required=True, metavar="NAME")
    adding.add_argument("--exit", type=day, metavar="DATE", help="which exit; the last one")
    adding.add_argument(
        "--point", choices=[one.value for one in OutcomePoint], help="that which is to be asked"
    )
    adding.add_argument("--status", required=True, choices=[one.value for one in OutcomeStatus])
    adding.add_argument("--hours", type=hours, metavar="H", help="hours a week")
    adding.add_argument(
        "--relevance",
        choices=[one.value for one in Relevance],
        default=Relevance.NOT_ASKED.value,
    )
    adding.add_argument(
        "--source",
        choices=[one.value for one in OutcomeSource],
        default=OutcomeSource.PERSON.value,
    )
    adding.add_argument("--date", type=day, metavar="DATE", help="asked on; today")
    adding.add_argument("--note", default="")
    adding.set_defaults(command=add)

    person = steps.add_parser("person", parents=[shared], help="one person's exits and answers")
    person.add_argument("person", metavar="PERSON")
    person.set_defaults(command=history)

    deleting = steps.add_parser("delete", parents=[shared], help="take an answer back")
    deleting.add_argument("person", metavar="PERSON")
    deleting.add_argument("handle", metavar="HANDLE", help="from outcomes person")
    deleting.set_defaults(command=delete)

    defining = steps.add_parser("definition", parents=[shared], help="what “in work” means here")
    defining.add_argument("--hours", type=hours, metavar="H", help="at least so many a week")
    defining.add_argument("--subsidised", choices=("yes", "no"), help="whether it counts")
    defining.set_defaults(command=definition)
    outcome_figures.add_to(steps, shared)


def hours(text: str) -> int:
    """Hours a week, as minutes."""
    try:
        minutes = round(float(text.replace(",", ".")) * 60)
    except (ValueError, OverflowError):
        raise ArgumentTypeError(f"not a number of hours: {text!r}") from None
    if minutes < 1:
        raise ArgumentTypeError(f"not a number of hours: {text!r}")
    return minutes


def list_due(session: Session, _args: Namespace) -> None:
    """Everybody who is to be asked, the longest due first."""
    with session.reading() as tx:
        rows = outcomes.due(tx, session.today)
    words = session.words
    session.tell(
        [
            {
                "person": row.number,
                "name": row.name,
                "scheme": row.scheme.key,
                "exit_on": row.exit_on,
                "point": row.point.value,
                "due": row.due,
                "days_late": row.days_late,
                "protected": row.protected,
            }
            for row in rows
        ],
        lambda: [
            words.plural("%(n)d person to ask", "%(n)d people to ask", len(rows)),
            *(
                f"{row.number:>6}  {words.date(row.due):>11}  {row.name}: "
                f"{row.scheme.name(words.language)}, {label(words, row.point)}"
                for row in rows
            ),
        ],
    )


def add(session: Session, args: Namespace) -> None:
    """Keep an answer; without a point it is for the question that is on the list."""
    with session.writing() as tx:
        person = people.by_number(tx, args.person)
        scheme = schemes.find(tx, args.scheme)
        left = outcomes.last_exit(tx, person, scheme, session.today, args.exit)
        point = (
            OutcomePoint(args.point) if args.point else outcomes.point_to_ask(left, session.today)
        )
        kept = outcomes.save(
            tx,
            Outcome(
                person_id=person.id,
                scheme_id=scheme.id,
                exit_on=left.exit_on,
                point=point,
                status=OutcomeStatus(args.status),
                weekly_minutes=args.hours,
                relevance=Relevance(args.relevance),
                source=OutcomeSource(args.source),
                asked_on=args.date or session.today,
                note=args.note,
            ),
            session.today,
        )
    words = session.words
    session.tell(
        {
            "handle": handle(kept.id),
            "person": person.number,
            "exit_on": kept.exit_on,
            "point": kept.point.value,
            "status": kept.status.value,
        },
        lambda: [
            words.text("%(name)s %(point)s: %(answer)s.")
            % {
                "name": person.name,
                "point": label(words, kept.point),
                "answer": say_answer(words, kept),
            }
        ],
    )


def history(session: Session, args: Namespace) -> None:
    """The points after each exit with what was answered."""
    with session.reading() as tx:
        person = people.by_number(tx, args.person)
        rows = outcomes.history(tx, person.id, session.today)
    words = session.words
    session.tell(
        [
            {
                "scheme": row.scheme.key,
                "exit_on": row.exit_on,
                "point": row.point.value,
                "due": row.due,
                "handle": handle(row.outcome.id) if row.outcome else None,
                "status": row.outcome.status.value if row.outcome else None,
                "weekly_minutes": row.outcome.weekly_minutes if row.outcome else None,
                "relevance": row.outcome.relevance.value if row.outcome else None,
                "source": row.outcome.source.value if row.outcome else None,
                "asked_on": row.outcome.asked_on if row.outcome else None,
                "note": row.outcome.note if row.outcome else "",
            }
            for row in rows
        ],
        lambda: [
            f"{row.scheme.name(words.language)} {words.date(row.exit_on)}  "
            f"{label(words, row.point)} ({words.date(row.due)}): "
            + (
                f"{say_answer(words, row.outcome)}  {handle(row.outcome.id)}"
                if row.outcome
                else "–"
            )
            for row in rows
        ],
    )


def delete(session: Session, args: Namespace) -> None:
    """Take an answer back."""
    with session.writing() as tx:
        person = people.by_number(tx, args.person)
        rows = outcomes.history(tx, person.id, session.today)
        answers = [row.outcome for row in rows if row.outcome is not None]
        gone = outcomes.delete(tx, by_handle(answers, Outcome, args.handle).id)
    session.tell(
        {"handle": handle(gone.id), "person": person.number, "point": gone.point.value},
        lambda: [
            session.words.text("The answer about %(name)s %(point)s is taken back.")
            % {"name": person.name, "point": label(session.words, gone.point)}
        ],
    )


def definition(session: Session, args: Namespace) -> None:
    """Tell what "in work" means in this office, or choose it."""
    if args.hours is None and args.subsidised is None:
        with session.counting() as tx:
            office = offices.read(tx)
    else:
        with session.writing() as tx:
            held = offices.read(tx)
            counts = held.subsidised_counts if args.subsidised is None else args.subsidised == "yes"
            least = args.hours or held.work_least_minutes
            changed = replace(held, work_least_minutes=least, subsidised_counts=counts)
            office = offices.save(tx, changed)
    session.tell(
        {
            "work_least_minutes": office.work_least_minutes,
            "subsidised_counts": office.subsidised_counts,
            "in_words": say_definition(session.words, office),
        },
        lambda: [say_definition(session.words, office)],
    )
