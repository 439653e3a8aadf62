"""Follow-ups, and the list of what needs attention today."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.follow_up import (
    Attention,
    AttentionKind,
    FollowUp,
    Severity,
    by_urgency,
    check_due,
)
from mentorapp.domain.letters import DUE_FOR_PAIRING
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import RUNNING, Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Proposal, ProposalStatus
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.domain.text import NOTE_LIMIT, check_length
from mentorapp.operations import (
    certificates,
    contact_overview,
    driving_overview,
    events,
    free_text,
    goals,
    introductions,
    letters_due,
    networks,
    offices,
    outcomes,
    pairings,
    pairs_today,
    placement_rows,
    plans,
    put_off,
    questionnaires_due,
    unfinished_forms,
)
from mentorapp.operations.intention import intention
from mentorapp.operations.pairings import PairingRow
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

#: How many of those who wait longest are shown; the rest are in the list of newcomers.
_LONGEST_WAITING = 10


def today_list(tx: Transaction, today: date) -> tuple[Attention, ...]:
    """All that needs attention and was not put off, the most urgent first."""
    return by_urgency(put_off.waiting(tx, _every_line(tx, today), today))


def _every_line(tx: Transaction, today: date) -> list[Attention]:
    limits = offices.read(tx)
    pairs = {row.id: row for row in pairings.rows(tx, today)}
    return [
        *_follow_ups(tx, today, pairs),
        *pairs_today.attention(tx, today, limits, pairs),
        *certificates.attention(tx, today, limits),
        *_waiting(tx, today, limits),
        *_letters(tx, today),
        *_proposals(tx, today),
        *driving_overview.permits_to_see_to(tx, today, pairs.values()),
        *outcomes.attention(tx, today),
        *goals.attention(tx, today),
        *introductions.attention(tx, today),
        *plans.attention(tx, today),
        *events.attention(tx, today),
        *placement_rows.attention(tx, today),
        *contact_overview.attention(tx, today),
        *networks.attention(tx, today),
        *questionnaires_due.attention(tx, today),
        *unfinished_forms.attention(tx, today),
    ]


@intention
def done(tx: Transaction, follow_up_id: UUID, today: date, note: str = "") -> FollowUp:
    """The follow-up was made, today."""
    follow_up = records.get(tx, FollowUp, follow_up_id)
    return records.amend(tx, replace(_noted(tx, follow_up, note), done_on=today, done_by=tx.actor))


@intention
def reopen(tx: Transaction, follow_up_id: UUID) -> FollowUp:
    """Undo ``done``."""
    follow_up = records.get(tx, FollowUp, follow_up_id)
    return records.amend(tx, replace(follow_up, done_on=None, done_by=""))


@intention
def plan(
    tx: Transaction,
    pairing_id: UUID,
    due: date,
    kind: FollowUpKind,
    today: date,
    note: str = "",
) -> FollowUp:
    """Add a follow-up beside those of the scheme."""
    records.get(tx, Pairing, pairing_id)
    check_due(due, today)
    return records.add(tx, _noted(tx, FollowUp(pairing_id=pairing_id, due=due, kind=kind), note))


@intention
def postpone(tx: Transaction, follow_up_id: UUID, due: date, today: date, note: str) -> FollowUp:
    """Move an open follow-up to a later day, with the reason."""
    if due <= today:
        raise InvalidField("due", Problem.OUT_OF_RANGE, due.isoformat())
    check_due(due, today)
    follow_up = records.get(tx, FollowUp, follow_up_id)
    return records.amend(tx, replace(_noted(tx, follow_up, note), due=due))


def _noted(tx: Transaction, follow_up: FollowUp, note: str) -> FollowUp:
    """With the note, or with the one that it has when none is given."""
    if not note:
        return follow_up
    check_length("notes", note, NOTE_LIMIT)
    noted = replace(follow_up, note=note)
    pairing = records.get(tx, Pairing, follow_up.pairing_id)
    free_text.check(tx, noted, *pairings.both(tx, pairing))
    return noted


def _follow_ups(
    tx: Transaction, today: date, rows: Mapping[UUID, PairingRow]
) -> Iterator[Attention]:
    for follow_up in records.find(tx, FollowUp, done_on=None):
        row = rows.get(follow_up.pairing_id)
        days = (today - follow_up.due).days
        if row is None or days < 0 or row.status not in RUNNING:
            continue
        yield Attention(
            kind=AttentionKind.FOLLOW_UP,
            severity=Severity.RED if days > 14 else Severity.YELLOW,
            who=row.who,
            days=days,
            subject_id=follow_up.id,
            pairing_id=row.id,
            pairing_number=row.number,
            detail=follow_up.kind.value,
        )


def _waiting(tx: Transaction, today: date, limits: Office) -> Iterator[Attention]:
    """Those who have waited longest, once it is as long as a pair may be silent."""
    long_ago = today - timedelta(days=limits.yellow_days)
    waiting = sorted(
        (
            newcomer
            for newcomer in records.find(tx, Newcomer, status=list(TO_BE_PAIRED))
            if newcomer.registered_on <= long_ago
        ),
        key=lambda newcomer: (newcomer.registered_on, newcomer.id),
    )[:_LONGEST_WAITING]
    names = _names(tx, (newcomer.person_id for newcomer in waiting))
    for newcomer in waiting:
        yield Attention(
            kind=AttentionKind.WAITING,
            severity=Severity.CALM,
            who=names[newcomer.person_id],
            days=(today - newcomer.registered_on).days,
            subject_id=newcomer.person_id,
        )


def _letters(tx: Transaction, today: date) -> Iterator[Attention]:
    for letter in letters_due.due_for_new_pairs(tx, today):
        if letter.pairing_id is None or letter.kind not in DUE_FOR_PAIRING:
            continue  # on the page of letters: a line each would drown the day
        days = (today - letter.due_since).days
        yield Attention(
            kind=AttentionKind.LETTER,
            severity=Severity.YELLOW if days > 7 else Severity.CALM,
            who=letter.receiver,
            days=days,
            subject_id=letter.pairing_id,
            pairing_id=letter.pairing_id,
            pairing_number=letter.number,
            detail=letter.kind.value,
        )


def _proposals(tx: Transaction, today: date) -> Iterator[Attention]:
    """Proposals that were sent and wait for an answer."""
    for proposal in records.find(tx, Proposal, status=ProposalStatus.SENT):
        newcomer = records.get(tx, Newcomer, proposal.newcomer_id)
        mentor = records.get(tx, Mentor, proposal.mentor_id)
        names = _names(tx, (newcomer.person_id, mentor.person_id))
        days = (today - proposal.proposed_on).days
        yield Attention(
            kind=AttentionKind.PROPOSAL,
            severity=Severity.YELLOW if days > 7 else Severity.CALM,
            who=f"{names[newcomer.person_id]} – {names[mentor.person_id]}",
            days=days,
            subject_id=proposal.id,
        )


def _names(tx: Transaction, ids: Iterable[UUID]) -> dict[UUID, str]:
    return {person.id: person.name for person in records.find(tx, Person, id=set(ids))}
