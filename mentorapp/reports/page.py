"""The sheet: a PDF with its language, title and fonts set, and "page x of y" under each page.

Pages are numbered within groups (a letter, a report), so that two hundred letters in one file
each begin with page 1. The number of pages is known only at the end of a group: till then its
finished pages are kept; then they are written, with their footers and what the tree tells of them.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import ActionFlowable

from mentorapp.reports import archive, fonts, style, text
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.scripts import direction_of_language
from mentorapp.reports.tagging import BEGIN_PAGE, END_PAGE, Tags, language_code
from mentorapp.reports.written import Written
from mentorapp.words import Words

WIDTH, HEIGHT = A4
_FOOTER_SIZE, _FOOTER_PITCH = 8, 9.6


class NumberedCanvas(Canvas):
    """A tagged canvas that writes the footers of a group when it ends.

    ``words``, ``footer`` (on the left, two lines at most) and ``beside`` (with the page's number)
    belong to the group that ``begin_group`` opened.
    """

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - ReportLab calls it
        options["pdfVersion"] = archive.VERSION
        self._both_sides: bool | None = options.pop("both_sides", None)
        super().__init__(*args, **options)
        document = self._doc  # type: ignore[attr-defined]
        document.info = archive.Info()
        self._language: str = options.get("lang") or "en"
        self.tags = Tags()
        self._file = Written(document, self._filename, self.tags.document)  # type: ignore[attr-defined]
        self._finished: list[dict[str, Any]] = []
        self.group = 0
        self.words = Words("en")
        self.footer = self.beside = ""
        self.blank = False

    def begin_group(
        self,
        words: Words,
        footer: str,
        beside: str = "",
        *,
        on_front: bool = False,
        language: str = "",
    ) -> None:
        """Number pages from 1 again; called when the first page of the group begins.

        ``beside`` stands with the number of the page. ``on_front``: see ``begin_on_front``.
        ``language`` is that of the text, where it is not that of ``words``.
        """
        if on_front:
            self.begin_on_front()
        self._write_finished()
        self.group += 1
        self.words, self.footer, self.beside = words, footer, beside
        code = language_code(language or words.language)
        self.tags.begin_group("" if code == self._language else code)
        self.tags.language = code

    def begin_on_front(self) -> None:
        """For printing on both sides: what begins now stands on the front of a sheet.

        Where the back of the sheet before is still free, it stays so: a page with nothing on it.
        Called before anything is drawn.
        """
        if self.tags.pages % 2:
            self.tags.end_page()
            self._finished.append(dict(self.__dict__) | {"blank": True})
            self._startPage()  # type: ignore[attr-defined]

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Keep the page instead of writing it."""
        self.tags.end_page()
        self._finished.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        """Write the pages that are left, and what the file says of itself."""
        self._write_finished()
        document = self._doc  # type: ignore[attr-defined]
        archive.describe(document, self._language, self._both_sides)
        self._file.end()

    def _write_finished(self) -> None:
        """The pages of the group, each with its footer."""
        now, pages = dict(self.__dict__), list(self._finished)
        self._finished.clear()
        many, number = sum(not page["blank"] for page in pages), 0
        for page in pages:
            self.__dict__.update(page)
            if not self.blank:
                number += 1
                self._write_footer(number, many)
            self._write_page()
        self.__dict__.update(now)
        self._file.tree(self.tags.waiting, self.tags.marks)
        self.tags.waiting.clear()
        self.tags.marks.clear()

    def _write_page(self) -> None:
        code: list[str] = self._code  # type: ignore[attr-defined]
        code.insert(0, BEGIN_PAGE)
        code.append(END_PAGE)
        super().showPage()
        self._file.page(self._doc.Pages.pages[-1])  # type: ignore[attr-defined]

    def _write_footer(self, number: int, of: int) -> None:
        _ = self.words.text
        width: float = self._pagesize[0]  # type: ignore[attr-defined]
        self.setFillColor(style.MUTED)
        page = _("Page %(page)d of %(pages)d") % {"page": number, "pages": of}
        language = self.words.language
        from_right = direction_of_language(language) == RIGHT
        far = " · ".join(filter(None, (self.beside, page)))
        wide = text.wide(far, fonts.REGULAR, _FOOTER_SIZE) + 0.1
        at = 20 * mm if from_right else width - 20 * mm - wide
        text.draw(self, at, 10 * mm, far, fonts.REGULAR, _FOOTER_SIZE, wide, language=language)
        room = width - 44 * mm - wide
        left = width - 20 * mm - room if from_right else 20 * mm
        lines = self.footer.split("\n")
        for line, near in enumerate(lines):
            bottom = 10 * mm + _FOOTER_PITCH * (len(lines) / 2 - 0.5 - line)
            text.draw(
                self, left, bottom, near, fonts.REGULAR, _FOOTER_SIZE, room, language=language
            )


class Ahead(ActionFlowable):
    """The rest of a story, whose parts are made one by one when the document gets to them."""

    def __init__(self, parts: Iterable[Sequence[Flowable]]) -> None:
        super().__init__()
        self._parts = iter(parts)

    def next_part(self) -> Sequence[Flowable]:
        """A part and what comes after it; nothing at the end."""
        part = next(self._parts, None)
        return () if part is None else (*part, self)


class _Document(BaseDocTemplate):
    def filterFlowables(self, flowables: list[Any]) -> None:  # noqa: N802 - ReportLab's name
        """Asked before the first of these is set; None is nothing to set."""
        first = flowables[0]
        if isinstance(first, Ahead):
            flowables[:1] = first.next_part() or (None,)


class _Frame(Frame):
    def __deepcopy__(self, _memo: object) -> "_Frame":
        """ReportLab tries in a copy what fits: nothing in a frame has parts that it changes."""
        made = _Frame.__new__(_Frame)
        made.__dict__.update(self.__dict__)
        return made


def build(
    templates: Sequence[PageTemplate],
    story: Sequence[Flowable],
    *,
    title: str,
    author: str,
    language: str,
    size: tuple[float, float] = A4,
    both_sides: bool | None = None,
) -> bytes:
    """The PDF. Equal input gives equal bytes: no date of making and no random number in it.

    ``both_sides`` is how it is to be printed, where that matters. Title and author are seen by
    whoever gets the file: never a person's name in the first, at most the office's in the second.
    """
    fonts.register()
    out = BytesIO()
    document = _Document(
        out,
        pagesize=size,
        title=text.printable(title),
        author=text.printable(author),
        subject="",
        creator="Mentorapp",
        lang=language_code(language),
        invariant=1,
        initialFontName=fonts.REGULAR,
        pageCompression=1,
    )
    document.addPageTemplates(list(templates))
    document.build(list(story), canvasmaker=partial(NumberedCanvas, both_sides=both_sides))
    return out.getvalue()


def frame(
    left: float, top: float, right: float, bottom: float, size: tuple[float, float] = A4
) -> Frame:
    """A frame from edges in millimetres from the top left corner of the sheet, no padding."""
    return _Frame(
        left * mm,
        size[1] - bottom * mm,
        (right - left) * mm,
        (bottom - top) * mm,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


def from_top(millimetres: float, height: float = HEIGHT) -> float:
    """ReportLab's y in points for a distance from the top of the sheet."""
    return height - millimetres * mm


def fold_marks(canvas: Canvas, folds: Iterable[float]) -> None:
    """Where to fold, at the edge of the sheet; a longer mark in the middle."""
    canvas.saveState()
    canvas.setStrokeColor(style.LINE)
    canvas.setLineWidth(0.4)
    for millimetres in folds:
        length = 6 if from_top(millimetres) == HEIGHT / 2 else 4
        canvas.line(4 * mm, from_top(millimetres), (4 + length) * mm, from_top(millimetres))
    canvas.restoreState()
