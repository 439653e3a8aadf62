"""The yearly report: gather the values of five years, make the paper."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mentorapp.domain.contributions import Contribution
from mentorapp.domain.goals import Measure
from mentorapp.domain.office import Office
from mentorapp.domain.quarters import Year
from mentorapp.domain.report_tables import ReportTable
from mentorapp.domain.sections import Section
from mentorapp.domain.statistics import PeriodFigures
from mentorapp.operations import goals, outcome_figures, quotes
from mentorapp.operations.contribution_table import side_by_side
from mentorapp.operations.contributions import contributions
from mentorapp.operations.goals import GoalRow
from mentorapp.operations.outcome_facts import gather
from mentorapp.operations.outcome_paper import gathered_values
from mentorapp.operations.period_reports import tells_of_few
from mentorapp.operations.quotes import PrintableQuote
from mentorapp.operations.reports import figures_of
from mentorapp.operations.sections import sections
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.goals import say_counted, say_progress, say_target
from mentorapp.words.labels import label
from mentorapp.words.small_numbers import HIDDEN

if TYPE_CHECKING:
    from mentorapp.reports.outcomes import OutcomeValues

#: The year reported and those before it that stand in the chart.
_YEARS = 5
#: The newest quotations of the year that are printed.
_QUOTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class YearValues:
    """What the yearly report tells, free of the database; years in a row, the last is reported."""

    office: Office
    figures: tuple[PeriodFigures, ...]
    outcomes: "OutcomeValues"
    sections: tuple[Section, ...]
    goals: tuple[GoalRow, ...]
    contributions: tuple[tuple[str, Contribution], ...]
    quotes: tuple[PrintableQuote, ...]
    today: date


def year_values(tx: Transaction, year: Year, today: date) -> YearValues:
    """The year with those before it. Raises QuarterNotBegun for one that has not begun."""
    years = [year]
    while len(years) < _YEARS:
        years.insert(0, years[0].previous())
    figures = figures_of(tx, years, today)
    until = figures[-1].until
    # Everything ever told of outcomes is read for them: once, for the page and for the section.
    facts = gather(tx, until)
    waits = outcome_figures.days(tx, facts)
    counted = outcome_figures.counted(facts, waits, year.first)
    return YearValues(
        office=facts.office,
        figures=tuple(figures),
        outcomes=gathered_values(tx, facts, waits, Words(facts.office.language)),
        sections=sections(tx, year.first, until, today, counted),
        goals=tuple(
            row
            for row in goals.rows(tx, until)
            if row.goal.from_date <= until and row.goal.to_date >= year.first
        ),
        contributions=contributions(tx, year.first, until),
        quotes=quotes.printable_quotes(tx, year.first, until)[:_QUOTES],
        today=today,
    )


def tables(values: YearValues, words: Words) -> tuple[ReportTable, ...]:
    """What each organisation gave; nothing where none gave anything."""
    if not values.contributions:
        return ()
    return (side_by_side(values.contributions, values.office.least_shown, words),)


def year_pdf(values: YearValues, words: Words, since: tuple[str, ...] = ()) -> bytes:
    """The report as PDF, ``since`` under it; touches no database."""
    from mentorapp.reports.goals_table import GoalLine
    from mentorapp.reports.yearly import Quotation, YearlyValues, yearly_report

    told = YearlyValues(
        office=values.office,
        figures=values.figures,
        outcomes=values.outcomes,
        sections=values.sections,
        goals=tuple(
            GoalLine(
                title=row.goal.title,
                measure=label(words, row.goal.measure),
                scheme=row.scheme.name(words.language) if row.scheme else "",
                wanted=say_target(words, row.goal),
                counted=HIDDEN if tells_of_few(row) else say_counted(words, row.goal, row.counted),
                progress="" if tells_of_few(row) else say_progress(words, row.progress),
                owner=row.goal.owner,
                deadline=row.goal.to_date,
                result=row.goal.result,
                counts_in_work=row.goal.measure is Measure.IN_WORK_SHARE,
            )
            for row in values.goals
        ),
        tables=tables(values, words),
        quotations=tuple(Quotation(one.text, one.credit) for one in values.quotes),
        since=since,
    )
    return yearly_report(told, words, values.today)
