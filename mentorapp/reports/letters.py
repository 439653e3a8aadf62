"""Pairing letters to mentors and newcomers, many in one file.

A sheet has the recipient's address where the windows of Norwegian C5 and C6/5 envelopes show it
(x 20 to 100 mm, y 45 to 65 mm) and nothing else within x 0 to 120 and y 30 to 80 mm: whatever
stood there would be read through the window by everybody who handles the letter.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.platypus import (
    Flowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from mentorapp.domain.letters import LetterKind
from mentorapp.reports import style, templates
from mentorapp.reports.letter_body import body, signature
from mentorapp.reports.letter_page import draw_first_page
from mentorapp.reports.letter_values import Half, PairingLetter, address_lines, values
from mentorapp.reports.page import build, frame
from mentorapp.reports.slips import SLIPS_ON_A_PAGE, Slip
from mentorapp.reports.templates import Block
from mentorapp.reports.text import paragraph
from mentorapp.words import Words

__all__ = ["Half", "LetterFile", "PairingLetter", "pairing_letters"]


@dataclass(frozen=True, slots=True)
class LetterFile:
    """One PDF with all letters in the order given, and the text of each as printed."""

    pdf: bytes
    texts: tuple[str, ...]


class Stopped(Exception):
    """Nobody wants the letters any more."""


def pairing_letters(
    letters: Sequence[PairingLetter],
    words_for: Callable[[str], Words],
    goes_on: Callable[[int], bool] = lambda _done: True,
) -> LetterFile:
    """Each letter begins on a sheet of its own with page 1. At least one letter is needed.

    ``goes_on`` is told how many letters are laid out; when it says no, Stopped is raised.
    """
    if not letters:
        raise ValueError("no letters to print")
    pages: list[PageTemplate] = []
    story: list[Flowable] = []
    texts: list[str] = []
    for index, letter in enumerate(letters):
        words = words_for(letter.language)
        blocks = templates.filled(
            letter.language, letter.scheme.letter_set, letter.kind.value, values(letter, words)
        )
        first = f"first {index}"
        pages.append(
            PageTemplate(
                first,
                [frame(20, 84, 176, 283)],
                onPage=partial(draw_first_page, letter, words),
                onPageEnd=partial(_count, goes_on, index + 1),
            )
        )
        story += [NextPageTemplate(first), *([PageBreak()] if index else [])]
        story += [NextPageTemplate("later"), *_body(letter, blocks, words)]
        if letter.kind is LetterKind.PAIRING_MENTOR:
            story += [NextPageTemplate("slips"), PageBreak(), *_slips(letter, words)]
        texts.append(_plain(letter, blocks, words))
    pages.append(PageTemplate("later", [frame(20, 22, 176, 279)]))
    pages.append(PageTemplate("slips", [frame(20, 15, 190, 284)]))
    words = words_for(letters[0].language)
    pdf = build(
        pages,
        story,
        title=words.text("Pairing letter") if len(letters) == 1 else words.text("Pairing letters"),
        author=letters[0].office.name,
        language=letters[0].language,
    )
    return LetterFile(pdf, tuple(texts))


def _count(goes_on: Callable[[int], bool], done: int, _canvas: object, _document: object) -> None:
    if not goes_on(done):
        raise Stopped


def _body(letter: PairingLetter, blocks: Sequence[Block], words: Words) -> list[Flowable]:
    large = letter.kind is not LetterKind.PAIRING_MENTOR
    return body(blocks, signature(letter.office, letter.signed_by, words), large=large)


def _slips(letter: PairingLetter, words: Words) -> list[Flowable]:
    _ = words.text
    story: list[Flowable] = [
        paragraph(_("Return slips"), style.SUBJECT),
        paragraph(
            _(
                "Fill in one slip after each meeting, cut it off and hand or send it to the "
                "office. Write no names: the number tells us which pair it is."
            ),
            style.BODY,
        ),
    ]
    place = not letter.is_protected
    return story + [
        Slip(letter.pairing.number, words, asks_place=place) for _i in range(SLIPS_ON_A_PAGE)
    ]


def _plain(letter: PairingLetter, blocks: Sequence[Block], words: Words) -> str:
    """The letter for the record, as it was printed, without the letterhead and the slips."""
    address = address_lines(letter) or (words.text("Handed over in person"),)
    lines = [*address, "", words.date_long(letter.written_on), ""]
    lines += [block.plain for block in blocks]
    lines += ["", *signature(letter.office, letter.signed_by, words)]
    return "\n".join(lines)
