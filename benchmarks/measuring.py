"""Measuring two or more things fairly: one after the other, several times over.

Interleaved (A B A B), so that a machine that grows slower half-way is slower for all of them.
"""

import gc
import os
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

#: One run of a thing: seconds by the name of the figure.
Run = Callable[[], Mapping[str, float]]
Series = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Spread:
    """Several measurements of one thing."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """At least one value is needed."""
        return cls(statistics.median(values), min(values), max(values))


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the table: seconds of the program, and of the bound if there is one.

    ``ratio`` is made of the ratios within each round. Without a bound the line is a stage of the
    one above, or for information. ``unit`` is "s", "MiB", or "" for a mere number; ``goal`` is what
    was hoped for, in words.
    """

    name: str
    program: Spread
    bound_name: str = ""
    bound: Spread | None = None
    ratio: Spread | None = None
    unit: str = "s"
    goal: str = ""


def as_installed(folder: Path) -> dict[str, str]:
    """The environment of a process whose modules lie compiled in ``folder``, from the second on.

    Some environments forbid Python to keep them, and then half of a start is compiling.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def timed(work: Callable[[], object]) -> float:
    """Seconds that ``work`` takes, without the garbage of what came before."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def interleaved(runs: Sequence[Run], rounds: int) -> dict[str, list[float]]:
    """Every run once a round, in the order given; the seconds of each figure round by round."""
    found: dict[str, list[float]] = {}
    for _round in range(rounds):
        for run in runs:
            for name, seconds in run().items():
                found.setdefault(name, []).append(seconds)
    return found


def against(series: Series, program: str, bound: str, name: str = "") -> Figure:
    """The figure ``program`` against the figure ``bound``, both by their names in the series."""
    ratios = [a / b for a, b in zip(series[program], series[bound], strict=True)]
    return Figure(
        name or program,
        Spread.of(series[program]),
        bound,
        Spread.of(series[bound]),
        Spread.of(ratios),
    )


def alone(series: Series, program: str) -> Figure:
    """A figure without a bound."""
    return Figure(program, Spread.of(series[program]))
