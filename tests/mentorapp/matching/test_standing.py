from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from mentorapp.matching.assignment import Assignment, Goal, assign_sparse
from mentorapp.matching.change import Change
from mentorapp.matching.others import best_candidates
from mentorapp.matching.sparse import Problem, from_dense
from mentorapp.matching.standing import Pairs, Standing
from tests.mentorapp.matching.instances import office, small

if TYPE_CHECKING:
    from collections.abc import Callable


def _anew(standing: Standing, goal: Goal) -> Assignment:
    return assign_sparse(standing.problem, goal=goal, locked=standing.locked)


def _line(rng: np.random.Generator, people: int, high: int = 31) -> Pairs:
    chosen = rng.permutation(people)[: rng.integers(0, people + 1)]
    return chosen, rng.integers(0, high, len(chosen))


def _any_change(standing: Standing, rng: np.random.Generator) -> Change | None:
    """One change of any kind; None where it was refused."""
    newcomers, mentors = standing.problem.shape
    newcomer, mentor = int(rng.integers(newcomers)), int(rng.integers(mentors))
    # Most locks and bans are of pairs that were made: those are the ones that move people.
    made = standing.pairs
    pair = made[rng.integers(len(made))] if made and rng.random() < 0.7 else (newcomer, mentor)
    # Now and then a score so high that what a pair counts beside it must grow.
    high = 5000 if rng.random() < 0.05 else 31
    changes: list[Callable[[], Change]] = [
        lambda: standing.lock(*pair),
        lambda: standing.unlock(*standing.locked[0]) if standing.locked else standing.lock(*pair),
        lambda: standing.forbid(*pair),
        lambda: standing.allow(newcomer, mentor, int(rng.integers(-5, high))),
        lambda: standing.change_newcomer(newcomer, _line(rng, mentors, high)),
        lambda: standing.add_newcomer(_line(rng, mentors)),
        lambda: standing.remove_newcomer(newcomer),
        lambda: standing.change_mentor(mentor, _line(rng, newcomers)),
        lambda: standing.add_mentor(_line(rng, newcomers), int(rng.integers(0, 4))),
        lambda: standing.remove_mentor(mentor),
        lambda: standing.set_capacity(mentor, int(rng.integers(0, 4))),
    ]
    try:
        return changes[rng.integers(len(changes))]()
    except ValueError:
        return None


@pytest.mark.parametrize("goal", ["most", "best", "fair"])
@pytest.mark.parametrize("seed", range(4))
def test_ten_changes_in_a_row_each_equal_solving_anew(goal: Goal, seed: int) -> None:
    rng = np.random.default_rng([seed, len(goal)])
    for _ in range(8 if goal == "fair" else 30):
        standing = Standing.of(from_dense(*small(rng)), goal=goal)
        for _ in range(10):
            before = standing.pairs
            change = _any_change(standing, rng)
            if change is None:
                assert standing.pairs == before
                continue
            anew = _anew(standing, goal)
            assert change.certified
            assert anew.certified
            assert change.total_after == standing.total == anew.total
            assert change.number_after == len(standing.pairs)
            assert standing.worst == anew.worst
            if goal != "best":
                assert change.number_after == len(anew.pairs)
            assert sorted((set(before) - set(change.lost)) | set(change.won)) == standing.pairs
            assert set(standing.locked) <= set(standing.pairs)


def test_changes_among_hundreds_equal_solving_anew_and_take_paths() -> None:
    rng = np.random.default_rng(11)
    for newcomers, mentors in ((150, 100), (200, 60), (60, 120)):
        standing = Standing.of(office(rng, newcomers, mentors, 0.3))
        for _ in range(12):
            change = _any_change(standing, rng)
            anew = _anew(standing, "most")
            assert standing.certified
            assert (standing.number, standing.total) == (len(anew.pairs), anew.total)
            assert change is None or change.method == "path"


@pytest.mark.parametrize("goal", ["most", "best"])
def test_regrets_prices_and_margins_are_what_solving_anew_gives(goal: Goal) -> None:
    rng = np.random.default_rng(len(goal))
    for _ in range(60):
        standing = Standing.of(from_dense(*small(rng, 7)), goal=goal)
        for _ in range(3):
            _any_change(standing, rng)
        _check_regrets(standing, goal, rng)
        _check_places(standing, goal)


