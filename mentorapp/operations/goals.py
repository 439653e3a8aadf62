"""Goals of the office: keep them, count how far they are, remind their owners."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.goals import (
    Counted,
    Measure,
    OfficeGoal,
    Progress,
    check_goal,
    progress,
    wants_result,
)
from mentorapp.domain.office import Office
from mentorapp.domain.projects import Project
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.text import clean
from mentorapp.operations import offices
from mentorapp.operations.goal_counts import count
from mentorapp.operations.intention import counts_all, intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

#: Days after the deadline from which a goal without a result is urgent.
_LATE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """A goal with how far it is; ``days_left`` is negative after the deadline.

    ``office`` is there for its definition of "in work".
    """

    goal: OfficeGoal
    office: Office
    scheme: Scheme | None
    project: Project | None
    counted: Counted | None
    progress: Progress
    days_left: int

    @property
    def id(self) -> UUID:
        """The goal's."""
        return self.goal.id


@counts_all
def rows(tx: Transaction, today: date) -> list[GoalRow]:
    """Every goal, the next deadline first, those behind us last."""
    schemes = records.by_id(records.find(tx, Scheme))
    projects = records.by_id(records.find(tx, Project))
    office = offices.read(tx)
    found = []
    for goal in records.find(tx, OfficeGoal):
        counted = count(tx, goal, today)
        found.append(
            GoalRow(
                goal=goal,
                office=office,
                scheme=schemes.get(goal.scheme_id) if goal.scheme_id else None,
                project=projects.get(goal.project_id) if goal.project_id else None,
                counted=counted,
                progress=progress(goal, counted),
                days_left=(goal.to_date - today).days,
            )
        )
    return sorted(found, key=lambda row: (row.days_left < 0, abs(row.days_left), row.goal.title))


def attention(tx: Transaction, today: date) -> list[Attention]:
    """Goals whose deadline is near or past and that have no result yet."""
    found = []
    for goal in records.find(tx, OfficeGoal):
        if not wants_result(goal, today):
            continue
        late = (today - goal.to_date).days
        severity = Severity.CALM if late < 0 else Severity.YELLOW
        found.append(
            Attention(
                kind=AttentionKind.GOAL,
                severity=Severity.RED if late > _LATE else severity,
                who=goal.title,
                days=late,
                subject_id=goal.id,
            )
        )
    return found


@counts_all
def in_force(tx: Transaction, measure: Measure, today: date) -> OfficeGoal | None:
    """The goal for a measure whose period holds the day; the one that ends first of several."""
    found = [
        goal
        for goal in records.find(tx, OfficeGoal, measure=measure)
        if goal.from_date <= today <= goal.to_date
    ]
    return min(found, key=lambda goal: (goal.to_date, goal.id), default=None)


@intention
def save(tx: Transaction, goal: OfficeGoal) -> OfficeGoal:
    """Keep a new goal or change one."""
    goal = replace(goal, title=clean(goal.title), result=clean(goal.result))
    check_goal(goal)
    if records.find(tx, OfficeGoal, id=goal.id):
        return records.amend(tx, goal)
    return records.add(tx, goal)


@intention
def delete(tx: Transaction, goal_id: UUID) -> OfficeGoal:
    """Take it away; returns it, for ``restore``."""
    goal = records.get(tx, OfficeGoal, goal_id)
    records.remove(tx, goal)
    return goal


@intention
def restore(tx: Transaction, goal: OfficeGoal) -> None:
    """Undo ``delete``: hand in what it returned."""
    records.restore(tx, goal)
