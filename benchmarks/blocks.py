"""The longest that the window stands still while it pairs, makes letters or imports."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from benchmarks.crowd import mentors_csv
from benchmarks.made_offices import an_office, populate
from benchmarks.measuring import Figure, Spread, against, as_installed

_GOAL = "50 ms"
_OWN = "longest work of the window itself"


def figures(folder: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Each round in a fresh process, on a fresh copy of the office; the first only compiles."""
    people, pairs, rows = (20, 3, 30) if quick else (1000, 100, 5000)
    office, file = folder / "office.db", folder / "mentorer.csv"
    with an_office(office) as database:
        populate(database, people, people, pairs)
    file.write_bytes(mentors_csv(rows))
    found = [_told(folder, office, file, at) for at in range(rounds + 1)][1:]
    titles = {
        "pairing": f"Window stands still: pairing {people} by {people}",
        "letters": f"… printing {2 * pairs} letters",
        "import": f"… importing {rows} mentors",
        "idle": "… nothing going on: the machine itself",
    }
    lines = []
    for name, title in titles.items():
        series = {key: [one[name][key] for one in found] for key in found[0][name]}
        standing = against(series, "longest", "own", title)
        lines.append(replace(standing, bound_name=_OWN, goal=_GOAL))
        if name != "idle":
            lines.append(Figure("… … all of it took", Spread.of(series["whole"])))
    return lines


def _told(folder: Path, office: Path, file: Path, at: int) -> Mapping[str, Mapping[str, float]]:
    copy = folder / f"office{at}.db"
    shutil.copy(office, copy)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "benchmarks.window_blocks",
            str(copy),
            str(file),
            str(folder / "settings.ini"),
        ],
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
        env=as_installed(folder),
    )
    told: Mapping[str, Mapping[str, float]] = json.loads(done.stdout.splitlines()[-1])
    return told