def _loss(standing: Standing, goal: Goal, changed: Assignment) -> tuple[int, int]:
    """Under "best" only the total is promised."""
    number = 0 if goal == "best" else standing.number - len(changed.pairs)
    return number, standing.total - changed.total


def _check_regrets(standing: Standing, goal: Goal, rng: np.random.Generator) -> None:
    locked = dict(standing.locked)
    free = [one for one in range(standing.problem.shape[0]) if one not in locked]
    if not free:
        return
    newcomer = int(rng.choice(free))
    found = standing.regrets(newcomer)
    for mentor, *loss in zip(
        found.others.tolist(), found.pairs.tolist(), found.total.tolist(), strict=True
    ):
        forced = [*standing.locked, (newcomer, mentor)]
        anew = assign_sparse(standing.problem, goal=goal, locked=forced)
        assert tuple(loss) == _loss(standing, goal, anew)
        price = standing.price_of(newcomer, mentor)
        assert price.total_lost == loss[1]
        assert (newcomer, mentor) in price.won or (newcomer, mentor) in standing.pairs
    mentors, _ = standing.problem.row(newcomer)
    room = standing.problem.capacity - np.bincount(
        list(locked.values()), minlength=standing.problem.shape[1]
    )
    able = [one for one in mentors.tolist() if room[one] > 0]
    if goal == "most":
        assert found.others.tolist() == able
    if len(room):
        _check_regrets_of_mentor(standing, goal, int(rng.choice(len(room))))


def _check_regrets_of_mentor(standing: Standing, goal: Goal, mentor: int) -> None:
    found = standing.regrets_of_mentor(mentor)
    for newcomer, *loss in zip(
        found.others.tolist(), found.pairs.tolist(), found.total.tolist(), strict=True
    ):
        assert newcomer not in dict(standing.locked)
        forced = [*standing.locked, (newcomer, mentor)]
        anew = assign_sparse(standing.problem, goal=goal, locked=forced)
        assert tuple(loss) == _loss(standing, goal, anew)


def _check_places(standing: Standing, goal: Goal) -> None:
    problem, costs, gains = standing.problem, standing.place_costs(), standing.gains()
    for mentor in range(problem.shape[1]):
        held = sum(other == mentor for _, other in standing.locked)
        if problem.capacity[mentor] > held:
            fewer = assign_sparse(
                _with_places(problem, mentor, -1), goal=goal, locked=standing.locked
            )
            lost = int(costs.pairs[mentor]), int(costs.total[mentor])
            assert lost == _loss(standing, goal, fewer)
        more = assign_sparse(_with_places(problem, mentor, 1), goal=goal, locked=standing.locked)
        lost = _loss(standing, goal, more)
        assert (int(gains.pairs[mentor]), int(gains.total[mentor])) == (-lost[0], -lost[1])


def _with_places(problem: Problem, mentor: int, more: int) -> Problem:
    capacity = problem.capacity.copy()
    capacity[mentor] += more
    return replace(problem, capacity=capacity)


@pytest.mark.parametrize("goal", ["most", "best", "fair"])
def test_candidates_are_the_lowest_reduced_costs_and_never_above_the_exact_loss(
    goal: Goal,
) -> None:
    rng = np.random.default_rng(3)
    for problem in (office(rng, 120, 90, 0.9), office(rng, 40, 120, 0.4), from_dense(*small(rng))):
        found = assign_sparse(problem, goal=goal)
        standing = Standing.of(problem, found, goal=goal)
        best = best_candidates(problem, found, ())
        least = -(10**9) if found.worst is None else found.worst
        for newcomer in range(problem.shape[0]):
            mentors, scores = problem.row(newcomer)
            own, others = found.newcomer_prices[newcomer], found.mentor_prices[mentors]
            rank = sorted(
                (int(cost), int(mentor), int(score))
                for cost, mentor, score in zip(
                    own + others - scores - found.bonus, mentors, scores, strict=True
                )
                if score >= least
            )[:5]
            mine = [(one[3], one[1], one[2]) for one in best if one[0] == newcomer]
            assert mine == rank
            exact = dict(_exact(standing, newcomer)) if newcomer < 5 else {}
            assert all(cost <= exact.get(mentor, cost) for cost, mentor, _ in rank)


