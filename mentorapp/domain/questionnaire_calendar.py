"""When a pair is asked: after its first meetings, midway and at the end, as the scheme plans it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.domain.pairings import Pairing
from mentorapp.domain.questionnaires import Moment
from mentorapp.domain.schemes import FollowUpKind

#: The first questions come when the two know each other a little.
AFTER_FIRST_MEETING = timedelta(days=7)
#: The paper is to be at hand when the talk takes place.
BEFORE_TALK = timedelta(days=7)
#: Where no midway talk and no end is planned, the middle is that of a pair of six months.
MIDWAY_AFTER = timedelta(days=90)
#: Nobody is asked about a pair that ended longer ago.
END_WITHIN = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Course:
    """What has happened in a pair, and the days of its talks as they are planned now."""

    pairing: Pairing
    first_meeting: date | None
    talks: Mapping[FollowUpKind, date]


def moment_due(
    course: Course, answered: Collection[Moment], today: date
) -> tuple[Moment, date] | None:
    """Which questions a half of the pair should be given, and since when; None when none.

    One moment at a time: what was missed until the next one is not asked any more, its answer would
    tell of later. A pair that never met is not asked. At the end it is asked until 90 days after.
    """
    pairing, met = course.pairing, course.first_meeting
    if met is None:
        return None
    if pairing.ended_on is not None:
        days = {Moment.CLOSING: pairing.ended_on}
        if today > pairing.ended_on + END_WITHIN:
            return None
    else:
        days = _days(course, met)
    begun = [moment for moment in Moment if moment in days and days[moment] <= today]
    if not begun or begun[-1] in answered:
        return None
    return begun[-1], days[begun[-1]]


def _days(course: Course, met: date) -> dict[Moment, date]:
    pairing = course.pairing
    start = met + AFTER_FIRST_MEETING
    days = {Moment.START: start, Moment.MIDWAY: max(_middle(course), start + BEFORE_TALK)}
    end = course.talks.get(FollowUpKind.CLOSING, pairing.planned_end)
    if end is not None:
        days[Moment.CLOSING] = max(end - BEFORE_TALK, days[Moment.MIDWAY] + BEFORE_TALK)
    return days


def _middle(course: Course) -> date:
    pairing = course.pairing
    planned = course.talks.get(FollowUpKind.MIDWAY)
    if planned is not None:
        return planned - BEFORE_TALK
    if pairing.planned_end is None:
        return pairing.agreed_on + MIDWAY_AFTER
    return pairing.agreed_on + (pairing.planned_end - pairing.agreed_on) / 2
