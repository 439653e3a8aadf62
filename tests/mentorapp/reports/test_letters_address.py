"""Where somebody lives stands in the window of the envelope; of the protected it stands nowhere."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import pypdfium2 as pdfium
import pytest

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.letters import DUE_FOR_PAIRING, LetterKind
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.proposals import Reason, ReasonKind
from mentorapp.domain.protection import Protection
from mentorapp.reports.addresses import ADDRESS_LINES
from mentorapp.reports.letters import Half, PairingLetter, print_letters
from mentorapp.words import LANGUAGES, Words

EVERY = list(product(DUE_FOR_PAIRING, LANGUAGES))
PROTECTED = (Protection.CONFIDENTIAL, Protection.STRICT)


def with_halves(
    letter: PairingLetter, recipient: Half | None = None, other: Half | None = None
) -> PairingLetter:
    recipient, other = recipient or letter.recipient, other or letter.other
    if letter.kind is LetterKind.PAIRING_MENTOR:
        return replace(letter, mentor=recipient, newcomer=other)
    return replace(letter, mentor=other, newcomer=recipient)


def details_of(half: Half) -> ContactDetails:
    assert half.details is not None
    return half.details


def window(boxes: Iterable[Any]) -> Iterator[Any]:
    """What stands where an envelope's window can show it."""
    for box in boxes:
        if box.left < 120 and box.bottom > 30 and box.top < 80:
            yield box


@pytest.mark.parametrize(("kind", "language"), EVERY)
@pytest.mark.parametrize(
    "address",
    ["Fiskeveien 3 B", "Åfjordgata 1\nc/o Ågot", "A\nB\nC\nD\nE\nF", "Lang vei " * 30, "Ålgård g"],
)
def test_the_address_stands_in_the_window_and_nothing_else_does(
    kind: LetterKind,
    language: str,
    address: str,
    make_letter: Callable[..., PairingLetter],
    boxes_of: Callable[[bytes, int], list[Any]],
) -> None:
    letter = make_letter(kind, language)
    half = replace(letter.recipient, details=replace(details_of(letter.recipient), address=address))
    letter = with_halves(letter, recipient=half)
    pdf = print_letters([letter], Words).pdf
    seen = list(window(boxes_of(pdf, 0)))
    rounding = 0.01
    assert all(20 - rounding <= box.left and box.right <= 95 + rounding for box in seen)
    assert all(box.top >= 44 and box.bottom <= 65 for box in seen)
    lines = letter.address
    assert 3 <= len(lines) <= ADDRESS_LINES
    shown = "".join(box.text for box in seen)
    assert shown.startswith("".join(half.person.name.split()))
    assert shown.endswith("".join(lines[-1].split()))


def test_no_line_is_drawn_through_the_window(make_letter: Callable[..., PairingLetter]) -> None:
    page = pdfium.PdfDocument(print_letters([make_letter()], Words).pdf)[0]
    paths = list(page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_PATH]))
    assert paths
    for thing in paths:
        left, bottom, _right, top = (edge / 72 * 25.4 for edge in thing.get_bounds())
        assert left > 120 or 297 - bottom < 30 or 297 - top > 80


@pytest.mark.parametrize(("kind", "language"), EVERY)
@pytest.mark.parametrize("level", PROTECTED)
@pytest.mark.parametrize("through_household", [True, False])
@pytest.mark.parametrize("letter_set", ["standard", "short"])
def test_a_protected_recipient_leaves_no_trace_of_a_place(
    kind: LetterKind,
    language: str,
    level: Protection,
    letter_set: str,
    through_household: bool,
    make_letter: Callable[..., PairingLetter],
    pages_of: Callable[[bytes], list[str]],
    boxes_of: Callable[[bytes, int], list[Any]],
) -> None:
    letter = make_letter(kind, language)
    letter = replace(letter, scheme=replace(letter.scheme, letter_set=letter_set))
    half = letter.recipient
    half = (
        replace(half, protection=level)
        if through_household
        else replace(half, person=replace(half.person, protection=level))
    )
    letter = with_halves(letter, recipient=half)
    file = print_letters([letter], Words)
    said = " ".join([*pages_of(file.pdf), *file.texts]).replace("\u00a0", " ")
    assert Words(language).text("Handed over in person") in said
    assert not list(window(boxes_of(file.pdf, 0)))
    no_trace(said, half)


@pytest.mark.parametrize(("kind", "language"), EVERY)
@pytest.mark.parametrize("level", PROTECTED)
@pytest.mark.parametrize("letter_set", ["standard", "short"])
def test_a_protected_other_half_leaves_no_trace_of_a_place(
    kind: LetterKind,
    language: str,
    level: Protection,
    letter_set: str,
    make_letter: Callable[..., PairingLetter],
    pages_of: Callable[[bytes], list[str]],
) -> None:
    letter = make_letter(kind, language)
    letter = replace(letter, scheme=replace(letter.scheme, letter_set=letter_set))
    half = replace(letter.other, protection=level)
    letter = with_halves(letter, other=half)
    file = print_letters([letter], Words)
    said = " ".join([*pages_of(file.pdf), *file.texts]).replace("\u00a0", " ")
    no_trace(said, half)


def no_trace(said: str, half: Half) -> None:
    details = details_of(half)
    phone = details.phone.removeprefix("+47")
    for trace in (
        details.address,
        details.postal_code,
        details.email,
        half.postal_place,
        half.municipality,
        "Lysthuset",
        "47 km",
    ):
        assert trace not in said
    assert phone not in said.replace(" ", "")


def test_a_protected_family_is_not_described(
    make_letter: Callable[..., PairingLetter],
    newcomer: Half,
    pairing: Pairing,
    pages_of: Callable[[bytes], list[str]],
) -> None:
    pairing = replace(pairing, reasons=(Reason(ReasonKind.BOTH_WITH_CHILDREN),))
    told = Words("en").text("You both have children.")
    hidden = replace(newcomer, protection=Protection.CONFIDENTIAL)
    open_, closed = (
        " ".join(pages_of(print_letters([make_letter(language="en", **more)], Words).pdf))
        for more in ({"pairing": pairing}, {"pairing": pairing, "newcomer": hidden})
    )
    assert told in open_
    assert told not in closed


def test_a_return_slip_of_a_protected_pair_asks_for_no_place(
    make_letter: Callable[..., PairingLetter],
    newcomer: Half,
    pages_of: Callable[[bytes], list[str]],
) -> None:
    hidden = replace(newcomer, protection=Protection.CONFIDENTIAL)
    slips = [
        pages_of(print_letters([make_letter(language="en", newcomer=half)], Words).pdf)[-1]
        for half in (newcomer, hidden)
    ]
    assert slips[0].count("Where") == 3
    assert "Where" not in slips[1]
