from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.households import ChildBand
from mentorapp.domain.imports import Reason
from mentorapp.exchange.cells import Context, Partly, Unreadable
from mentorapp.exchange.lists import child_ages, interests, scheme, schemes

UNDER_1, NURSERY, PRIMARY, YOUTH = ChildBand


def test_known_interests_are_found_and_others_left_over(context: Context) -> None:
    assert interests("fiske, strikking", context) == frozenset({"fishing", "knitting"})
    found = interests("Fiske og dragefly", context)
    assert found == Partly(frozenset({"fishing"}), ("dragefly",))


def test_schemes_are_known_by_name_key_and_beginning(context: Context) -> None:
    assert scheme("Arbeidsmentor", context) == "work_mentor"
    assert scheme("work_mentor", context) == "work_mentor"
    assert scheme("Språkpraksis på arbeidsplass", context) == "language_practice"
    assert schemes("fadder, øvelseskjøring", context) == frozenset({"buddy", "practice_driving"})
    assert scheme("Sjakk", context) == Unreadable(Reason.NOT_ONE_OF)


@pytest.mark.parametrize(
    ("cell", "bands"),
    [
        ("2 og 7", {NURSERY, PRIMARY}),
        ("0 og 3", {UNDER_1, NURSERY}),
        ("1, 5, 8", {NURSERY, PRIMARY}),
        (15, {YOUTH}),
        (6.0, {PRIMARY}),
        ("8 mnd", {UNDER_1}),
        ("3 år og 10 måneder", {NURSERY, UNDER_1}),
        ("6-13 år", {PRIMARY, YOUTH}),
        ("2020 og 2013", {PRIMARY, YOUTH}),
        ("16 og 19", {YOUTH}),
        ("21", set()),
        ("ingen", set()),
        ("Ingen barn.", set()),
    ],
)
def test_ages_of_children_become_bands(
    cell: str | int, bands: frozenset[ChildBand], context: Context
) -> None:
    assert child_ages(cell, context) == frozenset(bands)


@pytest.mark.parametrize(
    "cell", ["små", "400", "2062", "ja", "=1+1*999", float("nan"), float("inf")]
)
def test_what_tells_no_age_is_not_guessed(cell: str | float, context: Context) -> None:
    assert child_ages(cell, context) == Unreadable(Reason.NOT_A_NUMBER)


@given(st.text(max_size=40))
def test_any_text_for_ages_is_read_or_refused(text: str) -> None:
    found = child_ages(text, Context(today=date(2026, 11, 23)))
    assert isinstance(found, frozenset | Unreadable)
