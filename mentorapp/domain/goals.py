"""Goals of the office: the measures of a plan, each with owner, deadline and result.

Bodø: «Tiltak = resept på endring»; Lørenskog: 40 placements, three percent of the workforce, one
employee in seven.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.records import Record


class Measure(StrEnum):
    """What is counted; TYPED is counted by nobody but the owner, who types the result."""

    PAIRINGS = "pairings"
    PLACEMENTS = "placements"
    PLACES = "places"
    MENTORS_PER_ORGANISATION = "mentors_per_organisation"
    FIRST_MEETING_SHARE = "first_meeting_share"
    ASSOCIATION_MEMBERS = "association_members"
    EVENT_GUESTS = "event_guests"
    IN_WORK_SHARE = "in_work_share"
    DIVERSE_EMPLOYEES = "diverse_employees"
    TYPED = "typed"


class GoalUnit(StrEnum):
    """How ``target`` is meant: a number, per mille of a base, or one in so many."""

    COUNT = "count"
    SHARE = "share"
    ONE_IN = "one_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeGoal(Record):
    """``target`` in ``unit``; ``base`` is what a share is of, ``base_note`` which base it is.

    ``stated`` is the goal in the plan's own words ("15 prosent"), printed beside the exact figure.
    ``result`` is what the owner says came of it, ``typed_result`` the figure where the program does
    not count.
    """

    title: str
    measure: Measure = Measure.TYPED
    scheme_id: UUID | None = None
    project_id: UUID | None = None
    unit: GoalUnit = GoalUnit.COUNT
    target: int
    base: int | None = None
    base_note: str = ""
    stated: str = ""
    from_date: date
    to_date: date
    owner: str = ""
    typed_result: int | None = None
    result: str = ""
