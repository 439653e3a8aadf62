"""The whole history of a person or of a pair as one list, newest first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from mentorapp.domain.audit import AuditEntry
from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import Record
from mentorapp.domain.timeline import TimelineEntry, newest_first, traced
from mentorapp.operations import (
    looks,
    timeline_changes,
    timeline_pairs,
    timeline_people,
    timeline_plans,
)
from mentorapp.operations.timeline_pairs import Pair
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction


def of_person(tx: Transaction, person_id: UUID, today: date) -> tuple[TimelineEntry, ...]:
    """Everything about somebody and the pairs he was in.

    Of a strictly confidential person nothing tells a place, and of a pair nothing tells where its
    other half is. What was deleted is not shown.
    """
    person = records.get(tx, Person, person_id)
    levels = shields.protections(tx)
    looks.seen(tx, "timeline.of_person", [person_id])
    level = levels.get(person_id, Protection.NONE)
    mentors = records.find(tx, Mentor, person_id=person_id)
    newcomers = records.find(tx, Newcomer, person_id=person_id)
    pairs = timeline_pairs.of_person(tx, mentors, newcomers, levels)
    entries = [
        *timeline_people.roles(tx, mentors, newcomers),
        *timeline_people.consents(tx, person_id),
        *timeline_people.calls(tx, person_id),
        *timeline_people.outcomes(tx, person_id, level),
        *timeline_people.contacts(tx, person_id, level),
        *timeline_plans.plan(tx, person_id),
        *timeline_plans.placements(tx, person_id, level),
        *timeline_plans.events(tx, person_id, level),
        *timeline_plans.associations(tx, person_id, level),
        *timeline_plans.barriers(tx, person_id),
        *timeline_people.interviews(tx, person_id=person_id),
        *timeline_people.networks(tx, person_id=person_id),
        *timeline_pairs.entries(tx, pairs),
        *timeline_pairs.questionnaires(tx, pairs),
        *timeline_pairs.proposals(tx, mentors, newcomers, levels),
    ]
    changing: list[Record] = [
        person,
        *records.find(tx, ContactDetails, person_id=person_id),
        *mentors,
        *newcomers,
        *records.find(tx, CompetenceCard, person_id=person_id),
    ]
    found = _with_traces(tx, entries, changing, pairs)
    if not mentors and not newcomers:
        found += timeline_people.registered(person, records.traces(tx, person_id))
    return newest_first(found, today)


def of_pairing(tx: Transaction, pairing_id: UUID, today: date) -> tuple[TimelineEntry, ...]:
    """Everything about a pair; of a protected pair nothing tells a place."""
    pairing = records.get(tx, Pairing, pairing_id)
    pair = timeline_pairs.on_its_own_page(tx, pairing)
    entries = [
        *timeline_pairs.entries(tx, [pair]),
        *timeline_pairs.questionnaires(tx, [pair]),
        *timeline_pairs.calls(tx, pairing),
        *timeline_people.interviews(tx, pairing_id=pairing_id),
        *timeline_people.networks(tx, pairing_id=pairing_id),
    ]
    if pairing.ended_on is not None:
        entries += timeline_people.outcomes(
            tx,
            records.get(tx, Newcomer, pairing.newcomer_id).person_id,
            pair.level,
            scheme_id=pairing.scheme_id,
            exit_on=pairing.ended_on,
        )
    return newest_first(_with_traces(tx, entries, [pairing], [pair]), today)


def _with_traces(
    tx: Transaction,
    entries: Sequence[TimelineEntry],
    changing: Iterable[Record],
    pairs: Iterable[Pair],
) -> list[TimelineEntry]:
    """The lines with who wrote them down, and lines for what only the audit knows."""
    watched = {one.id: one for one in changing}
    by_pairing = {one.pairing.id: one for one in pairs}
    follow_ups = records.by_id(records.find(tx, FollowUp, pairing_id=list(by_pairing)))
    traces = _traces(tx, {*(one.record_id for one in entries), *watched, *follow_ups})
    of_pair = {one.record_id: by_pairing.get(one.pairing_id) for one in entries if one.pairing_id}
    subjects = {
        **dict.fromkeys((*(one.record_id for one in entries), *watched), None),
        **of_pair,
        **by_pairing,
    }
    return [
        *traced(entries, traces),
        *timeline_changes.fields(watched, traces),
        *timeline_changes.moved(follow_ups.values(), traces, by_pairing),
        *timeline_changes.put_off(tx, subjects),
    ]


def _traces(tx: Transaction, record_ids: Iterable[UUID]) -> dict[UUID, list[AuditEntry]]:
    found: dict[UUID, list[AuditEntry]] = defaultdict(list)
    for row in records.traces(tx, *record_ids):
        found[row.record_id].append(row)
    return found
