"""``calls`` and ``postpone``: what one does from the list of the day."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from typing import Any

from mentorapp.cli.arguments import day
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.calls import Call
from mentorapp.domain.errors import NotFound
from mentorapp.domain.follow_up import Attention
from mentorapp.operations import Transaction, calls, follow_up, pairings, people, postponing
from mentorapp.operations.handles import by_handle, handle


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """Both groups and their steps."""
    group = commands.add_parser("calls", help="telephone calls with somebody")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    noting = steps.add_parser("note", parents=[shared], help="note a call")
    noting.add_argument("person", metavar="PERSON")
    noting.add_argument("note", metavar="TEXT", nargs="?", default="")
    noting.add_argument("--pairing", metavar="NUMBER", help="the pair it was about")
    noting.add_argument("--on", type=day, metavar="DATE", help="today")
    noting.add_argument("--no-answer", action="store_true", help="nobody was reached")
    noting.set_defaults(command=_note)
    listing = steps.add_parser("list", parents=[shared], help="the calls with a person")
    listing.add_argument("person", metavar="PERSON")
    listing.set_defaults(command=_list)
    removing = steps.add_parser("remove", parents=[shared], help="take back a call")
    removing.add_argument("person", metavar="PERSON")
    removing.add_argument("call", metavar="CALL", help="as shown by list")
    removing.set_defaults(command=_remove)

    later = commands.add_parser("postpone", parents=[shared], help="put off a line of today")
    later.add_argument("line", metavar="LINE", help="as shown by today --json")
    later.add_argument("until", metavar="DATE", type=day)
    later.add_argument("reason", metavar="REASON")
    later.set_defaults(command=_postpone)


def line_handle(line: Attention) -> str:
    """What names a line of Today on the command line: ``silent:3f2a1c``."""
    parts = (line.kind.value, handle(line.subject_id), line.detail)
    return ":".join(part for part in parts if part)


def _note(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        person = people.by_number(tx, args.person)
        pairing = pairings.by_number(tx, args.pairing) if args.pairing else None
        noted = calls.note(
            tx,
            Call(
                person_id=person.id,
                pairing_id=pairing.id if pairing else None,
                called_on=args.on or session.today,
                reached=not args.no_answer,
                note=args.note,
            ),
            session.today,
        )
    said = session.words.text("Call noted.")
    session.tell(_values(noted), lambda: [said])


def _list(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        found = calls.of_person(tx, people.by_number(tx, args.person).id)
    words, _ = session.words, session.words.text
    session.tell(
        [_values(one) for one in found],
        lambda: table(
            (_("Call"), _("Called on"), _("Reached"), _("By"), _("Note")),
            [
                (
                    handle(one.id),
                    words.date(one.called_on),
                    _("yes") if one.reached else _("no"),
                    one.called_by,
                    one.note,
                )
                for one in found
            ],
        ),
    )


def _remove(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        found = calls.of_person(tx, people.by_number(tx, args.person).id)
        removed = calls.remove(tx, by_handle(found, Call, args.call).id)
    said = session.words.text("Call deleted.")
    session.tell(_values(removed), lambda: [said])


def _postpone(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        line = _line(tx, session, args.line)
        postponing.postpone(tx, line, args.until, session.today, args.reason)
    words = session.words
    said = words.text("Put off until %(day)s.") % {"day": words.date(args.until)}
    session.tell({"line": args.line, "until": args.until}, lambda: [said])


def _line(tx: Transaction, session: Session, text: str) -> Attention:
    for line in follow_up.today_list(tx, session.today):
        if line_handle(line) == text:
            return line
    raise NotFound("postponement", text)


def _values(call: Call) -> dict[str, Any]:
    return {
        "call": handle(call.id),
        "called_on": call.called_on,
        "reached": call.reached,
        "note": call.note,
        "called_by": call.called_by,
    }
