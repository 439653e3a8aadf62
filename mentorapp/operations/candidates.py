"""Putting together what the engine looks at: who is ready for a scheme, and what keeps pairs apart.

The place of a protected person never leaves this module: the engine is given none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.districts import district_of
from mentorapp.domain.households import Household
from mentorapp.domain.languages import LOCAL_LANGUAGE, Level, Spoken
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import ForbiddenPair, Proposal, ProposalStatus
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.ties import Tie
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.rules import PairIds, Ties
from mentorapp.operations import offices
from mentorapp.operations.places import place_of
from mentorapp.operations.roles import person_ids
from mentorapp.reference.places import Place
from mentorapp.storage import records, shields, tallies
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingInput:
    """Everything a run needs, free of the database: it may be solved on any thread.

    Pairs are (mentor id, newcomer id). ``sent`` are proposals that wait for an answer: those
    newcomers are not in the run, and their mentors' room is taken.
    """

    scheme: Scheme
    today: date
    mentors: tuple[MentorCandidate, ...]
    newcomers: tuple[NewcomerCandidate, ...]
    earlier: PairIds
    forbidden: PairIds
    locked: PairIds
    ties: Ties


@dataclass(frozen=True, slots=True)
class _Known:
    people: Mapping[UUID, Person]
    places: Mapping[UUID, Place | None]
    levels: Mapping[UUID, Protection]
    households: Mapping[UUID, Household]
    organisations: Mapping[UUID, Organisation]
    running: Mapping[UUID, int]
    country: str
    districts: Mapping[str, str]

    def household(self, person: Person) -> Household | None:
        return self.households.get(person.household_id) if person.household_id else None

    def district(self, person: Person) -> str:
        place = self.places.get(person.id)
        return district_of(self.districts, place.code) if place else ""


def gather(tx: Transaction, scheme_id: UUID, today: date) -> PairingInput:
    """All approved mentors and waiting newcomers of the scheme, with the pairs to keep apart."""
    scheme = records.get(tx, Scheme, scheme_id)
    proposals = records.find(tx, Proposal, status=[ProposalStatus.DRAFT, ProposalStatus.SENT])
    sent = [one for one in proposals if one.status is ProposalStatus.SENT]
    taken = {one.newcomer_id for one in sent if one.scheme_id == scheme_id}
    newcomers = [
        one
        for one in records.find(tx, Newcomer, status=[status.value for status in TO_BE_PAIRED])
        if wants(one, scheme) and one.id not in taken
    ]
    mentors = [
        one for one in records.find(tx, Mentor, status=MentorStatus.APPROVED) if wants(one, scheme)
    ]
    known = _known(tx, mentors, newcomers, sent)
    return PairingInput(
        scheme=scheme,
        today=today,
        mentors=tuple(mentor_candidate(known, one) for one in mentors),
        newcomers=tuple(newcomer_candidate(known, one, today) for one in newcomers),
        earlier=earlier_pairs(tx),
        forbidden=forbidden_pairs(tx),
        ties=ties(tx),
        locked=frozenset(
            (one.mentor_id, one.newcomer_id)
            for one in proposals
            if one.locked and one.scheme_id == scheme_id and one.status is ProposalStatus.DRAFT
        ),
    )


def mentors_not_ready(tx: Transaction, scheme_id: UUID) -> int:
    """How many mentors of the scheme a run passes over because nobody has approved them yet."""
    scheme = records.get(tx, Scheme, scheme_id)
    not_yet = [MentorStatus.APPLIED.value, MentorStatus.INTERVIEWED.value]
    return sum(wants(one, scheme) for one in records.find(tx, Mentor, status=not_yet))


def wants(role: Mentor | Newcomer, scheme: Scheme) -> bool:
    """Whoever named no scheme is open to all of them."""
    return not role.schemes or scheme.key in role.schemes


def gather_pair(
    tx: Transaction, mentor_id: UUID, newcomer_id: UUID, today: date
) -> tuple[MentorCandidate, NewcomerCandidate]:
    """Two people as the engine sees them, whatever their status."""
    mentor = records.get(tx, Mentor, mentor_id)
    newcomer = records.get(tx, Newcomer, newcomer_id)
    known = _known(tx, [mentor], [newcomer], [])
    return mentor_candidate(known, mentor), newcomer_candidate(known, newcomer, today)


def earlier_pairs(tx: Transaction) -> PairIds:
    """Everybody who is or was a pair, in any scheme."""
    return frozenset((one.mentor_id, one.newcomer_id) for one in records.find(tx, Pairing))


def forbidden_pairs(tx: Transaction) -> PairIds:
    """Pairs the office has forbidden."""
    return frozenset((one.mentor_id, one.newcomer_id) for one in records.find(tx, ForbiddenPair))


def ties(tx: Transaction) -> Ties:
    """People who are not to be a pair for what binds them."""
    return frozenset((one.person_id, one.other_id, one.kind) for one in records.find(tx, Tie))


def mentor_candidate(known: _Known, mentor: Mentor) -> MentorCandidate:
    """The mentor with what the organisation can offer."""
    person = _speaking(known.people[mentor.person_id], known.country)
    organisation = (
        known.organisations.get(mentor.organisation_id) if mentor.organisation_id else None
    )
    return MentorCandidate(
        role=mentor,
        person=person,
        protection=known.levels.get(person.id, Protection.NONE),
        place=known.places.get(person.id),
        district=known.district(person),
        household=known.household(person),
        running=known.running.get(mentor.id, 0),
        organisation=organisation,
    )


def _speaking(person: Person, country: str) -> Person:
    """A mentor whose languages nobody asked for is taken to speak the country's own: forms for
    mentors seldom ask, and without this nobody could be paired with him.
    """
    local = LOCAL_LANGUAGE.get(country)
    if person.languages or local is None:
        return person
    return replace(person, languages=frozenset({Spoken(local, Level.NATIVE)}))


def newcomer_candidate(known: _Known, newcomer: Newcomer, today: date) -> NewcomerCandidate:
    """The newcomer with the days waited."""
    person = known.people[newcomer.person_id]
    return NewcomerCandidate(
        role=newcomer,
        person=person,
        protection=known.levels.get(person.id, Protection.NONE),
        place=known.places.get(person.id),
        district=known.district(person),
        household=known.household(person),
        waited_days=max(0, (today - newcomer.registered_on).days),
    )


def _known(
    tx: Transaction, mentors: list[Mentor], newcomers: list[Newcomer], sent: list[Proposal]
) -> _Known:
    ids = person_ids(mentors, newcomers)
    levels = shields.protections(tx)
    office = offices.read(tx)
    running = dict(tallies.running_by_mentor(tx))
    for proposal in sent:
        running[proposal.mentor_id] = running.get(proposal.mentor_id, 0) + 1
    people = records.by_id(records.find(tx, Person, id=ids))
    homes = {person.household_id for person in people.values() if person.household_id}
    return _Known(
        people=people,
        places={
            details.person_id: place_of(
                visible(details, levels.get(details.person_id, Protection.NONE), Purpose.PAIRING)
            )
            for details in records.find(tx, ContactDetails, person_id=ids)
        },
        levels=levels,
        households=records.by_id(records.find(tx, Household, id=homes)),
        organisations=records.by_id(records.find(tx, Organisation)),
        running=running,
        country=office.country,
        districts=office.districts,
    )
