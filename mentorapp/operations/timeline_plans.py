"""What the timeline tells of somebody's plan, placements, events, associations and barriers."""

from collections.abc import Iterator
from uuid import UUID

from mentorapp.domain.associations import Activity, Introduction
from mentorapp.domain.barriers import BarrierCheck
from mentorapp.domain.events import Attendance, Event, Invitation
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.placement_protection import tells_where, without_place
from mentorapp.domain.placements import Placement
from mentorapp.domain.plans import PlanGoal, PlanStep
from mentorapp.domain.protection import Protection, Purpose
from mentorapp.domain.timeline import Happened, TimelineEntry, TimelineKind
from mentorapp.operations.timeline_people import day_of
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

_INTRODUCED = {
    "introduced_on": Happened.INTRODUCED,
    "first_visit_on": Happened.VISITED,
    "joined_on": Happened.JOINED,
    "left_on": Happened.LEFT,
}


def plan(tx: Transaction, person_id: UUID) -> Iterator[TimelineEntry]:
    """Goals set, judged and closed, and steps done."""
    goals = records.find(tx, PlanGoal, person_id=person_id)
    kind = TimelineKind.PLAN
    for goal in goals:
        yield from day_of(goal, "set_on", kind, Happened.GOAL_SET, text=goal.text)
        values: dict[str, object] = {"attainment": goal.attainment}
        yield from day_of(goal, "attained_on", kind, Happened.GOAL_JUDGED, values, goal.text)
        yield from day_of(goal, "closed_on", kind, Happened.GOAL_CLOSED, text=goal.text)
    for step in records.find(tx, PlanStep, goal_id=[goal.id for goal in goals]):
        yield from day_of(step, "done_on", kind, Happened.STEP_DONE, text=step.text)


def placements(tx: Transaction, person_id: UUID, level: Protection) -> Iterator[TimelineEntry]:
    """Begun, talked about midway, ended; where only as far as the person's own file may tell."""
    hidden = not tells_where(level, Purpose.CARE)
    found = records.find(tx, Placement, person_id=person_id)
    where = records.by_id(records.find(tx, Organisation, id={one.organisation_id for one in found}))
    kind = TimelineKind.PLACEMENT
    for stored in found:
        one = without_place(stored) if hidden else stored
        values: dict[str, object] = {
            "kind": one.kind,
            "end": one.end,
            "place": "" if hidden else where[one.organisation_id].name,
        }
        yield from day_of(one, "started_on", kind, Happened.PLACEMENT_BEGUN, values)
        yield from day_of(
            one, "midway_done_on", kind, Happened.PLACEMENT_MIDWAY, values, one.midway_note
        )
        yield from day_of(one, "ended_on", kind, Happened.PLACEMENT_ENDED, values, one.end_note)


def events(tx: Transaction, person_id: UUID, level: Protection) -> Iterator[TimelineEntry]:
    """Invited to what, and been there or not."""
    found = records.find(tx, Invitation, person_id=person_id)
    about = records.by_id(records.find(tx, Event, id={one.event_id for one in found}))
    for one in found:
        event = about.get(one.event_id)
        if event is None:
            continue
        # The name of an event may be that of a place.
        name = "" if level is Protection.STRICT else event.name
        values: dict[str, object] = {"event": event.kind, "name": name}
        kind = TimelineKind.BELONGING
        yield from day_of(one, "invited_on", kind, Happened.INVITED, values)
        if one.attendance is not Attendance.NOT_NOTED:
            there = one.attendance is Attendance.PRESENT
            yield TimelineEntry(
                day=event.starts_at.date(),
                kind=kind,
                happened=Happened.AT_EVENT if there else Happened.NOT_AT_EVENT,
                record_id=one.id,
                told_in="attendance",
                values={**values, "attendance": one.attendance},
            )


def associations(tx: Transaction, person_id: UUID, level: Protection) -> Iterator[TimelineEntry]:
    """Introduced where, and what came of it; what somebody does is a place, too."""
    found = records.find(tx, Introduction, person_id=person_id)
    about = records.by_id(records.find(tx, Activity, id={one.activity_id for one in found}))
    hidden = not tells_where(level, Purpose.CARE)
    for one in found:
        activity = about.get(one.activity_id)
        name = "" if hidden or activity is None else activity.name
        for field, happened in _INTRODUCED.items():
            yield from day_of(one, field, TimelineKind.BELONGING, happened, {"name": name})


def barriers(tx: Transaction, person_id: UUID) -> Iterator[TimelineEntry]:
    """When barriers were asked about, and what stood in the way."""
    for one in records.find(tx, BarrierCheck, person_id=person_id):
        yield TimelineEntry(
            day=one.checked_on,
            kind=TimelineKind.INTERVIEW,
            happened=Happened.BARRIERS_ASKED,
            record_id=one.id,
            values={"barriers": one.barriers},
        )
