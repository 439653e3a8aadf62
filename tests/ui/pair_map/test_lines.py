"""Pairs between the same two places are one line, whichever half lives where."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.operations.pair_map import Bound, Dweller, Shown
from ui.pair_map.lines import Chosen, beside, lines_of, nearest

SOMEBODY = Dweller(uuid4(), 1, "Sahra Guled", 0)


def bound(mentor_at: int, newcomer_at: int, kind: Shown = Shown.PAIRS) -> Bound:
    return Bound(uuid4(), kind, 1, SOMEBODY, SOMEBODY, mentor_at, newcomer_at, 5)


def test_pairs_in_either_direction_share_a_line_and_proposals_have_their_own() -> None:
    lines = lines_of([bound(0, 1), bound(1, 0), bound(0, 1, Shown.PROPOSALS), bound(2, 2)])
    assert [(line.one, line.other, line.kind, len(line.bounds)) for line in lines] == [
        (0, 1, Shown.PROPOSALS, 1),
        (2, 2, Shown.PAIRS, 1),
        (0, 1, Shown.PAIRS, 2),
    ]
    assert [line.within for line in lines] == [False, True, False]


@given(st.lists(st.builds(bound, st.integers(0, 4), st.integers(0, 4)), max_size=40))
def test_no_pair_is_lost_or_told_twice(bounds: list[Bound]) -> None:
    told = [one.id for line in lines_of(bounds) for one in line.bounds]
    assert sorted(told) == sorted(one.id for one in bounds)


def test_the_distance_to_a_line_ends_at_its_ends() -> None:
    assert beside((5, 3), (0, 0), (10, 0)) == pytest.approx(3)
    assert beside((-3, 4), (0, 0), (10, 0)) == pytest.approx(5)
    assert beside((3, 4), (0, 0), (0, 0)) == pytest.approx(5)


def test_the_nearest_line_is_taken_and_none_that_is_far() -> None:
    lines = [((0.0, 0.0), (10.0, 0.0)), ((0.0, 5.0), (10.0, 5.0))]
    assert nearest((5, 4), lines, 7) == 1
    assert nearest((5, 40), lines, 7) is None
    assert nearest((5, 4), [], 7) is None


def test_what_is_chosen_lets_the_other_lines_step_back() -> None:
    near, far = lines_of([bound(0, 1)])[0], lines_of([bound(2, 3)])[0]
    assert not Chosen().fades(near)
    assert not Chosen(spot=1).fades(near)
    assert Chosen(spot=1).fades(far)
    assert Chosen(line=far).fades(near)
    assert not Chosen(line=far).fades(far)
