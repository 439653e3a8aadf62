"""The example office: plans that were set over three years, in every state."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.plans import PlanGoal, PlanGoalKind, PlanStep, StepOwner
from mentorapp.operations import plans
from mentorapp.storage.database import Transaction

#: What, who, by name, due and done in days from the day the goal was set.
_Step = tuple[str, StepOwner, str, int, int | None]

#: A goal and its steps.
_GOALS: tuple[tuple[PlanGoalKind, str, tuple[_Step, ...]], ...] = (
    (
        PlanGoalKind.LANGUAGE,
        "Bestå norskprøven på B1",
        (
            ("Melde seg på kveldskurs", StepOwner.NEWCOMER, "", 14, 10),
            ("Snakke norsk en time i uka", StepOwner.MENTOR, "", 60, 55),
            ("Melde seg på norskprøven", StepOwner.NEWCOMER, "", 150, 160),
        ),
    ),
    (
        PlanGoalKind.WORK,
        "Få fast jobb i butikk",
        (
            ("Skrive CV", StepOwner.MENTOR, "", 21, 20),
            ("Søke på tre stillinger", StepOwner.NEWCOMER, "", 60, 70),
        ),
    ),
    (
        PlanGoalKind.REQUALIFICATION,
        "Begynne på nytt som helsefagarbeider",
        (
            ("Samtale med karrieresenteret", StepOwner.OFFICE, "", 20, 18),
            ("Søke voksenopplæringen", StepOwner.NEWCOMER, "", 90, 80),
            ("Finne praksisplass", StepOwner.OTHER, "NAV", 160, None),
        ),
    ),
    (
        PlanGoalKind.LICENCE,
        "Ta førerkort klasse B",
        (
            ("Trafikalt grunnkurs", StepOwner.NEWCOMER, "", 45, 40),
            ("Øvelseskjøre hver uke", StepOwner.MENTOR, "", 200, None),
        ),
    ),
    (
        PlanGoalKind.NETWORK,
        "Bli kjent med folk i faget",
        (("Besøke en arbeidsplass", StepOwner.MENTOR, "", 60, None),),
    ),
    (
        PlanGoalKind.EDUCATION,
        "Få utdanningen godkjent",
        (
            ("Oversette vitnemålet", StepOwner.OFFICE, "", 30, 28),
            ("Sende søknaden", StepOwner.NEWCOMER, "", 60, None),
        ),
    ),
)
#: Days ago a plan was set, which goal, how far it was reached and after how many days closed.
_PLANS: tuple[tuple[int, int, int | None, int | None], ...] = (
    (1000, 0, 3, 300),
    (950, 1, 2, 210),
    (880, 2, 2, 365),
    (760, 0, 1, 280),
    (640, 3, 4, 260),
    (560, 4, 0, 400),
    (420, 1, None, 250),
    (310, 5, 2, None),
    (190, 2, None, None),
    (120, 3, None, None),
    (75, 0, None, None),
)


def fill_plans(tx: Transaction, newcomers: Iterable[Newcomer], today: date) -> None:
    """A plan for each of some of them."""
    for newcomer, plan in zip(_for_plans(newcomers, today), _PLANS, strict=True):
        _plan(tx, newcomer.person_id, plan, today)


def _for_plans(newcomers: Iterable[Newcomer], today: date) -> list[Newcomer]:
    """For each plan somebody who was registered before it was set."""
    free = list(newcomers)
    found = []
    for days, _goal, _attainment, _closed in _PLANS:
        day = today - timedelta(days=days)
        newest = max(
            (one for one in free if one.registered_on <= day),
            key=lambda one: (one.registered_on, one.id),
        )
        free.remove(newest)
        found.append(newest)
    return found


def _plan(
    tx: Transaction, person_id: UUID, plan: tuple[int, int, int | None, int | None], today: date
) -> None:
    days, which, attainment, closed = plan
    kind, text, steps = _GOALS[which]
    start = today - timedelta(days=days)
    judged = start + timedelta(days=closed or 200)
    goal = PlanGoal(
        person_id=person_id,
        kind=kind,
        text=text,
        set_on=start,
        due=start + timedelta(days=300),
        attainment=attainment,
        attained_on=judged if attainment is not None else None,
        closed_on=judged if closed is not None else None,
    )
    plans.save_goal(tx, goal, today)
    for what, owner, name, due, done in steps:
        done_on = start + timedelta(days=done) if done is not None else None
        step = PlanStep(
            goal_id=goal.id,
            text=what,
            owner=owner,
            owner_name=name,
            due=start + timedelta(days=due),
            done_on=done_on if done_on is not None and done_on <= today else None,
        )
        plans.save_step(tx, step, today)
