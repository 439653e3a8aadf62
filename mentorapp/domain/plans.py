"""The person's own plan: goals with steps (Bodø: «individuell karriereplan som kan iverksettes»).

It is not the statutory integration plan or contract, and every print of it says so.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.records import Record


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