def _exact(standing: Standing, newcomer: int) -> list[tuple[int, int]]:
    loss = standing.regrets(newcomer)
    counted = loss.pairs * standing.bonus + loss.total
    return list(zip(loss.others.tolist(), counted.tolist(), strict=True))


def test_a_copy_is_changed_on_its_own() -> None:
    rng = np.random.default_rng(5)
    standing = Standing.of(office(rng, 40, 30, 0.5))
    pairs, total, prices = standing.pairs, standing.total, standing.mentor_prices
    other = standing.copy()
    for _ in range(30):
        _any_change(other, rng)
    assert other.pairs != pairs
    assert (standing.pairs, standing.total) == (pairs, total)
    assert (standing.mentor_prices == prices).all()
    assert standing.forbid(*pairs[0]).certified


def test_what_a_mentor_would_bring_is_what_adding_him_brings() -> None:
    rng = np.random.default_rng(6)
    standing = Standing.of(office(rng, 60, 20, 0.4))
    everybody = np.arange(60), np.full(60, 30_000)
    promise = standing.gain_of_mentor(everybody, 2)
    assert promise.number_after == standing.number + 2
    assert standing.add_mentor(everybody, 2) == promise


def test_a_lock_tells_who_lost_a_mentor_and_what_it_costs() -> None:
    scores = np.array([[9, 1], [8, 0]])
    allowed = np.array([[True, True], [True, False]])
    standing = Standing.of(from_dense(scores, allowed, np.array([1, 1])))
    assert standing.pairs == [(0, 1), (1, 0)]
    change = standing.lock(0, 0)
    assert change.lost == ((0, 1), (1, 0))
    assert change.won == ((0, 0),)
    assert (change.pairs_lost, change.total_lost) == (1, 0)
    assert standing.unlock(0, 0).won == ((0, 1), (1, 0))


def test_what_cannot_be_is_refused_and_changes_nothing() -> None:
    scores, allowed = np.array([[3, 2], [1, 0]]), np.array([[True, True], [True, False]])
    standing = Standing.of(from_dense(scores, allowed, np.array([1, 1])))
    standing.lock(0, 0)
    nobody = np.array([], dtype=np.int64), np.array([], dtype=np.int64)
    twice = np.array([0, 0]), np.array([1, 1])
    refused: list[tuple[str, Callable[[], object]]] = [
        ("not allowed", lambda: standing.lock(1, 1)),
        ("no room", lambda: standing.lock(1, 0)),
        ("not locked", lambda: standing.unlock(1, 0)),
        ("is locked", lambda: standing.forbid(0, 0)),
        ("is locked", lambda: standing.regrets(0)),
        ("missing", lambda: standing.change_newcomer(0, nobody)),
        ("missing", lambda: standing.change_mentor(0, nobody)),
        ("no room", lambda: standing.set_capacity(0, 0)),
        ("negative", lambda: standing.set_capacity(0, -1)),
        ("twice", lambda: standing.add_newcomer(twice)),
        ("not there", lambda: standing.add_newcomer((np.array([2]), np.array([1])))),
        ("shapes", lambda: standing.add_newcomer((np.array([0]), np.array([1, 2])))),
        ("no newcomer", lambda: standing.lock(2, 0)),
        ("no mentor", lambda: standing.remove_mentor(-1)),
        ("too large", lambda: standing.allow(1, 1, 2**60)),
    ]
    before = standing.pairs, standing.total, standing.problem.scores.tolist()
    for message, call in refused:
        with pytest.raises(ValueError, match=message):
            call()
    assert before == (standing.pairs, standing.total, standing.problem.scores.tolist())


def test_a_score_that_outgrows_the_bonus_is_solved_anew() -> None:
    standing = Standing.of(from_dense(np.array([[3, 2]]), np.ones((1, 2), bool), np.array([1, 1])))
    assert standing.allow(0, 1, 4).method == "path"
    change = standing.allow(0, 0, 10**9)
    assert change.method == "paths"
    assert change.certified
    assert standing.pairs == [(0, 0)]
