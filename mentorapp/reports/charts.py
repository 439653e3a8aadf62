"""Bar charts with the fonts of the papers.

ReportLab's charts begin in Helvetica, which is not embedded: the font is set on every part.
"""

from collections.abc import Sequence
from typing import TypeAlias

from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import white
from reportlab.lib.units import mm

from mentorapp.reports import fonts, style
from mentorapp.reports.told_drawing import ToldDrawing
from mentorapp.words.small_numbers import HIDDEN

#: What a chart is for whoever prints or saves it.
Picture: TypeAlias = Drawing

_WIDEST = 24  # mm for a bar and its gap: a single quarter is no wall


def bar_chart(
    title: str,
    bars: Sequence[tuple[str, int, str]],
    width: float,
    height: float,
    *,
    last_is_open: bool,
    widest: int = _WIDEST,
    hidden: str = "",
) -> ToldDrawing:
    """Bars of (name below, value, value as printed), ``width`` × ``height`` in millimetres.

    A bar and its gap are at most ``widest``: long names below them need more.

    With ``last_is_open`` the last bar is an outline: its quarter has not ended. ``hidden`` is what
    a reader of the picture's text hears in place of the sign of a hidden number.
    """
    said = "; ".join(f"{name}: {hidden if text == HIDDEN else text}" for name, _value, text in bars)
    drawing = ToldDrawing(width * mm, height * mm, f"{title}. {said}")
    drawing.add(
        String(
            0,
            height * mm - 9,
            title,
            fontName=fonts.BOLD,
            fontSize=8.8,
            fillColor=style.INK,
        )
    )
    chart = VerticalBarChart()
    chart.x, chart.y = 0, 12
    chart.width = int(min(width, widest * len(bars)) * mm)
    chart.height = int(height * mm) - 38
    chart.data = [tuple(value for _name, value, _text in bars)]
    _axes(chart, [name for name, _value, _text in bars], max(value for _, value, _ in bars))
    _bars(chart, [text for _name, _value, text in bars], last_is_open=last_is_open)
    drawing.add(chart)
    return drawing


def _axes(chart: VerticalBarChart, names: list[str], highest: int) -> None:
    chart.valueAxis.valueMin = 0
    chart.valueAxis.valueMax = max(highest, 1)
    chart.valueAxis.visible = 0  # every bar carries its number
    chart.categoryAxis.categoryNames = names
    chart.categoryAxis.visibleTicks = 0
    chart.categoryAxis.strokeColor = style.MUTED
    chart.categoryAxis.labels.fontName = fonts.REGULAR
    chart.categoryAxis.labels.fontSize = 8.5
    chart.categoryAxis.labels.fillColor = style.MUTED
    chart.categoryAxis.labels.dy = -2
    chart.valueAxis.labels.fontName = fonts.REGULAR


def _bars(chart: VerticalBarChart, texts: list[str], *, last_is_open: bool) -> None:
    chart.barWidth, chart.groupSpacing = 10, 6
    chart.barLabels.fontName = fonts.REGULAR
    chart.barLabels.fontSize = 8.5
    chart.barLabels.fillColor = style.INK
    chart.barLabels.nudge = 6
    chart.barLabelFormat = "values"
    chart.barLabelArray = [texts]
    chart.bars[0].fillColor = style.ACCENT
    chart.bars[0].strokeColor = None
    if last_is_open:
        last = (0, len(texts) - 1)
        chart.bars[last].fillColor = white
        chart.bars[last].strokeColor = style.ACCENT
        chart.bars[last].strokeWidth = 1
