"""What can be chosen about a report, and how a chosen one is gathered, made and called."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from mentorapp.domain.quarters import Quarter, Year
from mentorapp.operations import Transaction, follow_up_paper, reports, yearly
from mentorapp.words import Words

#: How many quarters back a report is offered: five years.
_OFFERED = 20
_YEARS_OFFERED = 9


class ReportKind(StrEnum):
    """Which report."""

    QUARTER = "quarter"
    YEAR = "year"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class Choice:
    """A report as it was chosen; ``coordinator`` is empty for all of them."""

    kind: ReportKind
    quarter: Quarter
    year: Year
    coordinator: str
    language: str

    def gather(self, today: date) -> Callable[[Transaction], Any]:
        """Reads what the report tells, on the database's thread."""
        if self.kind is ReportKind.QUARTER:
            return lambda tx: reports.quarter_values(tx, self.quarter, today)
        if self.kind is ReportKind.YEAR:
            return lambda tx: yearly.year_values(tx, self.year, today)
        return lambda tx: follow_up_paper.follow_up_values(tx, today, self.coordinator)

    def make(self, values: Any) -> bytes:
        """The PDF, on any thread."""
        words = Words(self.language)
        if self.kind is ReportKind.QUARTER:
            return reports.quarter_pdf(values, words)
        if self.kind is ReportKind.YEAR:
            return yearly.year_pdf(values, words)
        return follow_up_paper.follow_up_pdf(values, words)

    def file_name(self, today: date) -> str:
        """What saving proposes: period or day, and no name of anybody."""
        _ = Words(self.language).text
        if self.kind is ReportKind.QUARTER:
            return _("quarterly-report-%(period)s.pdf") % {"period": self.quarter}
        if self.kind is ReportKind.YEAR:
            return _("yearly-report-%(period)s.pdf") % {"period": self.year}
        return _("follow-up-report-%(day)s.pdf") % {"day": f"{today:%Y-%m-%d}"}


def last_finished(today: date) -> Quarter:
    """The quarter that ended last: the one a report is usually wanted of."""
    return Quarter.of(today).previous()


def quarters(words: Words, today: date) -> list[tuple[Quarter, str]]:
    """The current quarter and those before it, newest first."""
    now = Quarter.of(today)
    made, one = [], now
    for _at in range(_OFFERED + 1):
        name = words.text("Q%(number)d %(year)d") % {"number": one.number, "year": one.year}
        if one == now:
            name = words.text("%(quarter)s, so far") % {"quarter": name}
        made.append((one, name))
        one = one.previous()
    return made


def last_year(today: date) -> Year:
    """The year that ended last."""
    return Year.of(today).previous()


def years(words: Words, today: date) -> list[tuple[Year, str]]:
    """The current year and those before it, newest first."""
    now = Year.of(today)
    made = [(now, words.text("%(quarter)s, so far") % {"quarter": now})]
    one = now
    for _at in range(_YEARS_OFFERED):
        one = one.previous()
        made.append((one, str(one)))
    return made
