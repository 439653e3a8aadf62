from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from mentorapp.domain.associations import Activity, Introduction
from mentorapp.domain.capacity import OfferedPlaces
from mentorapp.domain.errors import InvalidField
from mentorapp.domain.events import Attendance, Event, Invitation
from mentorapp.domain.follow_up import AttentionKind, Severity
from mentorapp.domain.goals import Counted, GoalUnit, Measure, OfficeGoal
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.outcomes import OutcomeStatus
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.placements import Placement, PlacementKind
from mentorapp.domain.projects import Project
from mentorapp.domain.records import new_id
from mentorapp.domain.surroundings import BackgroundFigure, BackgroundKind
from mentorapp.operations import Database, follow_up, goals, meetings, outcomes, surroundings
from mentorapp.operations import Transaction as Tx
from mentorapp.operations.goal_counts import count
from mentorapp.storage import records
from tests.factories import TODAY, a_meeting, an_organisation
from tests.mentorapp.operations.registering import buddy, mentor_id, pair
from tests.mentorapp.operations.test_outcomes import answer, ended

FROM, TO = date(2026, 1, 1), date(2026, 12, 31)
DAY = timedelta(days=1)
EVENING = datetime.fromisoformat("2026-05-04T18:00")


def goal(measure: Measure, **changes: Any) -> OfficeGoal:
    usual: dict[str, Any] = {
        "title": "Mål",
        "measure": measure,
        "target": 10,
        "from_date": FROM,
        "to_date": TO,
    }
    return OfficeGoal(**(usual | changes))


def counted(tx: Tx, measure: Measure, **changes: Any) -> tuple[int, int | None] | None:
    found = count(tx, goal(measure, **changes), TODAY)
    return None if found is None else (found.part, found.base)


def newcomer_of(tx: Tx, pairing: Pairing) -> Newcomer:
    return records.get(tx, Newcomer, pairing.newcomer_id)


def test_pairings_are_those_agreed_in_the_period_of_the_scheme(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx, on=TODAY - 60 * DAY)
        pair(tx, on=date(2025, 12, 31), registered_on=date(2025, 1, 1))
        assert counted(tx, Measure.PAIRINGS) == (1, None)
        assert counted(tx, Measure.PAIRINGS, scheme_id=buddy(tx)) == (1, None)
        assert counted(tx, Measure.PAIRINGS, scheme_id=new_id()) == (0, None)
        assert counted(tx, Measure.PAIRINGS, project_id=new_id()) == (0, None)


def test_first_meetings_are_of_pairs_whose_thirty_days_are_over(database: Database) -> None:
    with database.write("mona") as tx:
        met, late, _young = (pair(tx, on=TODAY - days * DAY) for days in (60, 50, 5))
        meetings.log(tx, a_meeting(pairing_id=met.id, held_on=TODAY - 40 * DAY), TODAY)
        meetings.log(tx, a_meeting(pairing_id=late.id, held_on=TODAY - 5 * DAY), TODAY)
        assert counted(tx, Measure.FIRST_MEETING_SHARE) == (1, 2)


def test_placements_places_members_and_guests_are_counted(database: Database) -> None:
    with database.write("mona") as tx:
        one = pair(tx, on=TODAY - 60 * DAY)
        person_id = newcomer_of(tx, one).person_id
        shop = records.add(tx, an_organisation())
        project = records.add(tx, Project(name="Systue", from_date=FROM))
        for number, start in ((50018, date(2026, 3, 1)), (50026, date(2025, 3, 1))):
            records.add(
                tx,
                Placement(
                    number=number,
                    person_id=person_id,
                    organisation_id=shop.id,
                    started_on=start,
                    planned_end=start + 90 * DAY,
                    project_id=project.id,
                ),
            )
        for places, until in ((4, None), (2, date(2026, 6, 1))):
            records.add(
                tx,
                OfferedPlaces(
                    organisation_id=shop.id,
                    kind=PlacementKind.WORK,
                    places=places,
                    from_date=FROM,
                    to_date=until,
                ),
            )
        event = records.add(tx, Event(number=60012, name="Temakveld", starts_at=EVENING))
        for attendance in (Attendance.PRESENT, Attendance.EXCUSED):
            records.add(
                tx,
                Invitation(
                    event_id=event.id, guest="Gjest", invited_on=FROM, attendance=attendance
                ),
            )
        assert counted(tx, Measure.PLACEMENTS) == (1, None)
        assert counted(tx, Measure.PLACEMENTS, project_id=project.id, scheme_id=buddy(tx)) == (
            1,
            None,
        )
        assert counted(tx, Measure.PLACEMENTS, scheme_id=new_id()) == (0, None)
        assert counted(tx, Measure.PLACES) == (4, None)
        assert counted(tx, Measure.EVENT_GUESTS) == (1, None)
        assert counted(tx, Measure.EVENT_GUESTS, project_id=project.id) == (0, None)
        assert counted(tx, Measure.ASSOCIATION_MEMBERS) == (0, None)


