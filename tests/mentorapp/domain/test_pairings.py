from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import InvalidField, PairingClosed, Problem
from mentorapp.domain.pairings import (
    PairingStatus,
    check_pairing,
    check_running,
    months_later,
)
from tests.factories import TODAY, a_pairing

TOMORROW = TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 8, 31), 3, date(2026, 11, 30)),
        (date(2026, 11, 23), 1, date(2026, 12, 23)),
        (date(2026, 11, 23), 2, date(2027, 1, 23)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
        (date(2026, 6, 15), 6, date(2026, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_there_is(
    day: date, months: int, expected: date
) -> None:
    assert months_later(day, months) == expected


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(-600, 600))
def test_months_later_is_that_many_months_away(day: date, months: int) -> None:
    later = months_later(day, months)

    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_a_pairing_in_order_passes() -> None:
    check_pairing(a_pairing(), TODAY)
    check_pairing(a_pairing(agreed_on=TODAY, started_on=None, planned_end=TODAY), TODAY)


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"agreed_on": TOMORROW}, "agreed_on", Problem.IN_FUTURE),
        ({"agreement_signed_on": TOMORROW}, "agreement_signed_on", Problem.IN_FUTURE),
        ({"started_on": TOMORROW}, "started_on", Problem.IN_FUTURE),
        ({"ended_on": TOMORROW}, "ended_on", Problem.IN_FUTURE),
        ({"ended_on": date(2026, 8, 31)}, "ended_on", Problem.BEFORE_START),
        ({"planned_end": date(2026, 8, 31)}, "planned_end", Problem.BEFORE_START),
        ({"planned_end": date(2062, 3, 1)}, "planned_end", Problem.TOO_FAR_AHEAD),
        ({"start_meeting_place": "a" * 201}, "start_meeting_place", Problem.TOO_LONG),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_field(
    changes: dict[str, object], field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_pairing(a_pairing(**changes), TODAY)

    assert (refused.value.field, refused.value.problem) == (field, problem)


@pytest.mark.parametrize("status", PairingStatus)
def test_only_agreed_and_active_pairings_run(status: PairingStatus) -> None:
    pairing = a_pairing(status=status)

    assert pairing.is_running is (status in {PairingStatus.AGREED, PairingStatus.ACTIVE})
    if not pairing.is_running:
        with pytest.raises(PairingClosed) as refused:
            check_running(pairing)
        assert refused.value.number == pairing.number
