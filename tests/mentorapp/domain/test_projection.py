"""The flat map tells true distances and directions, and every point of it is one on the globe."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.projection import Projection
from mentorapp.reference.places import Place, distance_km

#: As far as offices lie from each other: from Jutland to Svalbard.
LATITUDES, LONGITUDES = st.floats(54, 80), st.floats(-52, 32)
POINTS = st.tuples(LATITUDES, LONGITUDES)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    return distance_km(Place("", "", "", "", "", *one), Place("", "", "", "", "", *other))


@given(POINTS, POINTS)
def test_the_distance_from_the_middle_is_true(
    middle: tuple[float, float], point: tuple[float, float]
) -> None:
    flat = Projection(*middle).flat(*point)
    assert math.hypot(*flat) == pytest.approx(kilometres(middle, point), abs=1e-3)


@given(POINTS, st.floats(-1000, 1000), st.floats(-1000, 1000))
def test_every_point_of_the_map_is_found_again(
    middle: tuple[float, float], east: float, south: float
) -> None:
    projection = Projection(*middle)
    assert projection.flat(*projection.globe((east, south))) == pytest.approx(
        (east, south), abs=1e-5
    )


@given(
    st.tuples(st.floats(55, 71), st.floats(5, 30)),
    st.tuples(st.floats(0, 1000), st.floats(0, math.tau)),
    st.tuples(st.floats(1, 100), st.floats(0, math.tau)),
)
def test_within_a_thousand_kilometres_the_scale_bar_holds(
    middle: tuple[float, float], far: tuple[float, float], step: tuple[float, float]
) -> None:
    projection = Projection(*middle)
    one = (far[0] * math.cos(far[1]), far[0] * math.sin(far[1]))
    other = (one[0] + step[0] * math.cos(step[1]), one[1] + step[0] * math.sin(step[1]))
    true = kilometres(projection.globe(one), projection.globe(other))
    assert true <= step[0] * 1.000_1
    assert true >= step[0] * 0.994


def test_north_is_up_and_east_is_right() -> None:
    projection = Projection(67.28, 14.4)
    assert projection.flat(67.28, 14.4) == (0.0, 0.0)
    assert projection.flat(68.28, 14.4) == pytest.approx((0.0, -111.19), abs=0.01)
    east, south = projection.flat(67.28, 15.4)
    assert east == pytest.approx(42.9, abs=0.1)
    assert abs(south) < 1
