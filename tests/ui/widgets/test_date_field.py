from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.date_field import DateField, Lean, read_date

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    ["3.11", "3.11.", "03.11", "3/11", "03.11.2026", "3.11.26", "3. 11. 2026", "2026-11-03",
     "031126", "03112026", "0311", " 3.11 "],
)  # fmt: skip
def test_nordic_ways_to_write_a_day_are_read(text: str) -> None:
    assert read_date(text, TODAY) == date(2026, 11, 3)


@pytest.mark.parametrize("text", ["31.2.2026", "2026-13-01", "abc", "3", "3.11.20266", "٣.١١x"])
def test_what_is_no_day_is_said_so(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_date(text, TODAY)


def test_nothing_is_no_day() -> None:
    assert read_date("  ", TODAY) is None


def test_the_year_left_out_follows_what_is_asked() -> None:
    january = date(2027, 1, 5)
    assert read_date("20.12", january, Lean.PAST) == date(2026, 12, 20)
    assert read_date("20.12", january, Lean.FUTURE) == date(2027, 12, 20)
    assert read_date("20.12", january, Lean.NEAREST) == date(2026, 12, 20)
    assert read_date("29.2", date(2028, 6, 1), Lean.PAST) == date(2028, 2, 29)


def test_two_digits_of_a_year_reach_twenty_years_ahead() -> None:
    assert read_date("1.1.46", TODAY) == date(2046, 1, 1)
    assert read_date("1.1.84", TODAY) == date(1984, 1, 1)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_written_out_is_read_back(day: date) -> None:
    assert read_date(f"{day.day}.{day.month}.{day.year:04d}", TODAY) == day
    assert read_date(day.isoformat(), TODAY) == day


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading(text: str) -> None:
    with suppress(ValueError):
        read_date(text, TODAY)


@pytest.fixture
def field(qtbot: QtBot, words: Words) -> DateField:
    made = DateField(words, TODAY)
    made.setAccessibleName("Date")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_short_day_is_written_out_when_the_field_is_left(qtbot: QtBot, field: DateField) -> None:
    field.setFocus()
    qtbot.keyClicks(field, "3.11")
    assert field.value() == date(2026, 11, 3)
    field.clearFocus()
    assert field.text() == "03.11.2026"


def test_nonsense_is_kept_and_explained(qtbot: QtBot, field: DateField) -> None:
    qtbot.keyClicks(field, "tomorrow")
    assert field.value() is None
    assert "3.11.2026" in field.problem()
    assert field.text() == "tomorrow"


def test_arrows_go_from_day_to_day(qtbot: QtBot, field: DateField) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == TODAY
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == date(2026, 11, 22)


def test_a_day_can_be_chosen_in_the_calendar(qtbot: QtBot, field: DateField) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field._calendar
    assert calendar is not None
    assert calendar.isVisible()
    calendar.month.activated.emit(QDate(2026, 11, 30))
    assert field.value() == date(2026, 11, 30)
