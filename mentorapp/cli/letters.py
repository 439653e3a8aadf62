"""``letters``: those that are due, any letter about anybody, what the printer spoilt, reprints."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mentorapp.cli.session import Session, say_error
from mentorapp.domain.accounts import Right
from mentorapp.domain.letters import (
    ABOUT_A_PAIR,
    ABOUT_A_PERSON,
    LetterDue,
    LetterIssued,
    LetterKind,
    in_order_of_envelopes,
)
from mentorapp.operations import Transaction, letters, organisations, pairings, people
from mentorapp.operations.files import write_whole
from mentorapp.operations.handles import by_handle, handle
from mentorapp.operations.letter_choices import kinds_there, letters_about
from mentorapp.words.labels import label
from mentorapp.words.letters import say_missing

#: So many of the newest are listed.
_LISTED = 50


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """The command, which prints, and its steps."""
    group = commands.add_parser(
        "letters", parents=[shared], help="write letters as PDF and keep them as issued"
    )
    which = group.add_mutually_exclusive_group()
    which.add_argument("--unsent", action="store_true", help="all letters that are due")
    which.add_argument(
        "--pairing",
        metavar="NUMBER",
        help="letters about a pairing, due or not, sent before or not",
    )
    which.add_argument(
        "--person", metavar="NUMBER", help="letters about one person, due or not; with --kind"
    )
    which.add_argument("--organisation", metavar="NUMBER", help="the thanks to an organisation")
    group.add_argument(
        "--kind",
        choices=[kind.value for kind in LetterKind],
        help="letters of this kind alone; without a number, those that are due",
    )
    group.add_argument(
        "--one-file-each", action="store_true", help="a file for each receiver, not one for all"
    )
    group.add_argument("--out", type=Path, metavar="DIR", help="the folder for the files")
    group.set_defaults(command=_print, refuse=group.error)
    steps = group.add_subparsers(title="steps", metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="letters that are due and issued")
    listing.set_defaults(command=_list)
    failed = steps.add_parser(
        "failed", parents=[shared], help="the printer spoilt these: they are due again"
    )
    failed.add_argument("letters", nargs="+", metavar="LETTER", help="as shown by list")
    failed.set_defaults(command=_failed)
    again = steps.add_parser("again", parents=[shared], help="a letter exactly as it was printed")
    again.add_argument("letter", metavar="LETTER", help="as shown by list")
    again.add_argument("--out", type=Path, required=True, metavar="FILE")
    again.set_defaults(command=_again)


def _print(session: Session, args: Namespace) -> None:
    """Write the letters and keep them as issued."""
    if args.out is None:
        args.refuse("the following arguments are required: --out")
    if not (args.unsent or args.kind or args.pairing or args.person or args.organisation):
        args.refuse("one of --unsent --kind --pairing --person --organisation is required")
    if args.person and not args.kind:
        args.refuse("--person needs --kind: which letter about this person")
    if args.organisation and args.kind not in (None, LetterKind.ORGANISATION_THANKS):
        args.refuse(f"--organisation goes with --kind {LetterKind.ORGANISATION_THANKS} alone")
    with session.opened(Right.READ) as database:
        if database.read_only:
            raise database.why_read_only
        with database.read() as tx:
            dues = _wanted(tx, session, args)
            prepared = letters.prepare(tx, dues, session.today)
        made = letters.make(prepared)
        files = (
            letters.make_apart(prepared, made) if args.one_file_each else {made.file_name: made.pdf}
        )
        # Written before recorded: a letter that is on paper twice is better than one on none.
        for name, pdf in files.items():
            write_whole(args.out / name, pdf, make_folder=True)
        with database.write(session.actor) as tx:
            letters.record(tx, made)
    words = session.words
    lacking = say_missing(words, prepared.letters[0].office)
    if lacking:
        say_error(lacking)
    target = args.out if args.one_file_each else args.out / made.file_name
    told = zip(made.dues, made.languages, strict=True)
    session.tell(
        {
            "file": target,
            "files": [args.out / name for name in files],
            "letters": [
                {"kind": due.kind.value, "number": due.number, "language": language}
                for due, language in told
            ],
        },
        lambda: [
            words.plural("%(n)d letter", "%(n)d letters", len(made.dues)) + f": {target}",
            *(f"  {due.number}  {due.receiver}: {label(words, due.kind)}" for due in made.dues),
        ],
    )


def _wanted(tx: Transaction, session: Session, args: Namespace) -> Sequence[LetterDue]:
    kind = LetterKind(args.kind) if args.kind else None
    if args.pairing:
        pairing = pairings.by_number(tx, args.pairing).id
        return (
            letters.for_pairing(tx, pairing, [kind]) if kind else letters.for_pairing(tx, pairing)
        )
    if args.organisation:
        organisation = organisations.by_number(tx, args.organisation)
        return letters.for_organisation(tx, organisation.id, session.today)
    if args.person and kind:
        if kind in ABOUT_A_PAIR:
            # Says that the number is a person's where a pairing's is wanted.
            return letters_about(tx, kind, pairings.by_number(tx, args.person).id, session.today)
        if kind not in ABOUT_A_PERSON:
            found = organisations.by_number(tx, args.person)
            return letters_about(tx, kind, found.id, session.today)
        person = people.by_number(tx, args.person)
        return letters_about(tx, kind, person.id, session.today)
    due = letters.due(tx, session.today)
    return in_order_of_envelopes(one for one in due if kind is None or one.kind is kind)


def _list(session: Session, _args: Namespace) -> None:
    """What is due, then what left the office, the newest first."""
    with session.reading() as tx:
        due, issued = letters.due(tx, session.today), letters.issued(tx, _LISTED)
    words = session.words

    def issued_line(row: letters.IssuedRow) -> str:
        one = row.letter
        spoilt = words.text("spoilt by the printer") if one.failed_on else ""
        said = f"{one.issued_at.astimezone():%Y-%m-%d}  {row.number}  {row.receiver}"
        return "  ".join(
            filter(None, (handle(one.id), f"{said}: {label(words, one.kind)}", spoilt))
        )

    session.tell(
        {
            "due": [
                {
                    "kind": one.kind.value,
                    "number": one.number,
                    "receiver": one.receiver,
                    "since": one.due_since,
                    "in_person": one.in_person,
                }
                for one in due
            ],
            "issued": [_issued(row) for row in issued],
            "kinds": [kind.value for kind in kinds_there()],
        },
        lambda: [
            words.plural("%(n)d letter is due", "%(n)d letters are due", len(due)),
            *(f"  {one.number}  {one.receiver}: {label(words, one.kind)}" for one in due),
            *map(issued_line, issued),
        ],
    )


def _issued(row: letters.IssuedRow) -> dict[str, Any]:
    one = row.letter
    return {
        "letter": handle(one.id),
        "kind": one.kind.value,
        "number": row.number,
        "receiver": row.receiver,
        "issued_at": one.issued_at,
        "batch": one.batch,
        "failed_on": one.failed_on,
        "kept": row.is_kept,
    }


def _failed(session: Session, args: Namespace) -> None:
    with session.writing() as tx:
        ids = {_found(tx, text).id for text in args.letters}
        spoilt = letters.mark_failed(tx, ids, session.today)
    words = session.words
    session.tell(
        {"letters": [handle(one.id) for one in spoilt]},
        lambda: [
            words.plural("%(n)d letter is due again.", "%(n)d letters are due again.", len(spoilt))
        ],
    )


def _again(session: Session, args: Namespace) -> None:
    with session.reading() as tx:
        pdf = letters.as_printed(tx, _found(tx, args.letter).id)
    write_whole(args.out, pdf, make_folder=True)
    session.tell(
        {"file": args.out}, lambda: [session.words.text("Written: %(file)s") % {"file": args.out}]
    )


def _found(tx: Transaction, text: str) -> LetterIssued:
    every = [row.letter for row in letters.issued(tx, limit=1_000_000)]
    return by_handle(every, LetterIssued, text)
