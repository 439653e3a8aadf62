"""Marks on the sheet that say which part of the tree a drawing belongs to.

Whatever is drawn outside a mark is decoration (rules, backgrounds, footers): a page begins as such,
and each mark interrupts it. Inside a mark, or while a table repeats its head, further marks say
nothing: all of it belongs to the outer one.

Flowables reach the tags through their canvas; on a canvas without them nothing is marked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas

from mentorapp.reports.structure import Element, told

_LANGUAGES = {"nb": "nb-NO", "nn": "nn-NO", "da": "da-DK", "en": "en-GB"}

#: How far down a heading of this style stands: the number of an H counts only those above it.
#: Any other style is a paragraph; a style without a name here is what its parent is.
_RANKS = {
    "title": 1,
    "certificate title": 1,
    "subject": 2,
    "heading": 3,
    "heading large": 3,
    "small heading": 4,
    "large": 0,
}

BEGIN_PAGE, END_PAGE = "/Artifact BMC", "EMC"


def language_code(language: str) -> str:
    """As PDF wants it (BCP 47)."""
    return _LANGUAGES.get(language, language)


class Passage:
    """What a paragraph became in the tree, shared by the parts it is split into.

    ``language`` is "" where it is not told.
    """

    __slots__ = ("body", "language")

    def __init__(self, language: str = "") -> None:
        self.language = language
        self.body: Element | None = None


class Tags:
    """The tree of one file while it is drawn. ``cell`` waits for the one text that fills it,
    ``language`` is the code of that of the group, ``pages`` is how many have ended.

    ``waiting`` are the elements that are not written yet, ``marks`` for each page that is not
    those of its marked contents, in the order of their numbers.
    """

    def __init__(self) -> None:
        self.document = self.current = Element("Document", None)
        self.waiting: list[Element] = []
        self.marks: list[list[Element]] = []
        self.pages = 0
        self.cell: Element | None = None
        self.language = ""
        self._ranks: list[int] = []
        self._depth = 0
        self._marks: list[Element] = []

    @property
    def hears(self) -> bool:
        """Whether a mark would say anything just now."""
        return not self._depth

    def begin_group(self, language: str) -> None:
        """A letter, a report: its headings begin anew."""
        self._ranks = []
        more = f"/Lang {told(language_code(language))}" if language else ""
        self.current = self.element("Sect", more, self.document)

    def end_page(self) -> None:
        """What is marked from here on stands on the next page."""
        self.pages += 1
        self.marks.append(self._marks)
        self._marks = []

    def element(self, tag: str, more: str = "", parent: Element | None = None) -> Element:
        """A new part of where we are, or of ``parent``."""
        made = Element(tag, parent or self.current, more)
        self.waiting.append(made)
        return made

    def open(self, canvas: Canvas, element: Element) -> None:
        """What is drawn from here on belongs to ``element``."""
        if not self._depth:
            number = len(self._marks)
            self._marks.append(element)
            element.kids.append((self.pages, number))
            canvas.addLiteral(f"EMC /{element.tag} <</MCID {number}>> BDC")
        self._depth += 1

    def close(self, canvas: Canvas) -> None:
        """The end of what ``open`` began."""
        self._depth -= 1
        if not self._depth:
            canvas.addLiteral("EMC /Artifact BMC")

    def silence(self) -> None:
        """What is drawn until ``speak`` is decoration."""
        self._depth += 1

    def speak(self) -> None:
        """The end of ``silence``."""
        self._depth -= 1

    def heading(self, rank: int) -> str:
        """The tag of a heading: one below the nearest above it that stands higher."""
        while self._ranks and self._ranks[-1] >= rank:
            self._ranks.pop()
        self._ranks.append(rank)
        return f"H{len(self._ranks)}"


def tags_of(canvas: Any) -> Tags | None:  # noqa: ANN401 - any canvas
    """None on a canvas that keeps none, and where marks say nothing."""
    tags: Tags | None = getattr(canvas, "tags", None)
    return tags if tags is not None and tags.hears else None


def begin_text(canvas: Canvas, style: ParagraphStyle, passage: Passage) -> Tags | None:
    """Before the lines of a paragraph; what it returns goes to ``end``."""
    tags = tags_of(canvas)
    if tags is None:
        return None
    if passage.body is None or passage.body.number:  # one that is written cannot grow
        passage.body = _body(tags, style, _spoken(tags, passage.language))
    tags.open(canvas, passage.body)
    return tags


def begin_label(canvas: Canvas, passage: Passage) -> Tags | None:
    """Before the bullet of an item; the item's own text comes next. Neighbours make one list."""
    tags = tags_of(canvas)
    if tags is None:
        return None
    last = tags.current.kids[-1] if tags.current.kids else None
    if not isinstance(last, Element) or last.tag != "L":
        last = tags.element("L", "/A<</O/List/ListNumbering/Disc>>")
    item = tags.element("LI", parent=last)
    label = tags.element("Lbl", parent=item)
    passage.body = tags.element("LBody", _spoken(tags, passage.language), item)
    tags.open(canvas, label)
    return tags


def end(canvas: Canvas, tags: Tags | None) -> None:
    """After what ``begin_text`` or ``begin_label`` began."""
    if tags is not None:
        tags.close(canvas)


@contextmanager
def content(canvas: Canvas, tag: str = "P", alt: str = "", language: str = "") -> Iterator[None]:
    """All that is drawn inside is one element; ``alt`` says in words what a picture shows,
    ``language`` is that of a text where it may not be the group's.
    """
    tags = tags_of(canvas)
    if tags is None:
        yield
        return
    more = f"/Alt {told(alt)}" if alt else ""
    tags.open(canvas, tags.element(tag, more + _spoken(tags, language)))
    yield
    tags.close(canvas)


def _spoken(tags: Tags, language: str) -> str:
    """Nothing where the group is in that language anyway."""
    code = language_code(language)
    return f"/Lang {told(code)}" if language and code != tags.language else ""


def _body(tags: Tags, style: ParagraphStyle, more: str) -> Element:
    if tags.cell is not None:
        cell, tags.cell = tags.cell, None
        cell.more += more
        return cell
    inside = tags.current.tag in ("TD", "TH")
    rank = 0 if inside else _rank(style)
    return tags.element(tags.heading(rank) if rank else "P", more)


def _rank(style: Any) -> int:  # noqa: ANN401 - a style, or its parent
    while style is not None:
        if style.name in _RANKS:
            return _RANKS[style.name]
        style = style.parent
    return 0
