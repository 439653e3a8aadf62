import pytest

from mentorapp.domain.explanations import Move
from mentorapp.operations import Database, pairing, trial
from tests.factories import TODAY
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id


def test_other_weights_are_held_against_the_present_ones(database: Database) -> None:
    with database.write("mona") as tx:
        near = mentor_id(tx, capacity=1, interests=frozenset({"knitting"}))
        alike = mentor_id(tx, capacity=1, postal_code="8006", interests=frozenset({"fishing"}))
        newcomer = newcomer_id(tx, interests=frozenset({"fishing"}))
        gathered = pairing.gather(tx, buddy(tx), TODAY)
    weights = dict.fromkeys(gathered.scheme.weights, "off")
    present = pairing.solve(gathered.with_weights(weights | {"distance": "high"}))
    tried = pairing.solve(gathered.with_weights(weights | {"interests": "high"}))
    found = trial.compare(present, tried)
    assert found.moves == (Move(newcomer, near, alike),)
    assert (found.pairs_present, found.pairs_tried) == (1, 1)
    assert found.total_present == present.total
    assert found.total_tried < found.total_present <= found.full_score
    same = trial.compare(present, present)
    assert same.moves == ()
    assert same.total_tried == same.total_present


def test_a_run_that_was_cancelled_cannot_be_compared(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx)
        newcomer_id(tx)
        gathered = pairing.gather(tx, buddy(tx), TODAY)
    cancelled = pairing.solve(gathered, cancelled=lambda: True)
    with pytest.raises(ValueError, match="cancelled"):
        trial.compare(pairing.solve(gathered), cancelled)


def test_a_pair_that_is_possible_only_without_a_must_is_told(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, interests=frozenset({"knitting"}))
        newcomer = newcomer_id(tx, interests=frozenset({"fishing"}))
        gathered = pairing.gather(tx, buddy(tx), TODAY)
    weights = dict.fromkeys(gathered.scheme.weights, "off")
    present = pairing.solve(gathered.with_weights(weights | {"interests": "must"}))
    tried = pairing.solve(gathered.with_weights(weights | {"distance": "high"}))
    found = trial.measured(present, tried)
    assert found.forbidden == 1
    assert found.scores == {newcomer: 0}
    assert trial.measured(tried, tried).forbidden == 0
