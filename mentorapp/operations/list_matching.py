"""Whom of the free mentors here the lines of a neighbour's list would suit.

The engine of this office, on what the lines tell: interests, languages, age, areas and the wish
about gender. The newcomers' gender is not on a list, so that a mentor who asks for one is proposed
to nobody; the two offices can still agree on him by telephone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.exchange_errors import NothingToAnswer
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import LOCATING, LeftOver, Reason
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.shared_lines import Line
from mentorapp.domain.waiting_lists import EntryState, ListDirection, SharedEntry, SharedList
from mentorapp.matching import distances
from mentorapp.matching.facts import MentorFacts
from mentorapp.matching.proposals import Run, propose
from mentorapp.matching.strangers import in_the_middle, stranger, weights_for_strangers
from mentorapp.operations import offices, schemes
from mentorapp.operations.areas import area_of, middle
from mentorapp.operations.candidates import gather
from mentorapp.operations.waiting_lists import line_of, still_left_out
from mentorapp.reference.places import Place
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.storage.scopes import knowing_all

#: An offer takes a place until it is declined.
HOLDING = frozenset({EntryState.OFFERED, EntryState.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A mentor for a line. ``km`` is between the middles of the municipalities, None unknown;
    ``may_be_told`` whether the mentor agreed that other offices are told.
    """

    entry_id: UUID
    line: Line
    scheme: Scheme
    mentor_id: UUID
    mentor_number: int
    mentor_name: str
    percent: int
    reasons: tuple[Reason, ...]
    km: int | None
    may_be_told: bool


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A line that got nobody; ``left_over`` is None where no scheme here is meant."""

    entry_id: UUID
    line: Line
    left_over: LeftOver | None


@dataclass(frozen=True, slots=True)
class Matched:
    """What the engine found; ``free_mentors`` took part."""

    suggestions: tuple[Suggestion, ...]
    unmatched: tuple[Unmatched, ...]
    free_mentors: int


@dataclass(frozen=True, slots=True)
class _Lines:
    entries: Sequence[SharedEntry]
    lines: Mapping[UUID, Line]
    places: Mapping[UUID, Place | None]

    def of_scheme(self, scheme: Scheme, done: set[UUID]) -> list[SharedEntry]:
        return [
            one
            for one in self.entries
            if one.id not in done
            and (not self.lines[one.id].schemes or scheme.key in self.lines[one.id].schemes)
        ]


def match(tx: Transaction, list_id: UUID, today: date) -> Matched:
    """The best pairs of open lines and free mentors, scheme after scheme; keeps nothing.

    Raises NothingToAnswer for a list of this office.
    """
    shared = records.get(tx, SharedList, list_id)
    if shared.direction is not ListDirection.THEIRS:
        raise NothingToAnswer
    entries = sorted(
        records.find(tx, SharedEntry, list_id=list_id, state=EntryState.OPEN),
        key=lambda one: one.code,
    )
    told = {one.id: line_of(one) for one in entries}
    lines = _Lines(entries, told, {key: middle(line.area) for key, line in told.items()})
    held = held_places(tx)
    mentors: dict[UUID, MentorFacts] = {}
    found: list[tuple[Scheme, Run]] = []
    paired: set[UUID] = set()
    left: dict[UUID, LeftOver] = {}
    for scheme in schemes.all_schemes(tx, active_only=True):
        free = _free_mentors(tx, scheme, today, held)
        mentors |= {one.role_id: one for one in free}
        wanted = lines.of_scheme(scheme, paired)
        if not wanted:
            continue
        run = propose(
            replace(scheme, weights=weights_for_strangers(scheme.weights)),
            free,
            [
                stranger(one.id, at, told[one.id], lines.places[one.id], today)
                for at, one in enumerate(wanted, start=1)
            ],
        )
        found.append((scheme, run))
        for pair in run.pairs:
            paired.add(pair.newcomer_id)
            held[pair.mentor_id] = held.get(pair.mentor_id, 0) + 1
        left |= {one.role_id: one for one in run.left_over}
    return Matched(
        tuple(_suggestions(tx, lines, found, mentors, today)),
        tuple(
            Unmatched(one.id, told[one.id], left.get(one.id))
            for one in entries
            if one.id not in paired
        ),
        sum(one.room > 0 for one in mentors.values()),
    )


@knowing_all
def held_places(tx: Transaction) -> dict[UUID, int]:
    """How many places of each mentor other offices were offered, or took."""
    held: dict[UUID, int] = {}
    for one in records.find(tx, SharedEntry, state=sorted(HOLDING)):
        if one.mentor_id is not None:
            held[one.mentor_id] = held.get(one.mentor_id, 0) + 1
    return held


def _free_mentors(
    tx: Transaction, scheme: Scheme, today: date, held: Mapping[UUID, int]
) -> list[MentorFacts]:
    """Approved, with room, and nobody whose address is protected."""
    office = offices.read(tx)
    found = [one for one in gather(tx, scheme.id, today).mentors if not one.hidden]
    details = {
        one.person_id: one
        for one in records.find(tx, ContactDetails, person_id={one.person_id for one in found})
    }
    free = []
    for one in found:
        room = one.room - held.get(one.role_id, 0)
        if room > 0 and not one.by_hand:
            seen = visible(details.get(one.person_id), Protection.NONE, Purpose.PAIRING)
            free.append(in_the_middle(one, middle(area_of(office, seen)))._replace(room=room))
    return free


def _suggestions(
    tx: Transaction,
    lines: _Lines,
    found: Sequence[tuple[Scheme, Run]],
    mentors: Mapping[UUID, MentorFacts],
    today: date,
) -> list[Suggestion]:
    ids = {pair.mentor_id for _, run in found for pair in run.pairs}
    roles = records.by_id(records.find(tx, Mentor, id=ids))
    people = records.by_id(records.find(tx, Person, id={one.person_id for one in roles.values()}))
    against = still_left_out(tx, list(people.values()), today)
    suggestions = []
    for scheme, run in found:
        for pair in run.pairs:
            person = people[roles[pair.mentor_id].person_id]
            place = lines.places[pair.newcomer_id]
            suggestions.append(
                Suggestion(
                    entry_id=pair.newcomer_id,
                    line=lines.lines[pair.newcomer_id],
                    scheme=scheme,
                    mentor_id=pair.mentor_id,
                    mentor_number=person.number,
                    mentor_name=person.name,
                    percent=100 * pair.score // run.full_score if run.full_score else 0,
                    reasons=tuple(one for one in pair.reasons if one.kind not in LOCATING),
                    km=distances.between(
                        mentors[pair.mentor_id].point,
                        distances.point_of(place) if place else None,
                    ),
                    may_be_told=against[person.id] is None,
                )
            )
    return sorted(suggestions, key=lambda one: (-one.percent, one.line.code))
