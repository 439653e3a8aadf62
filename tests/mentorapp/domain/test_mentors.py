from datetime import date, timedelta

import pytest

from mentorapp.domain.clearances import certificate_holds
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.mentors import check_mentor
from tests.factories import TODAY, a_mentor

TOMORROW = TODAY + timedelta(days=1)


def test_a_mentor_in_order_passes() -> None:
    check_mentor(a_mentor(), TODAY)
    check_mentor(a_mentor(capacity=0, max_distance_km=0, registered_on=TODAY), TODAY)
    check_mentor(a_mentor(certificate_seen_on=TODAY, certificate_valid_to=TODAY), TODAY)


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"capacity": -1}, "capacity", Problem.OUT_OF_RANGE),
        ({"capacity": 21}, "capacity", Problem.OUT_OF_RANGE),
        ({"max_distance_km": -1}, "max_distance_km", Problem.OUT_OF_RANGE),
        ({"max_distance_km": 2001}, "max_distance_km", Problem.OUT_OF_RANGE),
        ({"registered_on": TOMORROW}, "registered_on", Problem.IN_FUTURE),
        ({"motivation": "a" * 10_001}, "motivation", Problem.TOO_LONG),
        ({"certificate_seen_by": "a" * 201}, "certificate_seen_by", Problem.TOO_LONG),
        ({"certificate_seen_on": TOMORROW}, "certificate_seen_on", Problem.IN_FUTURE),
        ({"confidentiality_signed_on": TOMORROW}, "confidentiality_signed_on", Problem.IN_FUTURE),
        ({"training_done_on": TOMORROW}, "training_done_on", Problem.IN_FUTURE),
        (
            {"certificate_valid_to": date(2026, 1, 9)},
            "certificate_valid_to",
            Problem.BEFORE_START,
        ),
        (
            {"certificate_valid_to": date(2062, 1, 1)},
            "certificate_valid_to",
            Problem.TOO_FAR_AHEAD,
        ),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_field(
    changes: dict[str, object], field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_mentor(a_mentor(**changes), TODAY)

    assert (refused.value.field, refused.value.problem) == (field, problem)


@pytest.mark.parametrize(
    ("seen_on", "valid_to", "holds"),
    [
        (None, None, False),
        (None, TOMORROW, False),
        (date(2020, 1, 1), None, True),
        (date(2020, 1, 1), TODAY, True),
        (date(2020, 1, 1), TODAY - timedelta(days=1), False),
    ],
)
def test_a_certificate_holds_through_its_last_day(
    seen_on: date | None, valid_to: date | None, holds: bool
) -> None:
    assert certificate_holds(seen_on, valid_to, TODAY) is holds
