"""The one table: claim, runs, failures."""

import platform
from collections.abc import Sequence
from datetime import datetime

from benchmarks.table import as_markdown, as_text, machine
from faults.results import Result

_HEADINGS = ("Claim", "Runs", "Failures", "")
_LEFT = {"Claim", ""}


def text_table(results: Sequence[Result]) -> str:
    """For a terminal."""
    return as_text(_rows(results), _LEFT)


def markdown_table(results: Sequence[Result]) -> str:
    """For docs/reliability.md."""
    return as_markdown(_rows(results), _LEFT)


def surroundings() -> str:
    """When and on what."""
    return (
        f"Tried on {datetime.now().astimezone():%Y-%m-%d}: {machine()}, "
        f"Python {platform.python_version()}"
    )


def _rows(results: Sequence[Result]) -> list[tuple[str, ...]]:
    return [_HEADINGS, *map(_cells, results)]


def _cells(result: Result) -> tuple[str, ...]:
    if result.skipped:
        return (result.claim, "–", "–", f"skipped: {result.skipped}")
    claim = f"(control, must fail) {result.claim}" if result.control else result.claim
    said = result.note if result.holds else f"BROKEN {result.note}".rstrip()
    return (claim, f"{result.runs:,}", f"{result.failures:,}", said)
