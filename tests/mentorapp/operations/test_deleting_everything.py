"""One of each kind is deleted, as a user does it, and comes back or goes for good."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mentorapp.domain.associations import Activity, Introduction
from mentorapp.domain.barriers import BarrierCheck
from mentorapp.domain.capacity import OfferedPlaces
from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.contact_points import ContactPoint
from mentorapp.domain.demands import Demand
from mentorapp.domain.errors import Refused
from mentorapp.domain.events import Event, Invitation
from mentorapp.domain.goals import OfficeGoal
from mentorapp.domain.interviews import Interview, Quote
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.networks import NetworkCheck
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.outcomes import Outcome
from mentorapp.domain.people import Person
from mentorapp.domain.placements import Placement
from mentorapp.domain.plans import PlanGoal, PlanStep
from mentorapp.domain.practice_driving import DrivingSession
from mentorapp.domain.projects import Project
from mentorapp.domain.questionnaires import Questionnaire
from mentorapp.domain.series import Series
from mentorapp.domain.surroundings import BackgroundFigure
from mentorapp.operations import (
    Database,
    Transaction,
    associations,
    barriers,
    capacity,
    competences,
    contact_points,
    deleted,
    demands,
    events,
    goals,
    interviews,
    introductions,
    invitations,
    meetings,
    networks,
    offices,
    organisations,
    outcomes,
    people,
    placements,
    plans,
    practice_driving,
    projects,
    questionnaires,
    quotes,
    series,
    surroundings,
)
from mentorapp.storage import records
from tests.factories import TODAY, an_organisation
from tests.mentorapp.everything import everything
from tests.mentorapp.operations.registering import newcomer, register

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)

#: How a user deletes something of each kind.
WAYS: dict[type[Any], Callable[[Transaction, Any], object]] = {
    Person: lambda tx, one: people.delete(tx, one.id),
    Organisation: lambda tx, one: organisations.delete(tx, one.id),
    Meeting: lambda tx, one: meetings.remove(tx, one.id),
    Event: lambda tx, one: events.delete(tx, one.id),
    Placement: lambda tx, one: placements.delete(tx, one.id),
    Project: lambda tx, one: projects.delete(tx, one.id),
    Activity: lambda tx, one: associations.delete(tx, one.id),
    Introduction: lambda tx, one: introductions.delete(tx, one.id),
    Outcome: lambda tx, one: outcomes.delete(tx, one.id),
    PlanGoal: lambda tx, one: plans.remove_goal(tx, one.id),
    PlanStep: lambda tx, one: plans.remove_step(tx, one.id),
    CompetenceCard: lambda tx, one: competences.remove(tx, one.person_id),
    Interview: lambda tx, one: interviews.remove(tx, one.id),
    Quote: lambda tx, one: quotes.remove(tx, one.id),
    OfferedPlaces: lambda tx, one: capacity.delete(tx, one.id),
    Demand: lambda tx, one: demands.remove(tx, one.id),
    ContactPoint: lambda tx, one: contact_points.remove(tx, one.id),
    NetworkCheck: lambda tx, one: networks.remove(tx, one.id),
    Questionnaire: lambda tx, one: questionnaires.remove(tx, one.id),
    BarrierCheck: lambda tx, one: barriers.remove(tx, one.id),
    DrivingSession: lambda tx, one: practice_driving.remove(tx, one.meeting_id),
    Invitation: lambda tx, one: invitations.withdraw(tx, one.id),
    OfficeGoal: lambda tx, one: goals.delete(tx, one.id),
    Series: lambda tx, one: series.delete(tx, one.id),
    BackgroundFigure: lambda tx, one: surroundings.delete(tx, one.id),
}


@pytest.fixture
def example(example_file: Path) -> Iterator[Database]:
    """The example office, with one of each kind that nothing stands on."""
    opened = offices.open_office(example_file)
    with opened.write("mona", NOW - DAY) as tx:
        register(tx, newcomer(phone="91827364", email="sahra@g.example", address="Vei 3"))
        organisations.save(tx, an_organisation(number=0, name="Tomt lag", registration_number=""))
        projects.save(tx, Project(name="Tomt prosjekt", from_date=TODAY))
        sahra = register(tx, newcomer())
        plans.save_goal(tx, PlanGoal(person_id=sahra, text="Jobb", set_on=TODAY), TODAY)
    yield opened
    opened.close()


def first_deleted(database: Database, kind: type[Any]) -> None:
    """Delete the first of the kind for which it is not refused."""
    with database.read() as tx:
        found = records.find(tx, kind)
    for one in found:
        try:
            with database.write("mona", NOW) as tx:
                WAYS[kind](tx, one)
        except Refused:
            continue
        return
    raise AssertionError(f"nothing to delete among {len(found)}")


@pytest.mark.parametrize("kind", list(WAYS), ids=lambda kind: kind.__name__)
def test_what_is_brought_back_is_exactly_what_was_there(example: Database, kind: type[Any]) -> None:
    with example.read() as tx:
        before = everything(tx)
    first_deleted(example, kind)
    with example.read() as tx:
        assert everything(tx) != before
        (row,) = deleted.rows(tx, TODAY)

    with example.write("kari", NOW + DAY) as tx:
        assert deleted.restore(tx, row.id) == row.kind

    with example.read() as tx:
        assert everything(tx) == before
        assert deleted.rows(tx, TODAY) == []


def without_steps(tx: Transaction) -> Any:
    """Everything but the steps of roles, which go with a role though nobody deleted them."""
    return {name: rows for name, rows in everything(tx).items() if name != "status_changes"}


def test_everything_in_the_example_can_be_deleted_and_removed_without_breaking_it(
    example: Database,
) -> None:
    for kind in WAYS:
        first_deleted(example, kind)

    with example.write("mona", NOW + 60 * DAY) as tx:
        before = without_steps(tx)
        deleted.purge_overdue(tx)
        assert without_steps(tx) == before
        assert deleted.rows(tx, TODAY) == []
    example.check()
