from typing import Any

import pytest

from mentorapp.domain.envelopes import (
    DANISH,
    NORWEGIAN,
    Area,
    Cover,
    Envelope,
    always_seen,
    ever_seen,
    fold_marks,
)
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.office import check_office
from tests.factories import an_office

C5 = {
    "left": 150,
    "top": 440,
    "width": 1050,
    "height": 350,
    "envelope_width": 2290,
    "envelope_height": 1620,
}


def test_what_a_window_always_shows_shrinks_by_as_much_as_the_sheet_can_slide() -> None:
    c5 = NORWEGIAN[0]
    assert list(c5.room) == [19, 13.5]
    assert always_seen([c5]) == Area(15, 44, 101, 65.5)
    assert ever_seen([c5]) == Area(-4, 30.5, 120, 79)


def test_an_address_for_all_norwegian_envelopes_stands_where_each_of_them_shows_it() -> None:
    assert always_seen(NORWEGIAN) == Area(15, 44, 96, 65)
    assert always_seen(DANISH) == Area(15, 44, 86, 65.5)


def test_equal_thirds_would_leave_the_sheet_too_much_room() -> None:
    thirds = [Cover(one.name, one.width, one.height, one.window, (99, 198)) for one in NORWEGIAN]
    assert always_seen(thirds[1:]).height == 19
    assert always_seen([NORWEGIAN[0], *thirds[1:]]).height == 15


def test_each_fold_is_marked_once() -> None:
    assert fold_marks(NORWEGIAN) == (105, 148.5, 210)


@pytest.mark.parametrize(
    ("height", "folds"), [(3240, ()), (1620, (148.5,)), (1100, (105, 210)), (1020, (99, 198))]
)
def test_a_sheet_is_folded_as_little_as_an_envelope_of_ones_own_allows(
    height: int, folds: tuple[float, ...]
) -> None:
    office = an_office(envelope=Envelope.OWN, own_window={**C5, "envelope_height": height})
    assert fold_marks(office.covers) == folds


def test_a_window_measured_on_a_usual_envelope_passes() -> None:
    check_office(an_office(envelope=Envelope.OWN, own_window=C5))
    check_office(an_office(envelope=Envelope.NORWEGIAN, own_window={"left": -5}))


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"left": 0}, Problem.MEASURES_MISSING),
        ({"width": -1}, Problem.MEASURES_MISSING),
        ({"envelope_width": 9999}, Problem.MEASURES_MISSING),
        ({"envelope_width": 2000}, Problem.SHEET_DOES_NOT_FIT),
        ({"envelope_height": 980}, Problem.SHEET_DOES_NOT_FIT),
        ({"width": 2200}, Problem.OUTSIDE_ENVELOPE),
        ({"top": 1400}, Problem.OUTSIDE_ENVELOPE),
        ({"top": 300}, Problem.SHOWS_MORE),
        ({"height": 420}, Problem.SHOWS_MORE),
        ({"left": 1100}, Problem.SHOWS_MORE),
        ({"width": 700}, Problem.WINDOW_TOO_SMALL),
        ({"height": 250}, Problem.WINDOW_TOO_SMALL),
    ],
)
def test_a_window_that_hides_the_address_or_shows_more_is_refused(
    changes: dict[str, int], problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_office(an_office(envelope=Envelope.OWN, own_window=C5 | changes))
    assert (refused.value.field, refused.value.problem) == ("own_window", problem)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"letter_footer": "one\ntwo\nthree"}, Problem.TOO_MANY_LINES),
        ({"letter_footer": "a" * 201}, Problem.TOO_LONG),
        ({"least_shown": 2}, Problem.OUT_OF_RANGE),
        ({"least_shown": 21}, Problem.OUT_OF_RANGE),
        ({"letters_off": frozenset({"closing", "love_letter"})}, Problem.UNKNOWN_VALUE),
    ],
)
def test_what_cannot_stand_on_papers_is_refused(changes: dict[str, Any], problem: Problem) -> None:
    with pytest.raises(InvalidField) as refused:
        check_office(an_office(**changes))
    assert (refused.value.field, refused.value.problem) == (next(iter(changes)), problem)
