"""Named projects and what is counted under them."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.events import Attendance, Event, Invitation
from mentorapp.domain.meetings import Meeting, MeetingForm
from mentorapp.domain.pairings import PairingStatus
from mentorapp.domain.placements import Placement, PlacementEnd
from mentorapp.domain.projects import Project, Tagged, check_project, project_figures
from mentorapp.domain.records import new_id
from tests.factories import TODAY, a_pairing

PROJECT = Project(name="Systua", from_date=date(2025, 1, 1))


@pytest.mark.parametrize(
    ("changed", "field", "problem"),
    [
        (replace(PROJECT, name=" "), "name", Problem.MISSING),
        (replace(PROJECT, name="x" * 201), "name", Problem.TOO_LONG),
        (replace(PROJECT, to_date=date(2024, 12, 31)), "to_date", Problem.BEFORE_START),
    ],
)
def test_a_project_needs_a_name_and_ends_after_it_began(
    changed: Project, field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_project(changed)
    assert (refused.value.field, refused.value.problem) == (field, problem)


def placement(**changes: object) -> Placement:
    usual = Placement(
        person_id=new_id(),
        organisation_id=new_id(),
        started_on=TODAY - timedelta(days=90),
        planned_end=TODAY,
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def test_what_is_under_a_project_is_counted_as_it_stands() -> None:
    running = a_pairing(agreed_on=TODAY - timedelta(days=30))
    over = a_pairing(
        agreed_on=TODAY - timedelta(days=300),
        ended_on=TODAY - timedelta(days=3),
        status=PairingStatus.ENDED_EARLY,
    )
    both = new_id()
    first = placement(person_id=both)
    ended = placement(ended_on=TODAY - timedelta(days=1), end=PlacementEnd.JOB)
    held = Event(name="Åpen systue", starts_at=datetime.combine(TODAY, datetime.min.time()))
    cancelled = replace(held, id=new_id(), cancelled_on=TODAY)
    coming = replace(held, id=new_id(), starts_at=held.starts_at + timedelta(days=2))
    guest = Invitation(event_id=held.id, invited_on=TODAY, attendance=Attendance.PRESENT)
    tagged = Tagged(
        pairings=[running, over],
        newcomers={running.newcomer_id: both, over.newcomer_id: new_id()},
        meetings=[
            Meeting(pairing_id=running.id, held_on=TODAY, minutes=90),
            Meeting(pairing_id=running.id, held_on=TODAY, form=MeetingForm.ATTEMPTED),
        ],
        placements=[first, ended],
        events=[held, cancelled, coming],
        invitations=[
            guest,
            replace(guest, id=new_id(), attendance=Attendance.EXCUSED),
            replace(guest, id=new_id(), event_id=cancelled.id),
        ],
    )
    found = project_figures(tagged, TODAY)
    assert (found.pairings, found.pairings_running, found.pairings_ended_early) == (2, 1, 1)
    assert (found.meetings, found.minutes) == (1, 90)
    assert found.people == 3
    assert (found.placements, found.placements_running) == (2, 1)
    assert found.placement_ends == {PlacementEnd.JOB: 1}
    assert (found.events, found.guests) == (1, 1)
    before = project_figures(tagged, TODAY - timedelta(days=5))
    assert (before.pairings_running, before.placements_running, before.events) == (2, 2, 0)
