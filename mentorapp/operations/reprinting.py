"""A kept report that may not be printed again as it was, made anew."""

from datetime import date
from uuid import UUID

from mentorapp.domain.printed_reports import PrintedReport
from mentorapp.domain.quarters import parse_period
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.operations import schemes
from mentorapp.operations.report_frame import Report
from mentorapp.operations.report_gathering import Wish, gather
from mentorapp.storage.database import Transaction


def anew(tx: Transaction, printed: PrintedReport, today: date) -> Report:
    """The same report from what is registered today: without whoever may not be quoted any more,
    and with what has changed since it was printed.
    """
    kind = ReportKind(printed.kind)
    about = _about(tx, kind, printed.scope)
    return gather(tx, Wish(kind=kind, period=parse_period(printed.period), about=about), today)


def _about(tx: Transaction, kind: ReportKind, scope: str) -> UUID | None:
    if kind is ReportKind.EVALUATION:
        return schemes.find(tx, scope).id
    return UUID(scope) if scope else None
