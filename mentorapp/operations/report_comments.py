"""What the coordinator says to a period's report: kept, and printed on it."""

from dataclasses import replace

from mentorapp.domain.accounts import Right
from mentorapp.domain.printed_reports import ReportComment
from mentorapp.domain.quarters import Period
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.domain.text import NOTE_LIMIT, check_length, clean
from mentorapp.operations.intention import intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def read(tx: Transaction, period: Period, scope: str = "") -> str:
    """What is said to it; empty for nothing."""
    found = _of(tx, period, scope)
    return found[0].text if found else ""


@intention(needs=Right.FIGURES)
def write(tx: Transaction, period: Period, text: str, scope: str = "") -> None:
    """Keep the comment, or take it away with an empty one."""
    found, said = _of(tx, period, scope), clean(text).strip()
    check_length("comment", said, NOTE_LIMIT)
    if found and not said:
        records.remove(tx, found[0])
    elif found and found[0].text != said:
        records.amend(tx, replace(found[0], text=said, written_by=tx.actor))
    elif said and not found:
        new = ReportComment(
            kind=ReportKind.PERIOD.value,
            period=str(period),
            scope=scope,
            text=said,
            written_by=tx.actor,
        )
        records.add(tx, new)


def _of(tx: Transaction, period: Period, scope: str) -> list[ReportComment]:
    return records.find(
        tx, ReportComment, kind=ReportKind.PERIOD.value, period=str(period), scope=scope
    )
