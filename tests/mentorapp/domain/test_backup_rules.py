"""Backups are thinned as they grow old, and none is kept longer than people may be remembered."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.domain.backup_rules import EVERY, OLDEST, ages, is_due, is_overdue, kept

NOW = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
#: Around NOW, before it and after it.
MOMENTS = st.integers(-400, 1400).map(lambda days: NOW - timedelta(days=days, hours=days % 24))
HOURLY = [NOW - timedelta(hours=hours) for hours in range(24 * 400)]


def test_all_of_two_days_are_kept() -> None:
    assert set(HOURLY[:48]) <= kept(HOURLY, NOW)


def test_then_one_a_day_a_week_and_a_month() -> None:
    ages = sorted((NOW - one).days for one in kept(HOURLY, NOW) if NOW - one >= timedelta(days=2))
    assert len(ages) <= 12 + 10 + 9
    assert [age for age in ages if age <= 11] == list(range(2, 12))
    assert sum(60 <= age <= 365 for age in ages) >= 6


def test_an_office_opened_once_a_month_keeps_nine_of_them() -> None:
    monthly = [datetime(2026, month, 3, tzinfo=UTC) for month in range(1, 12)]
    assert len(kept(monthly, NOW)) >= 9


def test_none_is_kept_longer_than_a_year_but_the_last_there_is() -> None:
    assert ages([NOW - OLDEST, NOW], NOW)[NOW - OLDEST] == timedelta()
    every_month = [NOW - timedelta(days=days) for days in range(0, 800, 30)]
    assert max(NOW - one for one in kept(every_month, NOW)) < OLDEST
    assert kept([NOW - timedelta(days=800)], NOW) == {NOW - timedelta(days=800)}
    assert kept([], NOW) == set()


@given(st.lists(MOMENTS, max_size=60))
def test_thinning_twice_takes_no_more_and_the_newest_stays(made: list[datetime]) -> None:
    once = kept(made, NOW)
    assert kept(once, NOW) == once
    assert once <= set(made)
    if made:
        assert max(made) in once
        assert max((one for one in made if one <= NOW), default=max(made)) in once


@given(
    st.sets(st.integers(0, 24 * 365), min_size=1, max_size=60),
    st.lists(st.integers(93, 2000), min_size=1, max_size=2),
    st.integers(1, 6),
)
@settings(max_examples=50)
def test_a_clock_that_is_ahead_for_a_while_takes_next_to_nothing(
    hours: set[int], jumps: list[int], times: int
) -> None:
    there = {NOW - timedelta(hours=each) for each in hours}
    stays = kept(there, NOW)
    left = set(there)
    for days in jumps:
        for half_hours in range(times):
            ahead = NOW + timedelta(days=days) + half_hours * EVERY
            left = kept(left | {ahead}, ahead)
    assert len(left & stays) >= len(stays) - 3 * (len(jumps) + 2)
    assert max(there) in left


def test_a_clock_that_is_ahead_keeps_what_was_kept_before() -> None:
    ahead = NOW + timedelta(days=400)
    assert len(kept([*HOURLY[::48], ahead], ahead)) >= 20


def test_an_office_that_was_really_closed_for_long_lets_the_old_ones_go_after_ten_days() -> None:
    before = [NOW - timedelta(days=days) for days in range(400, 500)]
    since = [NOW - timedelta(days=days) for days in range(10)]
    assert len(kept([*before, *since[:9]], NOW)) > 20
    assert kept([*before, *since], NOW) == set(since)


def test_a_copy_is_due_half_an_hour_after_the_last_where_something_changed() -> None:
    assert not is_due(changed=True, last=NOW - EVERY / 2, now=NOW)
    assert is_due(changed=True, last=NOW - EVERY, now=NOW)
    assert not is_due(changed=False, last=None, now=NOW)


def test_a_clock_set_back_does_not_stop_the_copies() -> None:
    assert is_due(changed=True, last=NOW + timedelta(days=300), now=NOW)


def test_a_week_without_a_verified_backup_is_too_long() -> None:
    assert is_overdue(None, NOW)
    assert not is_overdue(NOW - timedelta(days=7), NOW)
    assert is_overdue(NOW - timedelta(days=7, seconds=1), NOW)
