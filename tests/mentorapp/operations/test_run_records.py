from dataclasses import replace
from uuid import UUID

from mentorapp.domain.numbers import NumberKind, read_number
from mentorapp.domain.pairing_runs import Goal, PairingRun, PairingRunDetails, RunOutcome
from mentorapp.domain.proposals import Obstacle, Proposal
from mentorapp.operations import Database, Transaction, pairing
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id


def _outcome(tx: Transaction, run_id: UUID) -> RunOutcome:
    (details,) = records.find(tx, PairingRunDetails, run_id=run_id)
    return RunOutcome.from_text(details.outcome)


def test_a_run_is_kept_with_what_it_found_and_how(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, capacity=1)
        newcomer_id(tx, name="A A")
        newcomer_id(tx, name="B B", languages=frozenset())
        result = pairing.run(tx, buddy(tx), TODAY, "fair")
        kept = records.get(tx, PairingRun, result.run.id)
        assert read_number(str(kept.number), NumberKind.RUN) == kept.number
        assert (kept.held_by, kept.held_at) == ("mona", tx.now)
        assert (kept.goal, kept.pairs, kept.left_over) == (Goal.FAIR, 1, 1)
        assert kept.total == kept.worst == result.rows[0].proposal.score == result.total
        assert kept.certified
        assert kept.engine
        assert {"load", "scores", "solve"} <= kept.milliseconds.keys()
        outcome = _outcome(tx, kept.id)
        (pair,) = outcome.pairs
        proposal = result.rows[0].proposal
        assert (pair.newcomer_id, pair.mentor_id) == (proposal.newcomer_id, proposal.mentor_id)
        (left,) = outcome.left_over
        assert left.stopped == {Obstacle.NO_COMMON_LANGUAGE: 1}


def test_a_proposal_of_a_run_tells_which_and_what_each_criterion_adds(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx)
        newcomer_id(tx)
        result = pairing.run(tx, buddy(tx), TODAY)
        (stored,) = records.find(tx, Proposal)
        assert stored.run_id == result.run.id
        assert sum(stored.points.values()) == stored.score > 0
        assert stored.points["interests"] > 0
        assert sum(one.points for one in stored.reasons) <= stored.score


def test_the_mentors_who_would_cost_least_are_kept_with_the_least_loss(database: Database) -> None:
    with database.write("mona") as tx:
        near = mentor_id(tx, capacity=1)
        far = mentor_id(tx, name="B B", capacity=1, interests=frozenset())
        waiting = newcomer_id(tx)
        result = pairing.run(tx, buddy(tx), TODAY)
        found = _outcome(tx, result.run.id).candidates
        assert [(one.newcomer_id, one.mentor_id) for one in found] == [
            (waiting, near),
            (waiting, far),
        ]
        assert found[0].loss == 0
        assert found[1].loss == found[0].score - found[1].score > 0
        assert found[0].score == result.total


def test_a_later_run_takes_the_place_of_the_drafts_and_leaves_a_trace(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, capacity=3)
        for name in ("A A", "B B", "C C"):
            newcomer_id(tx, name=name)
        first = pairing.run(tx, buddy(tx), TODAY)
        held = first.rows[0].proposal
        pairing.lock(tx, held.id, locked=True)
        second = pairing.run(tx, buddy(tx), TODAY)
        assert second.run.number > first.run.number
        assert len(second.rows) == 3
        assert held.id in {row.proposal.id for row in second.rows}
        gone = [row.proposal.id for row in first.rows if row.proposal.id != held.id]
        assert not set(gone) & {row.proposal.id for row in second.rows}
        for one in gone:
            changes = [trace.change for trace in records.traces(tx, one)]
            assert changes == ["added", "deleted"]
        assert len(records.find(tx, PairingRun)) == 2


def test_trying_a_run_out_writes_nothing(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx)
        newcomer_id(tx)
    with database.read() as tx:
        given = pairing.gather(tx, buddy(tx), TODAY)
        found = pairing.solve(given)
        assert len(pairing.rows_of_run(given, found)) == 1
        assert records.find(tx, PairingRun) == []
        assert records.find(tx, Proposal) == []


def test_proposals_are_kept_as_the_run_shows_them(database: Database) -> None:
    with database.write("mona") as tx:
        for name in ("A A", "B B", "C C"):
            mentor_id(tx, name=name, capacity=1)
            newcomer_id(tx, name=f"{name} N")
        given = pairing.gather(tx, buddy(tx), TODAY)
        found = pairing.solve(given)
        kept = pairing.keep(tx, given, found)
        stored = {one.newcomer_id: one for one in records.find(tx, Proposal)}
        shown = {
            row.proposal.newcomer_id: row.proposal for row in pairing.rows_of_run(given, found)
        }
        assert stored == {
            one: replace(proposal, id=stored[one].id, run_id=kept.id)
            for one, proposal in shown.items()
        }
        assert len(stored) == 3
        for one in stored.values():
            (trace,) = records.traces(tx, one.id)
            assert (trace.change, trace.record) == ("added", "proposals")
            assert {"mentor_id", "score", "reasons", "points", "weights"} <= set(trace.fields)
