from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mentorapp.matching.assignment import Goal, assign


@st.composite
def _instances(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    newcomers, mentors = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    shape = (newcomers, mentors)
    return (
        draw(arrays(np.int64, shape, elements=st.integers(-5, 30))),
        draw(arrays(np.bool_, shape)),
        draw(arrays(np.int64, mentors, elements=st.integers(0, 3))),
    )


def _all_sets(allowed: np.ndarray, capacity: np.ndarray) -> list[list[tuple[int, int]]]:
    """Every set of pairs there is, by trying each mentor or none for each newcomer."""
    rows, columns = allowed.shape
    found = []
    for choice in product(range(-1, columns), repeat=rows):
        pairs = [(row, column) for row, column in enumerate(choice) if column >= 0]
        if all(allowed[pair] for pair in pairs) and all(
            sum(column == mentor for _, column in pairs) <= capacity[mentor]
            for mentor in range(columns)
        ):
            found.append(pairs)
    return found


def _total(scores: np.ndarray, pairs: list[tuple[int, int]]) -> int:
    return sum(int(scores[pair]) for pair in pairs)


@given(_instances())
@settings(max_examples=200, deadline=None)
def test_most_pairs_then_the_best_of_them_against_every_set_there_is(
    instance: tuple[np.ndarray, np.ndarray, np.ndarray],
) -> None:
    scores, allowed, capacity = instance
    got = assign(scores, allowed, capacity, goal="most")
    best = max((len(pairs), _total(scores, pairs)) for pairs in _all_sets(allowed, capacity))
    assert (len(got.pairs), got.total) == best
    assert got.pairs in _all_sets(allowed, capacity)


@given(_instances())
@settings(max_examples=200, deadline=None)
def test_the_best_total_against_every_set_there_is(
    instance: tuple[np.ndarray, np.ndarray, np.ndarray],
) -> None:
    scores, allowed, capacity = instance
    got = assign(scores, allowed, capacity, goal="best")
    assert got.total == max(_total(scores, pairs) for pairs in _all_sets(allowed, capacity))
    assert got.pairs in _all_sets(allowed, capacity)
    assert got.bonus == 0
    assert all(scores[pair] > 0 for pair in got.pairs)


@given(_instances(), st.data())
@settings(max_examples=200, deadline=None)
def test_locked_pairs_are_in_and_forbidden_ones_out(
    instance: tuple[np.ndarray, np.ndarray, np.ndarray], data: st.DataObject
) -> None:
    scores, allowed, capacity = instance
    sets = _all_sets(allowed, capacity)
    locked = data.draw(st.sampled_from(sets))
    cells = [
        (row, column)
        for row, column in product(range(allowed.shape[0]), range(allowed.shape[1]))
        if (row, column) not in locked
    ]
    forbidden = data.draw(st.lists(st.sampled_from(cells), max_size=4)) if cells else []
    got = assign(scores, allowed, capacity, locked=locked, forbidden=forbidden)
    possible = [one for one in sets if set(locked) <= set(one) and not set(forbidden) & set(one)]
    assert (len(got.pairs), got.total) == max((len(one), _total(scores, one)) for one in possible)
    assert got.pairs in possible


@given(_instances(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_of_people_changes_neither_number_nor_total(
    instance: tuple[np.ndarray, np.ndarray, np.ndarray], random: object
) -> None:
    scores, allowed, capacity = instance
    rows = random.sample(range(len(scores)), len(scores))  # type: ignore[attr-defined]
    columns = random.sample(range(len(capacity)), len(capacity))  # type: ignore[attr-defined]
    grid = np.ix_(rows, columns)
    one = assign(scores, allowed, capacity)
    other = assign(scores[grid], allowed[grid], capacity[columns])
    assert (len(one.pairs), one.total) == (len(other.pairs), other.total)


@given(_instances())
@settings(max_examples=100, deadline=None)
def test_one_more_mentor_never_lowers_the_number_of_pairs(
    instance: tuple[np.ndarray, np.ndarray, np.ndarray],
) -> None:
    scores, allowed, capacity = instance
    without = assign(scores[:, :-1], allowed[:, :-1], capacity[:-1])
    assert len(assign(scores, allowed, capacity).pairs) >= len(without.pairs)


def test_the_same_data_give_the_same_pairs() -> None:
    scores = np.full((6, 5), 7)
    allowed, capacity = np.ones((6, 5), dtype=bool), np.full(5, 2)
    assert assign(scores, allowed, capacity) == assign(scores, allowed, capacity)


def test_two_weak_pairs_beat_one_strong_pair_when_most_are_wanted() -> None:
    scores = np.array([[1000, 1], [1, 0]])
    allowed = np.array([[True, True], [True, False]])
    capacity = np.array([1, 1])
    assert assign(scores, allowed, capacity, goal="most").pairs == [(0, 1), (1, 0)]
    assert assign(scores, allowed, capacity, goal="best").pairs == [(0, 0)]


@pytest.mark.parametrize("goal", ["most", "best"])
def test_nobody_at_all_gives_no_pairs(goal: Goal) -> None:
    for shape in ((0, 0), (3, 0), (0, 3)):
        empty = np.zeros(shape, dtype=np.int64)
        got = assign(empty, empty == 0, np.ones(shape[1], dtype=np.int64), goal=goal)
        assert got.pairs == []
        assert got.total == 0


def test_a_locked_pair_that_is_not_allowed_is_an_error() -> None:
    scores, capacity = np.ones((2, 1), dtype=np.int64), np.array([1])
    with pytest.raises(ValueError, match="not allowed"):
        assign(scores, scores < 0, capacity, locked=[(0, 0)])
    with pytest.raises(ValueError, match="no room"):
        assign(scores, scores > 0, capacity, locked=[(0, 0), (1, 0)])


def test_scores_too_large_for_whole_numbers_of_64_bits_are_refused() -> None:
    scores, capacity = np.array([[2**60, 1], [1, 2**60]]), np.array([1, 1])
    with pytest.raises(ValueError, match="too large"):
        assign(scores, scores > 0, capacity)
    with pytest.raises(ValueError, match="too large"):
        assign(scores.astype(np.uint64) * 8, scores > 0, capacity)


def test_scores_too_large_for_doubles_are_exact_all_the_same() -> None:
    scores = np.array([[2**54 + 1, 2**54], [2**54, 2**54]])
    got = assign(scores, scores > 0, np.array([1, 1]))
    assert got.pairs == [(0, 0), (1, 1)]
    assert got.total == 2**55 + 1
    assert got.certified


@given(_instances(), st.data())
@settings(max_examples=200, deadline=None)
def test_fair_raises_the_worst_score_of_most_pairs_and_then_the_total(
    instance: tuple[np.ndarray, np.ndarray, np.ndarray], data: st.DataObject
) -> None:
    scores, allowed, capacity = instance
    sets = _all_sets(allowed, capacity)
    locked = data.draw(st.sampled_from(sets))
    got = assign(scores, allowed, capacity, goal="fair", locked=locked)
    free = [pair for pair in got.pairs if pair not in locked]

    def worth(pairs: list[tuple[int, int]]) -> tuple[int, int, int]:
        worst = min((int(scores[pair]) for pair in pairs if pair not in locked), default=99)
        return len(pairs), worst, _total(scores, pairs)

    assert worth(got.pairs) == max(worth(one) for one in sets if set(locked) <= set(one))
    assert got.certified
    assert got.worst == (min(int(scores[pair]) for pair in free) if free else None)
    assert got.cover is None or got.cover.above == got.worst


@given(_instances(), st.sampled_from(["most", "best", "fair"]), st.data())
@settings(max_examples=200, deadline=None)
def test_the_prices_prove_the_answer_to_whoever_checks_them_by_hand(
    instance: tuple[np.ndarray, np.ndarray, np.ndarray], goal: Goal, data: st.DataObject
) -> None:
    scores, allowed, capacity = instance
    locked = data.draw(st.sampled_from(_all_sets(allowed, capacity)))
    got = assign(scores, allowed, capacity, goal=goal, locked=locked)
    room, taken = capacity.copy(), {row for row, _ in locked}
    for _, column in locked:
        room[column] -= 1
    ours, theirs = got.newcomer_prices, got.mentor_prices
    assert got.certified
    assert (ours >= 0).all()
    assert (theirs >= 0).all()
    for row, column in np.argwhere(allowed):
        enough = got.worst is None or scores[row, column] >= got.worst
        if row not in taken and enough:
            assert ours[row] + theirs[column] >= scores[row, column] + got.bonus
    free = [pair for pair in got.pairs if pair not in locked]
    assert _total(scores, free) + got.bonus * len(free) == ours.sum() + room @ theirs


@given(_instances(), st.sampled_from(["most", "best", "fair"]))
@settings(max_examples=100, deadline=None)
def test_scores_doubled_change_no_pair(
    instance: tuple[np.ndarray, np.ndarray, np.ndarray], goal: Goal
) -> None:
    scores, allowed, capacity = instance
    one = assign(scores, allowed, capacity, goal=goal)
    assert assign(scores * 2, allowed, capacity, goal=goal).pairs == one.pairs


def test_nothing_that_is_handed_in_is_written_to() -> None:
    scores, allowed, capacity = np.array([[3, 1], [2, 1]]), np.ones((2, 2), bool), np.array([1, 1])
    kept = scores.copy(), allowed.copy(), capacity.copy()
    for goal in ("most", "best", "fair"):
        assign(scores, allowed, capacity, goal=goal, locked=[(0, 1)], forbidden=[(1, 1)])
    for before, after in zip(kept, (scores, allowed, capacity), strict=True):
        assert (before == after).all()


def test_fractions_and_arrays_that_do_not_fit_are_refused() -> None:
    scores, allowed, capacity = np.ones((2, 2), dtype=int), np.ones((2, 2), bool), np.ones(2, int)
    with pytest.raises(ValueError, match="whole numbers"):
        assign(scores / 2, allowed, capacity)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="shapes"):
        assign(scores, allowed, np.ones(3, int))
    with pytest.raises(ValueError, match="negative"):
        assign(scores, allowed, -capacity)
