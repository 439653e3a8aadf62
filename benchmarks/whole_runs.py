"""A run as the command line makes it: from the office's file to proposals that are saved in it."""

import gc
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from math import log
from pathlib import Path
from time import perf_counter

from benchmarks.crowd import TODAY
from benchmarks.made_offices import ACTOR, an_office, pairing_office
from benchmarks.measuring import Figure, Run, Series, Spread, against, alone, interleaved, timed
from benchmarks.populations import Scenario
from benchmarks.solver_runs import BOUND, counted, scipy_table, scipy_total, solved
from mentorapp.matching.crowd import crowd
from mentorapp.matching.rules import rulebook
from mentorapp.matching.scores import multipliers
from mentorapp.matching.sparse import Problem
from mentorapp.matching.table import table
from mentorapp.operations import pairing, schemes
from mentorapp.operations.candidates import PairingInput

#: Of a whole run, as ``Run.milliseconds`` has them, and how they are told.
_STAGES = {
    "load": "load",
    "scores": "scores",
    "solve": "solve and prove",
    "reasons": "reasons of the pairs",
    "left_over": "what stopped those left over",
    "candidates": "five best candidates of everybody",
    "save": "save",
}
_copies = count()


@dataclass(frozen=True, slots=True)
class Case:
    """An office's file with what was read from it."""

    name: str
    path: Path
    given: PairingInput
    problem: Problem

    @property
    def share(self) -> float:
        """How many of all pairs are allowed, 0 to 1."""
        newcomers, mentors = self.problem.shape
        return len(self.problem.mentors) / (newcomers * mentors)


def case(folder: Path, scenario: Scenario, mentors: int, newcomers: int) -> Case:
    """The office of a scenario, written at the first call."""
    path = pairing_office(folder, scenario, mentors, newcomers)
    with an_office(path) as database, database.read() as tx:
        given = pairing.gather(tx, schemes.find(tx, "benchmark").id, TODAY)
    return Case(f"{scenario} {mentors} × {newcomers}", path, given, scored(given))


def scored(given: PairingInput) -> Problem:
    """The allowed pairs and their scores, as a run makes them."""
    mentors, newcomers = given.mentors, given.newcomers
    book = rulebook(given.scheme, given.earlier, given.forbidden, given.ties)
    everybody = crowd(mentors, newcomers, book, multipliers(given.scheme.weights))
    found = table(everybody, [one.room for one in mentors])
    if found is None:
        raise AssertionError("nobody cancelled")
    return found


def whole(one: Case) -> Mapping[str, float]:
    """A run on a fresh copy, by stage.

    The office is open and was read once before the clock starts, as it is in the program, whose
    pages have shown it.
    """
    copy = one.path.with_name(f"copy{next(_copies)}.db")
    shutil.copyfile(one.path, copy)
    try:
        with an_office(copy) as database:
            with database.read() as tx:
                pairing.gather(tx, one.given.scheme.id, TODAY)
            gc.collect()
            start = perf_counter()
            with database.read() as tx:
                given = pairing.gather(tx, one.given.scheme.id, TODAY)
            found = pairing.solve(given)
            solved_at = perf_counter()
            with database.write(ACTOR) as tx:
                pairing.keep(tx, given, found)
            saved_at = perf_counter()
    finally:
        copy.unlink()
    stages = {stage: taken / 1000 for stage, taken in found.milliseconds.items()}
    return {**stages, "whole": saved_at - start, "save": saved_at - solved_at}


def measured(one: Case, rounds: int) -> Series:
    """Whole runs and SciPy's bare solution of the same scores in turns."""
    found = solved(one.problem)
    table = scipy_table(one.problem, found.bonus)
    if scipy_total(table) != counted(found):
        raise AssertionError(f"{one.name}: different totals")
    runs: list[Run] = [
        lambda: {BOUND: timed(partial(scipy_total, table))},
        lambda: whole(one),
    ]
    whole(one)  # what is loaded by the first run is not asked for again
    return interleaved(runs, rounds)


def figures_of(one: Case, series: Series, goal: str) -> list[Figure]:
    """The line of a case and its stages."""
    share = f"{100 * one.share:.0f} %" if one.share > 0.1 else f"{100 * one.share:.1f} %"
    name = f"Whole run, {one.name} ({share} allowed)"
    return [
        replace(against(series, "whole", BOUND, name), goal=goal),
        *(
            replace(alone(series, stage), name=f"… of it: {words}")
            for stage, words in _STAGES.items()
        ),
    ]


def growth(name: str, small: Series, large: Series, factor: float, goal: str) -> Figure:
    """The exponent with which the time grows, round by round: 1 when it grows as the people do."""
    exponents = [
        log(more / less) / log(factor)
        for less, more in zip(small["whole"], large["whole"], strict=True)
    ]
    return Figure(name, Spread.of(exponents), unit="", goal=goal)
