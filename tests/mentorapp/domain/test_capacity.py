from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.capacity import (
    PlacesSum,
    YearOfPlaces,
    check_offered_places,
    places_goal,
    places_on,
    sum_of,
    wanted_by,
    years_of_places,
)
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.goals import GoalUnit, Measure, OfficeGoal
from mentorapp.domain.placements import PlacementEnd, PlacementKind
from mentorapp.domain.records import new_id
from mentorapp.domain.statistics import Share
from tests.factories import TODAY, a_placement, offered_places

HERE, THERE = new_id(), new_id()


def a_goal(**changes: Any) -> OfficeGoal:
    usual: dict[str, Any] = {
        "title": "Praksisplasser",
        "measure": Measure.PLACES,
        "target": 40,
        "from_date": date(2026, 1, 1),
        "to_date": date(2026, 12, 31),
    }
    return OfficeGoal(**(usual | changes))


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"places": 0}, "places", Problem.OUT_OF_RANGE),
        ({"places": 1001}, "places", Problem.OUT_OF_RANGE),
        ({"to_date": date(2025, 12, 31)}, "to_date", Problem.BEFORE_START),
        ({"notes": "a" * 10_001}, "notes", Problem.TOO_LONG),
    ],
)
def test_an_offer_that_cannot_be_is_refused(
    changes: dict[str, Any], field: str, problem: Problem
) -> None:
    check_offered_places(offered_places())
    with pytest.raises(InvalidField) as refused:
        check_offered_places(offered_places(**changes))
    assert (refused.value.field, refused.value.problem) == (field, problem)


def test_places_are_counted_by_organisation_kind_and_day() -> None:
    offers = [
        offered_places(organisation_id=HERE, places=2, to_date=TODAY),
        offered_places(organisation_id=HERE, places=1),
        offered_places(organisation_id=HERE, kind=PlacementKind.LANGUAGE, places=1),
        offered_places(organisation_id=THERE, from_date=date(2027, 1, 1)),
    ]
    placed = [
        a_placement(organisation_id=HERE),
        a_placement(organisation_id=HERE, ended_on=TODAY, end=PlacementEnd.JOB),
        a_placement(organisation_id=HERE, started_on=date(2026, 12, 1)),
    ]
    work, language = places_on(offers, placed, TODAY)
    assert (work.kind, work.offered, work.taken, work.free, work.over) == (
        PlacementKind.WORK, 3, 1, 2, 0,
    )  # fmt: skip
    assert (language.kind, language.offered, language.taken) == (PlacementKind.LANGUAGE, 1, 0)
    assert [one.offered for one in places_on(offers, placed, date(2027, 1, 1))] == [1, 1, 2]


def test_more_taken_than_offered_is_told_and_frees_no_place_elsewhere() -> None:
    placed = [a_placement(organisation_id=HERE), a_placement(organisation_id=HERE)]
    offers = [
        offered_places(organisation_id=HERE, places=1),
        offered_places(organisation_id=THERE, places=2),
    ]
    places = places_on(offers, placed, TODAY)
    assert sum_of(places) == PlacesSum(offered=3, taken=2, free=2, over=1)


@given(st.lists(st.integers(1, 5), max_size=4), st.integers(0, 9))
def test_free_and_taken_make_up_what_is_offered(offered: list[int], taken: int) -> None:
    offers = [offered_places(organisation_id=HERE, places=one) for one in offered]
    placed = [a_placement(organisation_id=HERE) for _ in range(taken)]
    total = sum_of(places_on(offers, placed, TODAY))
    assert total.free + total.taken - total.over == total.offered
    assert min(total.free, total.over) == 0


def test_the_years_of_an_organisation_tell_the_most_at_once() -> None:
    offers = [
        offered_places(places=1, from_date=date(2024, 6, 1), to_date=date(2025, 5, 31)),
        offered_places(places=3, from_date=date(2025, 6, 1)),
    ]
    placed = [
        a_placement(
            started_on=date(2024, 9, 1),
            planned_end=date(2025, 2, 1),
            ended_on=date(2025, 2, 1),
            end=PlacementEnd.JOB,
        ),
        a_placement(started_on=date(2026, 1, 10), planned_end=date(2026, 12, 1)),
        a_placement(started_on=date(2026, 12, 10), planned_end=date(2027, 5, 1)),
    ]
    assert years_of_places(offers, placed, TODAY) == (
        YearOfPlaces(2026, offered=3, taken=1, started=1),
        YearOfPlaces(2025, offered=3, taken=1, started=0),
        YearOfPlaces(2024, offered=1, taken=1, started=1),
    )
    assert years_of_places([], [], TODAY) == ()


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({}, 40),
        ({"unit": GoalUnit.SHARE, "target": 30, "base": 1200}, 36),
        ({"unit": GoalUnit.SHARE, "target": 30, "base": 1201}, 37),
        ({"unit": GoalUnit.ONE_IN, "target": 7, "base": 2100}, 300),
        ({"unit": GoalUnit.ONE_IN, "target": 7, "base": 2101}, 301),
        ({"unit": GoalUnit.SHARE, "target": 30}, None),
    ],
)
def test_a_goal_comes_to_a_number_of_places(changes: dict[str, Any], wanted: int | None) -> None:
    assert wanted_by(a_goal(**changes)) == wanted


def test_a_goal_about_places_tells_what_is_reached_of_what_and_what_is_missing() -> None:
    goal = a_goal(unit=GoalUnit.SHARE, target=30, base=100)
    offers = [offered_places(organisation_id=HERE, places=2)]
    found = places_goal(goal, offers, [a_placement(organisation_id=HERE)], TODAY)
    assert (found.wanted, found.reached, found.missing) == (3, 2, 1)
    assert found.share == Share(2, 3)
    assert found.places == PlacesSum(offered=2, taken=1, free=1, over=0)


def test_a_goal_about_placements_counts_those_begun_in_its_time_and_project() -> None:
    project = new_id()
    placed = [
        a_placement(project_id=project),
        a_placement(),
        a_placement(project_id=project, started_on=date(2025, 12, 31)),
        a_placement(project_id=project, started_on=date(2026, 12, 1)),
    ]
    goal = a_goal(measure=Measure.PLACEMENTS, target=1)
    assert places_goal(goal, [], placed, TODAY).reached == 2
    mine = places_goal(a_goal(measure=Measure.PLACEMENTS, project_id=project), [], placed, TODAY)
    assert (mine.reached, mine.missing) == (1, 39)
    assert places_goal(goal, [], placed, date(2027, 5, 1)).reached == 3


def test_a_goal_without_its_base_is_told_as_such() -> None:
    found = places_goal(a_goal(unit=GoalUnit.SHARE), [], [], TODAY)
    assert (found.wanted, found.missing, found.share) == (None, None, None)
