from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.people import AgeBand, age_band, check_person, is_minor
from tests.factories import TODAY, a_person


@pytest.mark.parametrize(
    ("birth_year", "minor"), [(2026, True), (2009, True), (2008, True), (2007, False)]
)
def test_a_minor_is_one_through_the_year_of_the_eighteenth_birthday(
    birth_year: int, minor: bool
) -> None:
    assert is_minor(birth_year, date(2026, 1, 1)) is minor
    assert is_minor(birth_year, date(2026, 12, 31)) is minor


def test_whose_year_is_unknown_counts_as_grown_up_and_has_no_band() -> None:
    assert not is_minor(None, TODAY)
    assert age_band(None, TODAY) is None


@pytest.mark.parametrize(
    ("birth_year", "band"),
    [
        (2008, AgeBand.UNDER_18),
        (2007, AgeBand.FROM_18),
        (2001, AgeBand.FROM_18),
        (2000, AgeBand.FROM_26),
        (1991, AgeBand.FROM_26),
        (1990, AgeBand.FROM_36),
        (1976, AgeBand.FROM_36),
        (1975, AgeBand.FROM_51),
        (1960, AgeBand.FROM_51),
        (1959, AgeBand.FROM_67),
        (1906, AgeBand.FROM_67),
    ],
)
def test_the_band_is_that_of_the_age_reached_this_year(birth_year: int, band: AgeBand) -> None:
    assert age_band(birth_year, TODAY) is band


def test_a_person_in_order_passes() -> None:
    check_person(a_person(), TODAY)
    check_person(a_person(given_name="", family_name="Hassan"), TODAY)
    check_person(a_person(given_name="محمد", family_name="Шевченко", native_name="محمد"), TODAY)


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"given_name": " ", "family_name": ""}, "given_name", Problem.MISSING),
        ({"given_name": "a" * 300}, "given_name", Problem.TOO_LONG),
        ({"family_name": "a" * 201}, "family_name", Problem.TOO_LONG),
        ({"preferred_name": "a" * 201}, "preferred_name", Problem.TOO_LONG),
        ({"native_name": "ع" * 201}, "native_name", Problem.TOO_LONG),
        ({"occupation": "a" * 201}, "occupation", Problem.TOO_LONG),
        ({"notes": "a" * 10_001}, "notes", Problem.TOO_LONG),
        ({"birth_year": 2027}, "birth_year", Problem.OUT_OF_RANGE),
        ({"birth_year": 1905}, "birth_year", Problem.OUT_OF_RANGE),
        ({"birth_year": 85}, "birth_year", Problem.OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_field(
    changes: dict[str, object], field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_person(a_person(**changes), TODAY)

    assert (refused.value.field, refused.value.problem) == (field, problem)


def test_a_person_is_called_by_the_preferred_name() -> None:
    person = a_person(given_name="Kari Anne", family_name="Nordmann")

    assert person.name == "Kari Anne Nordmann"
    assert person.called == "Kari Anne"
    assert replace(person, preferred_name="Anne").called == "Anne"
    assert replace(person, given_name="").name == "Nordmann"
