"""Everything the figures of a period are made of, read once, with what each is counted by."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from mentorapp.domain.breakdowns import Dimension
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.letters import LetterIssued, LetterKind
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Proposal, ProposalStatus
from mentorapp.domain.protection import Protection, Purpose, visible
from mentorapp.domain.questionnaires import Item
from mentorapp.domain.statistics import Facts, PairingFacts, RoleFacts
from mentorapp.operations import questionnaires
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
    own = {"scheme_id": scheme_id} if scheme_id else {}
    pairings = records.find(tx, Pairing, **own)
    begun = _days_of(records.find(tx, Pairing))
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
    ids = {one.id for one in pairings}
    answered = [
        one
        for one in records.find(tx, Proposal, status=_ANSWERED, **own)
        if one.decided_on is not None
    ]
    return Facts(
        mentors=[replace(told[one.id], pairs=tuple(begun[one.id])) for one in mentors],
        newcomers=[told[one.id] for one in newcomers],
        pairings=[
            _pairing(one, meetings[one.id], told.get(one.mentor_id), told.get(one.newcomer_id))
            for one in pairings
        ],
        answers=[(one.decided_on, one.status.value) for one in answered if one.decided_on],
        refusals=[
            (one.decided_on, one.decided_by.value)
            for one in answered
            if one.decided_on and one.decided_by and one.status is ProposalStatus.DECLINED
        ],
        follow_ups=[
            (one.due, one.done_on)
            for one in records.find(tx, FollowUp)
            if scheme_id is None or one.pairing_id in ids
        ],
        fits=[
            (page.answered_on, (page.pairing_id, page.person_id), one.answers[Item.FIT])
            for one in questionnaires.of_pairings(tx, ids)
            for page in [one.questionnaire]
            if Item.FIT in one.answers
        ],
        thanks=[
            (one.issued_at.astimezone().date(), one.person_id)
            for one in records.find(tx, LetterIssued, kind=LetterKind.THANKS, failed_on=None)
            if one.pairing_id in ids
        ],
    )


def _days_of(pairings: Iterable[Pairing]) -> dict[UUID, list[tuple[date, date | None]]]:
    """When the pairs of each mentor began and ended."""
    found: dict[UUID, list[tuple[date, date | None]]] = defaultdict(list)
    for one in pairings:
        found[one.mentor_id].append((one.agreed_on, one.ended_on))
    return found


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
