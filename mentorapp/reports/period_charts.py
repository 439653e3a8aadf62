"""Two bar charts of periods in a row, side by side: their figures differ too much for one scale."""

from collections.abc import Callable, Sequence

from reportlab.lib.units import mm

from mentorapp.domain.statistics import PeriodFigures
from mentorapp.reports.charts import bar_chart
from mentorapp.reports.tables import Arranged
from mentorapp.words import Words
from mentorapp.words.periods import shortest_period


def period_charts(
    figures: Sequence[PeriodFigures],
    charts: Sequence[tuple[str, Callable[[PeriodFigures], int]]],
    height: int,
    words: Words,
) -> Arranged:
    """``charts`` are two titles with what each counts; 170 mm wide, ``height`` millimetres high.

    The last bar is open while its period runs.
    """
    open_end = not figures[-1].finished
    note = " ({})".format(words.text("last bar: so far")) if open_end else ""
    drawings = [
        bar_chart(
            title + note,
            [
                (shortest_period(words, one.period), count(one), words.number(count(one)))
                for one in figures
            ],
            81,
            height,
            last_is_open=open_end,
        )
        for title, count in charts
    ]
    table = Arranged([drawings], colWidths=[89 * mm, 81 * mm])
    table.setStyle(
        [
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return table
