"""Pairing an office of a thousand by a thousand; ``pairing_large`` has all the rest."""

from pathlib import Path

from benchmarks.measuring import Figure
from benchmarks.populations import Scenario
from benchmarks.solver_runs import against_scipy
from benchmarks.standing_runs import what_if
from benchmarks.whole_runs import case, figures_of, measured

_SCENARIOS: tuple[Scenario, ...] = ("country", "city")


def figures(folder: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Whole runs, the solver alone, and what a change costs.

    In the balanced office there are as many places as newcomers, which is hardest to solve.
    """
    size = 40 if quick else 1000
    found: list[Figure] = []
    cases = [case(folder, scenario, size, size) for scenario in _SCENARIOS]
    for one in cases:
        found += figures_of(one, measured(one, rounds), "≤ 2")
    tight = case(folder, "city", size, size * 3 // 2)
    for one in cases:
        found.append(against_scipy(one.problem, rounds, f"Solver, {one.name}"))
    found.append(against_scipy(tight.problem, rounds, f"Solver, {tight.name}, balanced", "≤ 1"))
    for one in cases:
        found += what_if(one, rounds, ("≤ 50 ms", "≤ 60 ms"))
    return found + what_if(tight, rounds, ("≤ 50 ms and ≤ 0.1", "≤ 60 ms"))
