"""Lines over the points of time that people were asked at, with the fonts of the papers.

Drawn shape by shape: ReportLab's own line chart joins over missing points and cannot leave a line
open where nobody has got to yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, String
from reportlab.lib.colors import Color, white
from reportlab.lib.units import mm

from mentorapp.reports import fonts, style
from mentorapp.reports.told_drawing import ToldDrawing

_LEFT, _RIGHT, _TOP, _BOTTOM = 11, 46, 8, 7  # mm around the lines
_SMALL = 8.5
_DASH = (5, 2.5)
#: Names beside each other stand so far apart.
_PITCH = 11

#: Where the lines of a drawing stand: points across, how wide and how high.
_Grid: TypeAlias = tuple[int, float, float]


@dataclass(frozen=True, slots=True)
class ChartLine:
    """Percentages by point, None where there is none; a ``main`` line is bold."""

    name: str
    values: tuple[float | None, ...]
    main: bool = False


def line_chart(
    title: str, points: Sequence[str], lines: Sequence[ChartLine], width: float, height: float
) -> ToldDrawing:
    """Lines from 0 to 100 %, ``width`` × ``height`` in millimetres, each named at its end and
    numbered: one or two of them, told apart without colour.
    """
    drawing = ToldDrawing(width * mm, height * mm, _said(title, points, lines))
    drawing.add(_text(0, height * mm - 9, title, fonts.BOLD, 8.8, style.INK))
    grid = len(points), (width - _LEFT - _RIGHT) * mm, (height - _TOP - _BOTTOM - 4) * mm
    _draw_grid(drawing, points, grid)
    for line in sorted(lines, key=lambda one: one.main):
        _draw(drawing, line, grid)
    _draw_numbers(drawing, lines, grid)
    _draw_names(drawing, lines, grid)
    return drawing


def _said(title: str, points: Sequence[str], lines: Sequence[ChartLine]) -> str:
    told = [
        f"{line.name}: "
        + ", ".join(
            f"{point} {value:.0f} %"
            for point, value in zip(points, line.values, strict=True)
            if value is not None
        )
        for line in lines
    ]
    return f"{title}. {'; '.join(told)}"


def _draw_grid(drawing: Drawing, points: Sequence[str], grid: _Grid) -> None:
    _many, across, up = grid
    for percent in (0, 25, 50, 75, 100):
        y = _BOTTOM * mm + up * percent / 100
        drawing.add(_line(_LEFT * mm, y, _LEFT * mm + across, y, style.LINE, 0.4))
        drawing.add(_text((_LEFT - 2) * mm, y - 2.6, f"{percent} %", *_MUTED, "end"))
    for at, name in enumerate(points):
        drawing.add(_text(_x(at, grid), 2, name, *_MUTED, "middle"))


def _draw(drawing: Drawing, line: ChartLine, grid: _Grid) -> None:
    """The main line is thick and its points full, the other is broken and its points are rings."""
    colour, thick = (style.ACCENT, 2.2) if line.main else (style.INK, 1.1)
    spots = _spots(line, grid)
    runs: list[list[float]] = [[]]
    for spot in spots:
        if spot is None:
            runs.append([])
        else:
            runs[-1] += spot
    for run in runs:
        if len(run) > 2:
            dash = () if line.main else _DASH
            drawing.add(PolyLine(run, strokeColor=colour, strokeWidth=thick, strokeDashArray=dash))
    for spot in filter(None, spots):
        inside = colour if line.main else white
        drawing.add(Circle(*spot, 2, fillColor=inside, strokeColor=colour, strokeWidth=0.9))


def _draw_numbers(drawing: Drawing, lines: Sequence[ChartLine], grid: _Grid) -> None:
    """At each point the higher number above it and the lower one below."""
    for at in range(grid[0]):
        there = [line for line in lines if line.values[at] is not None]
        there.sort(key=lambda one: one.values[at] or 0, reverse=True)
        for place, line in enumerate(there):
            spot = _spots(line, grid)[at]
            if spot is not None:
                font = fonts.BOLD if line.main else fonts.REGULAR
                y = spot[1] + (-12 if place else 5)
                number = f"{line.values[at]:.0f}"
                drawing.add(_text(spot[0], y, number, font, _SMALL, style.INK, "middle"))


def _draw_names(drawing: Drawing, lines: Sequence[ChartLine], grid: _Grid) -> None:
    """Each at the end of its line, none over another."""
    ends = []
    for line in lines:
        told = [spot for spot in _spots(line, grid) if spot is not None]
        if told:
            ends.append((told[-1], line))
    lowest = None
    for (x, end), line in sorted(ends, key=lambda one: -one[0][1]):
        y = end - 3 if lowest is None else min(end - 3, lowest - _PITCH)
        lowest = y
        font = fonts.BOLD if line.main else fonts.REGULAR
        drawing.add(_text(x + 9, y, line.name, font, _SMALL, style.INK))


def _spots(line: ChartLine, grid: _Grid) -> list[tuple[float, float] | None]:
    return [
        None if value is None else (_x(at, grid), _BOTTOM * mm + grid[2] * value / 100)
        for at, value in enumerate(line.values)
    ]


def _x(at: int, grid: _Grid) -> float:
    many, across, _up = grid
    return _LEFT * mm + across * (at + 0.5) / many


def _line(x1: float, y1: float, x2: float, y2: float, colour: Color, thick: float) -> Line:
    return Line(x1, y1, x2, y2, strokeColor=colour, strokeWidth=thick)


_MUTED = (fonts.REGULAR, _SMALL, style.MUTED)


def _text(
    x: float,
    y: float,
    text: str,
    font: str,
    size: float,
    colour: Color,
    anchor: Literal["start", "middle", "end"] = "start",
) -> String:
    return String(x, y, text, fontName=font, fontSize=size, fillColor=colour, textAnchor=anchor)
