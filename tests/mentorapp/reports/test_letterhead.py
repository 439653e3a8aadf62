"""What the office puts on its letters: logo, signature, footer, and the fronts of sheets."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from mentorapp.domain.letters import LetterKind
from mentorapp.domain.office import Office
from mentorapp.domain.office_pictures import Pictures
from mentorapp.reports.letters import PairingLetter, print_letters
from mentorapp.reports.sides import both_sides
from mentorapp.words import Words
from tests.pictures import a_png

MakeLetter = Callable[..., PairingLetter]


def pictures_on(pdf: bytes, number: int) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom in millimetres."""
    page = pdfium.PdfDocument(pdf)[number]
    found = []
    for one in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_FORM], max_depth=1):
        left, bottom, right, top = (edge / 72 * 25.4 for edge in one.get_bounds())
        found.append((left, 297 - top, right, 297 - bottom))
    return found


@pytest.mark.parametrize(
    ("width", "height", "size"), [(1200, 180, (60, 9)), (300, 300, (18, 18)), (40, 400, (1.8, 18))]
)
def test_a_logo_keeps_its_proportions_within_60_by_18_mm_at_the_right(
    width: int, height: int, size: tuple[float, float], make_letter: MakeLetter
) -> None:
    letter = make_letter(pictures=Pictures(logo=a_png(width, height)))
    ((left, top, right, bottom),) = pictures_on(print_letters([letter], Words).pdf, 0)
    assert (right - left, bottom - top) == pytest.approx(size, abs=0.05)
    assert (right, top) == pytest.approx((190, 4.3), abs=0.05)


def test_what_is_transparent_in_a_logo_stays_so(make_letter: MakeLetter) -> None:
    letter = make_letter(pictures=Pictures(logo=a_png(600, 180, alpha=True)))
    page = pdfium.PdfDocument(print_letters([letter], Words).pdf)[0]
    seen = page.render(scale=1).to_pil().convert("RGB")
    at = [seen.getpixel((int(x / 25.4 * 72), int(13 / 25.4 * 72))) for x in (140, 180)]
    assert at == [(29, 95, 168), (255, 255, 255)]


def test_many_letters_carry_one_logo_in_the_file(make_letter: MakeLetter) -> None:
    letter = make_letter(pictures=Pictures(logo=a_png(600, 180)))
    one = print_letters([letter] * 5, Words).pdf
    assert one.count(b"/Subtype /Image") == 1
    assert one == print_letters([letter] * 5, Words).pdf


def test_a_signature_stands_on_the_letters_of_the_coordinator_whose_it_is(
    make_letter: MakeLetter,
) -> None:
    pictures = Pictures(signatures={"Ingrid Solbakken": a_png(400, 100)})
    own, other = (
        make_letter(LetterKind.PAIRING_NEWCOMER, pictures=pictures, coordinator=name)
        for name in ("Ingrid Solbakken", "Odd Lie")
    )
    pdf = print_letters([own], Words).pdf
    pages = range(len(pdfium.PdfDocument(pdf)))
    ((left, top, right, bottom),) = [box for page in pages for box in pictures_on(pdf, page)]
    assert left == pytest.approx(20, abs=0.1)
    assert (right - left) / (bottom - top) == pytest.approx(4, abs=0.05)
    assert pictures_on(print_letters([other], Words).pdf, 0) == []


def test_the_footer_of_the_office_stands_beside_the_number_of_the_page(
    make_letter: MakeLetter, boxes_of: Callable[[bytes, int], list[Any]]
) -> None:
    letter = make_letter(language="en")
    footer = "Town hall, Storgata 12\nVisit us on Tuesdays, " + "and on other days " * 9
    letter = replace(letter, office=replace(letter.office, letter_footer=footer))
    low = [one for one in boxes_of(print_letters([letter], Words).pdf, 0) if one.top > 283]
    said = "".join(one.text for one in low)
    assert "Townhall,Storgata12" in said
    assert "VisitusonTuesdays" in said
    assert "Reference30017·Page1of" in said
    assert all(one.bottom < 297 - 4.2 for one in low)
    beside = min(one.left for one in low if one.text == "·")
    assert all(one.right < 190.1 for one in low)
    assert beside > 150


@pytest.mark.parametrize("kind", [LetterKind.PAIRING_MENTOR, LetterKind.SLIP_REMINDER])
@pytest.mark.parametrize("double_sided", [True, False])
def test_on_both_sides_each_letter_and_each_sheet_of_slips_begins_on_a_front_page(
    kind: LetterKind,
    double_sided: bool,
    make_letter: MakeLetter,
    pages_of: Callable[[bytes], list[str]],
) -> None:
    letter = make_letter(kind, "en")
    letter = replace(letter, office=replace(letter.office, double_sided=double_sided))
    pdf = print_letters([letter] * 2, Words).pdf
    said = pages_of(pdf)
    blank = [number for number, text in enumerate(said) if not text]
    begin = [number for number, text in enumerate(said) if "Page 1 of" in text]
    slips = [number for number, text in enumerate(said) if "Return slips" in text]
    assert (len(begin), len(slips)) == (2, 2)
    assert (any(number % 2 for number in begin + slips), bool(blank)) == (
        not double_sided,
        double_sided,
    )
    assert both_sides(pdf) is double_sided
    asked: Any = PdfReader(BytesIO(pdf)).root_object["/ViewerPreferences"].get_object()
    assert asked == {
        "/DisplayDocTitle": True,
        "/PrintScaling": "/None",
        "/Duplex": "/DuplexFlipLongEdge" if double_sided else "/Simplex",
    }
    for number in blank:
        assert list(pdfium.PdfDocument(pdf)[number].get_objects()) == []


def test_a_long_place_never_cuts_the_date_off(
    make_letter: MakeLetter, pages_of: Callable[[bytes], list[str]]
) -> None:
    letter = make_letter()
    long = "Nordre Fjordvik og Søndre Fjordvik interkommunale samarbeid"
    made = replace(letter, office=replace(letter.office, municipality=long))
    page = " ".join(pages_of(print_letters([made], Words).pdf)[0].split())
    assert Words("nb").date_long(letter.written_on) in page


def test_phone_and_email_in_the_letterhead_are_called_as_in_the_letter(
    make_letter: MakeLetter, office: Office
) -> None:
    typed = "Telefongata 1\nTelefon 40 00 01 00\nE-post: post@fjordvik.example.no"
    office = replace(office, language="nb", letterhead=typed)

    def head(language: str) -> str:
        pdf = print_letters([make_letter(language=language, office=office)], Words).pdf
        return PdfReader(BytesIO(pdf)).pages[0].extract_text()

    english, danish = head("en"), head("da")
    assert "Phone 40 00 01 00" in english
    assert "E-mail: post@" in english
    assert "Telefongata 1" in english
    assert "Telefon 40 00 01 00" in danish
    assert "E-mail: post@" in danish
    office = replace(office, letterhead=typed.replace("Telefon 4", "Tlf. 4"))
    assert "Tlf. 40 00 01 00" in head("nb")
    assert "Phone 40 00 01 00" in head("en")
