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
from mentorapp.reports import certificate_page
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.letter_layouts import layout_of
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_page import begin_letter, draw_first_page
from mentorapp.reports.letter_story import story_of
from mentorapp.reports.letter_values import Half, PairingLetter
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.scripts import direction_of_language
from mentorapp.words import Words
from mentorapp.words.labels import label

__all__ = ["Half", "LetterFile", "PairingLetter", "print_letters"]

_Edges: TypeAlias = tuple[float, float, float, float]

#: The height of a page that its sheets may fill, and where its text flows: edges in mm.
_FIRST, _LATER, _SHEET = (20, 84, 176, 283), (20, 22, 176, 279), (20, 15, 190, 284)
_FIRST_WIDE, _LATER_WIDE = (20, 84, 190, 283), (20, 22, 190, 279)


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
    heads: list[Words] = []
    for index, letter in enumerate(letters):
        words = words_for(letter.language)
        counted = partial(_count, goes_on, index + 1)
        layout = layout_of(letter.kind)
        breaks = [PageBreak()] if index else []
        if layout.has_text:
            told = story_of(letter, words_for)
            bare = layout.is_certificate
            edges, later = _flow(letter.language, is_bare=bare, is_wide=told.is_wide)
            draw_head = certificate_page.draw_certificate if bare else draw_first_page
            begin = partial(draw_head, letter, told.head)
            pages.append(_page(f"first {index}", edges, begin, counted))
            story += [NextPageTemplate(f"first {index}"), *breaks, NextPageTemplate(later)]
            story += told.flowables
            texts.append(told.text)
            heads.append(told.head)
            breaks = [PageBreak()]
        else:
            begin = partial(_begin_sheet, letter, words)
            pages.append(_page(f"sheet {index}", _SHEET, begin, counted))
            texts.append(_name_of_sheet(letter, words))
            heads.append(words)
        if layout.sheet is not None:
            sheet = "slips" if layout.has_text else f"sheet {index}"
            story += [NextPageTemplate(sheet), *breaks, *layout.sheet(letter, words)]
    pages.append(PageTemplate("later", [frame(*_LATER)]))
    pages.append(PageTemplate("later from the right", [frame(*_mirrored(_LATER))]))
    pages.append(PageTemplate("later wide", [frame(*_LATER_WIDE)]))
    turned = partial(_turn_over, letters[0].office)
    pages.append(PageTemplate("slips", [frame(*_SHEET)], onPage=turned))
    words = heads[0]
    pdf = build(
        pages,
        story,
        title=words.text("Letter") if len(letters) == 1 else words.text("Letters"),
        author=letters[0].office.name,
        language=words.language,
        both_sides=letters[0].office.double_sided,
    )
    return LetterFile(pdf, tuple(texts))


def _mirrored(edges: _Edges) -> _Edges:
    """For a reader from the right the wider margin is on the left."""
    left, top, right, bottom = edges
    return 210 - right, top, 210 - left, bottom


def _flow(language: str, *, is_bare: bool, is_wide: bool) -> tuple[_Edges, str]:
    """Where the text stands on the first page, and what the later ones are called."""
    if is_bare:
        return certificate_page.EDGES, "later"
    if is_wide:
        return _FIRST_WIDE, "later wide"
    if direction_of_language(language) == RIGHT:
        return _mirrored(_FIRST), "later from the right"
    return _FIRST, "later"


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
