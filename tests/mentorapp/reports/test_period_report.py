"""The report on a period as pages: the first is one to read alone and sign."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.goals import Measure, OfficeGoal
from mentorapp.domain.office import Office
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.report_data import (
    Chart,
    Column,
    FigureGroup,
    GoalTold,
    KeyFigure,
    Line,
    PeriodReport,
    Row,
    Table,
)
from mentorapp.domain.sections import Hidden
from mentorapp.domain.statistics import Share
from mentorapp.reports.period_report import period_report
from mentorapp.words import Words

Q3 = Quarter(2026, 3)


@pytest.fixture
def report(office: Office) -> PeriodReport:
    figures = (
        KeyFigure(key="pairings_running", now=24, before=21, year_before=30),
        KeyFigure(key="silent_pairs", now=Share(2, 20), before=Hidden()),
    )
    rows = (Row("a", "Bodø", (12,)), Row("b", "Fauske", (Hidden(),)))
    return PeriodReport(
        office=replace(office, committee="Komité for oppvekst"),
        period=Q3,
        until=Q3.last,
        finished=True,
        groups=(FigureGroup("pairings", figures),),
        tables=(Table(key="municipality", columns=(Column("pairings_running"),), rows=rows),),
        comment="Two courses were put off.",
    )


def test_each_figure_has_its_definition_and_is_held_against_two_periods(
    report: PeriodReport, today: date, pages_of: Callable[[bytes], list[str]]
) -> None:
    first, second = pages_of(period_report(report, Words("en"), today))
    assert "To Komité for oppvekst" in first
    assert "Agreed and not ended on the last day counted. 24 21 +3 30 –6" in first
    assert "10 % 2 of 20 : –" in first
    assert "Two courses were put off." in first
    assert "Read and approved" in first
    assert "“:” hidden, because" in first
    assert "Bodø 12 Fauske :" in second


def test_the_first_page_is_one_however_much_is_said(
    report: PeriodReport, today: date, pages_of: Callable[[bytes], list[str]]
) -> None:
    long = replace(report, comment="All went well. " * 600, goals=tuple(goals(12)))
    first, *behind = pages_of(period_report(long, Words("en"), today))
    assert "The coordinator's comment: see the next page." in first
    assert "All went well." not in first
    assert "Goal 6" in first
    assert "All 12 goals stand on the pages behind." in first
    assert "Read and approved" in first
    assert "From the coordinator All went well." in behind[0]
    assert "Goal 12" in behind[1]


def test_every_page_tells_the_code_of_the_log_at_its_foot(
    report: PeriodReport, today: date, pages_of: Callable[[bytes], list[str]]
) -> None:
    pages = pages_of(period_report(report, Words("en"), today, code="04HMA-SW9NF"))

    assert all("Log: 04HMA-SW9NF" in page for page in pages)
    assert not any("Log:" in page for page in pages_of(period_report(report, Words("en"), today)))


def test_charts_stand_on_the_first_page_where_there_is_room(
    report: PeriodReport, today: date, pages_of: Callable[[bytes], list[str]]
) -> None:
    points = (Q3.previous(), Q3)
    chart = Chart(key="meetings", points=points, lines=(Line("meetings", (31, 96)),))
    first, *_more = pages_of(period_report(replace(report, charts=(chart,)), Words("en"), today))
    assert "Meetings" in first
    assert "96" in first


def test_without_an_earlier_period_its_columns_are_left_out(
    report: PeriodReport, today: date, pages_of: Callable[[bytes], list[str]]
) -> None:
    figure = KeyFigure(key="pairings_running", now=24)
    alone = replace(report, groups=(FigureGroup("pairings", (figure,)),))
    first, *_more = pages_of(period_report(alone, Words("en"), today))
    assert "Change" not in first
    assert "Q2 2026" not in first
    assert "“–”" not in first


def test_before_the_office_had_anybody_no_nought_is_printed(
    report: PeriodReport, today: date, pages_of: Callable[[bytes], list[str]]
) -> None:
    (page,) = pages_of(
        period_report(replace(report, groups=(), tables=(), comment=""), Words("en"), today)
    )
    assert "There is nothing to count yet." in page
    assert "Change" not in page
    assert "hidden" not in page


def test_signs_are_explained_where_they_stand(
    report: PeriodReport, today: date, pages_of: Callable[[bytes], list[str]]
) -> None:
    new = KeyFigure(key="silent_pairs", now=Share(2, 20), year_before=Share(1, 20))
    told = FigureGroup("pairings", (report.groups[0].figures[0], new))
    first, second = pages_of(period_report(replace(report, groups=(told,)), Words("en"), today))
    assert "“–” there was nothing to count." in first
    assert "“:” hidden" not in first
    assert "“:” hidden" in second


def goals(many: int) -> Iterator[GoalTold]:
    for at in range(1, many + 1):
        goal = OfficeGoal(
            title=f"Goal {at}",
            measure=Measure.TYPED,
            target=40,
            from_date=Q3.first,
            to_date=Q3.last,
        )
        yield GoalTold(goal, None, None)
