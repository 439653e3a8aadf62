from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.exits import Stay, exits
from mentorapp.domain.records import new_id

TODAY = date(2026, 11, 23)
PERSON, SCHEME = new_id(), new_id()


def stay(agreed: str, ended: str = "", *, waits: bool = False, scheme: UUID = SCHEME) -> Stay:
    return Stay(
        PERSON,
        scheme,
        date.fromisoformat(agreed),
        date.fromisoformat(ended) if ended else None,
        waits,
    )


def days(*stays: Stay) -> list[date]:
    return [one.exit_on for one in exits(stays, TODAY)]


def test_the_end_of_the_last_pairing_is_the_exit() -> None:
    assert days(stay("2024-01-10", "2024-07-01")) == [date(2024, 7, 1)]


def test_nobody_has_ended_while_a_pairing_runs() -> None:
    assert days(stay("2024-01-10", "2024-07-01"), stay("2024-08-01")) == []
    assert days(stay("2024-01-10"), stay("2024-02-01", "2024-07-01")) == []


def test_another_mentor_within_three_months_is_no_exit() -> None:
    assert days(stay("2024-01-10", "2024-07-01"), stay("2024-10-01", "2025-02-01")) == [
        date(2025, 2, 1)
    ]


def test_who_comes_back_later_and_ends_again_has_two_exits() -> None:
    assert days(stay("2024-01-10", "2024-07-01"), stay("2024-10-02", "2025-02-01")) == [
        date(2024, 7, 1),
        date(2025, 2, 1),
    ]


def test_who_came_back_and_is_paired_keeps_the_first_exit() -> None:
    assert days(stay("2024-01-10", "2024-07-01"), stay("2026-10-02")) == [date(2024, 7, 1)]


def test_of_two_pairings_at_once_the_later_end_counts() -> None:
    assert days(stay("2024-01-10", "2024-12-01"), stay("2024-02-01", "2024-07-01")) == [
        date(2024, 12, 1)
    ]


def test_who_waits_for_another_mentor_has_ended_after_three_months_only() -> None:
    assert days(stay("2026-01-10", "2026-08-23", waits=True)) == []
    assert days(stay("2026-01-10", "2026-08-22", waits=True)) == [date(2026, 8, 22)]


def test_each_scheme_has_exits_of_its_own() -> None:
    other = new_id()
    assert days(stay("2024-01-10", "2024-07-01"), stay("2024-06-01", scheme=other)) == [
        date(2024, 7, 1)
    ]


_DAYS = st.dates(date(2018, 1, 1), date(2026, 11, 23))
_STAYS = st.lists(
    st.builds(
        lambda a, b, runs, person: Stay(
            UUID(int=person), SCHEME, min(a, b), None if runs else max(a, b)
        ),
        _DAYS,
        _DAYS,
        st.booleans(),
        st.integers(1, 3),
    ),
    max_size=8,
)


@given(_STAYS, st.randoms())
def test_the_order_of_the_pairings_does_not_matter(stays: list[Stay], chance: object) -> None:
    mixed = list(stays)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert exits(mixed, TODAY) == exits(stays, TODAY)


@given(_STAYS)
def test_an_exit_is_the_end_of_a_pairing_and_no_pairing_runs_over_it(stays: list[Stay]) -> None:
    for one in exits(stays, TODAY):
        own = [stay for stay in stays if stay.person_id == one.person_id]
        assert one.exit_on in {stay.ended_on for stay in own}
        assert not any(
            stay.agreed_on <= one.exit_on and (stay.ended_on or date.max) > one.exit_on
            for stay in own
        )
