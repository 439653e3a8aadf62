from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.consents import ConsentPurpose
from mentorapp.domain.errors import NotFound, ProtectedLocation, StillInUse
from mentorapp.domain.follow_up import AttentionKind, Severity
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.outcome_errors import (
    AlreadyAnswered,
    NotEnded,
    NotForStatistics,
    PointNotReached,
)
from mentorapp.domain.outcomes import Outcome, OutcomePoint, OutcomeStatus, Relevance
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, follow_up, in_use, outcomes, pairings
from mentorapp.operations import Transaction as Tx
from mentorapp.storage import records
from tests.factories import TODAY, a_consent
from tests.mentorapp.operations.registering import buddy, end_early, pair

DAY = timedelta(days=1)
AGREED = date(2025, 1, 10)
EXIT = date(2025, 11, 1)


def ended(tx: Tx, on: date = EXIT, **newcomers: Any) -> tuple[Pairing, UUID]:
    """A pair that is over, and the person who was the newcomer."""
    made = pair(tx, on=AGREED, registered_on=AGREED, **newcomers)
    done = pairings.end(tx, made.id, on, TODAY, completed=True)
    return done, records.get(tx, Newcomer, made.newcomer_id).person_id


def answer(tx: Tx, person_id: UUID, **changes: Any) -> Outcome:
    usual: dict[str, Any] = {
        "person_id": person_id,
        "scheme_id": buddy(tx),
        "exit_on": EXIT,
        "point": OutcomePoint.YEAR_1,
        "status": OutcomeStatus.WORK,
        "weekly_minutes": 1800,
        "asked_on": TODAY,
    }
    return Outcome(**(usual | changes))


def test_whom_to_ask_is_told_until_there_is_an_answer(database: Database) -> None:
    with database.write("mona") as tx:
        _, person_id = ended(tx)
        (row,) = outcomes.due(tx, TODAY)
        assert (row.name, row.point, row.days_late) == ("Sahra Guled", OutcomePoint.YEAR_1, 22)
        (line,) = [
            one for one in follow_up.today_list(tx, TODAY) if one.kind is AttentionKind.OUTCOME
        ]
        assert (line.who, line.detail, line.severity) == ("Sahra Guled", "year_1", Severity.YELLOW)
        outcomes.save(tx, answer(tx, person_id), TODAY)
        assert outcomes.due(tx, TODAY) == []
        assert AttentionKind.OUTCOME not in {one.kind for one in follow_up.today_list(tx, TODAY)}


def test_nobody_is_asked_who_still_has_a_mentor_or_waits_for_another(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx, on=AGREED, registered_on=AGREED)
        second = pair(tx, on=AGREED, given_name="Ali", registered_on=AGREED)
        end_early(tx, second.id, TODAY - 30 * DAY, TODAY)
        assert outcomes.due(tx, TODAY) == []
        assert [row.name for row in outcomes.due(tx, TODAY + 90 * DAY)] == ["Ali Guled"]


def test_who_withdrew_from_statistics_is_not_asked_and_nothing_is_kept(database: Database) -> None:
    with database.write("mona") as tx:
        _, person_id = ended(tx)
        consent = records.add(
            tx,
            a_consent(
                person_id=person_id,
                purpose=ConsentPurpose.STATISTICS,
                given_on=AGREED,
                withdrawn_on=TODAY,
            ),
        )
        assert len(outcomes.due(tx, TODAY - DAY)) == 1
        assert outcomes.due(tx, TODAY) == []
        with pytest.raises(NotForStatistics):
            outcomes.save(tx, answer(tx, person_id), TODAY)
        records.add(tx, replace(consent, id=person_id, withdrawn_on=None))
        assert len(outcomes.due(tx, TODAY)) == 1


