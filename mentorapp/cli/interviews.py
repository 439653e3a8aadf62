"""``interviews``: what people answered about the scheme, and the form to ask with."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.figures import share_json
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.interviews import Interview, InterviewFigures, Question, Rating
from mentorapp.operations import interviews, pairings, people
from mentorapp.operations.files import write_whole
from mentorapp.operations.handles import by_handle, handle
from mentorapp.operations.interviews import InterviewRow
from mentorapp.words import Words
from mentorapp.words.interviews import say_rating
from mentorapp.words.labels import label


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The group and its steps."""
    group = commands.add_parser("interviews", help="user interviews: answers and ratings")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")

    listing = steps.add_parser("list", parents=[shared], help="all, or one person's with answers")
    listing.add_argument("person", metavar="PERSON", nargs="?")
    listing.set_defaults(command=_list)
    adding = steps.add_parser("add", parents=[shared], help="type in an interview")
    adding.add_argument("person", metavar="PERSON")
    adding.add_argument("--pairing", metavar="PAIRING", help="what it is about")
    changing = steps.add_parser("change", parents=[shared], help="change one; an empty text clears")
    changing.add_argument("interview", metavar="INTERVIEW", help="as shown by list")
    for step in (adding, changing):
        step.add_argument("--on", type=day, metavar="DATE", help="today")
        step.add_argument("--by", metavar="NAME", help="who asked")
        step.add_argument(
            "--answer",
            type=_answer,
            action="append",
            default=[],
            metavar="QUESTION=TEXT",
            help=", ".join(Question),
        )
        step.add_argument(
            "--rate",
            type=_rate,
            action="append",
            default=[],
            metavar="RATING=1-5",
            help=", ".join(Rating),
        )
    adding.set_defaults(command=_add)
    changing.set_defaults(command=_change)
    removing = steps.add_parser("remove", parents=[shared], help="delete one")
    removing.add_argument("interview", metavar="INTERVIEW")
    removing.set_defaults(command=_remove)
    form = steps.add_parser("form", parents=[shared], help="the questions on paper, as PDF")
    form.add_argument("--out", type=Path, required=True, metavar="FILE")
    form.set_defaults(command=_form)
    counting = steps.add_parser("figures", parents=[shared], help="averages with their answers")
    counting.add_argument("--from", dest="first", type=day, default=date.min, metavar="DATE")
    counting.add_argument("--to", dest="last", type=day, metavar="DATE", help="today")
    counting.set_defaults(command=_figures)


def _answer(text: str) -> tuple[str, str]:
    key, equals, said = text.partition("=")
    if not equals or key not in tuple(Question):
        raise ArgumentTypeError(
            f"not an answer like good=We cook together: {text!r}; questions are "
            f"{', '.join(Question)}"
        )
    return key, said


def _rate(text: str) -> tuple[str, int]:
    key, _, rated = text.partition("=")
    if key not in tuple(Rating) or not (rated.isascii() and rated.isdigit()):
        raise ArgumentTypeError(
            f"not a rating like fit=4: {text!r}; ratings are {', '.join(Rating)}"
        )
    return key, int(rated)


