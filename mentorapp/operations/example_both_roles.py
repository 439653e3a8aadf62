"""A newcomer of the example office who is a buddy for another: refugees as a resource."""

from dataclasses import replace
from datetime import date, timedelta

from mentorapp.domain.languages import Level
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.operations import meetings, offices, pairing, pairings, people, schemes
from mentorapp.operations.people import PersonSummary
from mentorapp.storage.database import Transaction

_WEEK = timedelta(weeks=1)
_MOTHER_TONGUE = frozenset({Level.NATIVE})
_MANAGES = frozenset({Level.B2, Level.C1, Level.C2})


def fill(tx: Transaction, today: date) -> None:
    """Somebody who came years ago and still has a buddy is the buddy of one from the same land."""
    open_ones = [one for one in people.all_people(tx) if one.protection is Protection.NONE]
    with_buddy = {
        row.newcomer_person_id
        for row in pairings.rows(tx, today)
        if row.scheme.key == "buddy" and row.ended_on is None
    }
    settled = [
        one
        for one in open_ones
        if one.person.id in with_buddy and "no" in _spoken(one.person, _MANAGES)
    ]
    one = min(settled, key=lambda one: one.newcomer.arrived_year or 0 if one.newcomer else 0)
    at_home = _spoken(one.person, _MOTHER_TONGUE)
    alike = [
        other.newcomer
        for other in open_ones
        if other.newcomer is not None
        and at_home & _spoken(other.person, _MOTHER_TONGUE)
        and _waits_for_a_buddy(other.newcomer, today)
    ]
    mentor, scheme = _made_mentor(tx, one, today), schemes.find(tx, "buddy").id
    for newcomer in alike:
        if not pairing.check_by_hand(tx, scheme, mentor.id, newcomer.id, today).obstacles:
            agreed_on = today - 4 * _WEEK
            agreed = pairing.pair_by_hand(tx, scheme, mentor.id, newcomer.id, agreed_on)
            for weeks in (3, 2, 1):
                held_on = today - weeks * _WEEK
                meetings.log(tx, Meeting(pairing_id=agreed.id, held_on=held_on, minutes=90), today)
            return


def _made_mentor(tx: Transaction, one: PersonSummary, today: date) -> Mentor:
    coordinator = offices.read(tx).coordinators[0]
    mentor = Mentor(
        person_id=one.person.id,
        schemes=frozenset({"buddy"}),
        motivation="Vil gi videre det jeg selv fikk hjelp til.",
        certificate_seen_by=coordinator,
        certificate_seen_on=today - 9 * _WEEK,
        confidentiality_signed_on=today - 9 * _WEEK,
        training_done_on=today - 8 * _WEEK,
        status=MentorStatus.APPROVED,
        registered_on=today - 10 * _WEEK,
    )
    registration = people.read(tx, one.person.id, today).registration
    people.save(tx, replace(registration, mentor=mentor), today)
    return mentor


def _waits_for_a_buddy(newcomer: Newcomer, today: date) -> bool:
    return (
        newcomer.status in TO_BE_PAIRED
        and "buddy" in newcomer.schemes
        and newcomer.registered_on < today - 8 * _WEEK
    )


def _spoken(person: Person, levels: frozenset[Level]) -> set[str]:
    return {one.language for one in person.languages if one.level in levels}
