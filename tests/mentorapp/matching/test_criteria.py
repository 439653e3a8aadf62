from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from mentorapp.domain.households import ChildBand, Household
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import LifeSituation, Transport
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Criterion
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.criteria import FULL, HIDDEN, JUDGES, MISSING, Judged
from mentorapp.matching.facts import mentor_facts, newcomer_facts

Judge = Callable[[Criterion, dict[str, Any], dict[str, Any]], Judged]


@pytest.fixture
def judge(
    a_mentor: Callable[..., MentorCandidate],
    a_newcomer: Callable[..., NewcomerCandidate],
    today: date,
) -> Judge:
    """A criterion's judgement of the usual pair with changes to mentor and newcomer."""

    def judged(criterion: Criterion, mentor: dict[str, Any], newcomer: dict[str, Any]) -> Judged:
        return JUDGES[criterion](
            mentor_facts(a_mentor(**mentor), today),
            newcomer_facts(a_newcomer(**newcomer), today),
        )

    return judged


def _points(judged: Judged) -> int:
    return judged[0]


def test_shared_interests_are_named_and_more_of_them_count_more(judge: Judge) -> None:
    one = frozenset({"fishing"})
    two = frozenset({"fishing", "hiking"})
    three = frozenset({"fishing", "hiking", "skiing"})
    points = [
        _points(judge(Criterion.INTERESTS, {"interests": three}, {"interests": theirs}))
        for theirs in (one, two, three)
    ]
    assert points == sorted(set(points))
    assert points[-1] == FULL
    _, reason = judge(Criterion.INTERESTS, {"interests": three}, {"interests": two})
    assert reason == Reason(ReasonKind.SHARED_INTERESTS, ("fishing", "hiking"))


def test_interests_of_one_group_count_a_little_without_being_shared(judge: Judge) -> None:
    points, reason = judge(
        Criterion.INTERESTS,
        {"interests": frozenset({"fishing"})},
        {"interests": frozenset({"hiking"})},
    )
    assert 0 < points < 500
    assert reason == Reason(ReasonKind.NO_SHARED_INTEREST)


def test_an_offices_own_words_count_like_those_that_ship(judge: Judge) -> None:
    own, shipped = frozenset({"own_interest_50"}), frozenset({"fishing"})
    both, _reason = judge(Criterion.INTERESTS, {"interests": shipped}, {"interests": shipped})
    points, reason = judge(Criterion.INTERESTS, {"interests": own}, {"interests": own})
    assert points == both
    assert reason is not None
    assert reason.values == ("own_interest_50",)
    work = {"occupation_group": "own_occupation_20"}
    wish = {"wished_occupation_group": "own_occupation_20"}
    points, reason = judge(Criterion.OCCUPATION, work, wish)
    assert points > 0
    assert reason is not None
    assert reason.values == ("own_occupation_20",)


def test_nothing_is_said_about_interests_that_were_not_given(judge: Judge) -> None:
    assert judge(Criterion.INTERESTS, {"interests": frozenset()}, {}) == (0, None)


@pytest.mark.parametrize(
    ("mentor", "newcomer", "named"),
    [
        (["no:native"], ["no:B1", "ar:native"], "no:B1"),
        (["no:A2"], ["no:C1"], "no:A2"),
        (["no:native", "ar:native"], ["no:B1", "ar:native"], "ar:native"),
        (["nb:native"], ["no:B2"], "no:B2"),
        (["no:native"], ["nn:B1"], "nn:B1"),
        (["fa:native"], ["prs:native"], "prs:native"),
        (["en:B2", "no:native"], ["en:B2", "no:B2"], "no:B2"),
    ],
)
def test_the_best_common_language_is_named_with_the_lower_level(
    judge: Judge,
    speaks: Callable[..., Any],
    mentor: list[str],
    newcomer: list[str],
    named: str,
) -> None:
    _, reason = judge(
        Criterion.LANGUAGE, {"languages": speaks(*mentor)}, {"languages": speaks(*newcomer)}
    )
    assert reason == Reason(ReasonKind.COMMON_LANGUAGE, (named,))


def test_no_common_language_gives_no_points(judge: Judge, speaks: Callable[..., Any]) -> None:
    assert judge(
        Criterion.LANGUAGE, {"languages": speaks("fi:native")}, {"languages": speaks("ar:native")}
    ) == (0, None)


