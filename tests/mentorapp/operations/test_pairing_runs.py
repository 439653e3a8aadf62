from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import NotFound, NumberMistyped, NumberOfAnotherKind
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.numbers import NumberKind
from mentorapp.domain.pairing_runs import (
    Goal,
    PairingRun,
    PairingRunDetails,
    RunCandidate,
    RunLeftOver,
    RunOutcome,
    RunPair,
)
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, Transaction, pairing_runs, schemes
from mentorapp.storage import counters, records
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id


def _kept(tx: Transaction, outcome: RunOutcome, **changes: Any) -> PairingRun:
    usual: dict[str, Any] = {
        "number": counters.next_numbers(tx, NumberKind.RUN)[0],
        "scheme_id": buddy(tx),
        "held_at": datetime(2026, 11, 20, 10, 0, tzinfo=UTC),
        "held_by": "mona",
        "goal": Goal.MOST,
        "weights": {"interests": "high"},
        "pairs": len(outcome.pairs),
        "left_over": len(outcome.left_over),
        "total": 100,
        "worst": 100,
        "certified": True,
        "engine": "paths",
        "milliseconds": {"solve": 3},
    }
    run = records.add(tx, PairingRun(**(usual | changes)))
    records.add(tx, PairingRunDetails(run_id=run.id, outcome=outcome.to_text()))
    return run


def _protect(tx: Transaction, newcomer: UUID, level: Protection) -> None:
    person = records.get(tx, Person, records.get(tx, Newcomer, newcomer).person_id)
    records.amend(tx, replace(person, protection=level))


def test_runs_are_listed_the_newest_first_and_by_scheme(database: Database) -> None:
    with database.write("mona") as tx:
        first = _kept(tx, RunOutcome((), ()))
        other = schemes.find(tx, "work_mentor")
        second = _kept(tx, RunOutcome((), ()), scheme_id=other.id)
        rows = pairing_runs.kept_runs(tx)
        assert [row.run.number for row in rows] == [second.number, first.number]
        assert [row.scheme.key for row in rows] == ["work_mentor", "buddy"]
        assert [row.run for row in pairing_runs.kept_runs(tx, other.id)] == [second]


def test_a_run_tells_what_became_of_a_newcomer(database: Database) -> None:
    with database.write("mona") as tx:
        mentor, paired, left = mentor_id(tx), newcomer_id(tx), newcomer_id(tx, name="Ana Silva")
        candidate = RunCandidate(paired, mentor, 700, 0)
        outcome = RunOutcome(
            (RunPair(paired, mentor, 700),),
            (RunLeftOver(left, {Obstacle.TOO_FAR: 2}, 1),),
            (candidate,),
        )
        run = _kept(tx, outcome)
        kept = pairing_runs.kept_run(tx, str(run.number))
        assert kept.run == run
        assert kept.scheme.key == "buddy"
        assert kept.names[left] == "Ana Silva"
        answer = pairing_runs.answer_for(kept, paired)
        assert answer.pair == outcome.pairs[0]
        assert answer.left_over is None
        assert answer.candidates == (candidate,)
        answer = pairing_runs.answer_for(kept, left)
        assert answer.pair is None
        assert answer.left_over == outcome.left_over[0]
        nobody = pairing_runs.answer_for(kept, mentor)
        assert (nobody.pair, nobody.left_over, nobody.candidates) == (None, None, ())


def test_a_run_names_nobody_who_is_gone(database: Database) -> None:
    with database.write("mona") as tx:
        mentor, newcomer = mentor_id(tx), newcomer_id(tx)
        run = _kept(tx, RunOutcome((RunPair(newcomer, mentor, 700),), ()))
        records.remove(tx, records.get(tx, Newcomer, newcomer))
        kept = pairing_runs.kept_run(tx, str(run.number))
        assert kept.name(newcomer) == ""
        assert kept.name(mentor) != ""


