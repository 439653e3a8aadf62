"""Goals of the office: the measures of a plan, each with owner, deadline and result.

Bodø: «Tiltak = resept på endring»; Lørenskog: 40 placements, three percent of the workforce, one
employee in seven.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length

#: A goal is told on the list of the day so long before its deadline.
NEAR = timedelta(days=30)
_WHOLE = 1000
_MOST = 1_000_000


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


#: Counted as a part of a base that the program knows, so that a goal in numbers makes no sense.
SHARES = frozenset({Measure.FIRST_MEETING_SHARE, Measure.IN_WORK_SHARE, Measure.DIVERSE_EMPLOYEES})


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

    @property
    def share(self) -> Fraction | None:
        """The goal as a share, exactly (one in seven is 1/7); None for a number."""
        if self.unit is GoalUnit.SHARE:
            return Fraction(self.target, _WHOLE)
        return Fraction(1, self.target) if self.unit is GoalUnit.ONE_IN else None

    @property
    def count(self) -> Fraction | None:
        """The goal as a number: 36 for three percent of 1,200; None for a share of no base.

        Not rounded: 2.5 of a base that small is reached with three.
        """
        if self.share is None:
            return Fraction(self.target)
        return self.share * self.base if self.base else None


@dataclass(frozen=True, slots=True)
class Counted:
    """What came of a goal by ``until``: ``part``, and of which ``base`` for a share or a mean.

    ``known`` are those of the base for whom there is an answer, where only some are known.
    """

    part: int
    base: int | None
    until: date
    known: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: ``done`` of ``wanted``, both numbers or both shares; None is not known."""

    done: Fraction | None
    wanted: Fraction
    is_share: bool

    @property
    def reached(self) -> bool:
        """Whether the goal has been reached."""
        return self.done is not None and self.done >= self.wanted

    @property
    def percent(self) -> int | None:
        """How much of the way, rounded down, so that 100 is said of a goal reached only."""
        return None if self.done is None else int(100 * self.done / self.wanted)


def check_goal(goal: OfficeGoal) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if not goal.title.strip():
        raise InvalidField("title", Problem.MISSING)
    for name in ("title", "base_note", "stated"):
        check_length(name, getattr(goal, name), NAME_LIMIT)
    check_length("goal_owner", goal.owner, NAME_LIMIT)
    check_length("result", goal.result, NOTE_LIMIT)
    most = _WHOLE if goal.unit is GoalUnit.SHARE else _MOST
    if not 0 < goal.target <= most:
        raise InvalidField("target", Problem.OUT_OF_RANGE, str(goal.target))
    if goal.unit is GoalUnit.COUNT and goal.measure in SHARES:
        raise InvalidField("goal_unit", Problem.UNKNOWN_VALUE, goal.unit.value)
    if goal.base is not None and not 0 < goal.base <= 100 * _MOST:
        raise InvalidField("base", Problem.OUT_OF_RANGE, str(goal.base))
    if goal.base is None and _needs_base(goal):
        raise InvalidField("base", Problem.MISSING)
    if goal.typed_result is not None and goal.typed_result < 0:
        raise InvalidField("typed_result", Problem.OUT_OF_RANGE, str(goal.typed_result))
    if goal.to_date < goal.from_date:
        raise InvalidField("to_date", Problem.BEFORE_START, goal.to_date.isoformat())


def progress(goal: OfficeGoal, counted: Counted | None) -> Progress:
    """How far it is. ``counted`` is None where nobody has counted or typed anything.

    A share that the program counts is held against the goal's share; a number of something that is
    to be a share of a base (three percent of the workforce) against the goal as a number.
    """
    if goal.measure in SHARES:
        wanted = goal.share or Fraction(goal.target)
        done = None if counted is None or not counted.base else Fraction(counted.part, counted.base)
        return Progress(done, wanted, is_share=True)
    wanted = goal.count or Fraction(goal.target)
    if counted is None or counted.base == 0:
        return Progress(None, wanted, is_share=False)
    return Progress(Fraction(counted.part, counted.base or 1), wanted, is_share=False)


def wants_result(goal: OfficeGoal, today: date) -> bool:
    """Whether it belongs on the list of the day: thirty days before the deadline or after it,
    as long as nobody has said what came of it.
    """
    return not goal.result.strip() and goal.from_date <= today and goal.to_date - NEAR <= today


def _needs_base(goal: OfficeGoal) -> bool:
    """A share of something that the program does not know the whole of."""
    return goal.unit is not GoalUnit.COUNT and goal.measure not in SHARES