def test_the_nearer_the_better_and_the_distance_is_told(
    judge: Judge, places: dict[str, Any]
) -> None:
    found = [
        judge(Criterion.DISTANCE, {}, {"place": places[name]})
        for name in ("fauske", "valnesfjord", "bodo", "oslo")
    ]
    assert [reason.kind for _, reason in found if reason] == [
        ReasonKind.SAME_PLACE,
        ReasonKind.DISTANCE,
        ReasonKind.DISTANCE,
        ReasonKind.FAR_APART,
    ]
    points = [one for one, _ in found]
    assert points[0] == FULL
    assert points == sorted(set(points), reverse=True)
    assert found[1][1] == Reason(ReasonKind.DISTANCE, amount=13)


def test_a_car_on_either_side_makes_the_way_shorter(judge: Judge, places: dict[str, Any]) -> None:
    there = {"place": places["valnesfjord"]}
    ways = [
        frozenset[Transport](),
        frozenset({Transport.PUBLIC_TRANSPORT}),
        frozenset({Transport.CAR}),
    ]
    by_mentor = [_points(judge(Criterion.DISTANCE, {"transport": way}, there)) for way in ways]
    by_newcomer = [
        _points(judge(Criterion.DISTANCE, {}, there | {"transport": way})) for way in ways
    ]
    assert by_mentor == sorted(set(by_mentor))
    assert by_newcomer == by_mentor


def test_a_missing_place_counts_little_and_says_nothing(judge: Judge) -> None:
    assert judge(Criterion.DISTANCE, {"place": None}, {}) == (MISSING, None)


@pytest.mark.parametrize("protection", [Protection.CONFIDENTIAL, Protection.STRICT])
@pytest.mark.parametrize("place", ["fauske", "oslo", None])
@pytest.mark.parametrize("side", ["mentor", "newcomer"])
def test_where_a_protected_person_lives_is_neither_used_nor_told(
    judge: Judge, places: dict[str, Any], protection: Protection, place: str | None, side: str
) -> None:
    changes = {"protection": protection, "place": places[place] if place else None}
    mentor, newcomer = (changes, {}) if side == "mentor" else ({}, changes)
    assert judge(Criterion.DISTANCE, mentor, newcomer) == (HIDDEN, None)


def test_common_times_are_named_in_the_order_of_the_week(
    judge: Judge, free: Callable[..., Any]
) -> None:
    points, reason = judge(
        Criterion.AVAILABILITY,
        {"availability": free("sunday-morning", "tuesday-evening", "monday-evening")},
        {"availability": free("tuesday-evening", "sunday-morning", "friday-morning")},
    )
    assert 500 < points < FULL
    assert reason == Reason(ReasonKind.COMMON_TIMES, ("tuesday-evening", "sunday-morning"))


def test_no_common_time_is_told_but_unknown_times_are_not(
    judge: Judge, free: Callable[..., Any]
) -> None:
    monday = {"availability": free("monday-morning")}
    assert judge(Criterion.AVAILABILITY, monday, {}) == (0, Reason(ReasonKind.NO_COMMON_TIME))
    assert judge(Criterion.AVAILABILITY, {"availability": frozenset()}, {}) == (MISSING, None)


def test_the_wished_occupation_counts_more_than_the_earlier_and_both_than_what_is_offered(
    judge: Judge,
) -> None:
    it, offers_it = (
        {"occupation_group": "it"},
        {"organisation": Organisation(name="Nordkyst", occupations=frozenset({"it"}))},
    )
    wished, earlier = {"wished_occupation_group": "it"}, {"earlier_occupation_group": "it"}
    found = [
        judge(Criterion.OCCUPATION, mentor, newcomer)
        for mentor, newcomer in (
            (it, wished),
            (offers_it, wished),
            (it, earlier),
            (offers_it, earlier),
        )
    ]
    points = [one for one, _ in found]
    assert points == sorted(set(points), reverse=True)
    assert {reason for _, reason in found} == {Reason(ReasonKind.SAME_OCCUPATION, ("it",))}
    assert judge(Criterion.OCCUPATION, {}, {}) == (0, None)


def test_the_same_age_band_is_told_and_the_next_counts_less(judge: Judge) -> None:
    found = [
        judge(Criterion.AGE, {"birth_year": 1990}, {"birth_year": year})
        for year in (1980, 1970, 1950, 2010, None)
    ]
    assert found[0] == (FULL, Reason(ReasonKind.SIMILAR_AGE))
    assert [points for points, _ in found[1:]] == [600, 300, 0, MISSING]
    assert all(reason is None for _, reason in found[1:])


