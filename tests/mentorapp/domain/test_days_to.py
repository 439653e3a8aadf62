from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.days_to import Firsts, Wait, waits

REGISTERED = date(2025, 3, 1)


def after(days: int) -> date:
    return REGISTERED + timedelta(days=days)


def test_the_median_is_over_those_who_have_got_there() -> None:
    people = [
        Firsts(REGISTERED, meeting=after(10), job=after(200)),
        Firsts(REGISTERED, meeting=after(30)),
        Firsts(REGISTERED, meeting=after(80)),
        Firsts(date(2026, 1, 1)),
    ]

    first, second, every = waits(people)

    assert (first.year, second.year, every.year) == (2025, 2026, None)
    assert first.meeting == Wait(30, 3, 3)
    assert first.job == Wait(200, 1, 3)
    assert second.meeting == Wait(None, 0, 1)
    assert every.meeting == Wait(30, 3, 4)


def test_what_was_before_the_registration_is_no_waiting_time() -> None:
    assert waits([Firsts(REGISTERED, meeting=after(-5))])[-1].meeting == Wait(None, 0, 1)
    assert waits([Firsts(REGISTERED, meeting=REGISTERED)])[-1].meeting == Wait(0, 1, 1)


@given(
    st.lists(
        st.builds(
            Firsts,
            st.dates(date(2020, 1, 1), date(2026, 1, 1)),
            st.none() | st.dates(date(2020, 1, 1), date(2026, 1, 1)),
        )
    )
)
def test_the_years_add_up_to_all_years(people: list[Firsts]) -> None:
    *years, every = waits(people)

    assert sum(one.meeting.base for one in years) == every.meeting.base == len(people)
    assert sum(one.meeting.count for one in years) == every.meeting.count
    assert all((one.meeting.median is None) == (one.meeting.count == 0) for one in years)
