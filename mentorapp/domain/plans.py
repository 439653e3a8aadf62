"""The person's own plan: goals with steps (Bodø: «individuell karriereplan som kan iverksettes»).

It is not the statutory integration plan or contract, and every print of it says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length

#: The steps of the scale, and the one that was hoped for.
ATTAINMENT = (0, 1, 2, 3, 4)
AS_HOPED = 2


class PlanGoalKind(StrEnum):
    """What the goal is about; REQUALIFICATION is a new start in another trade."""

    WORK = "work"
    LANGUAGE = "language"
    EDUCATION = "education"
    REQUALIFICATION = "requalification"
    LICENCE = "licence"
    NETWORK = "network"
    OTHER = "other"


class StepOwner(StrEnum):
    """Who does it."""

    NEWCOMER = "newcomer"
    MENTOR = "mentor"
    OFFICE = "office"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanGoal(Record):
    """``attainment`` from 0 (nothing yet) over 2 (as hoped) to 4 (much more than hoped).

    Goal attainment scaling (Kiresuk and Sherman 1968), moved from -2…+2 to 0…4 so that it can be
    written on paper without a sign. ``closed_on`` takes the goal out of the plan.
    """

    person_id: UUID
    kind: PlanGoalKind = PlanGoalKind.WORK
    text: str
    set_on: date
    due: date | None = None
    attainment: int | None = None
    attained_on: date | None = None
    closed_on: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep(Record):
    """``owner_name`` tells who exactly, where the owner is another."""

    goal_id: UUID
    text: str
    owner: StepOwner = StepOwner.NEWCOMER
    owner_name: str = ""
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a plan is: ``done`` of ``steps`` in the goals that are open.

    ``next_step`` is the open step that is due first; steps without a day come last. ``overdue``
    steps were due before today, ``days`` is how long the oldest has been.
    """

    goals: int
    closed_goals: int
    steps: int
    done: int
    next_step: PlanStep | None
    overdue: int
    days: int


def progress(goals: Iterable[PlanGoal], steps: Iterable[PlanStep], today: date) -> Progress:
    """Count a person's plan; steps of closed goals are left out."""
    every = list(goals)
    running = {goal.id for goal in every if goal.closed_on is None}
    counted = [step for step in steps if step.goal_id in running]
    waiting = sorted(
        (step for step in counted if step.done_on is None),
        key=lambda step: (step.due is None, step.due or today, step.id),
    )
    late = [(today - step.due).days for step in waiting if step.due and step.due < today]
    return Progress(
        goals=len(running),
        closed_goals=len(every) - len(running),
        steps=len(counted),
        done=len(counted) - len(waiting),
        next_step=waiting[0] if waiting else None,
        overdue=len(late),
        days=max(late, default=0),
    )


def check_goal(goal: PlanGoal, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if not goal.text.strip():
        raise InvalidField("text", Problem.MISSING)
    check_length("text", goal.text, 500)
    check_length("notes", goal.notes, NOTE_LIMIT)
    if goal.due is not None and goal.due < goal.set_on:
        raise InvalidField("due", Problem.BEFORE_START, goal.due.isoformat())
    if goal.attainment is not None and goal.attainment not in ATTAINMENT:
        raise InvalidField("attainment", Problem.OUT_OF_RANGE, str(goal.attainment), "0–4")
    for field in ("set_on", "attained_on", "closed_on"):
        day = getattr(goal, field)
        if day is not None and day > today:
            raise InvalidField(field, Problem.IN_FUTURE, day.isoformat())
    for field in ("attained_on", "closed_on"):
        day = getattr(goal, field)
        if day is not None and day < goal.set_on:
            raise InvalidField(field, Problem.BEFORE_START, day.isoformat())
    if goal.attainment is not None and goal.attained_on is None:
        raise InvalidField("attained_on", Problem.MISSING)


def check_step(step: PlanStep, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if not step.text.strip():
        raise InvalidField("text", Problem.MISSING)
    check_length("text", step.text, 500)
    check_length("owner_name", step.owner_name, NAME_LIMIT)
    if step.owner is StepOwner.OTHER and not step.owner_name.strip():
        raise InvalidField("owner_name", Problem.MISSING)
    if step.done_on is not None and step.done_on > today:
        raise InvalidField("done_on", Problem.IN_FUTURE, step.done_on.isoformat())
