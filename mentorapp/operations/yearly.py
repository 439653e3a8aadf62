"""The yearly report: gather the values, make the paper and its tables."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from mentorapp.domain.breakdowns import Dimension
from mentorapp.domain.goals import Measure
from mentorapp.domain.office import Office
from mentorapp.domain.quarters import Year
from mentorapp.domain.report_data import PeriodReport
from mentorapp.domain.report_tables import ReportTable
from mentorapp.operations import goals, outcome_figures, period_reports, quotes
from mentorapp.operations.contribution_cells import Given, given
from mentorapp.operations.contribution_table import side_by_side
from mentorapp.operations.goals import GoalRow
from mentorapp.operations.intention import counts_all
from mentorapp.operations.outcome_facts import gather
from mentorapp.operations.outcome_paper import gathered_values
from mentorapp.operations.period_reports import tells_of_few
from mentorapp.operations.quotes import PrintableQuote
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.goals import say_counted, say_progress, say_target
from mentorapp.words.labels import label
from mentorapp.words.period_reports import period_tables
from mentorapp.words.small_numbers import HIDDEN

if TYPE_CHECKING:
    from mentorapp.reports.outcomes import OutcomeValues

_ORGANISATIONS = Dimension.ORGANISATION.value
#: The newest quotations of the year that are printed.
_QUOTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class YearValues:
    """What the yearly report tells, free of the database; ``period`` is the year as any period is
    reported, without the rows of organisations: what each gave is counted in another way.
    """

    office: Office
    period: PeriodReport
    outcomes: "OutcomeValues"
    goals: tuple[GoalRow, ...]
    contributions: Given
    quotes: tuple[PrintableQuote, ...]
    today: date


@counts_all
def year_values(tx: Transaction, year: Year, today: date) -> YearValues:
    """The year with those before it. Raises QuarterNotBegun for one that has not begun."""
    until = min(year.last, today)
    # Everything ever told of outcomes is read for them: once, for the page and for the section.
    facts = gather(tx, until)
    waits = outcome_figures.days(tx, facts)
    counted = outcome_figures.counted(facts, waits, year.first)
    period = period_reports.gather(tx, year, today, outcomes=counted)
    return YearValues(
        office=facts.office,
        period=replace(
            period, tables=tuple(one for one in period.tables if one.key != _ORGANISATIONS)
        ),
        outcomes=gathered_values(tx, facts, waits, Words(facts.office.language)),
        goals=tuple(
            row
            for row in goals.rows(tx, until)
            if row.goal.from_date <= until and row.goal.to_date >= year.first
        ),
        contributions=given(tx, year.first, until, period.shown),
        quotes=quotes.printable_quotes(tx, year.first, until)[:_QUOTES],
        today=today,
    )


def tables(values: YearValues, words: Words) -> tuple[ReportTable, ...]:
    """Those of any period, and what each organisation gave."""
    return (*period_tables(words, values.period), *_given(values, words))


def _given(values: YearValues, words: Words) -> tuple[ReportTable, ...]:
    if not values.contributions.every:
        return ()
    return (side_by_side(values.contributions, words),)


def year_pdf(values: YearValues, words: Words, since: tuple[str, ...] = ()) -> bytes:
    """The report as PDF, ``since`` under it; touches no database."""
    from mentorapp.reports.goals_table import GoalLine
    from mentorapp.reports.yearly import Quotation, YearlyValues, yearly_report

    told = YearlyValues(
        office=values.office,
        period=values.period,
        outcomes=values.outcomes,
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
        tables=_given(values, words),
        quotations=tuple(Quotation(one.text, one.credit) for one in values.quotes),
        since=since,
    )
    return yearly_report(told, words, values.today)
