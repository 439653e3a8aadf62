"""What every report is when it was read out of the office: free of the database and of a language.

Window and command line know no more of a report than this: they print it, show what is different
since it was printed last, keep it, and write its tables and charts to files.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from mentorapp.domain.printed_reports import Since
from mentorapp.domain.report_kinds import KEPT, ReportKind
from mentorapp.domain.report_tables import Kept, ReportTable, figures_of, names_of
from mentorapp.operations import printed_reports
from mentorapp.operations.printed_reports import Told
from mentorapp.operations.report_state import report_state
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.printed_reports import say_since

if TYPE_CHECKING:
    from mentorapp.reports.charts import Picture

Tables: TypeAlias = Callable[[Words], tuple[ReportTable, ...]]
#: Charts by their keys, each a drawing of its own.
Charts: TypeAlias = "Callable[[Words], Mapping[str, Picture]]"
#: The pages, with sentences that stand under them: what is different since they were printed.
MakePdf: TypeAlias = Callable[[Words, tuple[str, ...]], bytes]


def no_charts(_words: Words) -> "Mapping[str, Picture]":
    """For a report without any."""
    return {}


@dataclass(frozen=True)
class Report:
    """``period`` as it is written; ``more`` are kept beside the figures of the tables, ``facts``
    are told to a script beside them.
    """

    kind: ReportKind
    period: str
    tables: Tables
    pdf: MakePdf
    charts: Charts = no_charts
    scope: str = ""
    more: Mapping[str, Kept] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    state: Mapping[str, int] = field(default_factory=dict)
    since: Since | None = None

    @property
    def has_charts(self) -> bool:
        """Whether any is made; it is not made for asking."""
        return self.charts is not no_charts

    @cached_property
    def told(self) -> Told:
        """What is kept of it."""
        return Told(
            kind=self.kind,
            period=self.period,
            scope=self.scope,
            figures={**figures_of(self.tables(Words("en"))), **self.more},
            state=self.state,
        )

    def differences(self, words: Words) -> tuple[str, ...]:
        """What is different since it was printed, in sentences; nothing where nothing is."""
        return say_since(words, self.since, names_of(self.tables(words)))

    def make(self, words: Words) -> bytes:
        """The PDF; touches no database."""
        return self.pdf(words, self.differences(words))


def with_history(tx: Transaction, report: Report, first: date, last: date) -> Report:
    """The report with the state of its data, and with what is different since it was printed."""
    if report.kind not in KEPT:
        return report
    counted = replace(report, state=report_state(tx, first, last))
    return replace(counted, since=printed_reports.since(tx, counted.told))