def _list(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        if args.person:
            person = people.by_number(tx, args.person)
            every = interviews.all_rows(tx)
            rows = [row for row in every if row.interview.person_id == person.id]
        else:
            rows = interviews.for_list(tx)
    words, _ = session.words, session.words.text
    if args.person:
        session.tell(
            [_whole(row) for row in rows], lambda: [x for row in rows for x in _lines(words, row)]
        )
        return
    session.tell(
        [_whole(row) for row in rows],
        lambda: table(
            (_("Interview"), _("Date"), _("Number"), _("Name"), _("Pairing number"), _("Ratings")),
            [
                (
                    handle(row.interview.id),
                    words.date(row.interview.held_on),
                    row.number,
                    row.name,
                    row.pairing_number or "",
                    " ".join(str(row.interview.ratings.get(one.value, "–")) for one in Rating),
                )
                for row in rows
            ],
        ),
    )


def _add(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        person = people.by_number(tx, args.person)
        pairing = pairings.by_number(tx, args.pairing) if args.pairing else None
        made = Interview(
            person_id=person.id,
            pairing_id=pairing.id if pairing else None,
            held_on=args.on or session.today,
            held_by=args.by or "",
            answers=dict(args.answer),
            ratings=dict(args.rate),
        )
        saved = interviews.save(tx, made, session.today)
        (row,) = (row for row in interviews.all_rows(tx) if row.interview.id == saved.id)
    session.tell(_whole(row), lambda: _lines(session.words, row))


def _change(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        stored = _find(interviews.all_rows(tx), args.interview)
        changed = replace(
            stored,
            held_on=args.on or stored.held_on,
            held_by=args.by or stored.held_by,
            answers={**stored.answers, **dict(args.answer)},
            ratings={**stored.ratings, **dict(args.rate)},
        )
        interviews.save(tx, changed, session.today)
        (row,) = (row for row in interviews.all_rows(tx) if row.interview.id == stored.id)
    session.tell(_whole(row), lambda: _lines(session.words, row))


def _remove(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        stored = _find(interviews.all_rows(tx), args.interview)
        interviews.remove(tx, stored.id)
    session.tell(
        {"interview": handle(stored.id)},
        lambda: [
            session.words.text("Deleted: %(what)s") % {"what": session.words.date(stored.held_on)}
        ],
    )


def _form(session: Session, args: Namespace) -> None:
    with session.counting() as tx:
        pdf = interviews.form_pdf(tx, session.words)
    write_whole(args.out, pdf, make_folder=True)
    session.tell(
        {"file": args.out},
        lambda: [session.words.text("Written: %(file)s") % {"file": args.out}],
    )


def _figures(session: Session, args: Namespace) -> None:
    with session.counting() as tx:
        counted = interviews.figures(tx, args.first, args.last or session.today, session.today)
    words = session.words
    session.tell(
        _counted(counted),
        lambda: [
            words.plural("%(n)d interview", "%(n)d interviews", counted.interviews)
            + ", "
            + words.plural("%(n)d person", "%(n)d people", counted.people),
            *(
                f"{label(words, rating)}: {say_rating(words, figure)}"
                for rating, figure in counted.ratings.items()
            ),
            words.plural(
                "%(n)d quotation may be printed.",
                "%(n)d quotations may be printed.",
                counted.quotes,
            ),
        ],
    )


def _counted(counted: InterviewFigures) -> dict[str, Any]:
    return {
        "interviews": counted.interviews,
        "people": counted.people,
        "ratings": {
            rating.value: {
                "average": None if figure.average is None else round(figure.average, 1),
                "answers": figure.answers,
                "counts": list(figure.counts),
                "good": share_json(figure.good),
            }
            for rating, figure in counted.ratings.items()
        },
        "printable_quotes": counted.quotes,
    }


def _find(rows: list[InterviewRow], text: str) -> Interview:
    return by_handle([row.interview for row in rows], Interview, text)


def _whole(row: InterviewRow) -> dict[str, Any]:
    one = row.interview
    return {
        "interview": handle(one.id),
        "person": row.number,
        "name": row.name,
        "pairing": row.pairing_number or None,
        "held_on": one.held_on,
        "held_by": one.held_by,
        "answers": dict(one.answers),
        "ratings": dict(one.ratings),
    }


def _lines(words: Words, row: InterviewRow) -> list[str]:
    one = row.interview
    return [
        f"{handle(one.id)}  {words.date(one.held_on)}  {row.name} ({row.number})",
        *(
            f"  {label(words, rating)}: {one.ratings[rating.value]}"
            for rating in Rating
            if rating.value in one.ratings
        ),
        *(
            f"  {label(words, question)}\n    {one.answers[question.value]}"
            for question in Question
            if question.value in one.answers
        ),
    ]
