"""``find``: anything by part of its name or number."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.finding import Found
from mentorapp.operations import finding
from mentorapp.words.finding import kind_heading, say_found


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The command; what is typed need not be quoted."""
    text = "people, organisations, pairings, letters, placements and events by a few letters"
    looking = commands.add_parser("find", parents=[shared], help=text, description=text)
    looking.add_argument("text", metavar="TEXT", nargs="+", help="part of names, number or phone")
    looking.add_argument(
        "--most", type=int, default=finding.MOST, metavar="N", help="of each kind (8)"
    )
    looking.set_defaults(command=find)


def find(session: Session, args: Namespace) -> None:
    """What fits best, the best kind first."""
    with session.reading() as tx:
        kinds = finding.find(tx, " ".join(args.text), session.today, max(args.most, 1))
    found = [one for kind in kinds for one in kind]
    words, _ = session.words, session.words.text
    session.tell(
        [_json(one) for one in found],
        lambda: (
            table(
                (_("What"), _("Name"), _("About")),
                [
                    (kind_heading(words, one.kind), one.title, say_found(words, one))
                    for one in found
                ],
            )
            if found
            else [_("Nothing found.")]
        ),
    )


def _json(one: Found) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "id": str(one.id),
        "number": one.number,
        "title": one.title,
        "states": [state.value for state in one.states],
        "day": one.day,
        "scheme": one.scheme.key if one.scheme is not None else None,
        "ended": one.ended,
    }
