from datetime import timedelta

import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.newcomers import ArrivalBand, arrival_band, check_newcomer
from tests.factories import TODAY, a_newcomer

LONG = "a" * 201


def test_a_newcomer_in_order_passes() -> None:
    check_newcomer(a_newcomer(), TODAY)
    check_newcomer(a_newcomer(registered_on=TODAY, max_distance_km=2000), TODAY)


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"registered_on": TODAY + timedelta(days=1)}, "registered_on", Problem.IN_FUTURE),
        ({"max_distance_km": 2001}, "max_distance_km", Problem.OUT_OF_RANGE),
        ({"arrived_year": 1899}, "arrived_year", Problem.OUT_OF_RANGE),
        ({"arrived_year": TODAY.year + 1}, "arrived_year", Problem.OUT_OF_RANGE),
        ({"goal": "a" * 10_001}, "goal", Problem.TOO_LONG),
        ({"earlier_occupation": LONG}, "earlier_occupation", Problem.TOO_LONG),
        ({"wished_occupation": LONG}, "wished_occupation", Problem.TOO_LONG),
        ({"referred_by": LONG}, "referred_by", Problem.TOO_LONG),
        ({"contact_person": LONG}, "contact_person", Problem.TOO_LONG),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_field(
    changes: dict[str, object], field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_newcomer(a_newcomer(**changes), TODAY)

    assert (refused.value.field, refused.value.problem) == (field, problem)


@pytest.mark.parametrize(
    ("arrived", "band"),
    [
        (2026, ArrivalBand.NEW),
        (2025, ArrivalBand.NEW),
        (2024, ArrivalBand.TWO),
        (2022, ArrivalBand.TWO),
        (2021, ArrivalBand.FIVE),
        (2017, ArrivalBand.FIVE),
        (2016, ArrivalBand.TEN),
        (1990, ArrivalBand.TEN),
        (None, None),
    ],
)
def test_years_since_the_arrival_fall_into_bands(
    arrived: int | None, band: ArrivalBand | None
) -> None:
    assert arrival_band(arrived, 2026) is band
