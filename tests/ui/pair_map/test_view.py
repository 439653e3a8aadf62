"""Moving, zooming and fitting keep what one looks at where it is, and everything in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.pair_map.view import FARTHEST, NEAREST, Box, View, box_of

PIXELS, KM = st.floats(0, 800), st.floats(-900, 900)
VIEWS = st.builds(
    View,
    width=st.floats(200, 3000),
    height=st.floats(200, 2000),
    middle=st.tuples(KM, KM),
    scale=st.floats(FARTHEST, NEAREST),
)


@given(VIEWS, KM, KM)
def test_a_point_is_found_at_the_pixel_that_shows_it(view: View, x: float, y: float) -> None:
    assert view.to_flat(*view.to_screen((x, y))) == pytest.approx((x, y), abs=1e-6)


@given(VIEWS, st.floats(0.01, 100), PIXELS, PIXELS)
def test_zooming_holds_what_is_under_the_mouse(
    view: View, times: float, x: float, y: float
) -> None:
    held = view.to_flat(x, y)
    zoomed = view.zoomed(times, x, y)
    assert FARTHEST <= zoomed.scale <= NEAREST
    if max(map(abs, zoomed.middle)) < 4000:
        assert zoomed.to_screen(held) == pytest.approx((x, y), abs=1e-3)


@given(VIEWS, PIXELS, PIXELS)
def test_dragging_takes_the_map_along(view: View, x: float, y: float) -> None:
    at = view.to_screen(view.middle)
    moved = view.moved(x, y)
    if max(map(abs, moved.middle)) < 4000:
        assert moved.to_screen(view.middle) == pytest.approx((at[0] + x, at[1] + y), abs=1e-3)


def test_nobody_drags_himself_off_the_globe() -> None:
    view = View(400, 400, scale=FARTHEST)
    for _ in range(1000):
        view = view.moved(5000, -5000)
    assert view.middle == (-4000, 4000)


@given(VIEWS, st.lists(st.tuples(KM, KM), min_size=1, max_size=30))
def test_fitted_shows_every_point_within_the_margin(
    view: View, points: list[tuple[float, float]]
) -> None:
    box = box_of(points)
    assert box is not None
    fitted = view.fitted(box, 20)
    for x, y in map(fitted.to_screen, points):
        assert 19.9 <= x <= view.width - 19.9
        assert 19.9 <= y <= view.height - 19.9


def test_one_place_alone_is_shown_with_the_land_around_it() -> None:
    fitted = View(640, 480).fitted(Box(5, 5, 5, 5), 20)
    assert fitted.middle == pytest.approx((5, 5))
    seen = fitted.box()
    assert seen.south - seen.north > 30


@given(VIEWS, KM, KM)
def test_what_is_chosen_comes_into_sight_and_what_is_in_sight_stays(
    view: View, x: float, y: float
) -> None:
    held = view.holding((x, y), 20)
    seen = held.to_screen((x, y))
    assert 19.9 <= seen[0] <= view.width - 19.9
    assert 19.9 <= seen[1] <= view.height - 19.9
    assert held.holding((x, y), 19.5) == held


def test_boxes_meet_where_they_have_a_point_in_common() -> None:
    assert Box(0, 0, 2, 2).meets(Box(2, 2, 3, 3))
    assert not Box(0, 0, 2, 2).meets(Box(2.1, 0, 3, 2))
    assert box_of([]) is None
