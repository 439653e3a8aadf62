"""When each letter is due: only steps of the last days, so that an office that begins with letters
late is not asked to write a year's worth.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median

#: A step longer ago than this is not written about any more.
LATELY = timedelta(days=30)
#: Who waits so long is told so.
TOLD_TO_WAIT_AFTER = timedelta(days=14)
#: Goodbye and thanks may take longer: the last slips come in.
ENDED_WITHIN = timedelta(days=60)
#: Nobody is reminded twice within so long.
REMINDED_AFTER = timedelta(days=30)
#: A pair that was silent for longer needs a call and not a letter.
REMINDED_UNTIL = timedelta(days=120)
#: The thanks for a year are sent until the end of this month.
_THANKS_UNTIL_MONTH = 3
#: Fewer pairs tell nothing of how long others will wait.
_ENOUGH_WAITS = 5


def happened_lately(day: date, today: date) -> bool:
    """Whether a letter about it is still worth sending."""
    return day <= today <= day + LATELY


def told_to_wait_on(registered_on: date, today: date) -> date | None:
    """Since when the letter about the waiting list is due; None when it is not."""
    due = registered_on + TOLD_TO_WAIT_AFTER
    return due if happened_lately(due, today) else None


def ended_lately(ended_on: date | None, today: date) -> bool:
    """Whether goodbye and thanks are still to be said."""
    return ended_on is not None and ended_on <= today <= ended_on + ENDED_WITHIN


def reminded_on(
    last_contact: date, yellow_days: int, reminded: date | None, today: date
) -> date | None:
    """Since when a silent pair is to be reminded of its slips; None when it is not.

    ``last_contact`` is the last meeting, or the day of the agreement before the first one.
    """
    due = last_contact + timedelta(days=yellow_days)
    if not due <= today <= last_contact + REMINDED_UNTIL:
        return None
    if reminded is not None and today < reminded + REMINDED_AFTER:
        return None
    return due


def year_to_thank_for(today: date) -> int | None:
    """The year for which organisations are thanked now, if any."""
    return today.year - 1 if today.month <= _THANKS_UNTIL_MONTH else None


def usual_wait(days: Sequence[int]) -> int | None:
    """How long it usually takes, told by those who were paired; None when they are too few."""
    return round(median(days)) if len(days) >= _ENOUGH_WAITS else None