def test_children_of_the_same_age_are_told(judge: Judge) -> None:
    def home(*bands: ChildBand) -> dict[str, Household]:
        return {"household": Household(label="Berg", child_bands=frozenset(bands))}

    school = home(ChildBand.PRIMARY, ChildBand.UNDER_1)
    assert judge(Criterion.HOUSEHOLD, school, home(ChildBand.PRIMARY)) == (
        FULL,
        Reason(ReasonKind.BOTH_WITH_CHILDREN, ("6_12",)),
    )
    points, reason = judge(Criterion.HOUSEHOLD, school, home(ChildBand.YOUTH))
    assert 0 < points < FULL
    assert reason == Reason(ReasonKind.BOTH_WITH_CHILDREN)
    assert judge(Criterion.HOUSEHOLD, school, home()) == (0, None)


def test_waiting_grows_with_the_days_up_to_two_years(judge: Judge) -> None:
    found = [
        judge(Criterion.WAITING, {}, {"waited_days": days}) for days in (-3, 0, 29, 100, 365, 900)
    ]
    points = [one for one, _ in found]
    assert points == sorted(points)
    assert points[0] == 0
    assert points[-1] == FULL
    assert found[2][1] is None
    assert found[3][1] == Reason(ReasonKind.WAITED, amount=100)


def test_every_criterion_has_a_judge_whose_points_stay_in_bounds(judge: Judge) -> None:
    assert set(JUDGES) == set(Criterion)
    for criterion in Criterion:
        assert 0 <= _points(judge(criterion, {}, {})) <= FULL


def test_the_offices_districts_tell_the_parts_of_a_town_from_each_other(
    judge: Judge, places: dict[str, Any]
) -> None:
    east, west = {"district": "Øst"}, {"district": "Vest"}
    assert judge(Criterion.DISTANCE, east, east) == (
        FULL,
        Reason(ReasonKind.SAME_DISTRICT, ("Øst",)),
    )
    points, reason = judge(Criterion.DISTANCE, east, west)
    assert 500 < points < FULL
    assert reason == Reason(ReasonKind.SAME_PLACE)
    assert judge(Criterion.DISTANCE, east, {}) == (FULL, Reason(ReasonKind.SAME_PLACE))
    outside = {"place": places["valnesfjord"]}
    same, told = judge(Criterion.DISTANCE, east, east | outside)
    assert same > _points(judge(Criterion.DISTANCE, east, west | outside))
    assert told == Reason(ReasonKind.DISTANCE, amount=13)
    hidden = east | {"protection": Protection.CONFIDENTIAL}
    assert judge(Criterion.DISTANCE, hidden, east) == (HIDDEN, None)


def test_whoever_is_willing_to_travel_goes_and_his_way_of_getting_about_counts(
    judge: Judge, places: dict[str, Any]
) -> None:
    car, bus = {Transport.CAR}, {Transport.PUBLIC_TRANSPORT}

    def points(mentor: set[Transport], newcomer: set[Transport]) -> int:
        there = {"place": places["valnesfjord"], "transport": frozenset(newcomer)}
        return _points(judge(Criterion.DISTANCE, {"transport": frozenset(mentor)}, there))

    travels = {Transport.TRAVELS}
    assert points(car, bus | travels) == points(bus, bus) < points(car | travels, bus)
    assert points(car | travels, bus | travels) == points(car, bus) == points(bus, car)
    assert points(set(), travels) == points(bus, bus) > points(set(), set())


def test_the_same_life_situation_counts_beside_the_age(judge: Judge) -> None:
    studying = {"life_situation": LifeSituation.STUDYING}
    working = {"life_situation": LifeSituation.WORKING}
    same = Reason(ReasonKind.SAME_LIFE_SITUATION, ("studying",))
    young, unknown = {"birth_year": 2010}, {"birth_year": None}
    assert judge(Criterion.AGE, studying, studying) == (FULL, Reason(ReasonKind.SIMILAR_AGE))
    assert judge(Criterion.AGE, studying, working) == (666, Reason(ReasonKind.SIMILAR_AGE))
    assert judge(Criterion.AGE, studying, studying | young) == (333, same)
    assert judge(Criterion.AGE, studying, studying | unknown) == (500, same)
    assert judge(Criterion.AGE, studying, working | young) == (0, None)
    assert judge(Criterion.AGE, studying, {}) == (FULL, Reason(ReasonKind.SIMILAR_AGE))


def test_a_second_year_of_waiting_still_counts(judge: Judge) -> None:
    points = [
        _points(judge(Criterion.WAITING, {}, {"waited_days": days}))
        for days in (364, 365, 366, 500, 730, 3000)
    ]
    assert points == sorted(points)
    assert points[1] < points[3] < points[4] == points[5] == FULL
