import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.domain.availability import ALL_SLOTS, Slot
from mentorapp.exchange.cells import Context, Partly
from mentorapp.exchange.free_times import availability

PARTS = ("morning", "afternoon", "evening")
WORKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
WEEKEND = ("saturday", "sunday")


def slots(*texts: str) -> frozenset[Slot]:
    return frozenset(Slot.parse(text) for text in texts)


def every(days: tuple[str, ...], parts: tuple[str, ...] = PARTS) -> frozenset[Slot]:
    return slots(*(f"{day}-{part}" for day in days for part in parts))


EVENING = ("evening",)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("tirsdag kveld, onsdag", every(("tuesday",), EVENING) | every(("wednesday",))),
        ("tirsdag og torsdag kveld", every(("tuesday", "thursday"), EVENING)),
        ("tir/tor kveld", every(("tuesday", "thursday"), EVENING)),
        ("onsdagskveld", every(("wednesday",), EVENING)),
        ("hverdager etter 16", every(WORKDAYS, EVENING)),
        ("Weekdays after 5 pm", every(WORKDAYS, EVENING)),
        ("hverdager, kvelder", every(WORKDAYS, EVENING)),
        ("man-fre 8-15", every(WORKDAYS, ("morning", "afternoon"))),
        ("helg", every(WEEKEND)),
        ("kvelder og helger", every(WORKDAYS + WEEKEND, EVENING) | every(WEEKEND)),
        ("tysdag føremiddag", every(("tuesday",))),
        ("laurdagar", every(("saturday",))),
        ("mandag formiddag, lørdag", every(("monday",), ("morning",)) | every(("saturday",))),
        ("alle dager", ALL_SLOTS),
        ("når som helst", ALL_SLOTS),
        ("alle dager unntatt helg", every(WORKDAYS)),
        ("ikke mandag", ALL_SLOTS - every(("monday",))),
        ("før kl. 12", every(WORKDAYS + WEEKEND, ("morning",))),
    ],
)
def test_free_times_are_read(cell: str, expected: frozenset[Slot], context: Context) -> None:
    found = availability(cell, context)
    assert (found.value if isinstance(found, Partly) else found) == expected


def test_a_restriction_that_is_not_understood_is_left_over(context: Context) -> None:
    assert availability("annenhver tirsdag", context) == Partly(every(("tuesday",)), ("annenhver",))
    assert availability("vet ikke", context) == Partly(None, ("vet ikke",))


@settings(deadline=None)
@given(st.sets(st.sampled_from(sorted(ALL_SLOTS)), min_size=1))
def test_a_list_of_days_and_parts_comes_back(chosen: set[Slot]) -> None:
    from datetime import date

    text = ", ".join(str(slot).replace("-", " ") for slot in sorted(chosen))
    assert availability(text, Context(today=date(2026, 11, 23))) == frozenset(chosen)
