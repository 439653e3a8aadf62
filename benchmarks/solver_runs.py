"""The solver alone: choosing candidates, solving and proving, against SciPy's bare solution.

SciPy is given what it likes best, ready made before the clock starts: doubles, a column for each
place of a mentor, and to be made as large as can be. The table counts score and bonus, as the
program does, so that both solve the very same problem; that they agree is checked.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from benchmarks.families import FAMILIES, capacities, family
from benchmarks.measuring import Figure, Run, against, interleaved, timed
from mentorapp.matching.assignment import Assignment, assign_sparse
from mentorapp.matching.sparse import Problem, from_dense

BOUND = "SciPy's bare solution"


def scipy_table(problem: Problem, bonus: int) -> NDArray[np.float64]:
    """Newcomers by places: score and bonus of the allowed pairs, 0 elsewhere."""
    newcomers, mentors = problem.shape
    first_place = np.concatenate(([0], np.cumsum(problem.capacity)))
    table = np.zeros((newcomers, int(first_place[-1])))
    for newcomer in range(newcomers):
        asked, scores = problem.row(newcomer)
        owners = np.zeros(mentors)
        owners[asked] = scores.astype(np.int64) + bonus
        table[newcomer] = np.repeat(owners, problem.capacity)
    return table


def scipy_total(table: NDArray[np.float64]) -> int:
    """What SciPy's pairs count."""
    rows, columns = linear_sum_assignment(table, maximize=True)
    return int(table[rows, columns].sum())


def solved(problem: Problem) -> Assignment:
    """Ours, which must have been proven."""
    found = assign_sparse(problem)
    if not found.certified:
        raise AssertionError("the best set was not proven")
    return found


def counted(found: Assignment) -> int:
    """What a set counts: its scores and a bonus for each pair."""
    return found.total + found.bonus * len(found.pairs)


def against_scipy(problem: Problem, rounds: int, name: str, goal: str = "") -> Figure:
    """One table solved by both in turns."""
    first = solved(problem)
    table = scipy_table(problem, first.bonus)
    totals: list[int] = []
    runs: list[Run] = [
        lambda: {BOUND: timed(lambda: totals.append(scipy_total(table)))},
        lambda: {"ours": timed(lambda: totals.append(counted(solved(problem))))},
    ]
    figure = against(interleaved(runs, rounds), "ours", BOUND, f"{name}: {first.method}")
    if set(totals) != {counted(first)}:
        raise AssertionError(f"different totals: {set(totals)}")
    return replace(figure, goal=goal)


def hard_families(size: int, rounds: int) -> list[Figure]:
    """Tables that are hard for one method or another, and one with places to spare."""
    everybody = np.ones((size, size), dtype=np.bool_)
    rooms = {name: (name, np.ones(size, dtype=np.int64)) for name in FAMILIES}
    rooms["uniform, 1.5 places each"] = ("uniform", capacities(size))
    return [
        against_scipy(
            from_dense(family(kind, size), everybody, room),
            rounds,
            f"Solver, {name} {size} × {size}",
        )
        for name, (kind, room) in rooms.items()
    ]
