"""Rows as aligned columns of text."""

from collections.abc import Sequence
from unicodedata import east_asian_width


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """The headings, a rule, and the rows, each column as wide as its widest cell."""
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [
        max(_width(line[column]) for line in [list(headings), *texts])
        for column in range(len(headings))
    ]
    return [
        _line(headings, widths),
        _line(["─" * width for width in widths], widths),
        *(_line(row, widths) for row in texts),
    ]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
