"""A person's own plan: goals and steps, how far it is, and what is overdue."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import StillInUse
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.people import Person
from mentorapp.domain.plans import (
    AS_HOPED,
    PlanGoal,
    PlanStep,
    Progress,
    check_goal,
    check_step,
    progress,
)
from mentorapp.domain.statistics import Share
from mentorapp.domain.text import clean
from mentorapp.operations import free_text
from mentorapp.operations.intention import counts_all, intention
from mentorapp.operations.standing import role_facts
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction

#: A step that is so many days late is asked about soon.
_SOON = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """A goal with its steps in the order in which they are due."""

    goal: PlanGoal
    steps: tuple[PlanStep, ...]

    @property
    def id(self) -> UUID:
        """The goal's."""
        return self.goal.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Open goals first, in the order in which they were set."""

    person_id: UUID
    number: int
    name: str
    goals: tuple[GoalRow, ...]
    progress: Progress

    @property
    def id(self) -> UUID:
        """The person's, by which lists know the row."""
        return self.person_id


def of_person(tx: Transaction, person_id: UUID, today: date) -> Plan:
    """One person's plan, which may be empty; NotFound for nobody."""
    records.get(tx, Person, person_id)
    return of_people(tx, [person_id], today)[0]


def of_people(tx: Transaction, person_ids: Collection[UUID], today: date) -> list[Plan]:
    """The plans of these people in the order of their numbers, empty ones too.

    For the follow-up report: one read for all. Of the protected, ``next_step`` is left out of the
    progress, as lists and reports print its words.
    """
    goals = records.find(tx, PlanGoal, person_id=person_ids)
    people = records.find(tx, Person, id=person_ids)
    steps = records.find(tx, PlanStep, goal_id=[g.id for g in goals])
    protected = shields.protections(tx)
    return [
        replace(plan, progress=replace(plan.progress, next_step=None))
        if plan.person_id in protected
        else plan
        for plan in _plans(people, goals, steps, today)
    ]


def rows(tx: Transaction, today: date) -> list[Plan]:
    """Everybody who has a plan; those who withdrew are left out."""
    left = {one.person_id for one in records.find(tx, Newcomer, status=NewcomerStatus.WITHDRAWN)}
    ids = {goal.person_id for goal in records.find(tx, PlanGoal)} - left
    return of_people(tx, ids, today)


def all_goals(tx: Transaction) -> list[PlanGoal]:
    """Every goal, for handles."""
    return records.find(tx, PlanGoal)


def all_steps(tx: Transaction) -> list[PlanStep]:
    """Every step, for handles."""
    return records.find(tx, PlanStep)


@intention
def save_goal(tx: Transaction, goal: PlanGoal, today: date) -> PlanGoal:
    """Set a goal or change one. Raises InvalidField, NotFound, ChangedMeanwhile."""
    records.get(tx, Person, goal.person_id)
    goal = replace(goal, text=clean(goal.text), notes=clean(goal.notes))
    check_goal(goal, today)
    free_text.check(tx, goal, goal.person_id)
    if records.find(tx, PlanGoal, id=goal.id):
        return records.amend(tx, goal)
    return records.add(tx, goal)


@intention
def save_step(tx: Transaction, step: PlanStep, today: date) -> PlanStep:
    """Add a step to a goal or change one. Raises InvalidField, NotFound, ChangedMeanwhile."""
    goal = records.get(tx, PlanGoal, step.goal_id)
    step = replace(step, text=clean(step.text), owner_name=clean(step.owner_name))
    check_step(step, today)
    free_text.check(tx, step, goal.person_id)
    if records.find(tx, PlanStep, id=step.id):
        return records.amend(tx, step)
    return records.add(tx, step)


@intention
def done(tx: Transaction, step_id: UUID, today: date) -> PlanStep:
    """A step was taken. Said twice, the first day stays."""
    step = records.get(tx, PlanStep, step_id)
    return records.amend(tx, replace(step, done_on=step.done_on or today))


@intention
def reopen(tx: Transaction, step_id: UUID) -> PlanStep:
    """Undo ``done``."""
    return records.amend(tx, replace(records.get(tx, PlanStep, step_id), done_on=None))


@intention
def attain(
    tx: Transaction, goal_id: UUID, attainment: int | None, today: date, *, close: bool = False
) -> PlanGoal:
    """How far the goal was reached, 0 to 4, as the person and the office see it today.

    None takes the answer back. With ``close`` the goal leaves the plan. Raises InvalidField.
    """
    goal = records.get(tx, PlanGoal, goal_id)
    goal = replace(
        goal,
        attainment=attainment,
        attained_on=today if attainment is not None else None,
        closed_on=(goal.closed_on or today) if close else goal.closed_on,
    )
    check_goal(goal, today)
    return records.amend(tx, goal)


@intention
def close(tx: Transaction, goal_id: UUID, today: date) -> PlanGoal:
    """Take the goal out of the plan; it stays to be read and counted."""
    goal = records.get(tx, PlanGoal, goal_id)
    return records.amend(tx, replace(goal, closed_on=goal.closed_on or today))


