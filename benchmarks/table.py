"""The one table, for a terminal or for docs/performance.md."""

import os
import platform
import sys
from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path

from benchmarks.measuring import Figure, Spread

_HEADINGS = ("What", "Program", "Lower bound", "", "Ratio", "Least–most", "Goal")
_LEFT = {"What", "", "Goal"}


def seconds(value: float) -> str:
    """Three figures with the unit that suits: 843 µs, 12.1 ms, 3.40 s."""
    factor, unit = (1, "s") if value >= 1 else (1e3, "ms") if value >= 1e-3 else (1e6, "µs")
    scaled = value * factor
    digits = 2 if scaled < 10 else 1 if scaled < 100 else 0
    return f"{scaled:.{digits}f} {unit}"


def ratio(value: float) -> str:
    """Two or three figures."""
    if value < 1:
        return f"{value:.2g}"
    return f"{value:.1f}" if value < 10 else f"{value:.0f}"


def text_table(figures: Sequence[Figure]) -> str:
    """Columns made even with spaces."""
    return as_text(_rows(figures), _LEFT)


def markdown_table(figures: Sequence[Figure]) -> str:
    """To be pasted."""
    return as_markdown(_rows(figures), _LEFT)


def as_text(rows: Sequence[Sequence[str]], left: Collection[str]) -> str:
    """The first of the rows is the headings; the columns called ``left`` begin at the left."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = [
        "  ".join(
            cell.ljust(width) if heading in left else cell.rjust(width)
            for cell, width, heading in zip(row, widths, rows[0], strict=True)
        ).rstrip()
        for row in rows
    ]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def as_markdown(rows: Sequence[Sequence[str]], left: Collection[str]) -> str:
    """As ``as_text``, to be pasted."""
    headings, *below = rows
    aligned = "|".join("---" if heading in left else "--:" for heading in headings)
    lines = [f"| {' | '.join(row)} |" for row in below]
    return "\n".join([f"| {' | '.join(headings)} |", f"|{aligned}|", *lines])


def surroundings(rounds: int) -> str:
    """When and on what it was measured; nothing that tells whose machine it is."""
    return (
        f"Measured on {datetime.now().astimezone():%Y-%m-%d} in {rounds} rounds: {machine()}, "
        f"Python {platform.python_version()} ({sys.implementation.name})"
    )


def machine() -> str:
    """Its kind, never its name."""
    return f"{_processor()}, {os.cpu_count()} processors, {platform.system()} {platform.machine()}"


def _rows(figures: Sequence[Figure]) -> list[tuple[str, ...]]:
    """The headings and a row for each figure; goals only where there are any."""
    rows = [_HEADINGS, *map(_cells, figures)]
    with_goals = any(figure.goal for figure in figures)
    return rows if with_goals else [row[:-1] for row in rows]


def _cells(figure: Figure) -> tuple[str, ...]:
    program = _value(figure.program.median, figure.unit)
    if figure.bound is None or figure.ratio is None:
        return (figure.name, program, "", "", "", "", figure.goal)
    return (
        figure.name,
        program,
        _value(figure.bound.median, figure.unit),
        figure.bound_name,
        ratio(figure.ratio.median),
        _span(figure.ratio),
        figure.goal,
    )


def _value(value: float, unit: str) -> str:
    if unit == "s":
        return seconds(value)
    return f"{value:.0f} {unit}" if unit else f"{value:.2f}"


def _span(spread: Spread) -> str:
    return f"{ratio(spread.least)}–{ratio(spread.most)}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    found = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(found, platform.machine())
