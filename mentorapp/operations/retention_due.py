"""From which day what is kept of each person, and of each pair, counts towards its end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from mentorapp.domain.consents import Consent, ConsentPurpose
from mentorapp.domain.events import NAMELESS, Event, Invitation
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.retention import RetentionKind
from mentorapp.operations.consents import said_on
from mentorapp.operations.retention_written import CLEARANCES, written
from mentorapp.storage import audit_lines, departures, records
from mentorapp.storage.database import Transaction
from mentorapp.storage.departures import Pair, Role

LEFT = frozenset({MentorStatus.ENDED, NewcomerStatus.COMPLETED, NewcomerStatus.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Counting:
    """Something counts from ``since``; ``person_ids`` are whom it is about."""

    kind: RetentionKind
    subject_id: UUID
    since: date
    person_ids: tuple[UUID, ...]


def counting(tx: Transaction) -> list[Counting]:
    """Everything that counts, of whoever is still known by name."""
    facts = _read(tx)
    return [
        *_withdrawn(tx, facts),
        *_people(facts),
        *_clearances(tx, facts),
        *_notes(tx, facts),
        *_guests(tx),
        *_log(tx),
    ]


@dataclass(frozen=True, slots=True)
class _Facts:
    homes: Mapping[UUID, UUID | None]
    """Everybody still known by name, with the household."""
    roles: dict[UUID, list[Role]]
    pairs: list[Pair]
    owner: dict[UUID, UUID]
    """The person of each role."""
    left: dict[UUID, date]
    """When those who have left did so."""

    def paired(self) -> set[UUID]:
        return {self.owner[one] for pair in self.pairs for one in _halves(pair)}


def _read(tx: Transaction) -> _Facts:
    roles: dict[UUID, list[Role]] = defaultdict(list)
    owner: dict[UUID, UUID] = {}
    for one in departures.roles(tx):
        roles[one.person_id].append(one)
        owner[one.id] = one.person_id
    pairs = [one for one in departures.pairs(tx) if all(half in owner for half in _halves(one))]
    left = _left(departures.last_steps(tx), roles, pairs, owner)
    return _Facts(departures.homes(tx), roles, pairs, owner, left)


def _halves(pair: Pair) -> tuple[UUID, UUID]:
    return pair.mentor_id, pair.newcomer_id


def _left(
    steps: Mapping[UUID, date],
    roles: Mapping[UUID, list[Role]],
    pairs: Iterable[Pair],
    owner: Mapping[UUID, UUID],
) -> dict[UUID, date]:
    """The last day of any role or pair of those who have nothing to do with the office any more."""
    left = {
        person: max(steps.get(one.id, one.registered_on) for one in own)
        for person, own in roles.items()
        if all(one.status in LEFT for one in own)
    }
    for pair in pairs:
        for person in (owner[one] for one in _halves(pair)):
            if person not in left:
                continue
            if pair.ended_on is None:
                del left[person]
            else:
                left[person] = max(left[person], pair.ended_on)
    return left


def _people(facts: _Facts) -> Iterator[Counting]:
    paired = facts.paired()
    for person, since in facts.left.items():
        if person not in facts.homes:
            continue
        if person not in paired:
            kind = RetentionKind.APPLICATION
        elif any(one.is_mentor for one in facts.roles[person]):
            kind = RetentionKind.MENTOR
        else:
            kind = RetentionKind.NEWCOMER
        yield Counting(kind, person, since, (person,))
    yield from _without_role(facts)


def _without_role(facts: _Facts) -> Iterator[Counting]:
    """Those who live with somebody go when the last of them has left; a case officer who is still
    named counts as being here.
    """
    here = {
        one.case_officer_id
        for own in facts.roles.values()
        for one in own
        if one.case_officer_id is not None and one.person_id not in facts.left
    }
    homes: dict[UUID, set[UUID]] = defaultdict(set)
    for person, home in facts.homes.items():
        if home is not None and person in facts.roles:
            homes[home].add(person)
    for person, home in facts.homes.items():
        if person in facts.roles or person in here:
            continue
        with_them = homes[home] if home is not None else set()
        if with_them <= facts.left.keys():
            days = [facts.left[one] for one in with_them]
            yield Counting(RetentionKind.OTHER, person, max([*days, _made(person)]), (person,))


def _made(record: UUID) -> date:
    """The day an id was made: it begins with the milliseconds since 1970."""
    return datetime.fromtimestamp((record.int >> 80) / 1000, UTC).date()


def _withdrawn(tx: Transaction, facts: _Facts) -> Iterator[Counting]:
    """The latest word counts: somebody may have agreed again, or two people were one."""
    last: dict[UUID, Consent] = {}
    for one in records.find(tx, Consent, purpose=ConsentPurpose.REGISTER):
        before = last.get(one.person_id)
        if before is None or said_on(one) > said_on(before):
            last[one.person_id] = one
    for person, one in last.items():
        if one.withdrawn_on is not None and person in facts.homes:
            yield Counting(RetentionKind.WITHDRAWN, person, one.withdrawn_on, (person,))


def _clearances(tx: Transaction, facts: _Facts) -> Iterator[Counting]:
    for role in departures.with_any(tx, CLEARANCES):
        person = facts.owner[role]
        if person in facts.homes and person in facts.left:
            yield Counting(RetentionKind.CLEARANCES, person, facts.left[person], (person,))


def _notes(tx: Transaction, facts: _Facts) -> Iterator[Counting]:
    ended = {one.id: one.ended_on for one in facts.pairs if one.ended_on is not None}
    pairings = records.find(tx, Pairing, id=ended)
    texts = written(tx, pairings)
    for pair in pairings:
        if pair.id in texts:
            people = tuple(facts.owner[one] for one in (pair.newcomer_id, pair.mentor_id))
            yield Counting(RetentionKind.NOTES, pair.id, ended[pair.id], people)


def _guests(tx: Transaction) -> Iterator[Counting]:
    """Events with the name of somebody who is not in the register."""
    named = {
        one.event_id
        for one in records.find(tx, Invitation, person_id=None)
        if one.guest != NAMELESS
    }
    for event in records.find(tx, Event, id=named):
        yield Counting(RetentionKind.GUESTS, event.id, event.day, ())


def _log(tx: Transaction) -> Iterator[Counting]:
    """Its first year: counted from the end of that, or there would be some lines every day."""
    first = audit_lines.first_at(tx)
    if first is not None:
        for office in records.find(tx, Office):
            yield Counting(RetentionKind.LOG, office.id, date(first.year, 12, 31), ())
