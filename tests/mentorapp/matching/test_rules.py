from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from mentorapp.domain.households import ChildBand, Household
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import new_id
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.ties import TieKind
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.facts import mentor_facts, newcomer_facts
from mentorapp.matching.rules import ORDER, first_obstacle, obstacles, rulebook

AMentor = Callable[..., MentorCandidate]
ANewcomer = Callable[..., NewcomerCandidate]
Between = Callable[..., tuple[Obstacle, ...]]


@pytest.fixture
def between(
    a_mentor: AMentor, a_newcomer: ANewcomer, a_scheme: Callable[..., Scheme], today: date
) -> Between:
    """Obstacles between the usual pair with changes, in a scheme with these weights."""

    def found(
        mentor: dict[str, Any] | None = None,
        newcomer: dict[str, Any] | None = None,
        **weights: str,
    ) -> tuple[Obstacle, ...]:
        one = mentor_facts(a_mentor(**(mentor or {})), today)
        other = newcomer_facts(a_newcomer(**(newcomer or {})), today)
        book = rulebook(a_scheme(**weights))
        every = obstacles(one, other, book)
        assert first_obstacle(one, other, book) == (every[0] if every else None)
        return every

    return found


def test_the_usual_pair_meets_no_obstacle(between: Between) -> None:
    assert between(language="must", distance="must", availability="must", interests="must") == ()


@pytest.mark.parametrize(
    ("wisher", "obstacle"),
    [("mentor", Obstacle.MENTOR_GENDER_WISH), ("newcomer", Obstacle.NEWCOMER_GENDER_WISH)],
)
@pytest.mark.parametrize(
    ("gender", "stopped"),
    [(Gender.WOMAN, False), (Gender.MAN, True), (Gender.OTHER, True), (Gender.NOT_GIVEN, True)],
)
def test_a_gender_wish_holds_both_ways(
    between: Between, wisher: str, obstacle: Obstacle, gender: Gender, stopped: bool
) -> None:
    wish, other = {"wish_gender": Gender.WOMAN}, {"gender": gender}
    found = between(wish, other) if wisher == "mentor" else between(other, wish)
    assert found == ((obstacle,) if stopped else ())


@pytest.mark.parametrize(
    ("wisher", "obstacle"),
    [("mentor", Obstacle.MENTOR_AGE_WISH), ("newcomer", Obstacle.NEWCOMER_AGE_WISH)],
)
@pytest.mark.parametrize(("year", "stopped"), [(1990, True), (1950, False), (None, True)])
def test_an_age_wish_holds_both_ways(
    between: Between, wisher: str, obstacle: Obstacle, year: int | None, stopped: bool
) -> None:
    wish = {"wish_age_bands": frozenset({AgeBand.FROM_67, AgeBand.FROM_51})}
    other = {"birth_year": year}
    found = between(wish, other) if wisher == "mentor" else between(other, wish)
    assert found == ((obstacle,) if stopped else ())


def test_a_common_language_needs_a2_on_both_sides_where_it_is_a_must(
    between: Between, speaks: Callable[..., Any]
) -> None:
    for level, expected in (("A1", (Obstacle.NO_COMMON_LANGUAGE,)), ("A2", ())):
        newcomer = {"languages": speaks(f"no:{level}", "ar:native")}
        assert between(None, newcomer, language="must") == expected
        assert between(None, newcomer, language="high") == ()


def test_the_stricter_distance_limit_of_the_two_holds(
    between: Between, places: dict[str, Any]
) -> None:
    away = {"place": places["valnesfjord"]}
    assert between({"max_distance_km": 12}, away, distance="low") == (Obstacle.TOO_FAR,)
    assert between({"max_distance_km": 13}, away, distance="low") == ()
    assert between({"max_distance_km": 90}, away | {"max_distance_km": 5}, distance="low") == (
        Obstacle.TOO_FAR,
    )
    assert between({"max_distance_km": 0}, distance="low") == ()


def test_a_must_without_limits_stops_at_fifty_kilometres(
    between: Between, places: dict[str, Any]
) -> None:
    assert between(None, {"place": places["oslo"]}, distance="must") == (Obstacle.TOO_FAR,)
    assert between(None, {"place": places["bodo"]}, distance="must") == ()
    assert between(None, {"place": places["oslo"]}, distance="high") == ()


