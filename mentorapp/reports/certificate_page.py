"""A certificate: one page with a border, its lines in the middle, that one shows to an employer.

It bears no address and nobody's name but the reader's and the office's.
"""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from mentorapp.domain.envelopes import Area
from mentorapp.reports import style
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_page import begin_letter
from mentorapp.reports.letter_pictures import draw_logo
from mentorapp.reports.page import HEIGHT, WIDTH, NumberedCanvas
from mentorapp.reports.templates import Block, BlockKind
from mentorapp.reports.text import paragraph
from mentorapp.words import Words

#: Where its text stands: edges in mm.
EDGES = (27, 62, 183, 278)
#: The upper right corner inside the border.
_LOGO = Area(120, 22, 190, 40)
_STYLES = {
    BlockKind.SUBJECT: style.CERTIFICATE_TITLE,
    BlockKind.HEADING: style.CERTIFICATE_NAME,
    BlockKind.ITEM: style.CERTIFICATE_FACT,
    BlockKind.LAST_ITEM: style.CERTIFICATE_LAST,
}


def certificate(
    blocks: Sequence[Block], ending: Sequence[Flowable], language: str
) -> list[Flowable]:
    """The lines one under the other, then who signs."""
    lines = [
        paragraph(
            block.text,
            _STYLES.get(block.kind, style.CERTIFICATE_TEXT),
            language=language,
            marked=True,
        )
        for block in blocks
    ]
    return [*lines, KeepTogether([Spacer(1, 10 * mm), *ending])]


def draw_certificate(
    letter: Letter, words: Words, canvas: NumberedCanvas, _document: object
) -> None:
    """The border and the logo."""
    begin_letter(canvas, letter.office, letter.number, words)
    canvas.saveState()
    canvas.setStrokeColor(style.ACCENT)
    for edge, width in ((12, 1.6), (14, 0.5)):
        canvas.setLineWidth(width)
        inner = edge * mm
        bottom = inner + 4 * mm
        canvas.rect(inner, bottom, WIDTH - 2 * inner, HEIGHT - bottom - inner)
    if letter.pictures.logo:
        draw_logo(canvas, letter.pictures.logo, _LOGO)
    canvas.restoreState()
