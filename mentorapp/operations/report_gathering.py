"""One way to every report: what is wished for in, the report read out of the office out."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from mentorapp.domain.quarters import Period, Year
from mentorapp.domain.report_data import PeriodReport
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.operations import audit, period_reports, printed_reports, sections, yearly
from mentorapp.operations.evaluation_paper import evaluation_paper
from mentorapp.operations.follow_up_paper import follow_up_paper
from mentorapp.operations.hours_statement import hours_statement
from mentorapp.operations.organisation_report import organisation_report
from mentorapp.operations.report_frame import Report, with_history
from mentorapp.operations.sections import value_as_json
from mentorapp.operations.waiting_report import waiting_report
from mentorapp.storage.database import Transaction
from mentorapp.words.period_reports import period_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A report as it was chosen. ``about`` is the scheme, organisation or person, if any;
    ``coordinator`` and ``by_organisation`` are of the follow-up report, whose day is today.
    """

    kind: ReportKind
    period: Period
    about: UUID | None = None
    coordinator: str = ""
    by_organisation: bool = False


def gather(tx: Transaction, wish: Wish, today: date) -> Report:
    """Read what the report tells. Raises QuarterNotBegun for a period that has not begun."""
    match wish.kind:
        case ReportKind.WAITING:
            return waiting_report(tx, wish.period, today)
        case ReportKind.ORGANISATION:
            return organisation_report(tx, wish.about, wish.period, today)
        case ReportKind.EVALUATION if wish.about is not None:
            return evaluation_paper(tx, wish.about, wish.period, today)
        case ReportKind.HOURS if wish.about is not None:
            return hours_statement(tx, wish.about, wish.period, today)
        case ReportKind.YEAR:
            return _year(tx, Year.of(wish.period.last), today)
        case ReportKind.PERIOD:
            return _period(tx, wish.period, wish.about, today)
        case ReportKind.FOLLOW_UP:
            return follow_up_paper(
                tx, today, wish.coordinator, by_organisation=wish.by_organisation
            )
    raise ValueError(f"nothing to make {wish.kind} of")


def _period(tx: Transaction, period: Period, scheme_id: UUID | None, today: date) -> Report:
    told, code = (
        period_reports.gather(tx, period, today, scheme_id),
        audit.end_before(tx, today).code,
    )
    report = Report(
        kind=ReportKind.PERIOD,
        period=str(period),
        scope=told.scope,
        tables=lambda words: period_tables(words, told),
        charts=lambda words: period_reports.charts(told, words),
        pdf=lambda words, since: period_reports.pdf(told, words, today, since, code),
        more=told.shown,
        facts={
            "period": str(period),
            "until": told.until,
            "finished": told.finished,
            "comment": told.comment,
            "figures": _figures(told),
            "sections": sections.as_json(told.sections),
        },
    )
    return with_history(tx, report, period.first, told.until)


def _year(tx: Transaction, year: Year, today: date) -> Report:
    values = yearly.year_values(tx, year, today)
    told = values.period
    report = Report(
        kind=ReportKind.YEAR,
        period=str(year),
        tables=lambda words: yearly.tables(values, words),
        charts=lambda words: period_reports.charts(told, words),
        pdf=lambda words, since: yearly.year_pdf(values, words, since),
        more={
            **told.shown,
            **values.contributions.shown,
            **printed_reports.quoted_figures(values.quotes),
        },
        facts={
            "period": str(year),
            "until": told.until,
            "finished": told.finished,
            "figures": _figures(told),
            "sections": sections.as_json(told.sections),
            "organisations": values.contributions.as_json(),
        },
    )
    return with_history(tx, report, year.first, told.until)


def _figures(told: PeriodReport) -> dict[str, Any]:
    return {one.key: value_as_json(one.now) for group in told.groups for one in group.figures}
