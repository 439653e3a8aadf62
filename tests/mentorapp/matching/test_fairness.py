import numpy as np
import pytest

from mentorapp.matching.assignment import assign_sparse
from mentorapp.matching.fairness import Cover
from mentorapp.matching.sparse import from_dense
from tests.mentorapp.matching.instances import office


def _cover(above: int, newcomers: list[int], mentors: list[int]) -> Cover:
    return Cover(above, np.array(newcomers), np.array(mentors))


def test_a_cover_proves_only_what_every_better_pair_and_every_place_allows() -> None:
    scores, everybody = np.array([[9, 1], [8, 1]]), np.ones((2, 2), dtype=bool)
    problem = from_dense(scores, everybody, np.array([1, 1]))
    assert _cover(1, [0, 0], [1, 0]).holds(problem, 2)
    assert not _cover(1, [0, 0], [0, 1]).holds(problem, 2)  # the good pairs have no price
    assert not _cover(1, [1, 1], [0, 0]).holds(problem, 2)  # two could still score more
    roomy = from_dense(scores, everybody, np.array([2, 1]))
    assert not _cover(1, [0, 0], [1, 0]).holds(roomy, 2)


@pytest.mark.parametrize("share", [0.1, 0.5, 1.0])
def test_the_worst_score_of_hundreds_is_the_largest_there_can_be(share: float) -> None:
    problem = office(np.random.default_rng(2), 150, 110, share)
    most, fair = assign_sparse(problem), assign_sparse(problem, goal="fair")
    assert fair.certified
    assert len(fair.pairs) == len(most.pairs)
    assert fair.total <= most.total
    assert fair.worst is not None
    better = assign_sparse(problem.kept(problem.scores > fair.worst))
    assert len(better.pairs) < len(fair.pairs)
    assert fair.cover is not None
    assert fair.cover.holds(problem, len(fair.pairs))
    assert not fair.cover.holds(problem, len(better.pairs))


def test_a_fair_set_gives_up_total_for_the_one_who_is_worst_off() -> None:
    scores = np.array([[100, 60], [70, 10]])
    problem = from_dense(scores, np.ones((2, 2), dtype=bool), np.array([1, 1]))
    assert assign_sparse(problem, goal="fair").pairs == [(0, 1), (1, 0)]
    assert assign_sparse(problem, goal="fair").worst == 60
