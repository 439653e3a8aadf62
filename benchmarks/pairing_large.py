"""Pairing up to 5,000 by 5,000, beside the window, and against the package mentor-match.

Takes minutes and a few GB of memory (SciPy's table, not ours), so it is measured on demand alone:
``make bench-pairing``.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.measuring import Figure, Run, Series, Spread, against, interleaved, timed
from benchmarks.solver_runs import against_scipy, hard_families, solved
from benchmarks.whole_runs import Case, case, figures_of, growth, measured, scored

_ROOT = Path(__file__).resolve().parent.parent
_PEERS = _ROOT / ".venv-peers" / "bin" / "python"
_MIB = 1 << 20

#: Whole run against SciPy's bare solution at 2,000 and 5,000; the solver against the same; growth;
#: MiB at the peak.
_GOALS = {
    "country": ("≤ 1", "≤ 0.6", "≤ 0.25", "≤ 1.2", "≤ 150 MiB"),
    "city": ("≤ 1.7", "≤ 1.6", "≤ 0.5", "≤ 1.8", "≤ 550 MiB"),
}


def figures(folder: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Everything that is too large, or too slow beside us, to be measured each time."""
    small, middle, large = (20, 30, 60) if quick else (1000, 2000, 5000)
    found: list[Figure] = []
    for scenario in ("country", "city"):
        at_middle, at_large, solver, exponent, memory = _GOALS[scenario]
        cases = [case(folder, scenario, size, size) for size in (small, middle, large)]
        series: list[Series] = []
        for one, goal in zip(cases, ("", at_middle, at_large), strict=True):
            series.append(measured(one, rounds))
            if one is not cases[0]:  # told by ``pairing``; measured again for the growth
                found += figures_of(one, series[-1], goal)
        found.append(
            growth(
                f"Growth of a whole run, {scenario}, {small}² to {large}²: exponent",
                series[0],
                series[2],
                large / small,
                exponent,
            )
        )
        for one in cases[1:]:
            found.append(against_scipy(one.problem, rounds, f"Solver, {one.name}", solver))
        found.append(_memory(cases[2], rounds, memory))
    short = case(folder, "city", small, small * 3)
    found.append(against_scipy(short.problem, rounds, f"Solver, {short.name}, shortage", "≤ 1"))
    found += hard_families(small, rounds)
    found += _beside_window(case(folder, "city", middle, middle), rounds)
    # Balanced, so that SciPy is asked, in a process of its own.
    found += _beside_window(case(folder, "city", small, small * 3 // 2), rounds)
    found += _against_mentor_match(folder, case(folder, "city", small, small))
    return found


def _memory(one: Case, rounds: int, goal: str) -> Figure:
    """Peaks of whole processes, ours and one that solves SciPy's table."""
    bound = "the same scores solved by SciPy as a table"
    runs: list[Run] = [
        lambda: {"ours": _process("whole_process", one, "ours") / _MIB},
        lambda: {bound: _process("whole_process", one, "scipy") / _MIB},
    ]
    figure = against(interleaved(runs, min(rounds, 2)), "ours", bound)
    return replace(figure, name=f"Peak memory of the process, {one.name}", unit="MiB", goal=goal)


def _process(module: str, one: Case, *arguments: str) -> float:
    """What a module prints that is run by itself on a copy of the office."""
    return float(_printed(module, one, *arguments))


def _printed(module: str, one: Case, *arguments: str) -> str:
    copy = one.path.with_name("process.db")
    shutil.copyfile(one.path, copy)
    try:
        done = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{module}", *arguments, str(copy)],
            cwd=_ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        copy.unlink()
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def _beside_window(one: Case, rounds: int) -> list[Figure]:
    """How long the window's thread was kept waiting, and how soon a run stops."""
    told = [json.loads(_printed("beside", one)) for _ in range(rounds)]
    pauses = {
        "running": [each["running"] for each in told],
        "an idle window": [each["idle"] for each in told],
    }
    return [
        replace(
            against(pauses, "running", "an idle window"),
            name=f"Longest pause of the window while a run goes on, {one.name}",
            goal="≤ 50 ms",
        ),
        Figure(
            f"Until a cancelled run has stopped, {one.name}: the longest of five",
            Spread.of([max(each["stopped"]) for each in told]),
            goal="≤ 1 s",
        ),
    ]


def _against_mentor_match(folder: Path, one: Case) -> list[Figure]:
    """Scores and pairs by us; matches of a ready table of scores and pairs by mentor-match."""
    name = f"Scores, solution and proof, {one.name}"
    if not _PEERS.exists():
        return [_alone(one, f"{name} (mentor-match is not installed)")]
    table = folder / "table.json"
    newcomers, mentors = one.problem.shape
    scores = np.full((newcomers, mentors), -1, dtype=np.int64)
    for newcomer in range(newcomers):
        asked, worth = one.problem.row(newcomer)
        scores[newcomer, asked] = worth
    capacity = one.problem.capacity.tolist()
    table.write_text(json.dumps({"scores": scores.tolist(), "capacity": capacity}), "utf-8")
    done = subprocess.run(
        [_PEERS, _ROOT / "benchmarks" / "mentor_match.py", table],
        capture_output=True,
        text=True,
        check=True,
    )
    theirs = json.loads(done.stdout)
    made = len(solved(one.problem).pairs)
    ours = _alone(one, f"{name}: {made} pairs")
    ratio = ours.program.median / theirs["seconds"]
    return [
        replace(
            ours,
            bound_name=f"mentor-match, {theirs['pairs']} pairs",
            bound=Spread.of([theirs["seconds"]]),
            ratio=Spread.of([ratio]),
            goal="≤ 0.0067 (150 times as fast)",
        )
    ]


def _alone(one: Case, name: str) -> Figure:
    return Figure(name, Spread.of([timed(lambda: solved(scored(one.given))) for _ in range(3)]))
