from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.availability import ALL_SLOTS, Slot
from mentorapp.domain.households import ChildBand, Household
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.protection import Protection
from mentorapp.domain.shortages import MentorKind
from mentorapp.matching.candidates import NewcomerCandidate
from mentorapp.matching.facts import newcomer_facts
from mentorapp.matching.mentor_kinds import Demands, kinds_for
from mentorapp.matching.rules import rulebook
from tests.mentorapp.matching.conftest import (
    BODO,
    FAUSKE,
    OSLO,
    TODAY,
    VALNESFJORD,
    _newcomer,
    _scheme,
    slots,
    spoken,
)

Kinds = Callable[..., tuple[MentorKind, ...]]

TIGRINYA = spoken("ti:native", "no:A1")


@pytest.fixture
def kinds() -> Kinds:
    """The kinds for some newcomers in a scheme with these weights."""
    return kinds_of


def kinds_of(
    *newcomers: NewcomerCandidate, most: int = 50, **weights: str
) -> tuple[MentorKind, ...]:
    scheme = _scheme(**weights)
    demands = Demands(scheme.weights, rulebook(scheme), "no")
    return kinds_for([newcomer_facts(one, TODAY) for one in newcomers], demands, most)


def test_what_nobody_asks_for_is_left_open(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    assert kinds(a_newcomer(), interests="high", distance="medium") == (MentorKind(),)


def test_nobody_who_waits_asks_for_no_kind(kinds: Kinds) -> None:
    assert kinds() == ()


def test_a_wish_about_gender_is_the_kind_s(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    (kind,) = kinds(a_newcomer(wish_gender=Gender.WOMAN))
    assert kind == MentorKind(gender=Gender.WOMAN)


def test_of_the_ages_wished_for_the_one_counts_that_most_wish_for(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    both = frozenset({AgeBand.FROM_18, AgeBand.FROM_51})
    (kind,) = kinds(
        a_newcomer(wish_age_bands=both),
        a_newcomer(wish_age_bands=frozenset({AgeBand.FROM_51})),
    )
    assert kind.age_band is AgeBand.FROM_51


def test_where_age_is_a_must_the_mentor_is_of_the_newcomer_s_age(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    (kind,) = kinds(a_newcomer(birth_year=1995), age="must")
    assert kind.age_band is AgeBand.FROM_26


def test_norwegian_that_suffices_needs_no_language(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    (kind,) = kinds(a_newcomer(languages=spoken("no:A2", "ti:native")), language="must")
    assert kind.languages == ()


def test_whoever_speaks_too_little_norwegian_needs_his_best_language(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    (kind,) = kinds(a_newcomer(languages=spoken("no:A1", "en:B1", "ti:native")), language="must")
    assert kind.languages == ("ti",)


def test_a_language_that_is_no_must_is_left_open(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    (kind,) = kinds(a_newcomer(languages=TIGRINYA), language="high")
    assert kind.languages == ()


def test_dari_and_persian_are_one_kind_by_the_name_most_have(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    spoken_ones = ("prs:native", "fa:native", "prs:native")
    (kind,) = kinds(*(a_newcomer(languages=spoken(one)) for one in spoken_ones), language="must")
    assert kind.languages == ("prs",)


def test_the_place_is_where_most_of_the_municipality_wait(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    near = {"max_distance_km": 20}
    found = kinds(
        a_newcomer(place=VALNESFJORD, **near),
        a_newcomer(place=FAUSKE, **near),
        a_newcomer(place=VALNESFJORD, **near),
        a_newcomer(place=BODO, **near),
        distance="medium",
    )
    assert [(one.place, one.municipality, one.postal_code) for one in found] == [
        ("Valnesfjord", "Fauske", "8215"),
        ("Bodø", "Bodø", "8006"),
    ]


@pytest.mark.parametrize(
    ("changes", "weight", "place"),
    [
        ({"max_distance_km": 20}, "low", "Fauske"),
        ({"max_distance_km": 20}, "off", ""),
        ({}, "high", ""),
        ({}, "must", "Fauske"),
        ({"place": None, "max_distance_km": 20}, "low", ""),
    ],
)
def test_a_place_is_asked_for_where_distance_binds(
    changes: dict[str, Any],
    weight: str,
    place: str,
    kinds: Kinds,
    a_newcomer: Callable[..., NewcomerCandidate],
) -> None:
    (kind,) = kinds(a_newcomer(**changes), distance=weight)
    assert kind.place == place


def test_two_or_three_parts_of_the_week_reach_as_many_as_can_be(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    times = ["monday-evening", "monday-evening", "friday-morning", "sunday-evening"]
    newcomers = [a_newcomer(availability=slots(one)) for one in times]
    (kind,) = kinds(*newcomers, availability="must")
    assert set(kind.slots) == slots(*times)
    (kind,) = kinds(*newcomers, availability="off")
    assert kind.slots == ()


def test_no_more_than_three_parts_of_the_week_are_asked_of_one_mentor(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    (kind,) = kinds(a_newcomer(availability=ALL_SLOTS), availability="low")
    assert [str(slot) for slot in kind.slots] == [
        "monday-morning",
        "monday-afternoon",
        "monday-evening",
    ]


def test_children_ask_for_a_certificate(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    family = Household(label="", child_bands=frozenset({ChildBand.PRIMARY}))
    assert kinds(a_newcomer(household=family))[0].certificate
    assert not kinds(a_newcomer())[0].certificate


@pytest.mark.parametrize(
    ("weight", "wishes", "said"),
    [
        ("must", ["it"], "it"),
        ("high", ["it", "it", "cook"], "it"),
        ("high", ["it", "cook", "law"], ""),
        ("high", ["", ""], ""),
        ("medium", ["it"], ""),
    ],
)
def test_a_field_of_work_is_asked_for_where_the_scheme_makes_it_count(
    weight: str,
    wishes: list[str],
    said: str,
    kinds: Kinds,
    a_newcomer: Callable[..., NewcomerCandidate],
) -> None:
    (kind,) = kinds(*(a_newcomer(wished_occupation_group=one) for one in wishes), occupation=weight)
    assert kind.occupation_group == said


def test_what_must_be_shared_is_the_kind_s(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    family = Household(label="", child_bands=frozenset({ChildBand.YOUTH}))
    (kind,) = kinds(
        a_newcomer(interests=frozenset({"fishing", "hiking"}), household=family),
        a_newcomer(interests=frozenset({"hiking"}), household=family),
        a_newcomer(interests=frozenset({"football"}), household=family),
        interests="must",
        household="must",
    )
    assert kind.interests == ("football", "hiking")
    assert kind.child_band is ChildBand.YOUTH


@pytest.mark.parametrize(
    ("changes", "must"),
    [
        ({"languages": spoken("ti:A1")}, "language"),
        ({"availability": frozenset()}, "availability"),
        ({"interests": frozenset()}, "interests"),
        ({"place": None}, "distance"),
        ({}, "occupation"),
        ({}, "household"),
    ],
)
def test_whoever_no_recruit_could_help_asks_for_no_kind(
    changes: dict[str, Any],
    must: str,
    kinds: Kinds,
    a_newcomer: Callable[..., NewcomerCandidate],
) -> None:
    assert kinds(a_newcomer(**changes), **{must: "must"}) == ()


def test_the_strictly_confidential_ask_for_no_kind(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    assert kinds(a_newcomer(protection=Protection.STRICT, wish_gender=Gender.MAN)) == ()


def test_a_kind_for_protected_people_tells_language_gender_and_times_alone(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    (kind,) = kinds(
        a_newcomer(
            protection=Protection.CONFIDENTIAL,
            place=OSLO,
            max_distance_km=5,
            languages=TIGRINYA,
            wish_gender=Gender.WOMAN,
            wished_occupation_group="it",
        ),
        language="must",
        distance="must",
        occupation="must",
        availability="must",
        interests="must",
    )
    assert kind == MentorKind(
        gender=Gender.WOMAN,
        languages=("ti",),
        slots=(Slot.parse("tuesday-evening"),),
        certificate=True,
    )


def test_the_largest_groups_come_first_and_no_more_than_wanted(
    kinds: Kinds, a_newcomer: Callable[..., NewcomerCandidate]
) -> None:
    women = [a_newcomer(wish_gender=Gender.WOMAN) for _ in range(2)]
    people = [a_newcomer(wish_gender=Gender.MAN), *women]
    assert [one.gender for one in kinds(*people)] == [Gender.WOMAN, Gender.MAN]
    assert [one.gender for one in kinds(*people, most=1)] == [Gender.WOMAN]


PLACES = [None, FAUSKE, VALNESFJORD, BODO, OSLO]


@st.composite
def _somebody(draw: st.DrawFn) -> NewcomerCandidate:
    return _newcomer(
        place=draw(st.sampled_from(PLACES)),
        protection=draw(st.sampled_from(Protection)),
        max_distance_km=draw(st.sampled_from([None, 5, 50])),
        wish_gender=draw(st.sampled_from(Gender)),
        wish_age_bands=draw(st.frozensets(st.sampled_from(AgeBand), max_size=2)),
        languages=draw(st.sampled_from([TIGRINYA, spoken("no:B1"), spoken("prs:B2")])),
        availability=draw(st.frozensets(st.sampled_from(sorted(ALL_SLOTS)), max_size=4)),
    )


@given(
    st.lists(_somebody(), max_size=12),
    st.fixed_dictionaries(
        dict.fromkeys(("language", "distance", "availability"), st.sampled_from(["must", "low"]))
    ),
    st.integers(0, 1000),
)
def test_kinds_are_the_same_in_any_order_and_never_tell_where_the_protected_are(
    people: list[NewcomerCandidate], weights: dict[str, str], seed: int
) -> None:
    found = kinds_of(*people, most=50, **weights)
    mixed = list(people)
    Random(seed).shuffle(mixed)
    assert kinds_of(*mixed, most=50, **weights) == found
    open_codes = {
        one.place.code for one in people if one.place and one.protection is Protection.NONE
    }
    assert {one.postal_code for one in found} <= open_codes | {""}
    assert all(len(one.slots) <= 3 for one in found)
    assert len(set(found)) == len(found)
