"""Pairing an office of a thousand by a thousand; ``pairing_large`` has all the rest."""

from pathlib import Path

from benchmarks.measuring import Figure
from benchmarks.solver_runs import against_scipy
from benchmarks.whole_runs import case, figures_of, measured


def figures(folder: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Whole runs, the solver alone, and what a change costs."""
    size = 40 if quick else 1000
    found: list[Figure] = []
    for scenario in ("country", "city"):
        one = case(folder, scenario, size, size)
        found += figures_of(one, measured(one, rounds), "≤ 2")
        found.append(against_scipy(one.problem, rounds, f"Solver, {one.name}"))
    tight = case(folder, "city", size, size * 3 // 2)
    found.append(against_scipy(tight.problem, rounds, f"Solver, {tight.name}, balanced", "≤ 1"))
    return found