def test_limits_do_not_hold_in_a_scheme_where_distance_is_off(
    between: Between, places: dict[str, Any]
) -> None:
    assert between({"max_distance_km": 5}, {"place": places["oslo"]}, distance="off") == ()


def test_a_missing_place_stops_only_where_distance_is_a_must(between: Between) -> None:
    assert between({"place": None}, distance="must") == (Obstacle.DISTANCE_UNKNOWN,)
    assert between({"place": None, "max_distance_km": 5}, distance="high") == ()


def test_the_distance_of_a_confidential_person_stops_nobody(
    between: Between, places: dict[str, Any]
) -> None:
    for place in (places["oslo"], places["fauske"], None):
        hidden = {"protection": Protection.CONFIDENTIAL, "place": place, "max_distance_km": 1}
        for weight in ("must", "high", "off"):
            assert between(hidden, {"max_distance_km": 1}, distance=weight) == ()
            assert between({"max_distance_km": 1}, hidden, distance=weight) == ()


def test_no_common_time_stops_where_the_scheme_demands_it(
    between: Between, free: Callable[..., Any]
) -> None:
    for slots in (free("monday-morning"), free()):
        mentor = {"availability": slots}
        assert between(mentor, availability="must") == (Obstacle.NO_COMMON_TIME,)
        assert between(mentor, availability="high") == ()


def test_interests_occupation_age_and_family_can_be_a_must(between: Between) -> None:
    apart = {"interests": frozenset({"hiking"}), "birth_year": 2010}
    assert between(apart, interests="must") == (Obstacle.NO_COMMON_INTEREST,)
    assert between(apart, occupation="must") == (Obstacle.NO_COMMON_OCCUPATION,)
    assert between(apart, age="must") == (Obstacle.OTHER_CRITERION,)
    assert between(apart, household="must") == (Obstacle.OTHER_CRITERION,)
    assert between(apart, waiting="must") == ()


def test_a_certificate_is_needed_for_minors_and_homes_with_children(
    between: Between, today: date
) -> None:
    family = {"household": Household(label="Amin", child_bands=frozenset({ChildBand.NURSERY}))}
    minor = {"birth_year": today.year - 18}
    yesterday = today - timedelta(days=1)
    without = {"certificate_seen_on": None}
    expired = {"certificate_seen_on": yesterday, "certificate_valid_to": yesterday}
    for newcomer in (family, minor):
        assert between(without, newcomer) == (Obstacle.CERTIFICATE_MISSING,)
        assert between(expired, newcomer) == (Obstacle.CERTIFICATE_MISSING,)
        assert between(None, newcomer) == ()
    assert between(without) == ()


def test_confidentiality_and_training_are_asked_where_the_scheme_says_so(
    a_mentor: AMentor, a_newcomer: ANewcomer, a_scheme: Callable[..., Scheme], today: date
) -> None:
    mentor = mentor_facts(a_mentor(confidentiality_signed_on=None, training_done_on=None), today)
    newcomer = newcomer_facts(a_newcomer(), today)
    strict = replace(a_scheme(), requires_confidentiality=True, requires_training=True)
    easy = replace(a_scheme(), requires_confidentiality=False, requires_training=False)
    assert obstacles(mentor, newcomer, rulebook(strict)) == (
        Obstacle.CONFIDENTIALITY_MISSING,
        Obstacle.TRAINING_MISSING,
    )
    assert obstacles(mentor, newcomer, rulebook(easy)) == ()


def test_earlier_and_forbidden_pairs_are_kept_apart(
    a_mentor: AMentor, a_newcomer: ANewcomer, a_scheme: Callable[..., Scheme], today: date
) -> None:
    mentor, newcomer = a_mentor(), a_newcomer()
    pair = frozenset({(mentor.role.id, newcomer.role.id)})
    facts = mentor_facts(mentor, today), newcomer_facts(newcomer, today)
    assert obstacles(*facts, rulebook(a_scheme(), earlier=pair)) == (Obstacle.EARLIER_PAIR,)
    assert obstacles(*facts, rulebook(a_scheme(), forbidden=pair)) == (Obstacle.FORBIDDEN_PAIR,)


