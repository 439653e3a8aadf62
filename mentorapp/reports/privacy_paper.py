"""A paper the law asks for: sections of sentences and of two columns, what and how it is.

The answer to a person, the record of processing and the privacy notice look alike.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, PageTemplate, Spacer

from mentorapp.domain.office import Office
from mentorapp.reports import style
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import LongDataTable
from mentorapp.reports.text import in_parts, paragraph, printable, shortened
from mentorapp.words import Words

_WIDTH = 170  # mm
_FIRST = 52
#: The first column where what stands in it is to have a line each.
_FIRST_TO, _GAP = 85, 3
_LONGEST = 2_000
#: Characters: a row that is higher than what is left of a page would leave the rest of it empty.
_IN_A_ROW = 900
SECTION_HEADING = ParagraphStyle("section heading", parent=style.HEADING, keepWithNext=0)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with sentences below it, and rows of what and how; ``heads`` are over them.

    ``one_line``: each "what" is to stand on a line, as far as there is room.
    """

    heading: str
    sentences: tuple[str, ...] = ()
    heads: tuple[str, str] = ("", "")
    rows: tuple[tuple[str, str], ...] = ()
    one_line: bool = False


@dataclass(frozen=True, slots=True)
class PrivacyPaper:
    """``subtitle`` may name a person: it stands on the page and not in the file's metadata."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]


def privacy_paper(values: PrivacyPaper, office: Office, words: Words) -> bytes:
    """A4."""
    story: list[Flowable] = [
        paragraph(values.title, style.TITLE),
        paragraph(shortened(values.subtitle, 160), style.SUBTITLE),
    ]
    for section in values.sections:
        story += _section(section, words)

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, office.name)

    return build(
        [PageTemplate("page", [frame(20, 18, 20 + _WIDTH, 279)], onPage=begin)],
        story,
        title=values.title,
        author=printable(office.name),
        language=words.language,
    )


def _section(section: Section, words: Words) -> Sequence[Flowable]:
    # A heading that is kept with a long table would take it all to the next page.
    story: list[Flowable] = [
        CondPageBreak(40 * mm),
        paragraph(section.heading, SECTION_HEADING if section.rows else style.HEADING),
    ]
    story += [paragraph(shortened(one, _LONGEST), style.BODY) for one in section.sentences]
    if section.rows:
        story += [_table(section, words), Spacer(1, 2 * mm)]
    return story


def _first_column(section: Section) -> float:
    """Its width in millimetres."""
    if not section.one_line:
        return _FIRST
    font, size = style.BODY.fontName, style.BODY.fontSize
    widest = max(stringWidth(what, font, size) for what, _how in section.rows) / mm + _GAP
    return min(max(_FIRST, widest), _FIRST_TO)


def _table(section: Section, words: Words) -> LongDataTable:
    first = _first_column(section)
    rows: list[list[Any]] = [[paragraph(one, style.HEAD) for one in section.heads]]
    rows += [
        [paragraph(shortened(heading, 200), style.BODY), paragraph(part, style.BODY)]
        for what, how in section.rows
        for heading, part in _parts(what, how, words)
    ]
    table = LongDataTable(
        rows, colWidths=[first * mm, (_WIDTH - first) * mm], repeatRows=1, row_heads=(0,)
    )
    table.setStyle(style.RULED)
    return table


def _parts(what: str, how: str, words: Words) -> Iterator[tuple[str, str]]:
    """What is too long for one row goes on in the next, which says so."""
    for at, part in enumerate(in_parts(how, _IN_A_ROW)):
        yield words.text("%(what)s, continued") % {"what": what} if at else what, part
