"""Which reports there are, and which of them are kept as they were printed."""

from enum import StrEnum


class ReportKind(StrEnum):
    """FOLLOW_UP is the coordinator's own worklist, HOURS a volunteer's statement."""

    PERIOD = "period"
    YEAR = "year"
    ORGANISATION = "organisation"
    WAITING = "waiting"
    EVALUATION = "evaluation"
    FOLLOW_UP = "follow_up"
    HOURS = "hours"


#: Those that name no person. What names persons is not kept a day longer than the register it was
#: made from, out of which it can be made anew.
KEPT = frozenset(
    {
        ReportKind.PERIOD,
        ReportKind.YEAR,
        ReportKind.ORGANISATION,
        ReportKind.WAITING,
        ReportKind.EVALUATION,
    }
)