def test_nobody_is_paired_with_himself_or_his_household(between: Between) -> None:
    one = new_id()
    assert between({"person_id": one}, {"person_id": one}) == (Obstacle.SAME_PERSON,)
    home = {"household_id": new_id()}
    assert between(home, home) == (Obstacle.SAME_HOUSEHOLD,)


def test_nobody_is_mentored_by_his_employer_or_case_officer(between: Between) -> None:
    one = new_id()
    assert between({"organisation_id": one}, {"employer_id": one}) == (Obstacle.EMPLOYER,)
    assert between({"person_id": one}, {"case_officer_id": one}) == (Obstacle.CASE_OFFICER,)


@pytest.mark.parametrize("side", ["mentor", "newcomer"])
def test_strictly_confidential_people_are_paired_by_hand_only(between: Between, side: str) -> None:
    strict = {"protection": Protection.STRICT}
    found = between(strict) if side == "mentor" else between(None, strict)
    assert found == (Obstacle.BY_HAND_ONLY,)


def test_a_full_mentor_takes_nobody_more(between: Between) -> None:
    assert between({"capacity": 2, "running": 2}) == (Obstacle.MENTOR_FULL,)
    assert between({"capacity": 2, "running": 1}) == ()


@pytest.mark.parametrize(
    ("asks", "fits", "other"),
    [
        ({"only_gender": Gender.WOMAN}, {"gender": Gender.WOMAN}, {"gender": Gender.MAN}),
        ({"only_gender": Gender.WOMAN}, {"gender": Gender.WOMAN}, {"gender": Gender.NOT_GIVEN}),
        (
            {"only_age_bands": frozenset({AgeBand.FROM_18})},
            {"birth_year": 2005},
            {"birth_year": None},
        ),
        (
            {"only_own_occupations": True, "occupations": frozenset({"it"})},
            {"wished_occupation_group": "it"},
            {"earlier_occupation_group": "it"},
        ),
    ],
)
def test_what_an_organisation_asks_holds_for_all_its_mentors(
    between: Between, asks: dict[str, Any], fits: dict[str, Any], other: dict[str, Any]
) -> None:
    mentor = {"organisation": Organisation(name="Nordkyst", **asks)}
    assert between(mentor, fits) == ()
    assert between(mentor, other) == (Obstacle.ORGANISATION_WISH,)


def test_an_organisation_that_offers_nothing_and_asks_for_its_own_fields_gets_nobody(
    between: Between,
) -> None:
    mentor = {"organisation": Organisation(name="Nordkyst", only_own_occupations=True)}
    for wished in ("it", ""):
        assert between(mentor, {"wished_occupation_group": wished}) == (Obstacle.ORGANISATION_WISH,)


@pytest.mark.parametrize(
    ("kind", "obstacle"),
    [
        (TieKind.RELATIVE, Obstacle.RELATIVE),
        (TieKind.LANDLORD, Obstacle.LANDLORD),
        (TieKind.OTHER, Obstacle.OTHER_TIE),
    ],
)
def test_a_tie_keeps_two_people_apart_in_whatever_order_they_are_named(
    a_mentor: AMentor,
    a_newcomer: ANewcomer,
    a_scheme: Callable[..., Scheme],
    today: date,
    kind: TieKind,
    obstacle: Obstacle,
) -> None:
    mentor, newcomer = mentor_facts(a_mentor(), today), newcomer_facts(a_newcomer(), today)
    other = newcomer_facts(a_newcomer(), today)
    for ids in (
        (mentor.person_id, newcomer.person_id),
        (newcomer.person_id, mentor.person_id),
    ):
        book = rulebook(a_scheme(), ties=frozenset({(*ids, kind)}))
        assert obstacles(mentor, newcomer, book) == (obstacle,)
        assert obstacles(mentor, other, book) == ()


def test_every_obstacle_has_its_place_in_the_order() -> None:
    assert sorted(ORDER) == sorted(Obstacle)