def test_there_is_one_answer_for_a_point_and_it_can_be_changed(database: Database) -> None:
    with database.write("mona") as tx:
        _, person_id = ended(tx)
        first = outcomes.save(tx, answer(tx, person_id, relevance=Relevance.RELEVANT), TODAY)
        with pytest.raises(AlreadyAnswered):
            outcomes.save(tx, answer(tx, person_id), TODAY)
        changed = outcomes.save(tx, replace(first, status=OutcomeStatus.EDUCATION), TODAY)
        assert (changed.weekly_minutes, changed.relevance) == (None, Relevance.NOT_ASKED)
        history = {row.point: row.outcome for row in outcomes.history(tx, person_id, TODAY)}
        assert history[OutcomePoint.YEAR_1] == changed
        assert history[OutcomePoint.EXIT] is None
        assert len(history) == len(OutcomePoint)


def test_an_answer_needs_an_exit_and_a_point_that_is_near(database: Database) -> None:
    with database.write("mona") as tx:
        _, person_id = ended(tx)
        with pytest.raises(NotEnded):
            outcomes.save(tx, answer(tx, person_id, exit_on=EXIT - DAY), TODAY)
        with pytest.raises(PointNotReached) as refused:
            outcomes.save(tx, answer(tx, person_id, point=OutcomePoint.YEAR_2), TODAY)
        assert refused.value.day == date(2027, 10, 18)
        outcomes.save(tx, answer(tx, person_id, point=OutcomePoint.EXIT), TODAY)


def test_an_answer_taken_back_is_asked_for_again_and_can_be_brought_back(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        _, person_id = ended(tx)
        kept = outcomes.save(tx, answer(tx, person_id), TODAY)
        with pytest.raises(StillInUse):
            in_use.check_person_unused(tx, person_id)
        gone = outcomes.delete(tx, kept.id)
        assert len(outcomes.due(tx, TODAY)) == 1
        outcomes.restore(tx, gone)
        assert outcomes.due(tx, TODAY) == []


def test_a_protected_person_is_asked_and_her_notes_tell_nothing(database: Database) -> None:
    with database.write("mona") as tx:
        _, person_id = ended(tx)
        kept = outcomes.save(tx, answer(tx, person_id, note="At the bakery in Moss"), TODAY)
        person = records.get(tx, Person, person_id)
        records.amend(tx, replace(person, protection=Protection.CONFIDENTIAL))
        (row,) = [one for one in outcomes.history(tx, person_id, TODAY) if one.outcome]
        assert row.outcome is not None
        assert row.outcome.note == ""
        with pytest.raises(ProtectedLocation):
            outcomes.save(tx, kept, TODAY)
        outcomes.delete(tx, kept.id)
        (asked,) = outcomes.due(tx, TODAY)
        assert asked.protected


def test_the_exit_of_a_scheme_is_found_or_named(database: Database) -> None:
    with database.write("mona") as tx:
        made, person_id = ended(tx)
        person = records.get(tx, Person, person_id)
        scheme = next(row.scheme for row in outcomes.history(tx, person_id, TODAY))
        assert outcomes.last_exit(tx, person, scheme, TODAY).exit_on == made.ended_on
        with pytest.raises(NotEnded):
            outcomes.last_exit(tx, person, scheme, TODAY, EXIT + DAY)
        with pytest.raises(NotFound):
            outcomes.delete(tx, person_id)


def test_many_answers_are_kept_in_one_go_under_the_same_rules(database: Database) -> None:
    with database.write("mona") as tx:
        _, person_id = ended(tx)
        both = [answer(tx, person_id, point=point) for point in list(OutcomePoint)[1:3]]
        outcomes.add_all(tx, both, TODAY)
        history = outcomes.history(tx, person_id, TODAY)
        assert [row.point for row in history if row.outcome is not None] == list(OutcomePoint)[1:3]
        for wrong, refusal in (
            (answer(tx, person_id), AlreadyAnswered),
            (answer(tx, person_id, exit_on=EXIT + DAY), NotEnded),
            (answer(tx, person_id, point=OutcomePoint.YEAR_2), PointNotReached),
        ):
            with pytest.raises(refusal):
                outcomes.add_all(tx, [wrong], TODAY)
