"""Find anything: people, organisations, pairings, letters, placements and events by a few letters.

Names and numbers of everything are read once and kept in memory, never in a file. Protected people
are found by name and number like others, and by nothing that tells where they are.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, NamedTuple
from uuid import UUID

from mentorapp.domain.events import Event
from mentorapp.domain.finding import LEFT, Found, FoundKind, Place, best_kind_first
from mentorapp.domain.haystack import Haystack, Texts, typed_words
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import RUNNING, PairingStatus
from mentorapp.domain.people import full_name
from mentorapp.domain.placements import PlacementKind
from mentorapp.domain.protection import Purpose, may_use
from mentorapp.domain.schemes import Scheme
from mentorapp.storage import finding, records, shields
from mentorapp.storage.database import Transaction

#: So many of a kind are told; whoever wants another one types a letter more.
MOST = 8

_HOME = ("47", "45")


@dataclass(frozen=True, slots=True)
class Read:
    """What `index` is made of: bare rows of the tables, free of the database."""

    people: Sequence[Sequence[Any]]
    hidden: frozenset[str]
    """Ids of the people of whom nothing may be used that tells where they are."""
    pairings: Sequence[Sequence[Any]]
    schemes: Sequence[Scheme]
    letters: Sequence[Sequence[Any]]
    placements: Sequence[Sequence[Any]]
    organisations: Sequence[Organisation]
    events: Sequence[Event]


#: Kind and status, day, scheme, whether protected.
_About = tuple[tuple[Enum, ...], date | None, Scheme | None, bool]


class _Row(NamedTuple):
    id: str
    texts: Texts
    states: tuple[Enum, ...]
    day: date | None = None
    scheme: Scheme | None = None
    ended: bool = False
    protected: bool = False


class _Shelf:
    """Everything of one kind, those in use before those that have ended; packed in columns."""

    def __init__(self, kind: FoundKind, rows: Iterable[_Row]) -> None:
        every = list(rows)
        running = [row for row in every if not row.ended]
        every = [*running, *(row for row in every if row.ended)]
        self.kind = kind
        self._haystack = Haystack(row.texts for row in every)
        self._running = len(running)
        self._ids = b"".join(bytes.fromhex(_hex(row.id)) for row in every)
        self._titles = [row.texts.title for row in every]
        self._numbers = array("q", (row.texts.number for row in every))
        self._about = _shared(every)

    def best(self, text: str, most: int) -> list[Found]:
        """What fits best."""
        return [
            self._found(row, place) for place, row in self._haystack.best(typed_words(text), most)
        ]

    def with_id(self, id_: UUID) -> Found | None:
        """The one with this id."""
        at = self._ids.find(id_.bytes)
        while at % 16 and at >= 0:
            at = self._ids.find(id_.bytes, at + 1)
        return self._found(at // 16, Place.MIDDLE) if at >= 0 else None

    def _found(self, row: int, place: Place) -> Found:
        states, day, scheme, protected = self._about[row]
        return Found(
            kind=self.kind,
            id=UUID(bytes=self._ids[16 * row : 16 * row + 16]),
            title=self._titles[row],
            number=self._numbers[row],
            states=states,
            day=day,
            scheme=scheme,
            ended=row >= self._running,
            protected=protected,
            place=place,
        )


def _shared(rows: Iterable[_Row]) -> list[_About]:
    """What rows are like, with one tuple for all that are alike: most are."""
    known: dict[Any, _About] = {}
    return [
        known.setdefault(
            (row.states, row.day, id(row.scheme), row.protected),
            (row.states, row.day, row.scheme, row.protected),
        )
        for row in rows
    ]


class Finder:
    """Finds in what the office held when it was made; asked on any thread."""

    def __init__(self, shelves: Sequence[_Shelf]) -> None:
        self._shelves = shelves

    def find(self, text: str, most: int = MOST) -> list[list[Found]]:
        """What fits, by kind: the kind with the best one first, at most ``most`` of each."""
        return best_kind_first([shelf.best(text, most) for shelf in self._shelves])

    def with_id(self, kind: FoundKind, id_: UUID) -> Found | None:
        """The one of this kind with this id; None when it is not there any more."""
        return next(shelf.with_id(id_) for shelf in self._shelves if shelf.kind is kind)


def read(tx: Transaction) -> Read:
    """What everything in the office is called."""
    levels = shields.protections(tx)
    return Read(
        people=list(finding.people(tx)),
        hidden=frozenset(
            person.hex for person, level in levels.items() if not may_use(level, Purpose.LIST)
        ),
        pairings=list(finding.pairings(tx)),
        schemes=records.find(tx, Scheme),
        letters=list(finding.letters(tx)),
        placements=list(finding.placements(tx)),
        organisations=sorted(records.find(tx, Organisation), key=lambda one: one.name),
        events=sorted(records.find(tx, Event), key=lambda one: one.starts_at, reverse=True),
    )


def index(found: Read, today: date) -> Finder:
    """Make it ready to be searched; touches no database. A second's work for 100,000 people."""
    return Finder(
        [
            _Shelf(FoundKind.PERSON, _people(found)),
            _Shelf(FoundKind.PAIRING, _pairings(found)),
            _Shelf(FoundKind.ORGANISATION, map(_organisation, found.organisations)),
            _Shelf(FoundKind.PLACEMENT, _placements(found, today)),
            _Shelf(FoundKind.EVENT, (_event(one, today) for one in found.events)),
            _Shelf(FoundKind.LETTER, _letters(found)),
        ]
    )


