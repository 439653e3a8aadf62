"""A letter in two languages: the reader's column, and the office's beside it, block by block.

For wordings that no native reader has approved: whoever helps can follow line by line. The reader's
column is the wider one, in the usual type, and on the side from which the language is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from mentorapp.reports import style
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.letter_body import LARGE, set_block
from mentorapp.reports.scripts import direction_of_language
from mentorapp.reports.templates import Block, BlockKind
from mentorapp.reports.text import isolated, paragraph
from mentorapp.words import N_

#: To the reader and, in the office's column, to whoever reads that.
NOTE_TO_READER = N_(
    "No native reader has approved this translation yet. The text in the other column counts."
)
NOTE_TO_OFFICE = N_(
    "No native reader has approved the translation in the other column yet. This text counts."
)

_READER, _GAP, _OFFICE = 92 * mm, 8 * mm, 70 * mm
#: A heading with so many paragraphs is not parted from who signs.
_GOES_ALONG = 3
_Styles = Mapping[BlockKind, ParagraphStyle]


def _smaller(usual: ParagraphStyle, size: float, leading: float) -> ParagraphStyle:
    return ParagraphStyle(
        f"{usual.name} beside", parent=usual, fontSize=size, leading=leading, bulletFontSize=size
    )


_STYLES: _Styles = {
    BlockKind.SUBJECT: _smaller(style.SUBJECT, 12, 15),
    BlockKind.HEADING: _smaller(style.HEADING, 10.5, 13.5),
    BlockKind.PARAGRAPH: _smaller(style.BODY, 10, 13.2),
    BlockKind.ITEM: _smaller(style.ITEM, 10, 13.2),
    BlockKind.LAST_ITEM: _smaller(style.LAST_ITEM, 10, 13.2),
}
_NOTE = _smaller(style.NOTE, 9.5, 12.5)


@dataclass(frozen=True, slots=True)
class Column:
    """One language: its text, what it says of the translation, and its greeting."""

    language: str
    blocks: Sequence[Block]
    note: str
    greeting: str


def beside(
    reader: Column,
    office: Column,
    names: Sequence[str],
    room: Flowable,
    after: Sequence[Flowable] = (),
    ending: Sequence[Flowable] = (),
) -> list[Flowable]:
    """The letter with its greeting, ``room`` for a signature and the ``names`` of who signs, or
    with another ``ending``. Sections stay together on a page as far as they fit, and what comes
    ``after`` stays with who signs.
    """
    from_right = direction_of_language(reader.language) == RIGHT

    def row(ours: Flowable | None, theirs: Flowable | None) -> Flowable:
        return Row(ours or Spacer(1, 0), theirs or Spacer(1, 0), reader_right=from_right)

    def said(text: str, theirs: str, ours: ParagraphStyle, small: ParagraphStyle) -> Flowable:
        return row(
            paragraph(text, ours, language=reader.language),
            paragraph(theirs, small, language=office.language),
        )

    sections = [
        [
            row(
                set_block(ours, LARGE, reader.language, _READER) if ours else None,
                set_block(_to_read(theirs), _STYLES, office.language, _OFFICE) if theirs else None,
            )
            for ours, theirs in section
        ]
        for section in _sections(reader.blocks, office.blocks)
    ]
    story: list[Flowable] = [said(reader.note, office.note, _NOTE, _NOTE), Spacer(1, 2 * mm)]
    usual, small = LARGE[BlockKind.PARAGRAPH], _STYLES[BlockKind.PARAGRAPH]
    signed = paragraph("\n".join(map(isolated, names)), usual, language=reader.language)
    # A page with nothing but who signs looks like one that got lost: some of the text goes along.
    *before, last = sections
    along = last if len(last) <= _GOES_ALONG else last[-1:]
    before.append(last[: len(last) - len(along)])
    greeting = [said(reader.greeting, office.greeting, usual, small), row(room, None)]
    return [
        *story,
        *(KeepTogether(section) for section in before if section),
        KeepTogether([*along, *(ending or [*greeting, row(signed, None)]), *after]),
    ]


def _to_read(block: Block) -> Block:
    """One ticks and writes in the reader's column alone."""
    told = {BlockKind.BOX: BlockKind.LAST_ITEM, BlockKind.LINE: BlockKind.PARAGRAPH}
    return replace(block, kind=told.get(block.kind, block.kind))


def _sections(
    ours: Sequence[Block], theirs: Sequence[Block]
) -> Iterator[list[tuple[Block | None, Block | None]]]:
    """Heading stands beside heading, whatever an office has changed in one of the languages."""
    for one, other in zip_longest(_cut(ours), _cut(theirs), fillvalue=()):
        yield list(zip_longest(one, other))


def _cut(blocks: Sequence[Block]) -> list[list[Block]]:
    sections: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            sections.append([])
        sections[-1].append(block)
    return sections


class Row(Flowable):
    """Two flowables that begin at the same height, with a thin rule between them."""

    def __init__(self, reader: Flowable, office: Flowable, *, reader_right: bool) -> None:
        super().__init__()
        self._reader, self._office, self._reader_right = reader, office, reader_right
        # An attribute, as ReportLab takes it away from what it has kept together once.
        self.keepWithNext = reader.getKeepWithNext()  # type: ignore[no-untyped-call]

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        self._heights = (self._reader.wrap(_READER, aH)[1], self._office.wrap(_OFFICE, aH)[1])
        self.width, self.height = aW, max(self._heights)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: ARG002, N803
        """Each column where it must; only a block longer than a page comes here."""
        parts = []
        for one, wide in ((self._reader, _READER), (self._office, _OFFICE)):
            _wide, high = one.wrap(wide, aH)
            cut = [one, Spacer(1, 0)] if high <= aH else one.split(wide, aH)
            if len(cut) < 2:
                return []
            parts.append(cut)
        return [Row(*pair, reader_right=self._reader_right) for pair in zip(*parts, strict=True)]

    def draw(self) -> None:
        canvas = self.canv
        reader, office = (0.0, _READER + _GAP)
        rule = _READER + _GAP / 2
        if self._reader_right:
            reader, office, rule = _OFFICE + _GAP, 0.0, _OFFICE + _GAP / 2
        canvas.setStrokeColor(style.LINE)
        canvas.setLineWidth(0.5)
        canvas.line(rule, -self.getSpaceAfter(), rule, self.height)
        columns = (self._reader, reader), (self._office, office)
        for (one, left), high in zip(columns, self._heights, strict=True):
            one.drawOn(canvas, left, self.height - high)

    def getSpaceBefore(self) -> float:  # noqa: N802
        return max(self._reader.getSpaceBefore(), self._office.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802
        return max(self._reader.getSpaceAfter(), self._office.getSpaceAfter())
