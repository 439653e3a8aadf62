"""``template``: the texts of the letters, the office's own and those that ship."""

import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from mentorapp.cli.session import Session, read_text
from mentorapp.cli.tables import table
from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.letter_errors import NoSuchText, TextNotRight
from mentorapp.domain.letters import STANDARD_SET, LetterKind
from mentorapp.operations import own_texts
from mentorapp.words.labels import label
from mentorapp.words.letter_fields import as_shown, as_stored, field_name

_KINDS = [kind.value for kind in LetterKind]


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """``template list|check|fields|show|save|shipped``."""
    group = commands.add_parser("template", help="the texts of the letters")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="every text, and whose wording it is")
    listing.set_defaults(command=_list)
    check = steps.add_parser(
        "check", parents=[shared], help="what is wrong with the texts in force, or with a file"
    )
    check.add_argument(
        "file", metavar="FILE", type=Path, nargs="?", help="without it, every text in force"
    )
    check.add_argument(
        "--kind", choices=_KINDS, help="what the file is a text of, unless its name says it"
    )
    check.set_defaults(command=_check, refuse=check.error)
    for name, text, command in (
        ("fields", "the fields that a kind of letter can ask for", _fields),
        ("show", "the text that is printed", _show),
        ("save", "put a text of the office's own in force", _save),
        ("shipped", "put the text that ships in force again", _shipped),
    ):
        step = steps.add_parser(name, parents=[shared], help=text)
        step.add_argument("kind", metavar="KIND", choices=_KINDS, help="as shown by list")
        if name == "save":
            step.add_argument("file", metavar="FILE", type=Path, help="the text, in UTF-8")
        if name != "fields":
            step.add_argument(
                "--text-language",
                metavar="CODE",
                default="",
                help="of the text: nb, en, ar …; without it, that of the command",
            )
            step.add_argument(
                "--set",
                dest="letter_set",
                metavar="SET",
                default=STANDARD_SET,
                help="which letters; without it, standard",
            )
        step.set_defaults(command=command)


def _list(session: Session, _args: Namespace) -> None:
    with session.counting() as tx:
        rows = own_texts.rows(tx)
    words, _ = session.words, session.words.text
    session.tell(
        [
            {
                "kind": row.kind.value,
                "language": row.language,
                "set": row.letter_set,
                "own": row.own is not None,
                "versions": row.versions,
            }
            for row in rows
        ],
        lambda: table(
            (_("Kind"), _("Letter"), _("Code"), _("Language"), _("Set"), _("Wording of")),
            [
                (
                    row.kind.value,
                    label(words, row.kind),
                    row.language,
                    label(words, LetterLanguage(row.language)),
                    row.letter_set,
                    _("the office") if row.own else _("the program"),
                )
                for row in rows
            ],
        ),
    )


def _check(session: Session, args: Namespace) -> None:
    """Exits with 1 when something is wrong, so that a script can stop there."""
    words = session.words
    found: list[tuple[str, str]] = []
    if args.file is not None:
        named = args.kind or args.file.stem
        if named not in _KINDS:
            args.refuse(
                "--kind is required: the name of the file does not say what it is a text of"
            )
        kind, text = LetterKind(named), as_stored(words, read_text(args.file))
        found = [(args.file.name, said) for _line, said in own_texts.faults(words, kind, text)]
    else:
        with session.counting() as tx:
            for row in own_texts.rows(tx):
                text = own_texts.in_force(tx, *row.id)
                name = f"{row.language}/{row.letter_set}/{row.kind}"
                found += [(name, said) for _line, said in own_texts.faults(words, row.kind, text)]
    session.tell(
        [{"text": name, "said": said} for name, said in found],
        lambda: (
            [f"{name}: {said}" for name, said in found]
            or [words.text("Nothing is wrong with the letter texts.")]
        ),
    )
    if found:
        sys.exit(1)


def _fields(session: Session, args: Namespace) -> None:
    kind, words = LetterKind(args.kind), session.words
    fields = own_texts.fields_of(kind)
    session.tell(
        [{"field": name, "several": several} for name, several in fields.items()],
        lambda: table(
            (words.text("Field"), words.text("Called in the text")),
            [(f"{{{name}}}", f"{{{field_name(words, name)}}}") for name in fields],
        ),
    )


def _show(session: Session, args: Namespace) -> None:
    with session.counting() as tx:
        text = own_texts.in_force(
            tx, LetterKind(args.kind), _language(session, args), args.letter_set
        )
    if not text:
        raise NoSuchText
    shown = as_shown(session.words, text)
    session.tell({"text": text}, lambda: shown.rstrip("\n").split("\n"))


def _save(session: Session, args: Namespace) -> None:
    text = as_stored(session.words, read_text(args.file))
    kind, language = LetterKind(args.kind), _language(session, args)
    wrong = own_texts.faults(session.words, kind, text)
    if wrong:
        raise TextNotRight(wrong[0][1])
    with session.writing() as tx:
        own_texts.save(tx, kind, language, text, args.letter_set)
    said = session.words.text("The letter text is saved, and printed from now on.")
    session.tell({"kind": kind.value, "language": language}, lambda: [said])


def _shipped(session: Session, args: Namespace) -> None:
    kind, language = LetterKind(args.kind), _language(session, args)
    with session.writing() as tx:
        own_texts.use_shipped(tx, kind, language, args.letter_set)
    said = session.words.text("The text that came with the program is printed again.")
    session.tell({"kind": kind.value, "language": language}, lambda: [said])


def _language(session: Session, args: Namespace) -> str:
    return args.text_language or session.words.language
