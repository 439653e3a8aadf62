"""Lists lent between offices and their lines, as they are shown."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.people import Person
from mentorapp.domain.shared_lines import LeftOut, Line, Offer
from mentorapp.domain.waiting_lists import (
    EntryState,
    ListDirection,
    Neighbour,
    SharedEntry,
    SharedList,
)
from mentorapp.operations.handles import by_handle
from mentorapp.operations.waiting_lists import line_of, offer_of, still_left_out
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list with how many of its lines are in which state; ``neighbour`` may be nobody yet."""

    id: UUID
    code: str
    direction: ListDirection
    neighbour: str
    made_on: date
    read_on: date | None
    answered_on: date | None
    counts: Mapping[EntryState, int]

    @property
    def lines(self) -> int:
        """How many people are on it."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of this office behind a line."""

    person_id: UUID
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A line: the newcomer is known in the sending office, the mentor in the one that offers.

    ``no_longer`` tells that the person behind it may not be told of any more: the other office has
    to be called.
    """

    id: UUID
    line: Line
    offer: Offer | None
    state: EntryState
    decided_on: date | None
    note: str
    somebody: Somebody | None
    no_longer: LeftOut | None


def rows(tx: Transaction) -> list[ListRow]:
    """All lists, the newest first."""
    names = {one.id: one.name for one in records.find(tx, Neighbour)}
    counts: dict[UUID, Counter[EntryState]] = {}
    for entry in records.find(tx, SharedEntry):
        counts.setdefault(entry.list_id, Counter())[entry.state] += 1
    found = sorted(records.find(tx, SharedList), key=lambda one: one.id, reverse=True)
    return [
        ListRow(
            id=one.id,
            code=one.code,
            direction=one.direction,
            neighbour=names.get(one.neighbour_id, "") if one.neighbour_id else "",
            made_on=one.made_on,
            read_on=one.read_on,
            answered_on=one.answered_on,
            counts=counts.get(one.id, Counter()),
        )
        for one in found
    ]


def find(tx: Transaction, text: str) -> SharedList:
    """A list by the beginning of its code, or by its handle. Raises NotFound or NotUnique."""
    everyone = records.find(tx, SharedList)
    wanted = text.strip().lower()
    starting = [one for one in everyone if wanted and one.code.startswith(wanted)]
    return starting[0] if len(starting) == 1 else by_handle(everyone, SharedList, text)


def entries(tx: Transaction, list_id: UUID, today: date) -> list[EntryRow]:
    """The lines of a list by their random numbers."""
    found = sorted(records.find(tx, SharedEntry, list_id=list_id), key=lambda one: one.code)
    newcomers = {one.newcomer_id for one in found if one.newcomer_id}
    mentors = {one.mentor_id for one in found if one.mentor_id}
    roles = {one.id: one.person_id for one in records.find(tx, Newcomer, id=newcomers)}
    roles |= {one.id: one.person_id for one in records.find(tx, Mentor, id=mentors)}
    people = records.by_id(records.find(tx, Person, id=set(roles.values())))
    against = still_left_out(tx, list(people.values()), today)
    return [_row(one, roles, people, against) for one in found]


def entry(tx: Transaction, shared: SharedList, code: str) -> SharedEntry:
    """The line with this number. Raises NotFound."""
    found = records.find(tx, SharedEntry, list_id=shared.id, code=code.strip())
    return found[0] if found else by_handle([], SharedEntry, code)


def _row(
    one: SharedEntry,
    roles: Mapping[UUID, UUID],
    people: Mapping[UUID, Person],
    against: Mapping[UUID, LeftOut | None],
) -> EntryRow:
    role = one.newcomer_id or one.mentor_id
    person = people.get(roles[role]) if role and role in roles else None
    return EntryRow(
        id=one.id,
        line=line_of(one),
        offer=offer_of(one),
        state=one.state,
        decided_on=one.decided_on,
        note=one.note,
        somebody=Somebody(person.id, person.number, person.name) if person else None,
        no_longer=against[person.id] if person else None,
    )
