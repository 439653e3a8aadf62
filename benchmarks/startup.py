"""Start to the first window painted, and to its first rows, against an empty QMainWindow."""

import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.crowd import TODAY
from benchmarks.made_offices import an_office, populate
from benchmarks.measuring import Figure, against, as_installed, interleaved

_BOUND = "empty QMainWindow"
_WINDOW = "Start to first window"
_ROWS = "Start to first rows"
_PROCESSOR = " (processor)"
_ALONE = "… by the processor's own clock"


def figures(folder: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Each start in a fresh process; the first only compiles, and warms the system's file cache."""
    office = folder / "startup.db"
    people, pairs = (20, 5) if quick else (500, 150)
    with an_office(office) as database:
        populate(database, people, people, pairs)
    bound = partial(_start, folder)
    program = partial(_start, folder, str(office), str(folder / "settings.ini"), TODAY.isoformat())
    for run in (bound, program):
        run()
    series = interleaved([bound, program], rounds)
    return [
        against(series, _WINDOW, _BOUND, f"{_WINDOW}, office of {2 * people} people"),
        against(series, _WINDOW + _PROCESSOR, _BOUND + _PROCESSOR, _ALONE),
        against(series, _ROWS, _BOUND, f"{_ROWS} (Today)"),
        against(series, _ROWS + _PROCESSOR, _BOUND + _PROCESSOR, _ALONE),
    ]


def _start(folder: Path, *arguments: str) -> Mapping[str, float]:
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_window", *arguments],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env=as_installed(folder),
    )
    found: dict[str, float] = {}
    names = (_WINDOW, _ROWS) if arguments else (_BOUND,)
    for name, line in zip(names, done.stdout.splitlines()[-2:], strict=False):
        wall, processor = map(float, line.split())
        found |= {name: wall - start, f"{name}{_PROCESSOR}": processor}
    return found
