"""Every method against solvers of others, on problems that are hard for each of them."""

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
from scipy.optimize import linear_sum_assignment

from mentorapp.matching import library, solving
from mentorapp.matching.aside import in_place
from mentorapp.matching.assignment import Goal, assign_sparse
from mentorapp.matching.certificate import certify
from mentorapp.matching.preparing import bonus_for, live_part
from mentorapp.matching.solving import by_paths, solve
from mentorapp.matching.sparse import Problem, from_dense
from mentorapp.matching.watch import QUIET
from tests.mentorapp.matching.instances import FAMILIES, dense, family, office, small

INSTANCES = Path(
    os.environ.get("MENTORAPP_ASSIGNMENT_INSTANCES", "../shared/data/assignment_instances")
)
OPTIMA = {100: 305, 200: 475, 300: 626, 400: 804, 500: 991, 600: 1176, 700: 1362, 800: 1552}


def _by_scipy(problem: Problem, bonus: int) -> int:
    """What the best pairs count by SciPy's dense solver, each place a column."""
    scores, allowed, capacity = dense(problem)
    table = np.where(allowed, scores + bonus, 0)
    table = np.repeat(table, np.minimum(capacity, len(scores)), axis=1)
    rows, columns = linear_sum_assignment(table, maximize=True)
    return int(table[rows, columns].sum())


def _by_ortools(problem: Problem, bonus: int) -> int:
    """What the best pairs count as a flow of least cost; whoever stays alone flows past."""
    newcomers, mentors = problem.shape
    flow = SimpleMinCostFlow()
    rows = np.repeat(np.arange(newcomers), problem.lengths)
    flow.add_arcs_with_capacity_and_unit_cost(
        rows,
        newcomers + problem.mentors,
        np.ones(len(rows), dtype=np.int64),
        -(problem.scores.astype(np.int64) + bonus),
    )
    sink = newcomers + mentors
    for mentor, capacity in enumerate(problem.capacity.tolist()):
        flow.add_arc_with_capacity_and_unit_cost(newcomers + mentor, sink, capacity, 0)
    for newcomer in range(newcomers):
        flow.add_arc_with_capacity_and_unit_cost(newcomer, sink, 1, 0)
        flow.set_node_supply(newcomer, 1)
    flow.set_node_supply(sink, -newcomers)
    assert flow.solve() == flow.OPTIMAL
    return -int(flow.optimal_cost())


def _ready(problem: Problem, goal: Goal = "most") -> tuple[Problem, int]:
    live = live_part(problem, goal)
    return live, bonus_for(live, goal)


#: The method's name, rounds on candidates, how many candidates, how many are set right by paths.
METHODS = {
    "paths": ("paths", 0, 0, 0),
    "rounds": ("scipy sparse", 99, 8, 0),
    "set right": ("scipy sparse", 99, 8, 999),
    "dense": ("scipy dense", 0, 8, 0),
}


