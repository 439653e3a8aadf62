"""The tables of a period's report: what paper, workbook and CSV are made of."""

from datetime import date

from mentorapp.domain.office import Office
from mentorapp.domain.placements import PlacementEnd
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.report_data import PeriodReport
from mentorapp.domain.report_tables import Cell
from mentorapp.domain.sections import Hidden, parts, section
from mentorapp.words import Words
from mentorapp.words.period_reports import period_tables

JOB, EDUCATION, STOPPED = PlacementEnd.JOB, PlacementEnd.EDUCATION, PlacementEnd.STOPPED


def rows(ends: dict[PlacementEnd, int]) -> list[tuple[Cell, ...]]:
    report = PeriodReport(
        office=Office(),
        period=Quarter(2026, 3),
        until=date(2026, 9, 30),
        finished=True,
        groups=(),
        sections=(section("placements", {}, {"by_end": parts(ends)}),),
    )
    (table,) = (one for one in period_tables(Words("en"), report) if one.key == "placements")
    return [row.cells[:2] for row in table.rows]


def test_groups_that_are_hidden_have_one_row_and_no_names() -> None:
    assert rows({JOB: 9, EDUCATION: 3, STOPPED: 2}) == [
        ("What they led to: job", 9),
        ("What they led to: others", Hidden()),
    ]


def test_where_all_groups_are_hidden_a_row_says_so() -> None:
    assert rows({EDUCATION: 3, STOPPED: 2}) == [("What they led to", Hidden())]
