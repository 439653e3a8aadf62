"""Lines over the points of time that people were asked at, with the fonts of the papers.

Drawn shape by shape: ReportLab's own line chart joins over missing points and cannot leave a line
open where nobody has got to yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, String
from reportlab.lib.colors import Color
from reportlab.lib.units import mm

from mentorapp.reports import fonts, style
from mentorapp.reports.told_drawing import ToldDrawing

_LEFT, _RIGHT, _TOP, _BOTTOM = 11, 46, 8, 7  # mm around the lines
_SMALL = 7.6
_DASHES: tuple[tuple[float, ...] | None, ...] = (None, (4, 2), (1.5, 1.5), (6, 2, 1.5, 2), (9, 3))


@dataclass(frozen=True, slots=True)
class ChartLine:
    """Percentages by point, None where there is none; a ``main`` line is bold and numbered."""

    name: str
    values: tuple[float | None, ...]
    main: bool = False


def line_chart(
    title: str, points: Sequence[str], lines: Sequence[ChartLine], width: float, height: float
) -> ToldDrawing:
    """Lines from 0 to 100 %, ``width`` × ``height`` in millimetres, each named at the right.

    Thin lines are told apart by their dashes, not by colour alone.
    """
    drawing = ToldDrawing(width * mm, height * mm, _said(title, points, lines))
    drawing.add(_text(0, height * mm - 9, title, fonts.BOLD, 8.8, style.INK))
    inner = (width - _LEFT - _RIGHT) * mm, (height - _TOP - _BOTTOM - 4) * mm
    _grid(drawing, points, *inner)
    for at, line in enumerate(sorted(lines, key=lambda one: one.main)):
        _draw(drawing, line, at, len(points), *inner)
    for at, line in enumerate(lines):
        dash = sorted(lines, key=lambda one: one.main).index(line)
        _name(drawing, line, dash, at, width, height)
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


def _grid(drawing: Drawing, points: Sequence[str], across: float, up: float) -> None:
    for percent in (0, 25, 50, 75, 100):
        y = _BOTTOM * mm + up * percent / 100
        drawing.add(_line(_LEFT * mm, y, _LEFT * mm + across, y, style.LINE, 0.4))
        drawing.add(
            _text(
                (_LEFT - 2) * mm, y - 2.6, f"{percent} %", fonts.REGULAR, _SMALL, style.MUTED, "end"
            )
        )
    for at, name in enumerate(points):
        x = _x(at, len(points), across)
        drawing.add(_text(x, 2, name, fonts.REGULAR, _SMALL, style.MUTED, "middle"))


def _draw(drawing: Drawing, line: ChartLine, at: int, many: int, across: float, up: float) -> None:
    colour, thick, dash = _look(line, at)
    runs: list[list[tuple[float, float]]] = [[]]
    for place, value in enumerate(line.values):
        if value is None:
            runs.append([])
            continue
        x, y = _x(place, many, across), _BOTTOM * mm + up * value / 100
        runs[-1].append((x, y))
        drawing.add(Circle(x, y, 1.7 if line.main else 1.1, fillColor=colour, strokeColor=None))
        if line.main:
            drawing.add(_text(x, y + 4, f"{value:.0f}", fonts.BOLD, _SMALL, style.INK, "middle"))
    for run in runs:
        if len(run) > 1:
            flat = [number for spot in run for number in spot]
            drawing.add(
                PolyLine(flat, strokeColor=colour, strokeWidth=thick, strokeDashArray=dash or ())
            )


def _name(
    drawing: Drawing, line: ChartLine, dash_at: int, at: int, width: float, height: float
) -> None:
    colour, thick, dash = _look(line, dash_at)
    x, y = (width - _RIGHT + 5) * mm, height * mm - 26 - at * 11.5
    sample = _line(x, y + 2.6, x + 7 * mm, y + 2.6, colour, thick)
    sample.strokeDashArray = dash or ()
    drawing.add(sample)
    font = fonts.BOLD if line.main else fonts.REGULAR
    drawing.add(_text(x + 9 * mm, y, line.name, font, _SMALL, style.INK))


def _look(line: ChartLine, at: int) -> tuple[Color, float, list[float] | None]:
    dash = _DASHES[at % len(_DASHES)]
    if line.main:
        return style.ACCENT, 2.2, None
    return style.MUTED, 0.9, list(dash) if dash else None


def _x(at: int, many: int, across: float) -> float:
    return _LEFT * mm + across * (at + 0.5) / many


def _line(x1: float, y1: float, x2: float, y2: float, colour: Color, thick: float) -> Line:
    return Line(x1, y1, x2, y2, strokeColor=colour, strokeWidth=thick)


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