@pytest.fixture(params=METHODS)
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every problem is solved by this method, whatever it looks like."""
    name, rounds, candidates, few = METHODS[str(request.param)]
    monkeypatch.setattr(solving, "budget", lambda _: None if name == "paths" else 0)
    monkeypatch.setattr(library, "_ROUNDS", rounds)
    monkeypatch.setattr(library, "_CANDIDATES", candidates)
    monkeypatch.setattr(library, "_FEW", few)
    return name


@pytest.mark.parametrize("goal", ["most", "best"])
def test_small_problems_by_every_method_count_what_scipy_counts(method: str, goal: Goal) -> None:
    rng = np.random.default_rng(1)
    used = set()
    for _ in range(250):
        problem, bonus = _ready(from_dense(*small(rng, 12)), goal)
        found, proof = solve(problem, bonus)
        assert proof.holds
        assert proof.value == _by_scipy(problem, bonus)
        used.add(found.method)
    assert method in used


@pytest.mark.parametrize(
    ("newcomers", "mentors", "share"),
    [(120, 120, 0.3), (120, 80, 1.0), (240, 60, 0.4), (60, 240, 0.05), (1, 90, 1.0), (90, 1, 1.0)],
)
def test_every_shape_by_every_method_counts_what_ortools_counts(
    method: str, newcomers: int, mentors: int, share: float
) -> None:
    rng = np.random.default_rng(newcomers)
    problem, bonus = _ready(office(rng, newcomers, mentors, share))
    found, proof = solve(problem, bonus)
    assert found.method == method
    assert proof.holds
    assert proof.value == _by_ortools(problem, bonus)


@pytest.mark.parametrize("name", FAMILIES)
def test_hard_families_are_certified_and_count_what_scipy_counts(name: str) -> None:
    problem, bonus = _ready(family(name, 220))
    found, proof = solve(problem, bonus)
    assert proof.holds
    assert proof.value == _by_scipy(problem, bonus)
    if name in {"additive", "machol-wien", "uniform"}:
        assert found.method.startswith("scipy")


@pytest.mark.parametrize(
    ("name", "size"),
    # With three hundred equals a list begins with some of them only.
    [("uniform", 80), ("ties", 80), ("equal", 80), ("popular", 80), ("planar", 80), ("equal", 300)],
)
def test_hard_families_by_paths_alone_are_as_good(name: str, size: int) -> None:
    problem, bonus = _ready(family(name, size))
    found = by_paths(problem, bonus, QUIET, None)
    assert found is not None
    assert certify(problem, found.mate, found.prices, bonus).value == _by_scipy(problem, bonus)


def test_a_pair_too_good_or_too_bad_is_not_certified() -> None:
    problem, bonus = _ready(office(np.random.default_rng(2), 40, 30, 0.5))
    found, proof = solve(problem, bonus)
    assert certify(problem, found.mate, found.prices, bonus).holds
    other = found.mate.copy()
    other[np.flatnonzero(other >= 0)[0]] = -1
    assert not certify(problem, other, found.prices, bonus).holds
    assert not certify(problem, found.mate, found.prices + 1, bonus).holds
    assert proof.value == proof.limit


def test_two_with_a_mentor_who_has_one_place_are_not_certified_though_the_sums_agree() -> None:
    one_place = np.array([1])
    problem = from_dense(np.array([[3], [2]]), np.ones((2, 1), dtype=bool), one_place)
    both = certify(problem, np.zeros(2, dtype=np.int32), np.zeros(1, dtype=np.int64), 0)
    assert both.value == both.limit
    assert not both.holds


def test_an_answer_of_scipy_that_cannot_be_proven_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    problem, bonus = _ready(office(np.random.default_rng(3), 60, 40, 0.5))
    best, _ = solve(problem, bonus)
    monkeypatch.setattr(solving, "budget", lambda _: 0)

    def somebody_else(*args: object) -> object:
        return replace(best, mate=np.full_like(best.mate, -1), method="scipy sparse")

    monkeypatch.setattr(solving, "by_scipy", somebody_else)
    found, proof = solve(problem, bonus)
    assert found.method == "paths"
    assert proof.holds


def test_numbers_too_large_for_doubles_never_go_to_scipy(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(4)
    problem = family("uniform", 220)
    huge = replace(problem, scores=problem.scores * 2**20 + rng.integers(0, 2, len(problem.scores)))
    monkeypatch.setattr(solving, "by_scipy", None)
    found, proof = solve(*_ready(huge))
    assert found.method == "paths"
    assert proof.holds


def test_too_much_work_is_given_up_at_the_same_point_each_time() -> None:
    problem, bonus = _ready(family("additive", 100))
    assert by_paths(problem, bonus, QUIET, 500) is None
    one, other = (solve(family("additive", 220), bonus, QUIET, in_place)[0] for _ in range(2))
    assert one.method == other.method
    assert (one.mate == other.mate).all()


@pytest.mark.skipif(not INSTANCES.is_dir(), reason="the published problems are not here")
@pytest.mark.parametrize("size", OPTIMA)
def test_published_problems_reach_their_published_optimum(size: int) -> None:
    numbers = np.array((INSTANCES / f"assign{size}.txt").read_text().split(), dtype=np.int64)
    assert numbers[0] == size
    scores = 101 - numbers[1:].reshape(size, size)
    problem = from_dense(scores, scores > 0, np.ones(size, dtype=np.int64))
    got = assign_sparse(problem)
    assert got.certified
    assert 101 * size - got.total == OPTIMA[size]


@pytest.mark.parametrize("goal", ["most", "best"])
@pytest.mark.slow
def test_thousands_of_small_problems_count_what_scipy_counts(method: str, goal: Goal) -> None:
    rng = np.random.default_rng(99)
    for _ in range(3000):
        problem, bonus = _ready(from_dense(*small(rng, 16)), goal)
        _, proof = solve(problem, bonus)
        assert proof.holds
        assert proof.value == _by_scipy(problem, bonus)


@pytest.mark.slow
@pytest.mark.parametrize("name", FAMILIES)
def test_large_hard_families_count_what_scipy_counts(name: str) -> None:
    problem, bonus = _ready(family(name, 500))
    _, proof = solve(problem, bonus)
    assert proof.holds
    assert proof.value == _by_scipy(problem, bonus)


@pytest.mark.slow
@pytest.mark.parametrize("newcomers", [900, 1500, 3000])
def test_a_thousand_mentors_count_what_ortools_counts(newcomers: int) -> None:
    problem, bonus = _ready(office(np.random.default_rng(7), newcomers, 1000, 0.2))
    _, proof = solve(problem, bonus)
    assert proof.holds
    assert proof.value == _by_ortools(problem, bonus)
