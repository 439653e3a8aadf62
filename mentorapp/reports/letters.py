"""Letters of every kind, many in one file.

A sheet has the recipient's address where the windows of the office's envelopes always show it and
nothing else where they ever show anything (``domain/envelopes``): whatever stood there would be
read through the window by everybody who handles the letter.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from mentorapp.domain.office import Office
from mentorapp.reports import certificate_page, templates
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.certificate_page import certificate, draw_certificate
from mentorapp.reports.letter_body import body, regards, signature
from mentorapp.reports.letter_forms import Ending, Signer, signers, signing
from mentorapp.reports.letter_kinds import values
from mentorapp.reports.letter_layouts import ending_of, is_large, layout_of, reader_of
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_page import begin_letter, draw_first_page
from mentorapp.reports.letter_values import Half, PairingLetter
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.scripts import direction_of_language
from mentorapp.reports.templates import Block
from mentorapp.words import Words
from mentorapp.words.labels import label

__all__ = ["Half", "LetterFile", "PairingLetter", "print_letters"]

_Edges: TypeAlias = tuple[float, float, float, float]

#: The height of a page that its sheets may fill, and where its text flows: edges in mm.
_FIRST, _LATER, _SHEET = (20, 84, 176, 283), (20, 22, 176, 279), (20, 15, 190, 284)


@dataclass(frozen=True, slots=True)
class LetterFile:
    """One PDF with all letters in the order given, and the text of each as printed."""

    pdf: bytes
    texts: tuple[str, ...]


class Stopped(Exception):
    """Nobody wants the letters any more."""


def print_letters(
    letters: Sequence[Letter],
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
        counted = partial(_count, goes_on, index + 1)
        layout = layout_of(letter.kind)
        breaks = [PageBreak()] if index else []
        if layout.has_text:
            told = values(letter, words)
            blocks = templates.fill(letter.text, told)
            bare = layout.is_certificate
            begin = partial(draw_certificate if bare else draw_first_page, letter, words)
            edges: _Edges = certificate_page.EDGES if bare else _FIRST
            later = "later"
            if not bare and direction_of_language(letter.language) == RIGHT:
                edges, later = _mirrored(_FIRST), "later from the right"
            pages.append(_page(f"first {index}", edges, begin, counted))
            story += [NextPageTemplate(f"first {index}"), *breaks, NextPageTemplate(later)]
            ending = _ending(letter, str(told.get("title", "")), words)
            story += (
                certificate(blocks, ending, letter.language)
                if bare
                else body(blocks, ending, large=is_large(letter), language=letter.language)
            )
            texts.append(_plain(letter, blocks, words))
            breaks = [PageBreak()]
        else:
            begin = partial(_begin_sheet, letter, words)
            pages.append(_page(f"sheet {index}", _SHEET, begin, counted))
            texts.append(_name_of_sheet(letter, words))
        if layout.sheet is not None:
            sheet = "slips" if layout.has_text else f"sheet {index}"
            story += [NextPageTemplate(sheet), *breaks, *layout.sheet(letter, words)]
    pages.append(PageTemplate("later", [frame(*_LATER)]))
    pages.append(PageTemplate("later from the right", [frame(*_mirrored(_LATER))]))
    turned = partial(_turn_over, letters[0].office)
    pages.append(PageTemplate("slips", [frame(*_SHEET)], onPage=turned))
    words = words_for(letters[0].language)
    pdf = build(
        pages,
        story,
        title=words.text("Letter") if len(letters) == 1 else words.text("Letters"),
        author=letters[0].office.name,
        language=letters[0].language,
    )
    return LetterFile(pdf, tuple(texts))


def _mirrored(edges: _Edges) -> _Edges:
    """For a reader from the right the wider margin is on the left."""
    left, top, right, bottom = edges
    return 210 - right, top, 210 - left, bottom


def _page(
    name: str,
    edges: _Edges,
    begin: Callable[[Any, object], None],
    counted: Callable[[Canvas, object], None],
) -> PageTemplate:
    return PageTemplate(name, [frame(*edges)], onPage=begin, onPageEnd=counted)


def _count(goes_on: Callable[[int], bool], done: int, _canvas: object, _document: object) -> None:
    if not goes_on(done):
        raise Stopped


def _ending(letter: Letter, title: str, words: Words) -> list[Flowable]:
    ending = ending_of(letter)
    if ending is Ending.REGARDS:
        signed = signature(letter.office, letter.signed_by, words)
        picture = letter.pictures.signature_of(letter.signed_by)
        return regards(signed, large=is_large(letter), picture=picture, language=letter.language)
    reader = Signer("") if ending is Ending.OFFICE else reader_of(letter, title)
    office = Signer(words.text("for %(office)s") % {"office": letter.office.name}, letter.signed_by)
    return signing(signers(ending, reader, office, words), words, letter.language)


def _begin_sheet(letter: Letter, words: Words, canvas: NumberedCanvas, _document: object) -> None:
    """A sheet has page numbers of its own and no letterhead."""
    begin_letter(canvas, letter.office, letter.number, words)


def _turn_over(office: Office, canvas: NumberedCanvas, _document: object) -> None:
    """A sheet to cut or hand in does not stand on the back of the letter."""
    if office.double_sided:
        canvas.begin_on_front()


def _name_of_sheet(letter: Letter, words: Words) -> str:
    """For the record: a sheet to fill in says the same to everybody."""
    return f"{label(words, letter.kind)} {letter.number}"


def _plain(letter: Letter, blocks: Sequence[Block], words: Words) -> str:
    """The letter for the record, as it was printed, without the letterhead and the slips."""
    address = letter.address or (words.text("Handed over in person"),)
    lines = [*address, "", words.date_long(letter.written_on), ""]
    lines += [block.plain for block in blocks]
    ending = ending_of(letter)
    if ending is Ending.REGARDS:
        lines += ["", *signature(letter.office, letter.signed_by, words)]
    return "\n".join(lines)
