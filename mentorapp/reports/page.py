"""The sheet: a PDF with its language, title and fonts set, and "page x of y" under each page.

Pages are numbered within groups (a letter, a report), so that two hundred letters in one file
each begin with page 1. The number of pages is known only at the end: finished pages are kept and
their footers written when the file is closed.
"""

from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from mentorapp.reports import fonts, style, text
from mentorapp.words import Words

WIDTH, HEIGHT = A4
_LANGUAGES = {"nb": "nb-NO", "nn": "nn-NO", "da": "da-DK", "en": "en-GB"}


class NumberedCanvas(Canvas):
    """A canvas that writes its footers last.

    ``words`` and ``footer`` (the left part) belong to the group that ``begin_group`` opened.
    """

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - ReportLab calls it
        super().__init__(*args, **options)
        self._finished: list[dict[str, Any]] = []
        self.group = 0
        self.words = Words("en")
        self.footer = ""

    def begin_group(self, words: Words, footer: str) -> None:
        """Number pages from 1 again; called when the first page of the group begins."""
        self.group += 1
        self.words, self.footer = words, footer

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Keep the page instead of writing it."""
        self._finished.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        """Write all pages with their footers."""
        pages = list(self._finished)
        sizes = Counter(page["group"] for page in pages)
        seen: Counter[int] = Counter()
        for page in pages:
            self.__dict__.update(page)
            seen[self.group] += 1
            self._write_footer(seen[self.group], sizes[self.group])
            super().showPage()
        super().save()

    def _write_footer(self, number: int, of: int) -> None:
        _ = self.words.text
        width: float = self._pagesize[0]  # type: ignore[attr-defined]
        self.setFillColor(style.MUTED)
        text.draw(self, 20 * mm, 10 * mm, self.footer, fonts.REGULAR, 8, width - 80 * mm)
        self.setFont(fonts.REGULAR, 8)
        page = _("Page %(page)d of %(pages)d") % {"page": number, "pages": of}
        self.drawRightString(width - 20 * mm, 10 * mm, page)


def build(
    templates: Sequence[PageTemplate],
    story: Sequence[Flowable],
    *,
    title: str,
    author: str,
    language: str,
    size: tuple[float, float] = A4,
) -> bytes:
    """The PDF. Equal input gives equal bytes: no date of making and no random number in it.

    Title and author are seen by whoever gets the file: never a person's name in the first, at
    most the office's in the second.
    """
    fonts.register()
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=size,
        title=text.printable(title),
        author=text.printable(author),
        subject="",
        creator="Mentorapp",
        lang=_LANGUAGES.get(language, language),
        invariant=1,
        initialFontName=fonts.REGULAR,
        pageCompression=1,
    )
    document.addPageTemplates(list(templates))
    document.build(list(story), canvasmaker=NumberedCanvas)
    return out.getvalue()


def frame(
    left: float, top: float, right: float, bottom: float, size: tuple[float, float] = A4
) -> Frame:
    """A frame from edges in millimetres from the top left corner of the sheet, no padding."""
    return Frame(
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


def fold_marks(canvas: Canvas) -> None:
    """Where to fold for C6/5 (99 and 198 mm) and C5 (148.5 mm), at the edge of the sheet."""
    canvas.saveState()
    canvas.setStrokeColor(style.LINE)
    canvas.setLineWidth(0.4)
    for millimetres, length in ((99, 4), (148.5, 6), (198, 4)):
        canvas.line(4 * mm, from_top(millimetres), (4 + length) * mm, from_top(millimetres))
    canvas.restoreState()
