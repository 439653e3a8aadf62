"""``networks``: whom one can ask, and how often one speaks, asked three times."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from datetime import date
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.networks import Development, NetworkCheck, NetworkStage
from mentorapp.operations import networks, pairings, people
from mentorapp.operations.handles import by_handle, handle
from mentorapp.operations.networks import NetworkRow
from mentorapp.words.labels import label
from mentorapp.words.networks import say_development, say_due


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The group and its steps."""
    group = commands.add_parser("networks", help="network and language in use, asked three times")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")

    listing = steps.add_parser("list", parents=[shared], help="all answers, or one person's")
    listing.add_argument("person", metavar="PERSON", nargs="?")
    listing.set_defaults(command=_list)
    noting = steps.add_parser("note", parents=[shared], help="note an answer")
    noting.add_argument("pairing", metavar="PAIRING")
    noting.add_argument("stage", choices=[stage.value for stage in NetworkStage])
    noting.add_argument("--on", type=day, metavar="DATE", help="today")
    noting.add_argument("--people", type=int, metavar="N", help="people in the country to ask")
    noting.add_argument("--days", type=int, metavar="0-7", help="days a week of speaking")
    noting.add_argument("--note", default="")
    noting.set_defaults(command=_note)
    removing = steps.add_parser("remove", parents=[shared], help="delete an answer")
    removing.add_argument("check", metavar="ANSWER", help="as shown by list")
    removing.set_defaults(command=_remove)
    due = steps.add_parser("due", parents=[shared], help="what should have been asked by now")
    due.set_defaults(command=_due)
    counting = steps.add_parser("figures", parents=[shared], help="from the start to the end")
    counting.add_argument("--from", dest="first", type=day, default=date.min, metavar="DATE")
    counting.add_argument("--to", dest="last", type=day, metavar="DATE", help="today")
    counting.set_defaults(command=_figures)


def _list(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        rows = (
            networks.of_person(tx, people.by_number(tx, args.person).id)
            if args.person
            else networks.for_list(tx)
        )
    words, _ = session.words, session.words.text
    session.tell(
        [_row(row) for row in rows],
        lambda: table(
            (
                _("Answer"),
                _("Asked on"),
                _("Name"),
                _("Pairing number"),
                _("When"),
                _("People to ask"),
                _("Days a week"),
            ),
            [
                (
                    handle(row.check.id),
                    words.date(row.check.asked_on),
                    row.name,
                    row.pairing_number or "",
                    label(words, row.check.stage),
                    "–" if row.check.people_to_ask is None else row.check.people_to_ask,
                    "–" if row.check.language_days is None else row.check.language_days,
                )
                for row in rows
            ],
        ),
    )


def _note(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        pairing = pairings.by_number(tx, args.pairing)
        row = pairings.row(tx, pairing.id, session.today)
        check = NetworkCheck(
            person_id=row.newcomer_person_id,
            pairing_id=pairing.id,
            stage=NetworkStage(args.stage),
            asked_on=args.on or session.today,
            people_to_ask=args.people,
            language_days=args.days,
            note=args.note,
        )
        saved = networks.save(tx, check, session.today)
        (noted,) = (one for one in networks.all_rows(tx) if one.check.id == saved.id)
    words = session.words
    session.tell(
        _row(noted),
        lambda: [
            words.text("Noted for %(name)s: %(what)s")
            % {"name": noted.name, "what": label(words, saved.stage)}
        ],
    )


def _remove(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        checks = [row.check for row in networks.all_rows(tx)]
        found = by_handle(checks, NetworkCheck, args.check)
        networks.remove(tx, found.id)
    session.tell(
        {"answer": handle(found.id)},
        lambda: [
            session.words.text("Deleted: %(what)s") % {"what": session.words.date(found.asked_on)}
        ],
    )


def _due(session: Session, _args: Namespace) -> None:
    with session.reading() as tx:
        due = networks.due(tx, session.today)
    words = session.words
    session.tell(
        [
            {
                "pairing": one.pairing_number,
                "person": one.number,
                "name": one.name,
                "stage": one.stage.value,
                "due": one.due,
            }
            for one in due
        ],
        lambda: [say_due(words, one.stage, one.due, one.name, one.pairing_number) for one in due],
    )


def _figures(session: Session, args: Namespace) -> None:
    with session.counting() as tx:
        counted = networks.figures(tx, args.first, args.last or session.today, session.today)
    words, _ = session.words, session.words.text
    session.tell(
        {
            "asked": {stage.value: count for stage, count in counted.asked.items()},
            "people_to_ask": _development(counted.people),
            "language_days": _development(counted.language),
        },
        lambda: [
            say_development(words, _("People whom one can ask"), counted.people),
            say_development(words, _("Days a week the language is spoken"), counted.language),
        ],
    )


def _development(one: Development) -> dict[str, Any]:
    return {
        "pairs": one.pairs,
        "before": None if one.before is None else round(one.before, 1),
        "after": None if one.after is None else round(one.after, 1),
        "more": one.more,
        "same": one.same,
        "fewer": one.fewer,
    }


def _row(row: NetworkRow) -> dict[str, Any]:
    check = row.check
    return {
        "answer": handle(check.id),
        "person": row.number,
        "name": row.name,
        "pairing": row.pairing_number or None,
        "stage": check.stage.value,
        "asked_on": check.asked_on,
        "people_to_ask": check.people_to_ask,
        "language_days": check.language_days,
        "note": check.note,
    }
