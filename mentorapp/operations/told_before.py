"""What the tables of all kept reports have told: nothing may follow from them and the next one."""

from mentorapp.domain.printed_reports import PrintedReport
from mentorapp.domain.report_views import At, Printed
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def cells(tx: Transaction) -> list[Printed]:
    """Of each kept report, the oldest first: its counts by gender, age, area and organisation."""
    kept = sorted(records.find(tx, PrintedReport), key=lambda one: (one.printed_at, one.id))
    found = (
        {at: n for key, n in one.figures.items() if (at := At.parse(key)) is not None}
        for one in kept
    )
    return [one for one in found if one]
