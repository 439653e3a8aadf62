"""Everything the figures of a period are made of, read once, with what each is counted by."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from uuid import UUID

from mentorapp.domain.breakdowns import Dimension
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Proposal, ProposalStatus
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.domain.statistics import Facts, PairingFacts, RoleFacts
from mentorapp.operations.places import place_of
from mentorapp.operations.standing import role_facts
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction

_ANSWERED = [ProposalStatus.ACCEPTED, ProposalStatus.DECLINED]


def gather(tx: Transaction, scheme_id: UUID | None = None) -> Facts:
    """For the whole office, or of pairs, proposals and follow-ups for one scheme.

    A pair is counted where the newcomer lives, and by the organisation of the mentor. Of whoever
    is protected neither is told.
    """
    mentors, newcomers = records.find(tx, Mentor), records.find(tx, Newcomer)
    roles: list[Mentor | Newcomer] = [*mentors, *newcomers]
    people = records.by_id(records.find(tx, Person))
    homes = {one.person_id: one for one in records.find(tx, ContactDetails)}
    facts, levels = role_facts(tx, roles), shields.protections(tx)
    told = {
        one.id: _role(
            facts[one.id],
            people[one.person_id],
            homes.get(one.person_id),
            one,
            levels.get(one.person_id, Protection.NONE),
        )
        for one in roles
    }
    meetings: dict[UUID, list[tuple[date, int]]] = defaultdict(list)
    for meeting in sorted(records.find(tx, Meeting), key=lambda m: (m.held_on, m.id)):
        if meeting.counts:
            meetings[meeting.pairing_id].append((meeting.held_on, meeting.minutes))
    own = {"scheme_id": scheme_id} if scheme_id else {}
    pairings = records.find(tx, Pairing, **own)
    ids = {one.id for one in pairings}
    return Facts(
        mentors=[told[one.id] for one in mentors],
        newcomers=[told[one.id] for one in newcomers],
        pairings=[
            _pairing(one, meetings[one.id], told.get(one.mentor_id), told.get(one.newcomer_id))
            for one in pairings
        ],
        answers=[
            (one.decided_on, one.status.value)
            for one in records.find(tx, Proposal, status=_ANSWERED, **own)
            if one.decided_on is not None
        ],
        follow_ups=[
            (one.due, one.done_on)
            for one in records.find(tx, FollowUp)
            if scheme_id is None or one.pairing_id in ids
        ],
    )


def _role(
    facts: RoleFacts,
    person: Person,
    home: ContactDetails | None,
    role: Mentor | Newcomer,
    level: Protection,
) -> RoleFacts:
    guarded = level is not Protection.NONE
    place = place_of(visible(home, level, Purpose.LIST))
    groups = {
        Dimension.GENDER.value: person.gender.value,
        Dimension.MUNICIPALITY.value: f"{place.country}{place.municipality_code}"
        if place and place.municipality_code
        else "",
    }
    if isinstance(role, Mentor) and role.organisation_id and not guarded:
        groups[Dimension.ORGANISATION.value] = str(role.organisation_id)
    years = {Dimension.AGE.value: person.birth_year}
    if isinstance(role, Newcomer):
        groups[Dimension.EDUCATION.value] = role.education.value
        groups[Dimension.BASIS.value] = role.residence_basis.value
        years[Dimension.ARRIVAL.value] = role.arrived_year
    known = {kind: year for kind, year in years.items() if year is not None}
    return replace(facts, groups=groups, years=known, protected=guarded)


def _pairing(
    pairing: Pairing,
    meetings: list[tuple[date, int]],
    mentor: RoleFacts | None,
    newcomer: RoleFacts | None,
) -> PairingFacts:
    groups = {Dimension.SCHEME.value: str(pairing.scheme_id)}
    guarded = any(one is not None and one.protected for one in (mentor, newcomer))
    for dimension, half in (
        (Dimension.GENDER, newcomer),
        (Dimension.MUNICIPALITY, newcomer),
        (Dimension.ORGANISATION, mentor),
    ):
        places = dimension is not Dimension.GENDER
        if half is not None and not (places and guarded):
            groups[dimension.value] = half.groups.get(dimension, "")
    return PairingFacts(
        agreed_on=pairing.agreed_on,
        ended_on=pairing.ended_on,
        end="" if pairing.is_running else pairing.status.value,
        end_reason=pairing.end_reason.value if pairing.end_reason else "",
        end_initiator=pairing.end_initiator.value if pairing.end_initiator else "",
        meetings=tuple(meetings),
        groups=groups,
        years=newcomer.years if newcomer is not None else {},
        protected=guarded,
    )