def find(tx: Transaction, text: str, today: date, most: int = MOST) -> list[list[Found]]:
    """What fits the text in the office as it is now."""
    return index(read(tx), today).find(text, most)


def _hex(id_: str) -> str:
    """An id as a database writes it, with hyphens or without."""
    return id_.replace("-", "")


def _people(found: Read) -> Iterator[_Row]:
    roles: dict[tuple[str | None, str | None], tuple[Enum, ...]] = {}
    for id_, number, given, family, preferred, native, phone, mentor, newcomer in found.people:
        states = roles.get((mentor, newcomer))
        if states is None:
            states = (
                *((MentorStatus(mentor),) if mentor else ()),
                *((NewcomerStatus(newcomer),) if newcomer else ()),
            )
            roles[mentor, newcomer] = states
        protected = _hex(id_) in found.hidden
        reached = () if protected else _phone(phone or "")
        yield _Row(
            id_,
            Texts(full_name(given, family), number, (preferred, native, *reached)),
            states,
            ended=bool(states) and LEFT.issuperset(states),
            protected=protected,
        )


def _phone(e164: str) -> tuple[str, ...]:
    """As it is typed from abroad and at home."""
    digits = e164.removeprefix("+")
    return (digits[2:], digits) if digits[:2] in _HOME else (digits,) if digits else ()


def _pairings(found: Read) -> Iterator[_Row]:
    schemes = {one.id.hex: one for one in found.schemes}
    for id_, number, status, scheme, *names in found.pairings:
        state = PairingStatus(status)
        newcomer, mentor = full_name(*names[:2]), full_name(*names[3:5])
        yield _Row(
            id_,
            Texts(f"{newcomer} – {mentor}", number),
            (state,),
            scheme=schemes[_hex(scheme)],
            ended=state not in RUNNING,
            protected=not found.hidden.isdisjoint((_hex(names[2]), _hex(names[5]))),
        )


def _letters(found: Read) -> Iterator[_Row]:
    for id_, kind, issued_at, given, family, person, number in found.letters:
        yield _Row(
            id_,
            Texts(full_name(given, family), number or 0),
            (LetterKind(kind),),
            day=date.fromisoformat(issued_at[:10]),
            protected=_hex(person) in found.hidden,
        )


def _placements(found: Read, today: date) -> Iterator[_Row]:
    """By the organisation too, unless that would tell where somebody protected is."""
    names = {one.id.hex: one.name for one in found.organisations}
    for id_, number, kind, start, end, given, family, person, organisation in found.placements:
        protected = _hex(person) in found.hidden
        where = "" if protected else names.get(_hex(organisation), "")
        yield _Row(
            id_,
            Texts(full_name(given, family), number, (where,) if where else ()),
            (PlacementKind(kind),),
            day=date.fromisoformat(start),
            ended=end is not None and date.fromisoformat(end) <= today,
            protected=protected,
        )


def _organisation(one: Organisation) -> _Row:
    people = (
        text
        for contact in one.contact_persons
        for text in (contact.name, *_phone(contact.phone.replace(" ", "")))
    )
    return _Row(
        one.id.hex, Texts(one.name, one.number, (one.registration_number, *people)), (one.kind,)
    )


def _event(one: Event, today: date) -> _Row:
    return _Row(
        one.id.hex,
        Texts(one.name, one.number),
        (one.kind,),
        day=one.day,
        ended=one.last_day < today or one.cancelled_on is not None,
    )
