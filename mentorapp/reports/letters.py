"""Letters of every kind, many in one file.

A sheet has the recipient's address where the windows of the office's envelopes always show it and
nothing else where they ever show anything (``domain/envelopes``): whatever stood there would be
read through the window by everybody who handles the letter.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from reportlab.platypus import (
    Flowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from mentorapp.domain.office import Office
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.certificate_page import EDGES, draw_certificate
from mentorapp.reports.letter_layouts import layout_of
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_page import begin_letter, draw_first_page
from mentorapp.reports.letter_story import story_of
from mentorapp.reports.letter_values import Half, PairingLetter
from mentorapp.reports.page import Ahead, NumberedCanvas, build, frame
from mentorapp.reports.scripts import direction_of_language
from mentorapp.words import Words
from mentorapp.words.labels import label

__all__ = ["Half", "LetterFile", "PairingLetter", "print_letters"]

#: Where text flows on each page that there is, in mm: left, top, right, bottom. For a reader from
#: the right the wider margin is on the left; two languages beside each other take both.
_EDGES = {
    "certificate": EDGES,
    "first": (20, 84, 176, 283),
    "first from the right": (34, 84, 190, 283),
    "first wide": (20, 84, 190, 283),
    "later": (20, 22, 176, 279),
    "later from the right": (34, 22, 190, 279),
    "later wide": (20, 22, 190, 279),
    "later sheet": (20, 15, 190, 284),
    "sheet": (20, 15, 190, 284),
    "slips": (20, 15, 190, 284),
}
#: What comes after each first page of a letter.
_FOLLOWS = {
    "certificate": "later",
    "first": "later",
    "first from the right": "later from the right",
    "first wide": "later wide",
    "sheet": "later sheet",
}


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
    words_for = cache(words_for)
    run, words = _Run(words_for, goes_on), _words_of_head(letters[0], words_for)
    pdf = build(
        _pages(run, letters[0]),
        Ahead(map(run.flowables, letters)).next_part(),
        title=words.text("Letter") if len(letters) == 1 else words.text("Letters"),
        author=letters[0].office.name,
        language=words.language,
        both_sides=letters[0].office.double_sided,
    )
    return LetterFile(pdf, tuple(run.texts))


class _Run:
    """Letters made one after the other, each when the document gets to it: of all the others only
    the finished pages and ``texts`` are in memory.
    """

    def __init__(self, words_for: Callable[[str], Words], goes_on: Callable[[int], bool]) -> None:
        self._words_for, self._goes_on = words_for, goes_on
        self.texts: list[str] = []
        self._heads: deque[Callable[[Any, object], None]] = deque()
        self._done = 0

    def flowables(self, letter: Letter) -> list[Flowable]:
        """All of one letter, its sheets too. Its first page is still to be begun."""
        layout, words_for = layout_of(letter.kind), self._words_for
        story: list[Flowable] = [NextPageTemplate(_first(letter))]
        if self.texts:
            story.append(PageBreak())
        story.append(NextPageTemplate(_FOLLOWS[_first(letter)]))
        if layout.has_text:
            told = story_of(letter, words_for)
            draw_head = draw_certificate if layout.is_certificate else draw_first_page
            self._heads.append(partial(draw_head, letter, told.head))
            self.texts.append(told.text)
            story += told.flowables
            if layout.sheet is not None:
                story += [NextPageTemplate("slips"), PageBreak()]
        else:
            self._heads.append(partial(_begin_sheet, letter, _words_of_head(letter, words_for)))
            self.texts.append(_name_of_sheet(letter, words_for(letter.office.language)))
        return story if layout.sheet is None else [*story, *layout.sheet(letter, words_for)]

    def begin(self, canvas: NumberedCanvas, document: object) -> None:
        """The first page of the next letter."""
        self._heads.popleft()(canvas, document)

    def end(self, _canvas: object, _document: object) -> None:
        """The first page of a letter is done."""
        self._done += 1
        if not self._goes_on(self._done):
            raise Stopped


def _first(letter: Letter) -> str:
    """The first page of a letter by its name in ``_EDGES``."""
    layout = layout_of(letter.kind)
    if not layout.has_text:
        return "sheet"
    if layout.is_certificate:
        return "certificate"
    if letter.beside is not None:
        return "first wide"
    return "first from the right" if direction_of_language(letter.language) == RIGHT else "first"


def _pages(run: _Run, letter: Letter) -> list[PageTemplate]:
    """All that a run can have, with that on which it begins in front."""
    begins = sorted(_FOLLOWS, key=lambda name: name != _first(letter))
    turned = partial(_turn_over, letter.office)
    return [
        *(_page(name, onPage=run.begin, onPageEnd=run.end) for name in begins),
        *map(_page, sorted(set(_FOLLOWS.values()))),
        _page("slips", onPage=turned),
    ]


def _page(name: str, **tells: Any) -> PageTemplate:  # noqa: ANN401 - ReportLab's functions
    return PageTemplate(name, [frame(*_EDGES[name])], **tells)


def _words_of_head(letter: Letter, words_for: Callable[[str], Words]) -> Words:
    """Those of letterhead and footers."""
    return words_for(letter.beside[0] if letter.beside is not None else letter.language)


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
