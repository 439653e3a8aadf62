from datetime import date, timedelta

import pytest

from mentorapp.domain.letter_calendar import (
    ended_lately,
    happened_lately,
    reminded_on,
    told_to_wait_on,
    usual_wait,
    year_to_thank_for,
)

TODAY = date(2026, 11, 23)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(("days", "there"), [(0, True), (30, True), (31, False), (-1, False)])
def test_a_step_of_the_last_month_is_written_about(days: int, there: bool) -> None:
    assert happened_lately(ago(days), TODAY) is there


@pytest.mark.parametrize(
    ("waited", "since"), [(13, None), (14, ago(0)), (20, ago(6)), (44, ago(30)), (45, None)]
)
def test_who_waits_is_told_after_a_fortnight_and_not_after_months(
    waited: int, since: date | None
) -> None:
    assert told_to_wait_on(ago(waited), TODAY) == since


@pytest.mark.parametrize(("days", "there"), [(0, True), (60, True), (61, False), (-1, False)])
def test_goodbye_is_said_for_two_months(days: int, there: bool) -> None:
    assert ended_lately(ago(days), TODAY) is there
    assert not ended_lately(None, TODAY)


@pytest.mark.parametrize(
    ("silent", "reminded", "due"),
    [
        (13, None, None),
        (14, None, ago(0)),
        (40, None, ago(26)),
        (40, 29, None),
        (40, 30, ago(26)),
        (120, None, ago(106)),
        (121, None, None),
    ],
)
def test_a_silent_pair_is_reminded_now_and_then_until_it_is_too_long(
    silent: int, reminded: int | None, due: date | None
) -> None:
    before = None if reminded is None else ago(reminded)
    assert reminded_on(ago(silent), 14, before, TODAY) == due


def test_organisations_are_thanked_for_last_year_until_march() -> None:
    assert year_to_thank_for(date(2027, 1, 1)) == 2026
    assert year_to_thank_for(date(2027, 3, 31)) == 2026
    assert year_to_thank_for(date(2027, 4, 1)) is None


def test_the_usual_wait_is_told_by_five_at_least() -> None:
    assert usual_wait([10, 20, 30, 40]) is None
    assert usual_wait([10, 20, 300, 40, 30]) == 30
