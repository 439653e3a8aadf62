"""Address labels: every text within its own label, whatever it is and wherever one begins."""

from collections.abc import Callable
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from mentorapp.domain.envelopes import Area
from mentorapp.domain.errors import InvalidField
from mentorapp.domain.label_sheets import LABEL_SHEETS, LabelSheet
from mentorapp.reports.labels import LabelAddress, address_labels
from mentorapp.words import Words

SHORT = LabelAddress("Åse Bø", "Vei 1", ("8200 FAUSKE",))
LONG = LabelAddress(
    "Bartholomeus-Alexander Maria Bjørnstjerne-Ångström van der Vlugt-Østergård",
    "c/o Ågot Qvåle\nGjøgjerdet gård ved Kirkegårdsåsen\nPostboks 17",
    ("8056 SALTSTRAUMEN", "SE"),
)
BoxesOf = Callable[[bytes, int], list[Any]]


def labels_with(boxes: list[Any], sheet: LabelSheet, margin: float) -> dict[int, str]:
    """What each label says; 0 is what lies on no label, or too near its edge."""
    said: dict[int, str] = {}
    places = {number: sheet.place(number) for number in range(1, sheet.labels + 1)}
    for box in boxes:
        number = next((n for n, place in places.items() if _within(box, place, margin)), 0)
        said[number] = said.get(number, "") + box.text
    return said


def _within(box: Any, place: Area, margin: float) -> bool:
    across: bool = place.left + margin <= box.left and box.right <= place.right - margin
    down: bool = place.top + margin <= box.top and box.bottom <= place.bottom - margin
    return across and down


@pytest.mark.parametrize("sheet", LABEL_SHEETS.values(), ids=str)
def test_short_and_long_addresses_stay_within_their_labels_with_a_margin(
    sheet: LabelSheet, boxes_of: BoxesOf
) -> None:
    both = [SHORT, LONG] * (sheet.labels // 2)
    pdf = address_labels(both, sheet, 1, Words("nb"), "Fjordvik")
    said = labels_with(boxes_of(pdf, 0), sheet, 1.5)
    assert set(said) == set(range(1, len(both) + 1))
    assert said[1] == "ÅseBøVei18200FAUSKE"
    assert said[2].startswith("Bartholomeus-Alexander")
    assert said[2].endswith("8056SALTSTRAUMENSE")


@pytest.mark.parametrize("sheet", LABEL_SHEETS.values(), ids=str)
def test_the_labels_of_a_sheet_lie_beside_each_other_on_it(sheet: LabelSheet) -> None:
    first, last = sheet.place(1), sheet.place(sheet.labels)
    assert min(first.left, first.top) >= 4
    assert (210 - last.right, 297 - last.bottom) == pytest.approx((first.left, first.top))
    assert sheet.place(2).left - first.right == pytest.approx(2.5)
    assert sheet.place(1 + sheet.across).top == pytest.approx(first.bottom)


def test_the_places_of_the_usual_sheet_are_those_on_its_packet() -> None:
    first = LABEL_SHEETS["L7160"].place(1)
    assert (first.left, first.top) == pytest.approx((7.25, 15.15))


def test_labels_begin_where_the_first_is_left_and_go_on_at_the_top_of_the_next_sheet(
    boxes_of: BoxesOf,
) -> None:
    sheet = LABEL_SHEETS["L7160"]
    people = [LabelAddress(f"Nummer {n}", "Vei 1", ("8200 FAUSKE",)) for n in range(1, 301)]
    pdf = address_labels(people, sheet, 20, Words("nb"), "Fjordvik")
    assert len(PdfDocument(pdf)) == 16
    first, second, last = (labels_with(boxes_of(pdf, page), sheet, 1.5) for page in (0, 1, 15))
    assert {number: text[:7] for number, text in first.items()} == {20: "Nummer1", 21: "Nummer2"}
    assert second[1].startswith("Nummer3")
    assert len(second) == 21
    assert set(last) == {1, 2, 3, 4}
    assert pdf == address_labels(people, sheet, 20, Words("nb"), "Fjordvik")


def test_one_label_stands_alone_on_its_sheet(boxes_of: BoxesOf) -> None:
    sheet = LABEL_SHEETS["L7163"]
    pdf = address_labels([SHORT], sheet, 14, Words("nb"), "Fjordvik")
    assert len(PdfDocument(pdf)) == 1
    assert labels_with(boxes_of(pdf, 0), sheet, 1.5) == {14: "ÅseBøVei18200FAUSKE"}


@pytest.mark.parametrize("start", [0, 22])
def test_a_label_that_the_sheet_does_not_have_is_refused(start: int) -> None:
    with pytest.raises(InvalidField):
        address_labels([SHORT], LABEL_SHEETS["L7160"], start, Words("nb"), "Fjordvik")
