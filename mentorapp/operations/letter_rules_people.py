"""Letters about one person, and to organisations: registered, waiting, papers to sign, thanks."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from uuid import UUID

from mentorapp.domain.clearances import certificate_holds
from mentorapp.domain.consents import Consent
from mentorapp.domain.follow_up import AttentionKind
from mentorapp.domain.letter_calendar import happened_lately, told_to_wait_on, year_to_thank_for
from mentorapp.domain.letters import LetterKind
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer, NewcomerStatus
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Proposal, ProposalStatus
from mentorapp.domain.schemes import Scheme, SchemePart
from mentorapp.operations import put_off
from mentorapp.operations.contributions import by_organisation
from mentorapp.operations.letters_wanted import Sent, Wanted
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

_GONE = frozenset({MentorStatus.ENDED, NewcomerStatus.WITHDRAWN, NewcomerStatus.COMPLETED})
#: Whoever brought in a list of people has written to them before.
_BROUGHT_IN = frozenset({"imports.apply"})


def of_new_people(tx: Transaction, today: date, _sent: Sent) -> Iterator[Wanted]:
    """Everybody registered here lately gets a confirmation, and a consent form where no basis is
    noted; mentors get what they are to sign before they meet anybody.

    The confirmation says that we look for somebody: who has a pair already gets none.
    """
    new = _new_roles(tx, today)
    numbers = _numbers(tx, new)
    noted = {one.person_id for one in records.find(tx, Consent, person_id=set(numbers))}
    paired = _ever_paired(tx)
    schemes = [one for one in records.find(tx, Scheme) if one.active]
    for person_id, group in groupby(new, key=lambda one: one.person_id):
        roles = list(group)
        kinds = []
        if paired.isdisjoint(one.id for one in roles):
            kinds.append(LetterKind.REGISTRATION)
        if person_id not in noted:
            kinds.append(LetterKind.CONSENT)
        for role in roles:
            if isinstance(role, Mentor):
                kinds += _papers(role, schemes, today)
        for kind in kinds:
            yield Wanted(
                kind=kind,
                number=numbers[person_id],
                since=roles[0].registered_on,
                person_id=person_id,
            )


def of_waiting(tx: Transaction, today: date, _sent: Sent) -> Iterator[Wanted]:
    """Newcomers who have waited some weeks are told so, once.

    Not those who had a pair or are asked about one now, to whom "we have found nobody yet" is
    wrong, nor those whose waiting the office has put off.
    """
    found = _ever_paired(tx) | {
        one.newcomer_id for one in records.find(tx, Proposal, status=ProposalStatus.SENT)
    }
    later = put_off.subjects(tx, [AttentionKind.WAITING], today)
    waiting = {
        one.person_id: due
        for one in records.find(tx, Newcomer, status=list(TO_BE_PAIRED))
        if one.id not in found
        and one.person_id not in later
        and (due := told_to_wait_on(one.registered_on, today))
    }
    for person in records.find(tx, Person, id=set(waiting)):
        yield Wanted(
            kind=LetterKind.WAITING,
            number=person.number,
            since=waiting[person.id],
            person_id=person.id,
        )


def of_organisations(tx: Transaction, today: date, sent: Sent) -> Iterator[Wanted]:
    """Thanks for last year, each year anew, to those that gave something."""
    year = year_to_thank_for(today)
    if year is None:
        return
    given = by_organisation(tx, date(year, 1, 1), date(year, 12, 31))
    first = date(today.year, 1, 1)
    for one in records.find(tx, Organisation):
        wanted = Wanted(
            kind=LetterKind.ORGANISATION_THANKS,
            number=one.number,
            since=first,
            organisation_id=one.id,
        )
        before = sent.get(wanted.key)
        if given[one.id].gave and (before is None or before.date() < first):
            yield wanted


def _new_roles(tx: Transaction, today: date) -> list[Mentor | Newcomer]:
    every: list[Mentor | Newcomer] = [*records.find(tx, Newcomer), *records.find(tx, Mentor)]
    new = [
        one
        for one in every
        if happened_lately(one.registered_on, today) and one.status not in _GONE
    ]
    made = records.traces(tx, *(one.id for one in new)) if new else []
    listed = {one.record_id for one in made if one.operation in _BROUGHT_IN}
    # Whoever is both is a newcomer first.
    return sorted((one for one in new if one.id not in listed), key=lambda one: one.person_id)


def _ever_paired(tx: Transaction) -> set[UUID]:
    """The roles that stand in a pair, running or ended."""
    pairings = records.find(tx, Pairing)
    return {role for one in pairings for role in (one.mentor_id, one.newcomer_id)}


def _numbers(tx: Transaction, roles: Iterable[Mentor | Newcomer]) -> dict[UUID, int]:
    ids = {one.person_id for one in roles}
    return {one.id: one.number for one in records.find(tx, Person, id=ids)}


def _papers(mentor: Mentor, schemes: Iterable[Scheme], today: date) -> Iterator[LetterKind]:
    """What a mentor is to sign or to get. A scheme with families meets children."""
    own = [one for one in schemes if not mentor.schemes or one.key in mentor.schemes]
    if mentor.confidentiality_signed_on is None and any(
        one.requires_confidentiality for one in own
    ):
        yield LetterKind.CONFIDENTIALITY
    with_children = mentor.schemes and any(SchemePart.HOUSEHOLDS in one.parts for one in own)
    holds = certificate_holds(mentor.certificate_seen_on, mentor.certificate_valid_to, today)
    if with_children and not holds:
        yield LetterKind.CERTIFICATE_PURPOSE
