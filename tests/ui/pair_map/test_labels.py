"""No name covers another, the first ones win, and the scale bar has a round length that fits."""

import math
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ui.pair_map.labels import Rect, Room, Wish, bar_km, placed

WIDTH, HEIGHT = 600.0, 400.0
WISHES = st.lists(
    st.builds(
        Wish,
        text=st.just("Bodø"),
        x=st.floats(-50, 650),
        y=st.floats(-50, 450),
        width=st.floats(10, 120),
        height=st.floats(8, 24),
        gap=st.floats(0, 20),
    ),
    max_size=40,
)
RECTS = st.lists(
    st.builds(Rect, st.floats(0, 600), st.floats(0, 400), st.floats(1, 200), st.floats(1, 200)),
    max_size=5,
)


@given(WISHES, RECTS)
def test_names_stand_inside_the_window_and_cover_neither_each_other_nor_what_is_there(
    wishes: list[Wish], taken: list[Rect]
) -> None:
    rects = [rect for _, rect in placed(wishes, Room(taken), WIDTH, HEIGHT, 100)]
    for at, rect in enumerate(rects):
        assert rect.within(WIDTH, HEIGHT)
        assert not any(rect.meets(other) for other in (*taken, *rects[:at]))


@given(WISHES)
def test_the_first_name_that_fits_is_there_and_no_more_than_asked_for(wishes: list[Wish]) -> None:
    numbered = [replace(wish, text=str(at)) for at, wish in enumerate(wishes)]
    found = placed(numbered, Room(), WIDTH, HEIGHT, 3)
    assert len(found) <= 3
    order = [int(wish.text) for wish, _ in found]
    assert order == sorted(order)


def test_a_name_stands_right_of_its_point_and_elsewhere_when_that_is_taken() -> None:
    wish = Wish("Bodø", 100, 100, 40, 10, 5)
    ((_, first),) = placed([wish], Room(), WIDTH, HEIGHT, 1)
    assert first == Rect(105, 95, 40, 10)
    ((_, second),) = placed([wish], Room([first]), WIDTH, HEIGHT, 1)
    assert second == Rect(55, 95, 40, 10)


@given(st.floats(0.05, 24), st.floats(80, 300))
def test_the_scale_bar_is_one_two_or_five_of_a_power_of_ten_and_as_long_as_fits(
    scale: float, most: float
) -> None:
    km = bar_km(scale, most)
    assert km * scale <= most
    assert km * scale >= most / 2.6
    digits = km / 10 ** math.floor(math.log10(km) + 1e-9)
    assert round(digits, 6) in (1, 2, 5)
