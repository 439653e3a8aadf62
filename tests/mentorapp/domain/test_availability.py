from datetime import date

import pytest

from mentorapp.domain.availability import ALL_SLOTS, Slot, Weekday


def test_a_week_has_21_slots_that_are_read_as_they_are_written() -> None:
    assert len(ALL_SLOTS) == 21
    for slot in ALL_SLOTS:
        assert Slot.parse(str(slot)) == slot
    assert "tuesday-evening" in map(str, ALL_SLOTS)


def test_weekdays_are_those_of_the_calendar() -> None:
    assert Weekday(date(2026, 11, 23).weekday()) is Weekday.MONDAY


def test_slots_are_in_the_order_of_the_week() -> None:
    ordered = [str(slot) for slot in sorted(ALL_SLOTS)]

    assert ordered[:4] == [
        "monday-morning",
        "monday-afternoon",
        "monday-evening",
        "tuesday-morning",
    ]


@pytest.mark.parametrize("text", ["", "tuesday", "tuesday-night", "tirsdag-kveld"])
def test_what_is_no_slot_is_a_bug(text: str) -> None:
    with pytest.raises(KeyError):
        Slot.parse(text)
