"""Bar charts of a table of names and counts."""

from mentorapp.domain.report_tables import ReportTable
from mentorapp.reports.charts import Picture, bar_chart
from mentorapp.reports.tabled import WIDTH
from mentorapp.words import Words
from mentorapp.words.report_tables import say_cell

_HEIGHT, _WIDEST = 50, 34  # mm


def table_chart(table: ReportTable, words: Words) -> Picture:
    """A bar for each row of names and counts; a hidden one has no height and the sign on it."""
    bars = []
    for row in table.rows:
        name, count = row.cells
        height = count if isinstance(count, int) else 0
        bars.append((str(name), height, say_cell(words, count)))
    return bar_chart(
        table.title,
        bars,
        WIDTH,
        _HEIGHT,
        last_is_open=False,
        widest=_WIDEST,
        hidden=words.text("hidden"),
    )
