from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.closing import Closing, MentorNext, NewcomerNext
from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.domain.errors import InvalidField, PairingClosed, PairingStillRuns
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.outcome_errors import NotEnded
from mentorapp.domain.outcomes import Outcome, OutcomePoint, OutcomeStatus
from mentorapp.domain.pairings import EndReason, Initiator, Pairing, PairingStatus
from mentorapp.operations import Database, Transaction, closing, outcomes, pairing, undoing
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import buddy, newcomer_id, pair

DAY = timedelta(days=1)


def how(**changes: Any) -> Closing:
    usual: dict[str, Any] = {"ended_on": TODAY, "completed": True}
    return Closing(**(usual | changes))


def early(**changes: Any) -> Closing:
    return how(completed=False, reason=EndReason.WORK_OR_STUDY, initiator=Initiator.BOTH, **changes)


def status(tx: Transaction, made: Pairing) -> NewcomerStatus:
    return records.get(tx, Newcomer, made.newcomer_id).status


def mentor(tx: Transaction, made: Pairing) -> MentorStatus:
    return records.get(tx, Mentor, made.mentor_id).status


def person(tx: Transaction, made: Pairing) -> UUID:
    return records.get(tx, Newcomer, made.newcomer_id).person_id


def test_a_pairing_is_closed_with_what_became_of_the_newcomer_and_nothing_is_left_to_ask(
    database: Database,
) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 90 * DAY)
        ended = closing.close(
            tx,
            made.id,
            early(
                newcomer=NewcomerNext.FINISHED,
                mentor=MentorNext.PAUSED,
                outcome=OutcomeStatus.WORK,
                weekly_minutes=1800,
            ),
            TODAY,
        )

        assert ended.status is PairingStatus.ENDED_EARLY
        assert status(tx, made) is NewcomerStatus.COMPLETED
        assert mentor(tx, made) is MentorStatus.PAUSED
        (kept,) = records.find(tx, Outcome)
        assert (kept.person_id, kept.point) == (person(tx, made), OutcomePoint.EXIT)
        assert (kept.status, kept.weekly_minutes) == (OutcomeStatus.WORK, 1800)
        assert outcomes.due(tx, TODAY) == []


def test_without_an_answer_it_is_asked_for_later(database: Database) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 90 * DAY)
        closing.close(tx, made.id, how(), TODAY)
        assert [one.person_id for one in outcomes.due(tx, TODAY)] == [person(tx, made)]


def test_an_end_long_ago_answers_the_question_that_is_open_now(database: Database) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 300 * DAY)
        long_ago = how(
            ended_on=TODAY - 100 * DAY,
            newcomer=NewcomerNext.FINISHED,
            outcome=OutcomeStatus.EDUCATION,
        )
        closing.close(tx, made.id, long_ago, TODAY)
        (kept,) = records.find(tx, Outcome)
        assert kept.point is OutcomePoint.MONTHS_3
        assert outcomes.due(tx, TODAY) == []


def test_closing_is_undone_as_one(database: Database) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 90 * DAY)
    with database.write("kari") as tx:
        how_it_ended = early(
            newcomer=NewcomerNext.WITHDRAWN,
            mentor=MentorNext.FINISHED,
            outcome=OutcomeStatus.MOVED,
        )
        closing.close(tx, made.id, how_it_ended, TODAY)
        done = list(tx.changes)
        assert (status(tx, made), mentor(tx, made)) == (
            NewcomerStatus.WITHDRAWN,
            MentorStatus.ENDED,
        )
    with database.write("kari") as tx:
        undoing.undo(tx, done)
        assert (status(tx, made), mentor(tx, made)) == (
            NewcomerStatus.PAIRED,
            MentorStatus.APPROVED,
        )
        assert records.get(tx, Pairing, made.id).is_running
        assert records.find(tx, Outcome) == []


def test_nobody_who_waits_again_has_left_so_there_is_no_outcome_and_nothing_is_saved(
    database: Database,
) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 90 * DAY)
    waits = early(newcomer=NewcomerNext.WAITS, outcome=OutcomeStatus.WORK)
    with pytest.raises(NotEnded), database.write("kari") as tx:
        closing.close(tx, made.id, waits, TODAY)
    with database.read() as tx:
        assert records.get(tx, Pairing, made.id).is_running


def test_whoever_gets_a_new_mentor_now_waits_for_the_moment(database: Database) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 90 * DAY)
        closing.close(tx, made.id, how(newcomer=NewcomerNext.PAIRED_AGAIN), TODAY)
        assert status(tx, made) is NewcomerStatus.WAITING


def test_what_is_not_chosen_follows_from_the_schemes_and_leaves_the_mentor(
    database: Database,
) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 90 * DAY, schemes=frozenset({"buddy", "association_guide"}))
        told = closing.before(tx, made.id, TODAY)
        closing.close(tx, made.id, how(), TODAY)
        assert status(tx, made) is told.completes is NewcomerStatus.WAITING
        assert mentor(tx, made) is MentorStatus.APPROVED


def test_a_mentor_on_a_break_is_free_again_when_that_is_said(database: Database) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 90 * DAY)
        had = records.get(tx, Mentor, made.mentor_id)
        records.amend(tx, replace(had, status=MentorStatus.PAUSED))
        closing.close(tx, made.id, how(mentor=MentorNext.FREE), TODAY)
        assert mentor(tx, made) is MentorStatus.APPROVED


def test_a_mentor_with_another_pairing_cannot_finish(database: Database) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 90 * DAY)
        pairing.pair_by_hand(
            tx, buddy(tx), made.mentor_id, newcomer_id(tx, name="Oda Open"), TODAY, "Mona"
        )
        assert closing.before(tx, made.id, TODAY).mentor_runs
    with pytest.raises(PairingStillRuns), database.write("kari") as tx:
        closing.close(tx, made.id, how(mentor=MentorNext.FINISHED), TODAY)


def test_the_form_knows_who_wants_to_be_in_no_statistics(database: Database) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 90 * DAY)
        assert closing.before(tx, made.id, TODAY).may_be_asked
        withdrawn = Consent(
            person_id=person(tx, made),
            purpose=ConsentPurpose.STATISTICS,
            basis=LegalBasis.CONSENT,
            given_on=TODAY - 9 * DAY,
            withdrawn_on=TODAY,
        )
        records.add(tx, withdrawn)
        assert not closing.before(tx, made.id, TODAY).may_be_asked


def test_a_reason_is_asked_for_and_a_pairing_is_closed_once(database: Database) -> None:
    with database.write("kari") as tx:
        made = pair(tx, on=TODAY - 90 * DAY)
        with pytest.raises(InvalidField):
            closing.close(tx, made.id, how(completed=False), TODAY)
        closing.close(tx, made.id, how(), TODAY)
        with pytest.raises(PairingClosed):
            closing.before(tx, made.id, TODAY)
