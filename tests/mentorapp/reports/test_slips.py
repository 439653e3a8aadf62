"""Return slips: numbers for a hand and for a scanner, names nowhere."""

from collections.abc import Callable
from re import findall

import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from mentorapp.domain.letters import LetterKind
from mentorapp.reports import slips
from mentorapp.reports.letters import PairingLetter, print_letters
from mentorapp.reports.qr import draw_qr
from mentorapp.words import Words


@pytest.fixture
def coded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the codes say, as they are drawn."""
    said: list[str] = []

    def noting(canvas: Canvas, left: float, bottom: float, size: float, text: str) -> None:
        said.append(text)
        draw_qr(canvas, left, bottom, size, text)

    monkeypatch.setattr(slips, "draw_qr", noting)
    return said


def test_every_slip_of_a_sheet_carries_the_number_to_read_and_to_scan_and_no_name(
    make_letter: Callable[..., PairingLetter],
    pages_of: Callable[[bytes], list[str]],
    coded: list[str],
) -> None:
    letter = make_letter(LetterKind.SLIPS)
    (sheet,) = pages_of(print_letters([letter], Words).pdf)
    number = letter.pairing.number
    assert coded == [str(number)] * slips.SLIPS_ON_A_PAGE
    assert sheet.count(str(number)) >= slips.SLIPS_ON_A_PAGE
    for half in (letter.mentor, letter.newcomer):
        for name in (half.person.given_name, half.person.family_name):
            assert name not in sheet


def test_a_code_stands_clear_of_lines_and_within_the_slip(
    make_letter: Callable[..., PairingLetter],
) -> None:
    page = pdfium.PdfDocument(print_letters([make_letter(LetterKind.SLIPS)], Words).pdf)[0]
    boxes = [
        tuple(edge / 72 * 25.4 for edge in one.get_bounds())
        for one in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH])
    ]
    dark = [box for box in boxes if box[0] > 172 and box[2] < 190.1 and box[3] - box[1] < 1]
    assert len(dark) > 3 * 50
    for left, bottom, right, top in boxes:
        line = right - left > 50
        for _l, low, _r, high in dark if line else ():
            assert top < low - 1.5 or bottom > high + 1.5


def test_a_sheet_that_is_longer_than_a_page_goes_on_on_the_next_and_the_letter_after_it_begins_anew(
    make_letter: Callable[..., PairingLetter],
    pages_of: Callable[[bytes], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(slips, "SLIPS_ON_A_PAGE", slips.SLIPS_ON_A_PAGE + 1)
    said = pages_of(print_letters([make_letter(LetterKind.SLIPS)] * 2, Words).pdf)
    numbers = [(at, of) for page in said for at, of in findall(r"(\d) (?:av|of) (\d)", page)]
    assert numbers == [("1", "2"), ("2", "2")] * 2
