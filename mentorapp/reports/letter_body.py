"""The running text of a letter: blocks of a letter text, set for the reader, and who signs."""

from collections.abc import Mapping, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from mentorapp.domain.office import Office
from mentorapp.reports import style
from mentorapp.reports.bidi import RIGHT
from mentorapp.reports.letter_forms import WHOLE_WIDTH, box, line
from mentorapp.reports.letter_pictures import SignaturePicture
from mentorapp.reports.scripts import direction_of_language
from mentorapp.reports.templates import Block, BlockKind
from mentorapp.reports.text import isolated, paragraph, printable
from mentorapp.words import Words

_STYLES = {
    BlockKind.SUBJECT: style.SUBJECT,
    BlockKind.HEADING: style.HEADING,
    BlockKind.PARAGRAPH: style.BODY,
    BlockKind.ITEM: style.ITEM,
    BlockKind.LAST_ITEM: style.LAST_ITEM,
}
LARGE = {
    BlockKind.SUBJECT: style.SUBJECT,
    BlockKind.HEADING: style.HEADING_LARGE,
    BlockKind.PARAGRAPH: style.BODY_LARGE,
    BlockKind.ITEM: style.ITEM_LARGE,
    BlockKind.LAST_ITEM: style.LAST_ITEM_LARGE,
}

#: A heading does not stand alone at the foot of a page either.
_HEADING_AND_ONE = 2


def body(
    blocks: Sequence[Block], ending: Sequence[Flowable], *, large: bool = False, language: str = ""
) -> list[Flowable]:
    """Sections under a heading stay together on a page as far as they fit.

    ``large`` is for readers who read slowly, ``language`` the letter's: it says from which side it
    is written. ``ending`` is what ``regards`` or ``signing`` gives.
    """
    styles = LARGE if large else _STYLES
    sections: list[list[Flowable]] = [[]]
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            sections.append([])
        sections[-1].append(set_block(block, styles, language))
    *before, last = sections
    # A page with nothing but who signs looks like one that got lost: some of the text goes along.
    along = last if len(last) <= _HEADING_AND_ONE else last[-1:]
    before.append(last[: len(last) - len(along)])
    return [*(KeepTogether(one) for one in before if one), KeepTogether([*along, *ending])]


def set_block(
    block: Block,
    styles: Mapping[BlockKind, ParagraphStyle],
    language: str,
    width: float = WHOLE_WIDTH,
) -> Flowable:
    """One block in its style; ``width`` (points) is asked for by what is made of columns."""
    usual = styles[BlockKind.PARAGRAPH]
    if block.kind is BlockKind.BOX:
        return box(block.text, usual, language, width)
    if block.kind is BlockKind.LINE:
        return line(block.text, usual, language, width)
    bullet = "•" if block.is_item else None
    return paragraph(block.text, styles[block.kind], bullet, language, marked=True)


def regards(
    signed: Sequence[str], *, large: bool = False, picture: bytes = b"", language: str = ""
) -> list[Flowable]:
    """The greeting, with room for a signature; ``signed`` is what ``signature`` gives, ``picture``
    the hand of the one who signs.
    """
    greeting, *names = signed
    usual = (LARGE if large else _STYLES)[BlockKind.PARAGRAPH]
    return [
        Spacer(1, 2 * mm),
        paragraph(greeting, usual, language=language),
        signing_room(picture, language),
        paragraph("\n".join(map(isolated, names)), usual, language=language),
    ]


def signing_room(picture: bytes, language: str) -> Flowable:
    """Where one signs by hand, or the picture of it."""
    room = SignaturePicture(picture) if picture else Spacer(1, 9 * mm)
    room.hAlign = "RIGHT" if direction_of_language(language) == RIGHT else "LEFT"
    return room


def signature(office: Office, signed_by: str, words: Words) -> list[str]:
    """Greeting, who signs, and the office; each once."""
    lines = [signed_by, *printable(office.signature or office.name).split("\n")]
    return [words.text("Kind regards"), *dict.fromkeys(line for line in lines if line)]
