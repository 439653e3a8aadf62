"""``words``: interests and occupations, those that ship and the office's own."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.word_lists import OwnWord, WordList
from mentorapp.operations import Transaction, word_lists
from mentorapp.operations.word_lists import WordRow
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.labels import label


def add_to(commands: "_SubParsersAction[ArgumentParser]", shared: ArgumentParser) -> None:
    """``words list|add|rename|hide|show``."""
    group = commands.add_parser("words", help="interests and occupations of the office")
    steps = group.add_subparsers(title="steps", required=True, metavar="STEP")
    listing = steps.add_parser("list", parents=[shared], help="every word of the lists")
    listing.add_argument("word_list", metavar="LIST", nargs="?", choices=list(WordList))
    listing.add_argument("--own", action="store_true", help="the office's own alone")
    listing.set_defaults(command=_list)
    for name, text, command in (
        ("add", "a word beside those that ship", _add),
        ("rename", "other names for a word of the office's own", _rename),
        ("hide", "offer a word no longer; whoever has it keeps it", _hide),
        ("show", "offer it again", _show),
    ):
        step = steps.add_parser(name, parents=[shared], help=text)
        step.add_argument("word_list", metavar="LIST", choices=list(WordList))
        if name != "add":
            step.add_argument("word", metavar="WORD", help="its key, or any of its names")
        if name in ("add", "rename"):
            step.add_argument("name", metavar="NAME", help="in the language of the command")
            for language in LANGUAGES:
                step.add_argument(f"--{language}", metavar="NAME", help="in this language")
        step.set_defaults(command=command)


def _list(session: Session, args: Namespace) -> None:
    with session.counting() as tx:
        wanted = [WordList(args.word_list)] if args.word_list else list(WordList)
        found = [
            row for one in wanted for row in word_lists.rows(tx, one) if row.own or not args.own
        ]
    words, _ = session.words, session.words.text
    session.tell(
        [_values(words, row) for row in found],
        lambda: table(
            (_("List"), _("Key"), _("Word"), _("Own"), _("Offered"), _("People")),
            [
                (
                    label(words, row.word_list),
                    row.key,
                    row.word.name(words.language),
                    _("yes") if row.own else "",
                    _("no") if row.hidden else _("yes"),
                    str(row.people or ""),
                )
                for row in found
            ],
        ),
    )


def _add(session: Session, args: Namespace) -> None:
    _change(
        session,
        args,
        lambda tx, one: word_lists.add(tx, one, _names(session.words, args)),
        session.words.text("Added: %(name)s."),
    )


def _rename(session: Session, args: Namespace) -> None:
    def rename(tx: Transaction, one: WordList) -> OwnWord:
        key, names = _key(tx, one, args.word), _names(session.words, args)
        before = next((row.names for row in word_lists.rows(tx, one) if row.key == key), {})
        return word_lists.rename(tx, one, key, {**before, **names})

    _change(session, args, rename, session.words.text("Renamed: %(name)s."))


def _hide(session: Session, args: Namespace) -> None:
    _change(
        session,
        args,
        lambda tx, one: word_lists.hide(tx, one, _key(tx, one, args.word)),
        session.words.text("No longer offered: %(name)s."),
    )


def _show(session: Session, args: Namespace) -> None:
    _change(
        session,
        args,
        lambda tx, one: word_lists.show(tx, one, _key(tx, one, args.word)),
        session.words.text("Offered again: %(name)s."),
    )


def _change(
    session: Session,
    args: Namespace,
    change: Callable[[Transaction, WordList], OwnWord],
    said: str,
) -> None:
    word_list, words = WordList(args.word_list), session.words
    with session.writing() as tx:
        changed = change(tx, word_list)
        row = next(row for row in word_lists.rows(tx, word_list) if row.key == changed.key)
    session.tell(_values(words, row), lambda: [said % {"name": row.word.name(words.language)}])


def _key(tx: Transaction, word_list: WordList, text: str) -> str:
    if text in word_lists.read(tx).names(word_list):
        return text
    return next(iter(word_lists.keys_of(tx, word_list, [text])))


def _names(words: Words, args: Namespace) -> dict[str, str]:
    given = {language: getattr(args, language) for language in LANGUAGES}
    return {
        words.language: args.name,
        **{language: name for language, name in given.items() if name is not None},
    }


def _values(words: Words, row: WordRow) -> dict[str, Any]:
    return {
        "list": row.word_list.value,
        "key": row.key,
        "name": row.word.name(words.language),
        "names": dict(row.names),
        "own": row.own,
        "hidden": row.hidden,
        "people": row.people,
    }
