"""No hidden cell of a table can be known closer than the threshold; a solver tries."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.domain.hidden_cells import Cell, Sum, told
from mentorapp.domain.small_numbers import LEAST, is_small
from tests.mentorapp.domain.bounds import Reader, Terms

Key = tuple[str, str]
ALL = "*"


def table(counts: dict[Key, int]) -> tuple[dict[Key, Cell], list[Sum[Key]]]:
    """Rows and columns with their sums; the sum of all stands on the first page."""
    rows, columns = (list(dict.fromkeys(key[at] for key in counts)) for at in (0, 1))
    every = dict(counts)
    every |= {(row, ALL): sum(counts[row, one] for one in columns) for row in rows}
    every |= {(ALL, one): sum(counts[row, one] for row in rows) for one in columns}
    cells = {key: Cell(count, small=is_small(count), column="t") for key, count in every.items()}
    cells[ALL, ALL] = Cell(sum(counts.values()), column="page", pinned=True)
    sums = [Sum(((row, ALL),), tuple((row, one) for one in columns)) for row in rows]
    sums += [Sum(((ALL, one),), tuple((row, one) for row in rows)) for one in columns]
    sums += [Sum(((ALL, ALL),), tuple((row, ALL) for row in rows))]
    return cells, sums


def line(**counts: int) -> tuple[dict[Key, Cell], list[Sum[Key]]]:
    cells = {(name, ""): Cell(n, small=is_small(n), column="t") for name, n in counts.items()}
    total = Cell(sum(counts.values()), column="page", pinned=True)
    return {**cells, (ALL, ""): total}, [Sum(((ALL, ""),), tuple(cells))]


def shown(counts: tuple[dict[Key, Cell], list[Sum[Key]]]) -> dict[str, int | None]:
    return {key[0]: count for key, count in told(*counts).shown.items()}


def test_a_single_small_cell_takes_the_smallest_other_with_it() -> None:
    assert shown(line(a=12, b=3, c=7)) == {"a": 12, "b": None, "c": None, ALL: 22}


def test_two_that_are_few_together_take_a_third_with_them_and_nought_last() -> None:
    assert shown(line(a=1, b=2, c=9, d=0)) == {"a": None, "b": None, "c": None, "d": 0, ALL: 12}


def test_what_is_not_small_stays_as_it_is() -> None:
    assert shown(line(a=5, b=0, c=40)) == {"a": 5, "b": 0, "c": 40, ALL: 45}


def test_of_a_total_that_is_few_itself_nothing_is_told() -> None:
    found = told(*line(a=2, b=1, c=0))
    assert found.untold == {"t"}
    assert found.shown == {("a", ""): None, ("b", ""): None, ("c", ""): None, (ALL, ""): 3}


def test_a_group_that_is_everybody_is_not_told_apart() -> None:
    assert told(*line(a=3)).untold == {"t"}
    assert shown(line(a=30)) == {"a": 30, ALL: 30}


def test_of_a_table_four_corners_are_hidden_so_that_neither_rows_nor_columns_tell() -> None:
    counts = {(row, one): 20 for row in "abc" for one in "xyz"}
    found = told(*table({**counts, ("a", "x"): 6, ("b", "x"): 2, ("b", "y"): 8}))
    hidden = {key for key, count in found.shown.items() if count is None}
    assert hidden == {("a", "x"), ("b", "x"), ("a", "y"), ("b", "y")}


def test_what_was_hidden_before_stays_hidden_and_what_was_shown_is_known() -> None:
    cells, sums = line(a=12, b=3, c=7, d=9)
    before = {("a", ""): 12, ("b", ""): None, ("c", ""): 7, ("d", ""): None, (ALL, ""): 31}
    again = told(cells, sums, [before])
    assert again.shown == before  # c is smaller, but it was told


def test_after_a_late_slip_the_old_sums_still_hold_for_what_was_hidden() -> None:
    cells, sums = line(a=12, b=3, c=8, d=9)
    before = {("a", ""): None, ("b", ""): None, ("c", ""): 7, ("d", ""): 9, (ALL, ""): 31}
    again = told(cells, sums, [before])
    assert again.shown == {
        ("a", ""): None,
        ("b", ""): None,
        ("c", ""): 8,
        ("d", ""): 9,
        (ALL, ""): 32,
    }


def narrow(counts: dict[Key, int]) -> list[Key]:
    """The hidden cells that a solver can place within less than the threshold."""
    cells, sums = table(counts)
    found = told(cells, sums)
    if found.untold:
        return []
    equations: list[tuple[Terms, int]] = [
        ({**dict.fromkeys(one.wholes, 1), **dict.fromkeys(one.parts, -1)}, 0) for one in sums
    ]
    known = [({key: 1}, count) for key, count in found.shown.items() if count is not None]
    reader = Reader([*equations, *known])
    return [
        key
        for key, count in found.shown.items()
        if count is None and reader.width({key: 1}) < LEAST
    ]


@st.composite
def tables(draw: st.DrawFn) -> dict[Key, int]:
    rows, columns = draw(st.integers(2, 6)), draw(st.integers(2, 5))
    random = Random(draw(st.integers(0, 10**6)))
    mean = draw(st.sampled_from([2, 6, 15]))
    return {
        (str(row), str(one)): int(random.expovariate(1 / mean))
        for row in range(rows)
        for one in range(columns)
    }


@settings(max_examples=25)
@given(tables())
def test_a_solver_finds_no_hidden_cell_closer_than_the_threshold(counts: dict[Key, int]) -> None:
    assert narrow(counts) == []


@given(tables())
def test_no_small_cell_is_shown_and_nothing_is_shown_wrong(counts: dict[Key, int]) -> None:
    cells, sums = table(counts)
    for key, count in told(cells, sums).shown.items():
        assert count is None or (count == cells[key].count and not cells[key].small)


def test_the_solver_would_find_it_without_secondary_hiding(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {(row, one): 20 for row in "abc" for one in "xyz"} | {("b", "x"): 2}
    assert narrow(counts) == []
    monkeypatch.setattr("mentorapp.domain.hidden_cells._Hiding._widen", lambda _self, _at: None)
    monkeypatch.setattr("mentorapp.domain.hidden_cells._Hiding._is_wide", lambda _self, _at: True)
    assert narrow(counts) == [("b", "x")]