@intention
def reopen_goal(tx: Transaction, goal_id: UUID) -> PlanGoal:
    """Undo ``close``."""
    return records.amend(tx, replace(records.get(tx, PlanGoal, goal_id), closed_on=None))


@intention
def remove_goal(tx: Transaction, goal_id: UUID) -> PlanGoal:
    """Delete a goal without steps; StillInUse with some. Returns it, for ``restore``."""
    steps = records.find(tx, PlanStep, goal_id=goal_id)
    if steps:
        raise StillInUse("plan_goal", "plan_step", len(steps))
    goal = records.get(tx, PlanGoal, goal_id)
    records.remove(tx, goal)
    return goal


@intention
def remove_step(tx: Transaction, step_id: UUID) -> PlanStep:
    """Delete a step; returns it, for ``restore``."""
    step = records.get(tx, PlanStep, step_id)
    records.remove(tx, step)
    return step


@intention
def restore(tx: Transaction, record: PlanGoal | PlanStep) -> PlanGoal | PlanStep:
    """Undo ``remove_goal`` and ``remove_step``."""
    return records.restore(tx, record)


def attention(tx: Transaction, today: date) -> Iterator[Attention]:
    """One line for each person with steps that were due before today; ``detail`` is how many."""
    for plan in rows(tx, today):
        if plan.progress.overdue:
            late = plan.progress.days
            yield Attention(
                kind=AttentionKind.PLAN_STEP,
                severity=Severity.YELLOW if late > _SOON else Severity.CALM,
                who=plan.name,
                days=late,
                subject_id=plan.person_id,
                person_id=plan.person_id,
                detail=str(plan.progress.overdue),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFigures:
    """``with_plan``: newcomers with an open goal on the last day, of all who have not withdrawn.

    ``goals_set`` and ``goals_closed`` in the period, both days included; ``by_kind`` those set.
    ``as_hoped``: closed in the period with attainment 2 or more, of those closed that were judged;
    ``not_judged`` the others. ``steps_in_time``: steps that were due in the period and done by
    their day, of all that were due in it.
    """

    with_plan: Share
    goals_set: int
    by_kind: dict[str, int]
    goals_closed: int
    as_hoped: Share
    not_judged: int
    steps_in_time: Share


@counts_all
def figures(tx: Transaction, first: date, last: date, today: date) -> PlanFigures:
    """For the reports; days after today are not counted."""
    until = min(last, today)
    goals, steps = records.find(tx, PlanGoal), records.find(tx, PlanStep)
    every = records.find(tx, Newcomer)
    facts_of = role_facts(tx, every)
    newcomers = {
        one.person_id
        for one in every
        if facts_of[one.id].status_on(until) not in {"", NewcomerStatus.WITHDRAWN}
    }
    holders = {
        goal.person_id
        for goal in goals
        if goal.set_on <= until and (goal.closed_on is None or goal.closed_on > until)
    }
    new = [goal for goal in goals if first <= goal.set_on <= until]
    closed = [goal for goal in goals if goal.closed_on and first <= goal.closed_on <= until]
    judged = [goal for goal in closed if goal.attainment is not None]
    due = [step for step in steps if step.due and first <= step.due <= until]
    kinds: dict[str, int] = defaultdict(int)
    for goal in new:
        kinds[goal.kind.value] += 1
    return PlanFigures(
        with_plan=Share(len(holders & newcomers), len(newcomers)),
        goals_set=len(new),
        by_kind=dict(kinds),
        goals_closed=len(closed),
        as_hoped=Share(sum((goal.attainment or 0) >= AS_HOPED for goal in judged), len(judged)),
        not_judged=len(closed) - len(judged),
        steps_in_time=Share(
            sum(step.done_on is not None and step.done_on <= (step.due or until) for step in due),
            len(due),
        ),
    )


def _plans(
    people: list[Person], goals: list[PlanGoal], steps: list[PlanStep], today: date
) -> list[Plan]:
    by_person: dict[UUID, list[PlanGoal]] = defaultdict(list)
    for goal in sorted(goals, key=lambda one: (one.closed_on is not None, one.set_on, one.id)):
        by_person[goal.person_id].append(goal)
    by_goal: dict[UUID, list[PlanStep]] = defaultdict(list)
    for step in sorted(steps, key=lambda one: (one.due is None, one.due or today, one.id)):
        by_goal[step.goal_id].append(step)
    return [
        Plan(
            person_id=person.id,
            number=person.number,
            name=person.name,
            goals=tuple(
                GoalRow(goal=goal, steps=tuple(by_goal[goal.id])) for goal in by_person[person.id]
            ),
            progress=progress(
                by_person[person.id],
                [step for goal in by_person[person.id] for step in by_goal[goal.id]],
                today,
            ),
        )
        for person in sorted(people, key=lambda one: one.number)
    ]
