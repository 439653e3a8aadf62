"""The office's own wording of its letters: what there is, checking, saving, and going back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from mentorapp.domain.accounts import Right
from mentorapp.domain.letter_errors import NoSuchText, TextNotRight
from mentorapp.domain.letter_texts import LetterText
from mentorapp.domain.letters import (
    ABOUT_A_PAIR,
    ABOUT_A_PERSON,
    READERS,
    STANDARD_SET,
    LetterDue,
    LetterKind,
    Reader,
)
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import RUNNING, Pairing
from mentorapp.operations import letters, offices, word_lists
from mentorapp.operations.intention import intention
from mentorapp.operations.letter_texts import Texts, read
from mentorapp.operations.letters_due import for_person
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.text_faults import say_fault

if TYPE_CHECKING:
    from mentorapp.reports.letter_model import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRow:
    """A letter text in one language and set. ``own`` is the office's newest version of it, None
    where the shipped one is in force; ``versions`` are how many times it was saved.
    """

    kind: LetterKind
    language: str
    letter_set: str
    own: LetterText | None
    versions: int

    @property
    def id(self) -> tuple[LetterKind, str, str]:
        """What tells it from the others."""
        return self.kind, self.language, self.letter_set


def rows(tx: Transaction) -> list[TextRow]:
    """Every text that ships or that the office has written, by kind, language and set."""
    from mentorapp.reports.letter_sets import shipped_texts

    versions: dict[tuple[LetterKind, str, str], list[LetterText]] = {}
    for one in sorted(records.find(tx, LetterText), key=lambda one: (one.saved_at, one.id)):
        versions.setdefault((one.kind, one.language, one.letter_set), []).append(one)
    every = {*versions, *shipped_texts()}
    order = list(LetterKind)
    found = []
    for kind, language, letter_set in sorted(every, key=lambda key: (order.index(key[0]), *key)):
        saved = versions.get((kind, language, letter_set), [])
        newest = saved[-1] if saved and saved[-1].text else None
        found.append(
            TextRow(
                kind=kind,
                language=language,
                letter_set=letter_set,
                own=newest,
                versions=len(saved),
            )
        )
    return found


def in_force(tx: Transaction, kind: LetterKind, language: str, letter_set: str) -> str:
    """The text that is printed now, as it is stored."""
    return read(tx).text(kind, language, letter_set)


def shipped_text(kind: LetterKind, language: str, letter_set: str) -> str:
    """The text as it ships, else that of the standard set; empty when there is none."""
    return Texts({}).text(kind, language, letter_set)


def versions(tx: Transaction, kind: LetterKind, language: str, letter_set: str) -> list[LetterText]:
    """All that the office has saved, newest first."""
    mine = records.find(tx, LetterText, kind=kind.value, language=language, letter_set=letter_set)
    return sorted(mine, key=lambda one: (one.saved_at, one.id), reverse=True)


def fields_of(kind: LetterKind) -> Mapping[str, bool]:
    """The fields that a text of this kind can ask for, each with whether it has several values."""
    from mentorapp.reports import letter_examples

    return letter_examples.fields_of(kind)


def faults(words: Words, kind: LetterKind, text: str) -> list[tuple[int, str]]:
    """Line (0 for the whole text) and sentence of everything that is wrong; empty when it can be
    printed.
    """
    from mentorapp.reports.text_problems import problems

    fields = fields_of(kind)
    several = {name for name, many in fields.items() if many}
    return [
        (one.line, say_fault(words, one.line, one.fault, one.about, fields))
        for one in problems(text, fields, several)
    ]


@intention(needs=Right.SETTINGS)
def save(
    tx: Transaction, kind: LetterKind, language: str, text: str, letter_set: str = STANDARD_SET
) -> LetterText:
    """A new version, in force from now on; the same as the shipped text puts that in force.

    Raises NoSuchText where no such letter is printed, and TextNotRight with the first thing that
    is wrong; keeps nothing then.
    """
    _check_printed(kind, language, letter_set)
    wrong = faults(Words(offices.read(tx).language), kind, text)
    if wrong:
        raise TextNotRight(wrong[0][1])
    same = text.strip() == shipped_text(kind, language, letter_set).strip()
    return _add(tx, kind, language, letter_set, "" if same else text.strip() + "\n")


@intention(needs=Right.SETTINGS)
def use_shipped(
    tx: Transaction, kind: LetterKind, language: str, letter_set: str = STANDARD_SET
) -> LetterText:
    """Put the shipped text in force again; what the office wrote stays among the versions.

    Raises NoSuchText where no such letter is printed.
    """
    _check_printed(kind, language, letter_set)
    return _add(tx, kind, language, letter_set, "")


def example(
    tx: Transaction,
    kind: LetterKind,
    language: str,
    text: str,
    today: date,
    reader: Reader | None = None,
) -> letters.Prepared:
    """A letter with this text: of the newest running pair, the newest person or organisation it
    can go to, else a made-up one. What is protected stays out of it as of any letter.

    ``reader`` is who gets it, of a kind that goes to several; else the first of them.
    """
    reader = reader or READERS[kind][0]
    from mentorapp.reports.letter_examples import example_letter

    office = offices.read(tx)
    beside = read(tx).beside(kind, language, text, office.language, STANDARD_SET)
    due = _real(tx, kind, reader, today)
    if due is not None:
        prepared = letters.prepare(tx, [due], today)
        return replace(
            prepared,
            letters=tuple(
                replace(one, language=language, text=text, beside=beside)
                for one in prepared.letters
            ),
        )
    made = example_letter(
        kind, office, language, text, today, to_newcomer=reader is Reader.NEWCOMER
    )
    letter: Letter = replace(made, beside=beside)
    return letters.Prepared(dues=(), letters=(letter,), levels=(), word_lists=word_lists.read(tx))


def _check_printed(kind: LetterKind, language: str, letter_set: str) -> None:
    from mentorapp.reports.letter_sets import letter_sets

    sets = {STANDARD_SET, *(key for key, _name in letter_sets(Words("en")))}
    if letter_set not in sets or not shipped_text(kind, language, letter_set):
        raise NoSuchText


def _real(tx: Transaction, kind: LetterKind, reader: Reader, today: date) -> LetterDue | None:
    if kind in ABOUT_A_PAIR:
        running = records.find(tx, Pairing, status=[status.value for status in RUNNING])
        newest = max(running, key=lambda one: (one.agreed_on, one.number), default=None)
        if newest is None:
            return None
        both = letters.for_pairing(tx, newest.id, [kind])
        return both[READERS[kind].index(reader)]
    if kind not in ABOUT_A_PERSON:
        return next((one for one in letters.due(tx, today) if one.kind is kind), None)
    newcomers = records.find(tx, Newcomer)
    roles: list[Mentor | Newcomer] = [*newcomers]
    if reader is Reader.MENTOR:  # whoever is both gets it as a newcomer
        twice = {one.person_id for one in newcomers}
        roles = [one for one in records.find(tx, Mentor) if one.person_id not in twice]
    last = max(roles, key=lambda one: (one.registered_on, one.id), default=None)
    return next(iter(for_person(tx, last.person_id, [kind])), None) if last else None


def _add(
    tx: Transaction, kind: LetterKind, language: str, letter_set: str, text: str
) -> LetterText:
    return records.add(
        tx,
        LetterText(
            kind=kind,
            language=language,
            letter_set=letter_set,
            text=text,
            saved_at=tx.now,
            saved_by=tx.actor,
        ),
    )
