"""The report on a period as pages: the first is one to read alone and sign."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.office import Office
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.report_data import Column, FigureGroup, KeyFigure, PeriodReport, Row, Table
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
    assert "2 of 20 (10 %) : –" in first
    assert "Two courses were put off." in first
    assert "Read and approved" in first
    assert "“:” hidden, because" in first
    assert "Bodø 12 Fauske :" in second


def test_the_first_page_is_one_however_much_is_said(
    report: PeriodReport, today: date, pages_of: Callable[[bytes], list[str]]
) -> None:
    long = replace(report, comment="All went well. " * 250)
    assert len(pages_of(period_report(long, Words("nb"), today))) == 2
