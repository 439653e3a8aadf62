"""Changing a solved problem: what a lock or a ban costs, and what every other mentor would cost."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from time import perf_counter

import numpy as np

from benchmarks.crowd import SEED
from benchmarks.measuring import Figure, Run, against, alone, interleaved, timed
from benchmarks.solver_runs import scipy_table, scipy_total, solved
from benchmarks.whole_runs import Case
from mentorapp.matching.change import Change
from mentorapp.matching.sparse import Problem
from mentorapp.matching.standing import Standing

_RESOLVE = "SciPy solving anew"
_HALF, _MOST = "half of them", "95 %"

#: Changes and questions of each kind a round.
_COUNT = 20


def what_if(one: Case, rounds: int, goals: tuple[str, str]) -> list[Figure]:
    """Locks and bans, each with its copy, its proof and all that moves, against solving anew.

    ``goals`` are of the line that nineteen of twenty stay below, and of everybody's regrets.
    """
    found = solved(one.problem)
    table = scipy_table(one.problem, found.bonus)
    standing = Standing.of(one.problem, found)
    draw = random.Random(SEED)
    runs: list[Run] = [
        lambda: {_RESOLVE: timed(lambda: scipy_total(table))},
        lambda: _spread(_changes(standing, one.problem, draw)),
        lambda: {"regrets": _spread(_regrets(standing, one.problem.shape[0], draw))[_MOST]},
    ]
    series = interleaved(runs, rounds)
    name = f"What-if, a lock or a ban, {one.name}"
    regrets = f"Why not any other mentor, one newcomer, {one.name}: 95 % take less"
    return [
        against(series, _HALF, _RESOLVE, f"{name}: half take less"),
        replace(
            against(series, _MOST, _RESOLVE, f"{name}: 95 % take less"),
            goal=goals[0],
        ),
        replace(alone(series, "regrets"), name=regrets, goal=goals[1]),
    ]


def _changes(standing: Standing, problem: Problem, draw: random.Random) -> list[float]:
    """Ban pairs that are made and lock pairs that are not, each in a copy of its own."""
    made = standing.pairs
    seconds = [
        _change(partial(Standing.forbid, newcomer=newcomer, mentor=mentor), standing)
        for newcomer, mentor in draw.sample(made, min(_COUNT, len(made)))
    ]
    allowed = len(problem.mentors)
    present = set(made)
    for place in draw.sample(range(allowed), min(_COUNT, allowed)):
        newcomer = int(np.searchsorted(problem.starts, place, side="right")) - 1
        mentor = int(problem.mentors[place])
        if (newcomer, mentor) not in present and problem.capacity[mentor]:
            lock = partial(Standing.lock, newcomer=newcomer, mentor=mentor)
            seconds.append(_change(lock, standing))
    return seconds


def _change(change: Callable[[Standing], Change], standing: Standing) -> float:
    start = perf_counter()
    made = change(standing.copy())
    seconds = perf_counter() - start
    if not made.certified:
        raise AssertionError("a change was not proven")
    return seconds


def _regrets(standing: Standing, newcomers: int, draw: random.Random) -> list[float]:
    """Exactly what each of somebody's mentors would cost the whole, for several newcomers."""
    seconds = []
    for newcomer in draw.sample(range(newcomers), min(_COUNT, newcomers)):
        start = perf_counter()
        standing.regrets(newcomer)
        seconds.append(perf_counter() - start)
    return seconds


def _spread(seconds: list[float]) -> Mapping[str, float]:
    """The middle, and what 95 of a hundred stay below."""
    return {_HALF: float(np.median(seconds)), _MOST: float(np.percentile(seconds, 95))}
