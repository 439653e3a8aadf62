"""Somebody's place in a run, by the number that is typed, or why the run does not look at him."""

from uuid import UUID

from mentorapp.domain.errors import NewcomerAlreadyPaired, NotFound, NotReadyToPair
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer, NewcomerStatus
from mentorapp.domain.pairings import RUNNING, Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Proposal, ProposalStatus
from mentorapp.domain.protection import Protection
from mentorapp.domain.run_errors import AnswerAwaited, ByHandOnly, NotInScheme, SchemeCompleted
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.taking_part import takes_part
from mentorapp.operations import people, schemes
from mentorapp.operations.candidates import wants
from mentorapp.operations.taking_part import had
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction


def newcomer_in_run(tx: Transaction, scheme: Scheme, text: str) -> UUID:
    """The newcomer with this number; refused with the reason why no run looks at him."""
    person = people.by_number(tx, text)
    newcomer = _newcomer_of(tx, person)
    if newcomer is None:
        raise NotFound("newcomer", text)
    _check_open(tx, person)
    running = records.find(
        tx,
        Pairing,
        newcomer_id=newcomer.id,
        scheme_id=scheme.id,
        status=[status.value for status in RUNNING],
    )
    if running:
        raise NewcomerAlreadyPaired(running[0].number, person.name)
    _check_taking_part(tx, newcomer, scheme, person)
    sent = records.find(
        tx,
        Proposal,
        newcomer_id=newcomer.id,
        scheme_id=scheme.id,
        status=ProposalStatus.SENT,
    )
    if sent:
        raise AnswerAwaited(person.name)
    return newcomer.id


def _check_taking_part(tx: Transaction, newcomer: Newcomer, scheme: Scheme, person: Person) -> None:
    if newcomer.status not in TO_BE_PAIRED | {NewcomerStatus.PAIRED}:
        raise NotReadyToPair("newcomer", newcomer.status, person.name)
    if takes_part(newcomer.status, newcomer.schemes, scheme.key, had(tx, newcomer.id)):
        return
    if scheme.key in newcomer.schemes:
        raise SchemeCompleted(person.name, scheme.key)
    raise NotInScheme(person.name, scheme.key)


def mentor_in_run(tx: Transaction, scheme: Scheme, text: str) -> UUID:
    """The same for a mentor."""
    person = people.by_number(tx, text)
    mentor = _mentor_of(tx, person)
    if mentor is None:
        raise NotFound("mentor", text)
    _check_open(tx, person)
    if mentor.status is not MentorStatus.APPROVED:
        raise NotReadyToPair("mentor", mentor.status, person.name)
    _check_wanted(mentor, scheme, person)
    return mentor.id


def is_asked_as_mentor(tx: Transaction, text: str) -> bool:
    """Whether a question about this number alone is about a mentor.

    Whoever is both is asked about as a newcomer, unless he waits no longer and is a mentor now.
    """
    person = people.by_number(tx, text)
    newcomer, mentor = _newcomer_of(tx, person), _mentor_of(tx, person)
    if newcomer is None or mentor is None:
        return mentor is not None
    return newcomer.status not in TO_BE_PAIRED and mentor.status is MentorStatus.APPROVED


def in_order(tx: Transaction, text: str, other: str) -> tuple[str, str]:
    """Two numbers as newcomer and mentor: turned round where only that can be meant."""
    one, two = people.by_number(tx, text), people.by_number(tx, other)
    as_typed = _newcomer_of(tx, one) and _mentor_of(tx, two)
    turned = _mentor_of(tx, one) and _newcomer_of(tx, two)
    return (other, text) if turned and not as_typed else (text, other)


def scheme_for(tx: Transaction, text: str) -> Scheme:
    """The scheme that a question about this person is about when none is named.

    The one of an open proposal, else the first the person has chosen, else the office's first.
    """
    person = people.by_number(tx, text)
    every = schemes.all_schemes(tx, active_only=True) or schemes.all_schemes(tx)
    roles = [one for one in (_newcomer_of(tx, person), _mentor_of(tx, person)) if one]
    drafts = [
        draft
        for one in roles
        for draft in records.find(
            tx,
            Proposal,
            status=ProposalStatus.DRAFT,
            **{"newcomer_id" if isinstance(one, Newcomer) else "mentor_id": one.id},
        )
    ]
    in_draft = {draft.scheme_id for draft in drafts}
    for scheme in every:
        if scheme.id in in_draft:
            return scheme
    for scheme in every:
        if any(wants(one, scheme) for one in roles):
            return scheme
    return every[0]


def _newcomer_of(tx: Transaction, person: Person) -> Newcomer | None:
    return next(iter(records.find(tx, Newcomer, person_id=person.id)), None)


def _mentor_of(tx: Transaction, person: Person) -> Mentor | None:
    return next(iter(records.find(tx, Mentor, person_id=person.id)), None)


def _check_open(tx: Transaction, person: Person) -> None:
    if shields.protection_of(tx, person.id) is Protection.STRICT:
        raise ByHandOnly(person.name)


def _check_wanted(role: Mentor | Newcomer, scheme: Scheme, person: Person) -> None:
    if not wants(role, scheme):
        raise NotInScheme(person.name, scheme.key)