def test_mentors_are_counted_per_organisation_that_has_some_or_agreed(database: Database) -> None:
    with database.write("mona") as tx:
        shop = records.add(tx, an_organisation(agreement_from=FROM))
        records.add(tx, an_organisation(name="Uten avtale"))
        for _ in range(3):
            mentor_id(tx, organisation_id=shop.id)
        other = records.add(tx, an_organisation(name="Avtale", agreement_from=FROM))
        assert other.agreement_from == FROM
        assert counted(tx, Measure.MENTORS_PER_ORGANISATION) == (3, 2)


def test_in_work_counts_education_and_all_who_ended_are_the_base(database: Database) -> None:
    with database.write("mona") as tx:
        for status in (OutcomeStatus.WORK, OutcomeStatus.EDUCATION, OutcomeStatus.UNKNOWN):
            _, person_id = ended(tx)
            outcomes.save(tx, answer(tx, person_id, status=status), TODAY)
        assert counted(tx, Measure.IN_WORK_SHARE) == (2, 3)
        assert counted(tx, Measure.IN_WORK_SHARE, to_date=date(2026, 10, 31)) == (0, 0)
        assert counted(tx, Measure.IN_WORK_SHARE, scheme_id=new_id()) == (0, 0)


def test_employees_are_the_last_figures_typed(database: Database) -> None:
    with database.write("mona") as tx:
        assert counted(tx, Measure.DIVERSE_EMPLOYEES) is None
        for year, part in ((2025, 100), (2026, 150), (2027, 999)):
            for kind, value in (
                (BackgroundKind.EMPLOYEES, 1000),
                (BackgroundKind.DIVERSE_EMPLOYEES, part),
            ):
                surroundings.save(tx, BackgroundFigure(year=year, kind=kind, value=value))
        assert counted(tx, Measure.DIVERSE_EMPLOYEES) == (150, 1000)


def test_what_the_owner_typed_goes_before_what_is_counted(database: Database) -> None:
    with database.write("mona") as tx:
        assert counted(tx, Measure.TYPED) is None
        assert counted(tx, Measure.PAIRINGS, typed_result=7) == (7, None)


def test_a_goal_without_a_result_is_told_when_its_deadline_is_near(database: Database) -> None:
    with database.write("mona") as tx:
        kept = goals.save(tx, goal(Measure.PAIRINGS, title="Ti nye koblinger"))

        def told(today: date) -> list[tuple[str, int, Severity]]:
            lines = follow_up.today_list(tx, today)
            return [
                (one.who, one.days, one.severity) for one in lines if one.kind is AttentionKind.GOAL
            ]

        assert told(TO - 31 * DAY) == []
        assert told(TO - 30 * DAY) == [("Ti nye koblinger", -30, Severity.CALM)]
        assert told(TO + DAY) == [("Ti nye koblinger", 1, Severity.YELLOW)]
        assert told(TO + 31 * DAY) == [("Ti nye koblinger", 31, Severity.RED)]
        goals.save(tx, replace(kept, result="Nådd"))
        assert told(TO) == []


def test_goals_are_listed_by_deadline_with_how_far_they_are(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx, on=TODAY - 60 * DAY)
        goals.save(tx, goal(Measure.PAIRINGS, title="Snart", target=4))
        goals.save(tx, goal(Measure.PAIRINGS, title="Før", to_date=TODAY - DAY))
        later = goals.save(tx, goal(Measure.TYPED, title="Siden", to_date=TO + DAY))
        rows = goals.rows(tx, TODAY)
        assert [row.goal.title for row in rows] == ["Snart", "Siden", "Før"]
        assert rows[0].counted == Counted(1, None, TODAY)
        assert rows[0].progress.percent == 25
        gone = goals.delete(tx, later.id)
        assert len(goals.rows(tx, TODAY)) == 2
        goals.restore(tx, gone)
        with pytest.raises(InvalidField):
            goals.save(tx, goal(Measure.TYPED, title=""))


def test_the_same_person_who_joined_twice_is_one_member(database: Database) -> None:
    with database.write("mona") as tx:
        club = records.add(tx, an_organisation())
        choir = records.add(tx, Activity(organisation_id=club.id, name="Kor"))
        one = pair(tx, on=TODAY - 60 * DAY)
        person_id = newcomer_of(tx, one).person_id
        for joined in (date(2026, 2, 1), date(2026, 9, 1)):
            records.add(
                tx,
                Introduction(
                    person_id=person_id, activity_id=choir.id, introduced_on=FROM, joined_on=joined
                ),
            )
        assert counted(tx, Measure.ASSOCIATION_MEMBERS, scheme_id=buddy(tx)) == (1, None)
        assert counted(tx, Measure.ASSOCIATION_MEMBERS, unit=GoalUnit.COUNT) == (1, None)