def test_a_protection_set_since_hides_distances_and_candidates(database: Database) -> None:
    with database.write("mona") as tx:
        mentor, hidden, strict = mentor_id(tx), newcomer_id(tx), newcomer_id(tx, postal_code="")
        stopped = {Obstacle.TOO_FAR: 2, Obstacle.DISTANCE_UNKNOWN: 1, Obstacle.MENTOR_FULL: 3}
        run = _kept(
            tx,
            RunOutcome(
                (),
                (RunLeftOver(hidden, stopped, 1), RunLeftOver(strict, stopped, 1)),
                (RunCandidate(hidden, mentor, 1, 2), RunCandidate(strict, mentor, 1, 2)),
            ),
        )
        _protect(tx, hidden, Protection.CONFIDENTIAL)
        _protect(tx, strict, Protection.STRICT)
        outcome = pairing_runs.kept_run(tx, str(run.number)).outcome
        assert outcome.left_over == (
            RunLeftOver(hidden, {Obstacle.MENTOR_FULL: 3}, 1),
            RunLeftOver(strict, {Obstacle.BY_HAND_ONLY: 1}),
        )
        assert [one.newcomer_id for one in outcome.candidates] == [hidden]


def test_a_protection_set_since_hides_who_the_landlord_is(database: Database) -> None:
    with database.write("mona") as tx:
        hidden = newcomer_id(tx)
        stopped = {Obstacle.LANDLORD: 1, Obstacle.OTHER_TIE: 2}
        run = _kept(tx, RunOutcome((), (RunLeftOver(hidden, stopped),)))
        assert pairing_runs.kept_run(tx, str(run.number)).outcome.left_over[0].stopped == stopped
        _protect(tx, hidden, Protection.CONFIDENTIAL)
        (left,) = pairing_runs.kept_run(tx, str(run.number)).outcome.left_over
        assert left.stopped == {Obstacle.OTHER_TIE: 3}


def test_a_single_mentor_who_was_too_far_away_may_be_protected_now(database: Database) -> None:
    with database.write("mona") as tx:
        mentor, one, other = mentor_id(tx), newcomer_id(tx), newcomer_id(tx)
        lefts = (
            RunLeftOver(one, {Obstacle.TOO_FAR: 1, Obstacle.LANDLORD: 1}),
            RunLeftOver(other, {Obstacle.TOO_FAR: 2}),
        )
        run = _kept(tx, RunOutcome((), lefts))
        assert pairing_runs.kept_run(tx, str(run.number)).outcome.left_over == lefts
        person = records.get(tx, Person, records.get(tx, Mentor, mentor).person_id)
        records.amend(tx, replace(person, protection=Protection.CONFIDENTIAL))
        assert pairing_runs.kept_run(tx, str(run.number)).outcome.left_over == (
            RunLeftOver(one, {Obstacle.OTHER_TIE: 1}),
            RunLeftOver(other, {Obstacle.TOO_FAR: 2}),
        )


def test_a_mentor_who_became_strict_is_nobodys_candidate(database: Database) -> None:
    with database.write("mona") as tx:
        mentor, newcomer = mentor_id(tx, postal_code=""), newcomer_id(tx)
        run = _kept(tx, RunOutcome((), (), (RunCandidate(newcomer, mentor, 1, 2),)))
        assert len(pairing_runs.kept_run(tx, str(run.number)).outcome.candidates) == 1
        person = records.get(tx, Person, records.get(tx, Mentor, mentor).person_id)
        records.amend(tx, replace(person, protection=Protection.STRICT))
        assert pairing_runs.kept_run(tx, str(run.number)).outcome.candidates == ()


def test_a_number_that_is_no_runs_is_refused(database: Database) -> None:
    with database.write("mona") as tx:
        (number,) = counters.next_numbers(tx, NumberKind.RUN)
        with pytest.raises(NotFound):
            pairing_runs.kept_run(tx, str(number))
        with pytest.raises(NumberMistyped):
            pairing_runs.kept_run(tx, str(number + 1))
        (person,) = counters.next_numbers(tx, NumberKind.PERSON)
        with pytest.raises(NumberOfAnotherKind):
            pairing_runs.kept_run(tx, str(person))


def test_a_run_without_details_is_read_all_the_same(database: Database) -> None:
    with database.write("mona") as tx:
        run = _kept(tx, RunOutcome((), ()))
        records.remove(tx, records.find(tx, PairingRunDetails, run_id=run.id)[0])
        assert pairing_runs.kept_run(tx, str(run.number)).outcome.pairs == ()
