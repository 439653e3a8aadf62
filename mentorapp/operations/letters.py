"""Letters: which are due, making them, and keeping what was issued.

Making a letter and recording it are two intentions: a letter counts as issued when it was printed
or saved, not when somebody looked at it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.absences import Absence, stand_in_for
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import NothingToPrint
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.letters import DUE_FOR_PAIRING, LetterDue, LetterIssued, LetterKind
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import RUNNING, Pairing, Responsibility, Side
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import households, offices, word_lists
from mentorapp.operations.intention import intention
from mentorapp.operations.places import place_of
from mentorapp.operations.roles import people_behind
from mentorapp.reference.word_lists import WordLists
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

if TYPE_CHECKING:
    # Paper is made of heavy libraries, and most of what is asked here needs none of them.
    from mentorapp.reports.letter_values import Half, PairingLetter


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """A letter that was issued, with whose it was."""

    letter: LetterIssued
    person_name: str
    pairing_number: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """Values to make letters from, free of the database."""

    dues: tuple[LetterDue, ...]
    letters: "tuple[PairingLetter, ...]"
    word_lists: WordLists


@dataclass(frozen=True, slots=True)
class Rendered:
    """The letters in one PDF. ``texts`` belong to ``dues`` one by one; the name tells nobody."""

    pdf: bytes
    dues: tuple[LetterDue, ...]
    languages: tuple[str, ...]
    texts: tuple[str, ...]
    file_name: str


def letter_sets(words: Words) -> tuple[tuple[str, str], ...]:
    """Key and name of the sets of letter texts a scheme can have, the standard one first."""
    from mentorapp.reports.letter_sets import letter_sets

    return letter_sets(words)


def letter_set_of(scheme: Scheme) -> str:
    """The set its letters are printed with: the standard one where its own does not ship."""
    from mentorapp.reports.letter_sets import known_set

    return known_set(scheme.letter_set)


def due(tx: Transaction) -> list[LetterDue]:
    """Letters that running pairings owe and that were not issued, by pairing number.

    Pairs that were imported owe none: they began before this program, with other letters.
    """
    running = [
        one
        for one in records.find(tx, Pairing, status=[status.value for status in RUNNING])
        if one.proposal_id is not None
    ]
    issued = {
        (letter.pairing_id, letter.kind)
        for letter in records.find(tx, LetterIssued, pairing_id={one.id for one in running})
    }
    return [
        letter for letter in _letters(tx, running) if (letter.pairing_id, letter.kind) not in issued
    ]


def for_pairing(tx: Transaction, pairing_id: UUID) -> list[LetterDue]:
    """Both letters of a pairing, issued before or not."""
    return _letters(tx, [records.get(tx, Pairing, pairing_id)])


def again(tx: Transaction, letter: LetterIssued) -> list[LetterDue]:
    """The same letter once more, as it would be written today."""
    if letter.pairing_id is None:
        return []
    return [one for one in for_pairing(tx, letter.pairing_id) if one.kind is letter.kind]


def issued(tx: Transaction, limit: int = 500, also: UUID | None = None) -> list[IssuedRow]:
    """Letters that left the office, newest first; ``also`` is told however old it is.

    What a letter said is left out when either half is protected now: it may tell an address from
    before.
    """
    every = sorted(
        records.find(tx, LetterIssued), key=lambda letter: letter.issued_at, reverse=True
    )
    letters = [*every[:limit], *(one for one in every[limit:] if one.id == also)]
    people = records.by_id(records.find(tx, Person, id={one.person_id for one in letters}))
    pairings = records.by_id(records.find(tx, Pairing, id={one.pairing_id for one in letters}))
    levels = shields.protections(tx)
    mentors = records.find(tx, Mentor, id={one.mentor_id for one in pairings.values()})
    newcomers = records.find(tx, Newcomer, id={one.newcomer_id for one in pairings.values()})
    protected = {one.id for one in mentors if one.person_id in levels}
    protected |= {one.id for one in newcomers if one.person_id in levels}
    hidden = {one.id for one in pairings.values() if {one.mentor_id, one.newcomer_id} & protected}
    return [
        IssuedRow(
            letter=replace(one, text="") if one.pairing_id in hidden else one,
            person_name=people[one.person_id].name if one.person_id in people else "",
            pairing_number=pairings[one.pairing_id].number if one.pairing_id in pairings else 0,
        )
        for one in letters
    ]


def prepare(tx: Transaction, dues: Sequence[LetterDue], today: date) -> Prepared:
    """Read all that the letters say. Raises NothingToPrint when there are none."""
    from mentorapp.reports.letter_values import PairingLetter
    from mentorapp.reports.templates import language_for

    if not dues:
        raise NothingToPrint("letter")
    office = offices.read(tx)
    pairings = records.by_id(records.find(tx, Pairing, id={one.pairing_id for one in dues}))
    halves = _halves(tx, list(pairings.values()))
    schemes = records.by_id(records.find(tx, Scheme))
    follow_ups = records.find(tx, FollowUp, pairing_id=set(pairings), done_on=None)
    turns = {
        one.pairing_id: one
        for one in sorted(
            records.find(tx, Responsibility, pairing_id=set(pairings)),
            key=lambda one: (one.from_date, one.id),
        )
    }
    absences = records.find(tx, Absence)
    letters = []
    for one in dues:
        turn = turns.get(one.pairing_id)
        coordinator = turn.coordinator if turn else next(iter(office.coordinators), "")
        pairing = pairings[one.pairing_id]
        mentor = _sided(tx, halves[pairing.mentor_id], pairing.mentor_side)
        newcomer = _sided(tx, halves[pairing.newcomer_id], pairing.newcomer_side)
        reader = mentor if one.kind is LetterKind.PAIRING_MENTOR else newcomer
        letters.append(
            PairingLetter(
                kind=one.kind,
                language=language_for(reader.person.letter_language, office.language),
                written_on=today,
                office=office,
                scheme=schemes[pairing.scheme_id],
                pairing=pairing,
                mentor=mentor,
                newcomer=newcomer,
                follow_ups=tuple(f for f in follow_ups if f.pairing_id == pairing.id),
                coordinator=coordinator,
                away=stand_in_for(coordinator, absences, today, turn.stand_in if turn else ""),
            )
        )
    return Prepared(tuple(dues), tuple(letters), word_lists.read(tx))


def make(
    prepared: Prepared,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Rendered:
    """The letters as one PDF; touches no database, for a thread of its own.

    What was cancelled comes back empty.
    """
    from mentorapp.reports.letters import Stopped, pairing_letters

    def goes_on(done: int) -> bool:
        if progress is not None:
            progress(done, len(prepared.letters))
        return cancelled is None or not cancelled()

    try:
        made = pairing_letters(prepared.letters, partial(Words, lists=prepared.word_lists), goes_on)
    except Stopped:
        return Rendered(b"", (), (), (), "")
    numbers = sorted({one.pairing_number for one in prepared.dues})
    span = f"{numbers[0]}" if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
    return Rendered(
        pdf=made.pdf,
        dues=prepared.dues,
        languages=tuple(letter.language for letter in prepared.letters),
        texts=made.texts,
        file_name=f"letters-{prepared.letters[0].written_on:%Y%m%d}-{span}.pdf",
    )


def render(tx: Transaction, dues: Sequence[LetterDue], today: date) -> Rendered:
    """Prepare and make in one go, for the command line."""
    return make(prepare(tx, dues, today))


@intention
def record(tx: Transaction, rendered: Rendered) -> list[LetterIssued]:
    """The letters were printed or saved: keep what they said; they are no longer due."""
    letters = [
        LetterIssued(
            kind=one.kind,
            person_id=one.person_id,
            pairing_id=one.pairing_id,
            language=language,
            issued_at=tx.now,
            issued_by=tx.actor,
            text=text,
        )
        for one, language, text in zip(
            rendered.dues, rendered.languages, rendered.texts, strict=True
        )
    ]
    records.add_all(tx, letters)
    return letters


@intention
def unrecord(tx: Transaction, letters: Sequence[LetterIssued]) -> None:
    """Undo ``record``: the printer had no paper, the letters are due again."""
    for letter in letters:
        records.remove(tx, letter)


def _letters(tx: Transaction, pairings: Sequence[Pairing]) -> list[LetterDue]:
    mentors = records.by_id(records.find(tx, Mentor, id={one.mentor_id for one in pairings}))
    newcomers = records.by_id(records.find(tx, Newcomer, id={one.newcomer_id for one in pairings}))
    people = people_behind(tx, mentors.values(), newcomers.values())
    levels = shields.protections(tx)
    shielded = {one for one, level in levels.items() if level is not Protection.NONE}
    details = records.find(tx, ContactDetails, person_id=set(people))
    posted = {one.person_id for one in details if one.address} - shielded
    letters = []
    for pairing in sorted(pairings, key=lambda one: one.number):
        readers = {
            LetterKind.PAIRING_MENTOR: people[mentors[pairing.mentor_id].person_id],
            LetterKind.PAIRING_NEWCOMER: people[newcomers[pairing.newcomer_id].person_id],
        }
        letters += [
            LetterDue(
                kind=kind,
                person_id=readers[kind].id,
                person_name=readers[kind].name,
                pairing_id=pairing.id,
                pairing_number=pairing.number,
                due_since=pairing.agreed_on,
                in_person=readers[kind].id not in posted,
                protected=readers[kind].id in shielded,
            )
            for kind in DUE_FOR_PAIRING
        ]
    return letters


def _sided(tx: Transaction, half: "Half", side: Side) -> "Half":
    """The half with the household, where all of it is in the pair."""
    if side is Side.PERSON:
        return half
    return replace(half, side=side, family=households.family_of(tx, half.person))


def _halves(tx: Transaction, pairings: Sequence[Pairing]) -> "dict[UUID, Half]":
    """Everybody in these pairings by role id, with details that ``Half`` filters on paper."""
    from mentorapp.reports.letter_values import Half

    roles: list[Mentor | Newcomer] = [
        *records.find(tx, Mentor, id={one.mentor_id for one in pairings}),
        *records.find(tx, Newcomer, id={one.newcomer_id for one in pairings}),
    ]
    ids = {role.person_id for role in roles}
    people = records.by_id(records.find(tx, Person, id=ids))
    levels = shields.protections(tx)
    details = {one.person_id: one for one in records.find(tx, ContactDetails, person_id=ids)}
    halves = {}
    for role in roles:
        level = levels.get(role.person_id, Protection.NONE)
        open_details = details.get(role.person_id) if level is Protection.NONE else None
        place = place_of(open_details)
        halves[role.id] = Half(
            person=people[role.person_id],
            protection=level,
            details=open_details,
            postal_place=place.place.upper() if place else "",
            municipality=place.municipality if place else "",
        )
    return halves
