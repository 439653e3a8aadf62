import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.meetings import MeetingForm
from mentorapp.words import LANGUAGES, Words
from ui.meetings.reading import form_letters, read_day, read_form, read_minutes

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3.11", date(2026, 11, 3)),
        ("3.11.", date(2026, 11, 3)),
        ("3/11", date(2026, 11, 3)),
        ("3 11", date(2026, 11, 3)),
        ("0311", date(2026, 11, 3)),
        ("3.11.26", date(2026, 11, 3)),
        ("031126", date(2026, 11, 3)),
        ("3.11.2025", date(2025, 11, 3)),
        ("2026-11-03", date(2026, 11, 3)),
        ("23.11", TODAY),
        ("24.11", date(2025, 11, 24)),
        ("24.12", date(2025, 12, 24)),
        ("3", date(2026, 11, 3)),
        ("31", date(2026, 10, 31)),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY) == meant


def test_a_day_with_its_year_may_lie_in_the_future_and_is_left_to_the_rules() -> None:
    assert read_day("1.2.2062", TODAY) == date(2062, 2, 1)


@pytest.mark.parametrize("typed", ["31.2", "32", "0.0", "yesterday", "3.13", "30.2.26", "1.1.1.1"])
def test_no_day_is_made_up(typed: str) -> None:
    with pytest.raises(InvalidField) as refused:
        read_day(typed, TODAY)
    assert refused.value.problem is Problem.NOT_A_DATE


def test_an_empty_day_is_missing() -> None:
    with pytest.raises(InvalidField) as refused:
        read_day("  ", TODAY)
    assert refused.value.problem is Problem.MISSING


@given(st.dates(date(2025, 3, 1), date(2027, 12, 31)))
def test_a_day_without_year_is_never_after_today(day: date) -> None:
    assert read_day(f"{day.day}.{day.month}", TODAY) <= TODAY


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    with contextlib.suppress(InvalidField):
        assert isinstance(read_day(text, TODAY), date)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("60", 60), (" 45 ", 45), ("1:30", 90), ("1t30", 90), ("2t", 120), ("1,5", 90), ("1.5h", 90)],
)
def test_a_duration_is_read_as_people_write_it(typed: str, minutes: int) -> None:
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "an hour", "-5", "1:2:3", "٦٠"])
def test_no_duration_is_made_up(typed: str) -> None:
    with pytest.raises(InvalidField):
        read_minutes(typed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_has_a_letter_of_its_own_and_a_digit(language: str) -> None:
    words = Words(language)
    assert set(form_letters(words).values()) == set(MeetingForm)
    for at, (letter, form) in enumerate(form_letters(words).items(), 1):
        assert read_form(letter.upper(), words) is form
        assert read_form(str(at), words) is form


def test_an_empty_form_is_a_meeting_in_person() -> None:
    assert read_form("", Words("en")) is MeetingForm.IN_PERSON


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(InvalidField):
        read_form("q", Words("en"))
