"""Contact points of all newcomers: who is responsible, what is done twice, who has nobody."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from mentorapp.domain.contact_points import (
    ContactFacts,
    ContactFigures,
    ContactPoint,
    ContactRole,
    ContactTask,
    contact_figures,
    double_contacts,
)
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity, capped
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer, NewcomerStatus
from mentorapp.domain.pairings import Pairing, Responsibility
from mentorapp.operations import offices
from mentorapp.operations.contact_points import off_pairings
from mentorapp.operations.intention import counts_all
from mentorapp.operations.roles import people_behind
from mentorapp.operations.standing import role_facts
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

#: Those for whom the office looks whether somebody is responsible.
WITH_US = TO_BE_PAIRED | {NewcomerStatus.REGISTERED, NewcomerStatus.PAIRED}


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A newcomer in the list of all: who is responsible, how many help, what is done twice."""

    person_id: UUID
    number: int
    name: str
    status: NewcomerStatus
    coordinator: str
    stand_in: str
    contacts: int
    doubles: tuple[ContactTask, ...]


def lines(tx: Transaction, today: date) -> list[ContactLine]:
    """All newcomers who are with the scheme now, by number."""
    newcomers = [one for one in records.find(tx, Newcomer) if one.status in WITH_US]
    people = people_behind(tx, [], newcomers)
    open_ones, doubles = _on(tx, newcomers, today)
    found = []
    for newcomer in newcomers:
        person, helping = people[newcomer.person_id], open_ones[newcomer.person_id]
        responsible = [one for one in helping if one.role is ContactRole.COORDINATOR]
        found.append(
            ContactLine(
                person_id=person.id,
                number=person.number,
                name=person.name,
                status=newcomer.status,
                coordinator=", ".join(dict.fromkeys(one.name for one in responsible)),
                stand_in=", ".join(
                    dict.fromkeys(one.stand_in for one in responsible if one.stand_in)
                ),
                contacts=len(helping),
                doubles=doubles[person.id],
            )
        )
    return sorted(found, key=lambda line: line.number)


@counts_all
def figures(tx: Transaction, first: date, last: date, today: date) -> ContactFigures:
    """As things stood on the last day counted: ``last``, or today while the period runs.

    ``first`` is taken for the sake of one shape for all figures; contacts have no flow.
    """
    on = max(first, min(last, today))
    every = records.find(tx, Newcomer)
    facts_of = role_facts(tx, every)
    newcomers = [one for one in every if facts_of[one.id].status_on(on) in WITH_US]
    open_ones, doubles = _on(tx, newcomers, on)
    facts = [
        ContactFacts(
            contacts=len(helping),
            has_coordinator=any(one.role is ContactRole.COORDINATOR for one in helping),
            double=bool(doubles[one.person_id]),
        )
        for one in newcomers
        for helping in [open_ones[one.person_id]]
    ]
    return contact_figures(facts, on)


def _on(
    tx: Transaction, newcomers: Collection[Newcomer], day: date
) -> tuple[Mapping[UUID, list[ContactPoint]], Mapping[UUID, tuple[ContactTask, ...]]]:
    """Who helps each on that day, and what two services do for him, by person."""
    typed: dict[UUID, list[ContactPoint]] = defaultdict(list)
    for one in records.find(tx, ContactPoint, person_id={one.person_id for one in newcomers}):
        if one.holds_on(day):
            typed[one.person_id].append(one)
    derived = off_pairings(tx, newcomers, day)
    helping: dict[UUID, list[ContactPoint]] = defaultdict(list)
    doubles: dict[UUID, tuple[ContactTask, ...]] = defaultdict(tuple)
    for newcomer in newcomers:
        person = newcomer.person_id
        helping[person] = [*(row.contact for row in derived[person]), *typed[person]]
        doubles[person] = tuple(
            dict.fromkeys(one.task for one in double_contacts(typed[person]) if one.holds_on(day))
        )
    return helping, doubles


def attention(tx: Transaction, today: date) -> tuple[Attention, ...]:
    """Newcomers nobody has been responsible for as long as a pair may be silent."""
    long_ago = today - timedelta(days=offices.read(tx).yellow_days)
    newcomers = [one for one in records.find(tx, Newcomer) if one.status in WITH_US]
    helping, _doubles = _on(tx, newcomers, today)
    alone = [
        one
        for one in newcomers
        if all(contact.role is not ContactRole.COORDINATOR for contact in helping[one.person_id])
    ]
    people = people_behind(tx, [], alone)
    return capped(
        Attention(
            kind=AttentionKind.NO_COORDINATOR,
            severity=Severity.CALM,
            who=people[person_id].name,
            days=(today - since).days,
            subject_id=person_id,
            person_id=person_id,
        )
        for person_id, since in _alone_since(tx, alone, today)
        if since <= long_ago
    )


def _alone_since(
    tx: Transaction, alone: Collection[Newcomer], today: date
) -> Iterator[tuple[UUID, date]]:
    """By person: when the last one who was responsible stopped, else when he was registered."""
    ends = {one.person_id: [one.registered_on] for one in alone}
    persons = {one.id: one.person_id for one in alone}
    pairings = records.by_id(records.find(tx, Pairing, newcomer_id=set(persons)))
    for held in records.find(tx, Responsibility, pairing_id=set(pairings)):
        pairing = pairings[held.pairing_id]
        ended = [day for day in (held.to_date, pairing.ended_on) if day is not None]
        ends[persons[pairing.newcomer_id]] += ended
    for contact in records.find(
        tx, ContactPoint, person_id=set(ends), role=ContactRole.COORDINATOR
    ):
        if contact.until is not None and contact.since <= today:
            ends[contact.person_id].append(contact.until)
    for person_id, days in ends.items():
        yield person_id, max(days)
