"""The lines of an address, made to fit where an envelope or a label shows them."""

from collections.abc import Sequence
from math import floor

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from mentorapp.domain.envelopes import Area
from mentorapp.reports import style
from mentorapp.reports.fonts import REGULAR
from mentorapp.reports.page import from_top
from mentorapp.reports.tagging import content
from mentorapp.reports.text import draw, printable, wide

#: An address has five lines at most, in 10 points, as post offices ask for (10 to 12).
ADDRESS_LINES = 5
SIZE = 10.0
#: Parts of the size of type: from the baseline to the top of an accent, to the foot of a "g", and
#: from line to line at most and at least.
_ABOVE, _BELOW, _USUAL, _TIGHT = 1.02, 0.25, 1.12, 1.02


def in_window(area: Area) -> Area:
    """Where in the area that is always seen an address stands: not at its very edge, nor further
    left than the text of the letter.
    """
    return Area(max(20, area.left + 1), area.top + 0.3, area.right - 1, area.bottom - 0.3)


def lines_in(height: float, size: float = SIZE) -> int:
    """How many lines of ``size`` points fit into so many millimetres."""
    room = height * mm / size - _ABOVE - _BELOW
    return min(ADDRESS_LINES, floor(room / _TIGHT + 1e-6) + 1)


def fitted(
    name: str, street: str, last: Sequence[str], area: Area, size: float = SIZE
) -> tuple[str, ...]:
    """Name, street and place as lines that fit into ``area``.

    A long name takes two lines or more; where there is no room for them all, the lines of the
    street are joined. ``last`` keeps its lines: the post sorts by them.
    """
    most = lines_in(area.height, size)
    end = [printable(line) for line in last if line]
    parts = [line for line in printable(street).split("\n") if line]
    room = most - len(end)
    named = printable(name).replace("\n", " ")
    names = broken(named, area.width, size, room - bool(parts))
    room -= len(names)
    streets = [line for part in parts for line in broken(part, area.width, size, most)]
    if len(streets) > room:
        streets = broken(", ".join(parts), area.width, size, room)
    return (*names, *streets, *end)


def draw_address(
    canvas: Canvas, lines: Sequence[str], area: Area, size: float = SIZE, height: float = 0
) -> None:
    """The lines from the top of ``area`` on, or in the middle of ``height`` millimetres of it."""
    if not lines:
        return
    between = _pitch(area.height, len(lines), size)
    ink = (_ABOVE + _BELOW) * size / mm + between * (len(lines) - 1)
    first = area.top + _ABOVE * size / mm + max(0, (height - ink) / 2)
    canvas.setFillColor(style.INK)
    for number, line in enumerate(lines):
        baseline = from_top(first + between * number)
        with content(canvas):
            draw(canvas, area.left * mm, baseline, line, REGULAR, size, area.width * mm)


def _pitch(height: float, lines: int, size: float) -> float:
    if lines <= 1:
        return 0.0
    room = height - (_ABOVE + _BELOW) * size / mm
    return min(_USUAL * size / mm, room / (lines - 1))


def broken(text: str, width: float, size: float, most: int) -> list[str]:
    """At most ``most`` lines, broken between words; the last takes what is left."""
    lines: list[str] = []
    left = text.split(" ")
    while left:
        line = left.pop(0)
        last = len(lines) == most - 1
        while left and (last or wide(f"{line} {left[0]}", REGULAR, size) <= width * mm):
            line = f"{line} {left.pop(0)}"
        lines.append(line)
    return lines
