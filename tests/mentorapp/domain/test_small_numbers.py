from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.small_numbers import (
    LEAST,
    hide_small,
    hide_small_of,
    is_small,
    is_small_share,
    noughts_hidden,
    steps_shown,
)

COUNTS = st.dictionaries(st.text(max_size=3), st.integers(0, 40), max_size=8)


def test_one_to_four_persons_are_few_and_nobody_is_not() -> None:
    assert [count for count in range(7) if is_small(count)] == [1, 2, 3, 4]


def test_a_share_tells_of_few_when_those_in_it_or_outside_it_are() -> None:
    assert is_small_share(3, 20)
    assert is_small_share(17, 20)
    assert is_small_share(0, 4)
    assert not is_small_share(10, 20)
    assert not is_small_share(0, 20)
    assert not is_small_share(0, 0)


def test_a_single_small_count_takes_the_smallest_other_with_it() -> None:
    assert hide_small({"a": 12, "b": 3, "c": 7}) == {"a": 12, "b": None, "c": None}


def test_without_a_total_beside_it_the_small_count_alone_is_hidden() -> None:
    assert hide_small({"a": 12, "b": 3}, total_shown=False) == {"a": 12, "b": None}


def test_two_that_are_few_together_take_a_third_with_them() -> None:
    assert hide_small({"a": 1, "b": 2, "c": 9, "d": 0}) == {"a": None, "b": None, "c": None, "d": 0}


def test_what_is_not_small_stays_as_it_is() -> None:
    assert hide_small({"a": 5, "b": 0}) == {"a": 5, "b": 0}


@given(COUNTS)
def test_no_small_count_is_shown_and_none_follows_from_the_total(counts: dict[str, int]) -> None:
    told = hide_small(counts)

    assert all(shown in (None, counts[key]) for key, shown in told.items())
    assert not any(shown is not None and is_small(shown) for shown in told.values())
    hidden = [counts[key] for key, shown in told.items() if shown is None]
    if hidden and sum(counts.values()) >= LEAST:
        assert len(hidden) > 1
        assert sum(hidden) >= LEAST


@given(COUNTS)
def test_the_order_of_the_counts_changes_no_more_than_which_of_equals_is_hidden(
    counts: dict[str, int],
) -> None:
    backwards = dict(reversed(counts.items()))

    def hidden(told: dict[str, int | None]) -> list[int]:
        return sorted(counts[key] for key, shown in told.items() if shown is None)

    assert hidden(hide_small(counts)) == hidden(hide_small(backwards))


@given(COUNTS, st.integers(40, 60))
def test_of_a_base_neither_those_in_a_part_nor_those_outside_it_are_few(
    counts: dict[str, int], base: int
) -> None:
    for key, shown in hide_small_of(counts, base).items():
        few = is_small(counts[key]) or is_small(base - counts[key])
        assert shown == (None if few else counts[key])


def test_nought_is_told_only_where_nothing_is_hidden() -> None:
    assert noughts_hidden({"a": None, "b": 0, "c": 9}) == {"a": None, "b": None, "c": 9}
    assert noughts_hidden({"a": 5, "b": 0}) == {"a": 5, "b": 0}


def test_of_two_steps_the_later_is_hidden_where_few_are_between_them() -> None:
    assert steps_shown((10, 13), 30) == [True, False]
    assert steps_shown((10, 20), 30) == [True, True]
    assert steps_shown((3, 13), 30) == [False, True]
    assert steps_shown((10, 10), 30) == [True, True]


@given(st.lists(st.integers(0, 12), min_size=2, max_size=4))
def test_no_few_follow_from_steps_laid_beside_each_other(groups: list[int]) -> None:
    totals = [sum(groups[: at + 1]) for at in range(len(groups))]
    base = totals.pop()
    printed = [one for one, told in zip(totals, steps_shown(totals, base), strict=True) if told]
    marks = [0, *printed, base] if printed else []
    assert not any(
        is_small(later - earlier) for at, later in enumerate(marks) for earlier in marks[:at]
    )
