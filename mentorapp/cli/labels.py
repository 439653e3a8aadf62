"""``labels``: addresses on sheets of labels."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from mentorapp.cli.session import Session, say_error
from mentorapp.domain.label_sheets import LABEL_SHEETS, check_start
from mentorapp.operations import Transaction, labels, letters, organisations, people
from mentorapp.operations.files import write_whole
from mentorapp.words.address_labels import say_left_out


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The command."""
    text = "print addresses on a sheet of labels"
    command = commands.add_parser("labels", help=text, description=text, parents=[shared])
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("--people", nargs="+", metavar="NUMBER", help="these people")
    which.add_argument("--organisations", nargs="+", metavar="NUMBER", help="their contacts")
    which.add_argument("--unsent", action="store_true", help="who is due a letter")
    command.add_argument(
        "--sheet",
        choices=tuple(LABEL_SHEETS),
        default=labels.USUAL_SHEET.name,
        help=f"Avery; without it, {labels.USUAL_SHEET.name}",
    )
    command.add_argument(
        "--start", type=int, default=1, metavar="PLACE", help="first label that is left, from 1"
    )
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    command.set_defaults(command=print_labels)


def print_labels(session: Session, args: Namespace) -> None:
    """Write the labels as PDF, and tell who got none."""
    sheet, words = LABEL_SHEETS[args.sheet], session.words
    check_start(sheet, args.start)
    with session.reading() as tx:
        found = _wanted(session, tx, args)
    left_out = say_left_out(words, found.without, found.protected)
    if left_out:
        say_error(left_out)
    write_whole(args.out, labels.make(found, sheet, args.start, words), make_folder=True)
    many = len(found.addresses)
    session.tell(
        {
            "file": args.out,
            "labels": many,
            "without": list(found.without),
            "protected": found.protected,
        },
        lambda: [words.plural("%(n)d label", "%(n)d labels", many) + f": {args.out}"],
    )


def _wanted(session: Session, tx: Transaction, args: Namespace) -> labels.Labels:
    if args.people:
        ids = [people.by_number(tx, number).id for number in args.people]
        return labels.for_people(tx, ids)
    if args.organisations:
        wanted = [organisations.by_number(tx, number).id for number in args.organisations]
        return labels.for_organisations(tx, wanted)
    return labels.for_letters(tx, letters.due(tx, session.today))
