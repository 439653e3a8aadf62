"""Start to the first window painted, and to its first rows, against an empty QMainWindow."""

import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.crowd import TODAY
from benchmarks.made_offices import an_office, populate
from benchmarks.measuring import Figure, against, interleaved

_BOUND = "empty QMainWindow"
_WINDOW = "Start to first window"
_ROWS = "Start to first rows"


def figures(folder: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Each start in a fresh process; the first round only warms the system's file cache."""
    office = folder / "startup.db"
    people, pairs = (20, 5) if quick else (500, 150)
    with an_office(office) as database:
        populate(database, people, people, pairs)
    program = partial(_start, str(office), str(folder / "settings.ini"), TODAY.isoformat())
    for run in (_start, program):
        run()
    series = interleaved([_start, program], rounds)
    return [
        against(series, _WINDOW, _BOUND, f"{_WINDOW}, office of {2 * people} people"),
        against(series, _ROWS, _BOUND, f"{_ROWS} (Today)"),
    ]


def _start(*arguments: str) -> Mapping[str, float]:
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_window", *arguments],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    window, rows = done.stdout.split()[-2:]
    if not arguments:
        return {_BOUND: float(window) - start}
    return {_WINDOW: float(window) - start, _ROWS: float(rows) - start}
