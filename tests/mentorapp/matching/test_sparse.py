from dataclasses import replace

import numpy as np
import pytest

from mentorapp.matching import sparse
from mentorapp.matching.assignment import assign, assign_sparse
from mentorapp.matching.sparse import Turned, checked, from_dense
from tests.mentorapp.matching.instances import dense, office, small


@pytest.fixture(params=[3, sparse.BLOCK])
def block(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that is done in blocks is done in tiny ones too."""
    monkeypatch.setattr(sparse, "BLOCK", request.param)


def test_a_table_survives_being_made_sparse_and_turned(block: None) -> None:
    rng = np.random.default_rng(1)
    for _ in range(50):
        scores, allowed, capacity = small(rng)
        problem = checked(from_dense(scores, allowed, capacity))
        turned = Turned.of(problem)
        assert (dense(problem)[1] == allowed).all()
        for newcomer in range(problem.shape[0]):
            mentors, points = problem.row(newcomer)
            assert (mentors == np.flatnonzero(allowed[newcomer])).all()
            assert (points == scores[newcomer][mentors]).all()
        for mentor in range(problem.shape[1]):
            newcomers, points = turned.column(mentor)
            assert (newcomers == np.flatnonzero(allowed[:, mentor])).all()
            assert (points == scores[newcomers, mentor]).all()


def test_places_of_pairs_are_found_one_by_one_and_all_at_once() -> None:
    rng = np.random.default_rng(2)
    for _ in range(50):
        problem = from_dense(*small(rng))
        cells = np.argwhere(np.ones(problem.shape, dtype=bool))
        one_by_one = [problem.place(int(row), int(column)) for row, column in cells]
        assert problem.places(cells[:, 0], cells[:, 1]).tolist() == one_by_one
        assert sorted(at for at in one_by_one if at >= 0) == list(range(len(problem.mentors)))


def test_pairs_taken_out_are_gone_and_the_others_stay(block: None) -> None:
    rng = np.random.default_rng(3)
    for _ in range(50):
        scores, allowed, capacity = small(rng)
        out = [(int(row), int(column)) for row, column in np.argwhere(allowed)[::3]]
        less = from_dense(scores, allowed, capacity).without([*out, (0, 0)])
        allowed = allowed.copy()
        for pair in [*out, (0, 0)]:
            allowed[pair] = False
        assert (dense(less)[1] == allowed).all()


def test_tables_and_pairs_alone_give_the_same(block: None) -> None:
    rng = np.random.default_rng(4)
    problem = office(rng, 40, 30, 0.4)
    assert assign(*dense(problem)) == assign_sparse(problem)


def test_problems_that_do_not_fit_together_are_refused() -> None:
    problem = from_dense(np.ones((2, 3), dtype=int), np.ones((2, 3), bool), np.ones(3, dtype=int))
    wrong = {
        "rows": replace(problem, starts=problem.starts + 1),
        "scores": replace(problem, scores=problem.scores[:-1]),
        "whole numbers": replace(problem, scores=problem.scores / 2),  # type: ignore[arg-type]
        "negative": replace(problem, capacity=problem.capacity - 2),
        "not there": replace(problem, capacity=problem.capacity[:-1]),
        "ascend": replace(problem, mentors=problem.mentors[::-1].copy()),
    }
    for message, one in wrong.items():
        with pytest.raises(ValueError, match=message):
            assign_sparse(one)
