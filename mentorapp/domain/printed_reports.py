"""Reports that were handed on: frozen with their figures, so that they can be printed again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mentorapp.domain.records import Record
from mentorapp.domain.sections import Hidden


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedReport(Record):
    """A report as it was printed; the file itself is stored under its id.

    ``period`` is written as ``2026Q3``, ``scope`` the scheme, organisation or person it is about
    (empty for the whole office). ``figures`` are all figures by key, ``state`` how much of what
    there was then (meetings, pairings, …), for telling what came later.
    """

    kind: str
    period: str = ""
    scope: str = ""
    language: str
    printed_at: datetime
    printed_by: str
    figures: Mapping[str, Any] = field(default_factory=dict)
    state: Mapping[str, int] = field(default_factory=dict)
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportComment(Record):
    """What the coordinator says to a period's report, printed on it."""

    kind: str
    period: str
    scope: str = ""
    text: str
    written_by: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure that was printed otherwise; None where it did not stand, or stands no more."""

    key: str
    old: int | float | Hidden | None
    new: int | float | Hidden | None


@dataclass(frozen=True, slots=True)
class Since:
    """What is different from ``printed``: how much more or less there is, and which figures."""

    printed: PrintedReport
    state: Mapping[str, int]
    figures: tuple[Changed, ...]
