"""Letters put into envelopes: the sheet is slid about, and what the window shows is read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

import pypdfium2 as pdfium
import pytest

from mentorapp.domain.envelopes import DANISH, NORWEGIAN, Cover, Envelope
from mentorapp.domain.office import check_office
from mentorapp.domain.office_pictures import Pictures
from mentorapp.reports import letter_page, letters
from mentorapp.reports.letter_values import Half, PairingLetter
from mentorapp.reports.letters import print_letters
from mentorapp.reports.page import frame
from mentorapp.words import Words
from tests.pictures import a_png

LONG_NAME = {
    "given_name": "Bartholomeus-Alexander Maria Wilhelmina",
    "family_name": "Bjørnstjerne-Ångström van der Vlugt-Østergård",
}
CASES: dict[str, tuple[dict[str, str], str]] = {
    "usual": ({}, "Fiskeveien 3 B"),
    "long name": (LONG_NAME, "Fiskeveien 3 B"),
    "five lines": ({}, "c/o Ågot Qvåle\nGjøgjerdet gård\nPostboks 17"),
    "long name and street": (LONG_NAME, "c/o Ågot Qvåle\nGjøgjerdet gård\nPostboks 17"),
    "six lines": ({}, "A\nBjørg\nC\nDåg\nE\nFjøs"),
    "endless street": ({}, "Gjennomfartsvegen ved Kirkegårdsåsen " * 9),
    "no address": ({}, ""),
    "other letters": ({"given_name": "ወልደ", "family_name": "ገብረእግዚኣብሄር"}, "شارع فلسطين 12"),
}
#: Read back in an order of their own, or longer than there is room in a small window.
MAY_BE_CUT = ("other letters", "endless street", "long name", "long name and street")
OWN = {
    "left": 220,
    "top": 480,
    "width": 900,
    "height": 300,
    "envelope_width": 2290,
    "envelope_height": 1620,
}


class Thing:
    """Something printed: its text, empty for a line or a picture, and its place in millimetres."""

    def __init__(self, text: str, left: float, top: float, right: float, bottom: float) -> None:
        self.text = text
        self.left, self.top, self.right, self.bottom = left, top, right, bottom


def printed(pdf: bytes, boxes_of: Callable[[bytes, int], list[Any]]) -> list[Thing]:
    """Every character, line and picture of the first page."""
    things = [Thing(box.text, *box[1:]) for box in boxes_of(pdf, 0)]
    page = pdfium.PdfDocument(pdf)[0]
    kinds = [pdfium.raw.FPDF_PAGEOBJ_PATH, pdfium.raw.FPDF_PAGEOBJ_FORM]
    for found in page.get_objects(filter=kinds, max_depth=1):
        left, bottom, right, top = (edge / 72 * 25.4 for edge in found.get_bounds())
        things.append(Thing("", left, 297 - top, right, 297 - bottom))
    return things


def steps(room: float) -> Iterator[float]:
    """Every half millimetre from one end to the other, both included."""
    yield from (half / 2 for half in range(int(room * 2) + 1))
    yield room


def shown(things: list[Thing], cover: Cover, folded: float = 0) -> set[str]:
    """What the window shows, in all places the sheet can slide to: once and whole, if all is well.

    "¦" is something that is half hidden, "■" a line or a picture.
    """
    window, room_right = cover.window, cover.width - 210
    room_down = cover.height - (folded or cover.folded_height)
    near = [one for one in things if one.left < window.right and one.top < window.bottom]
    found = set()
    for right, down in product(steps(room_right), steps(room_down)):
        seen = ""
        for thing in near:
            left, top = thing.left + right, thing.top + down
            end, foot = thing.right + right, thing.bottom + down
            if end < window.left or left > window.right or foot < window.top or top > window.bottom:
                continue
            whole = window.left <= left and end <= window.right
            whole = whole and window.top <= top and foot <= window.bottom
            seen += (thing.text or "■") if whole else "¦"
        found.add(seen)
    return found


def with_office(letter: PairingLetter, **changes: Any) -> PairingLetter:
    office = replace(letter.office, **changes)
    check_office(office)
    return replace(letter, office=office)


def case(letter: PairingLetter, named: Callable[..., Half], which: str) -> PairingLetter:
    names, address = CASES[which]
    half = letter.mentor
    assert half.details is not None
    half = replace(half, details=replace(half.details, address=address))
    return replace(letter, mentor=named(half, **names) if names else half)


def as_read(letter: PairingLetter) -> str:
    return "".join("".join(letter.address).split())


@pytest.fixture
def busy(make_letter: Callable[..., PairingLetter]) -> PairingLetter:
    """A letter with all that can stand in its head."""
    letter = with_office(
        make_letter(pictures=Pictures(logo=a_png(600, 180))),
        letterhead="Fjordvik kommune\n" * 9,
        letter_footer="Postboks 1\nTelefon 12 34 56 78",
        name="Fjordvik frivilligsentral og mottak for nye innbyggere i Ytre Salten",
    )
    return replace(letter, coordinator="Ingrid Solbakken " * 4)


@pytest.mark.parametrize("which", CASES)
@pytest.mark.parametrize(
    ("envelope", "own", "covers"),
    [(Envelope.NORWEGIAN, {}, NORWEGIAN), (Envelope.DANISH, {}, DANISH), (Envelope.OWN, OWN, ())],
)
def test_wherever_the_sheet_slides_the_window_shows_the_address_and_nothing_else(
    which: str,
    envelope: Envelope,
    own: Mapping[str, int],
    covers: tuple[Cover, ...],
    busy: PairingLetter,
    named: Callable[..., Half],
    boxes_of: Callable[[bytes, int], list[Any]],
) -> None:
    letter = with_office(case(busy, named, which), envelope=envelope, own_window=own)
    things = printed(print_letters([letter], Words).pdf, boxes_of)
    for cover in covers or letter.office.covers:
        seen = shown(things, cover)
        (said,) = seen
        assert said == as_read(letter) or which in MAY_BE_CUT
        assert not {"¦", "■"} & set(said)
        assert said.endswith("8201FAUSKE") or which == "no address"


def test_an_address_of_three_lines_is_seen_even_when_the_sheet_is_folded_in_equal_thirds(
    busy: PairingLetter, boxes_of: Callable[[bytes, int], list[Any]]
) -> None:
    things = printed(print_letters([busy], Words).pdf, boxes_of)
    for cover in NORWEGIAN[1:]:
        assert shown(things, cover, folded=99) == {as_read(busy)}


@pytest.mark.parametrize(
    ("module", "name", "value"),
    [
        (letter_page, "_COLUMN", 105),
        (letter_page, "folds", lambda _covers: (60,)),
        (letter_page, "in_window", lambda area: area.moved(0, 3)),
        (letter_page, "in_window", lambda area: area.moved(-6, 0)),
        (letters, "frame", lambda left, _top, right, bottom: frame(left, 74, right, bottom)),
    ],
)
def test_whatever_is_moved_into_or_out_of_the_window_is_noticed(
    module: object,
    name: str,
    value: object,
    busy: PairingLetter,
    named: Callable[..., Half],
    boxes_of: Callable[[bytes, int], list[Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    letter = case(busy, named, "five lines")
    monkeypatch.setattr(module, name, value)
    things = printed(print_letters([letter], Words).pdf, boxes_of)
    assert any(shown(things, cover) != {as_read(letter)} for cover in NORWEGIAN)
