"""Closing a pairing in one step: its end, what became of the newcomer, and what now for each."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.closing import Closing, mentor_after
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.outcomes import Outcome
from mentorapp.domain.pairings import Pairing, check_running
from mentorapp.domain.people import Person
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.taking_part import Had, status_after
from mentorapp.operations import outcomes, pairings, people, schemes, taking_part
from mentorapp.operations.intention import intention
from mentorapp.operations.outcome_facts import withdrawn
from mentorapp.storage import records, scopes
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What one has to know to close a pairing.

    ``still_paired``: the newcomer has another running pairing and stays paired, ``mentor_runs``:
    so has the mentor, and cannot finish. ``completes`` is the newcomer's status if the pairing is
    completed as planned. ``may_be_asked``: an outcome may be stored.
    """

    newcomer_id: UUID
    newcomer: str
    mentor: str
    mentor_status: MentorStatus
    still_paired: bool
    mentor_runs: bool
    completes: NewcomerStatus
    may_be_asked: bool


def before(tx: Transaction, pairing_id: UUID, today: date) -> Before:
    """What the form has to know; PairingClosed for one that has ended."""
    pairing = records.get(tx, Pairing, pairing_id)
    check_running(pairing)
    mentor = records.get(tx, Mentor, pairing.mentor_id)
    newcomer = records.get(tx, Newcomer, pairing.newcomer_id)
    key = records.get(tx, Scheme, pairing.scheme_id).key
    had = taking_part.had(tx, newcomer.id)
    after = Had(had.running - {key}, had.completed | {key})
    offered = {one.key for one in schemes.all_schemes(tx, active_only=True)}
    with scopes.whole(tx):
        others = records.find(tx, Pairing, mentor_id=mentor.id)
    return Before(
        newcomer_id=newcomer.id,
        newcomer=records.get(tx, Person, newcomer.person_id).name,
        mentor=records.get(tx, Person, mentor.person_id).name,
        mentor_status=mentor.status,
        still_paired=bool(after.running),
        mentor_runs=any(one.is_running for one in others if one.id != pairing_id),
        completes=status_after(newcomer.schemes, after, offered, completed=True),
        may_be_asked=newcomer.person_id not in withdrawn(tx, today),
    )


@intention
def close(tx: Transaction, pairing_id: UUID, closing: Closing, today: date) -> Pairing:
    """End the pairing and take both of the two a step on, all of it or nothing.

    An outcome answers the question that is open after this exit. Raises what `pairings.finish`,
    `people.set_mentor_status` and `outcomes.save` raise: an outcome of somebody who waits for
    another mentor is refused, as nobody has left.
    """
    ended = pairings.finish(tx, pairing_id, closing, today)
    mentor = records.get(tx, Mentor, ended.mentor_id)
    status = mentor_after(closing.mentor, mentor.status)
    if status is not mentor.status:
        people.set_mentor_status(tx, mentor.id, status, closing.ended_on)
    if closing.outcome is not None:
        _keep_outcome(tx, ended, closing, today)
    return ended


def _keep_outcome(tx: Transaction, ended: Pairing, closing: Closing, today: date) -> None:
    assert closing.outcome is not None  # noqa: S101 - `close` has seen to it
    person = records.get(tx, Person, records.get(tx, Newcomer, ended.newcomer_id).person_id)
    scheme = records.get(tx, Scheme, ended.scheme_id)
    left = outcomes.last_exit(tx, person, scheme, today)
    outcomes.save(
        tx,
        Outcome(
            person_id=person.id,
            scheme_id=scheme.id,
            exit_on=left.exit_on,
            point=outcomes.point_to_ask(left, today),
            status=closing.outcome,
            weekly_minutes=closing.weekly_minutes,
            asked_on=today,
        ),
        today,
    )
