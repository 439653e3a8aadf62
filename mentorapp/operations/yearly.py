"""The yearly report: gather the values of five years, make the paper."""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.contributions import Contribution
from mentorapp.domain.office import Office
from mentorapp.domain.quarters import Year
from mentorapp.domain.sections import Section
from mentorapp.domain.statistics import PeriodFigures
from mentorapp.operations import offices
from mentorapp.operations.contributions import contributions
from mentorapp.operations.reports import figures_of
from mentorapp.operations.sections import sections
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

#: The year reported and those before it that stand in the chart.
_YEARS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class YearValues:
    """What the yearly report tells, free of the database; years in a row, the last is reported."""

    office: Office
    figures: tuple[PeriodFigures, ...]
    sections: tuple[Section, ...]
    contributions: tuple[Contribution, ...]
    today: date


def year_values(tx: Transaction, year: Year, today: date) -> YearValues:
    """The year with those before it. Raises QuarterNotBegun for one that has not begun."""
    years = [year]
    while len(years) < _YEARS:
        years.insert(0, years[0].previous())
    figures = figures_of(tx, years, today)
    until = figures[-1].until
    return YearValues(
        office=offices.read(tx),
        figures=tuple(figures),
        sections=sections(tx, year.first, until, today),
        contributions=contributions(tx, year.first, until),
        today=today,
    )


def year_pdf(values: YearValues, words: Words) -> bytes:
    """The report as PDF; touches no database."""
    from mentorapp.reports.yearly import YearlyValues, yearly_report

    told = YearlyValues(
        office=values.office,
        figures=values.figures,
        sections=values.sections,
        contributions=values.contributions,
    )
    return yearly_report(told, [], words, values.today)
