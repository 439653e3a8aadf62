"""Colours, measures and paragraph styles shared by all papers.

Measures are millimetres from the top left corner of the sheet, as a ruler gives them; ``page``
turns them into ReportLab's points from below.
"""

from functools import lru_cache
from typing import Any, TypeAlias

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from mentorapp.reports.fonts import BOLD, REGULAR
from mentorapp.reports.scripts import air

INK = HexColor("#1b2430")
MUTED = HexColor("#566171")
LINE = HexColor("#c3cad3")
ACCENT = HexColor("#1d5fa8")
SOFT = HexColor("#e3eefa")

Colours: TypeAlias = tuple[Color, Color]

#: Text and background of a group; the group's name always stands beside the colour.
RED: Colours = (HexColor("#a8261d"), HexColor("#fbe6e4"))
YELLOW: Colours = (HexColor("#874e00"), HexColor("#f5e8d5"))
CALM: Colours = (HexColor("#146a3d"), HexColor("#dfeee6"))


def _style(name: str, size: float, leading: float, **more: Any) -> ParagraphStyle:  # noqa: ANN401
    """All paragraphs: ragged right, long words broken, no line left alone on a page."""
    usual: dict[str, Any] = {
        "fontName": REGULAR,
        "fontSize": size,
        "leading": leading,
        "textColor": INK,
        "splitLongWords": 1,
        "allowWidows": 0,
        "allowOrphans": 0,
        "keepWithNext": 0,
    }
    return ParagraphStyle(name, **usual | more)


def _item(name: str, size: float, leading: float, after: float) -> ParagraphStyle:
    return _style(
        name,
        size,
        leading,
        spaceAfter=after,
        leftIndent=14,
        bulletIndent=3,
        bulletFontName=REGULAR,
        bulletFontSize=size,
    )


_HEADING: dict[str, Any] = {
    "fontName": BOLD,
    "textColor": ACCENT,
    "spaceBefore": 5,
    "spaceAfter": 3,
}

# Letters: 11 points to the mentor, 12 and more air to a newcomer who reads slowly.
BODY = _style("body", 11, 14.8, spaceAfter=6.5)
BODY_LARGE = _style("body large", 12, 16.4, spaceAfter=6.5)
ITEM = _item("item", 11, 14.8, 1.5)
ITEM_LARGE = _item("item large", 12, 16.4, 2)
LAST_ITEM = _item("last item", 11, 14.8, 6.5)
LAST_ITEM_LARGE = _item("last item large", 12, 16.4, 6.5)
HEADING = _style("heading", 11.5, 15, keepWithNext=1, **_HEADING)
HEADING_LARGE = _style("heading large", 12.5, 16, keepWithNext=1, **_HEADING)
SUBJECT = _style("subject", 15, 19, fontName=BOLD, spaceAfter=8, keepWithNext=1)

#: No headings, though they look like some: telephone numbers where the eye looks.
LARGE = ParagraphStyle("large", parent=SUBJECT)
NUMBER = ParagraphStyle("large", parent=HEADING_LARGE)

# Certificates: in the middle of the page, as one hangs on a wall.
_CENTRED: dict[str, Any] = {"alignment": TA_CENTER, "spaceAfter": 14}
CERTIFICATE_TITLE = _style("certificate title", 34, 42, fontName=BOLD, textColor=ACCENT, **_CENTRED)
CERTIFICATE_NAME = _style("certificate name", 24, 30, fontName=BOLD, **_CENTRED)
CERTIFICATE_TEXT = _style("certificate text", 12.5, 18.5, **_CENTRED)
CERTIFICATE_FACT = _style("certificate fact", 13, 19, alignment=TA_CENTER, spaceAfter=4)
CERTIFICATE_LAST = _style("certificate last fact", 13, 19, **_CENTRED)

#: Empty cells of a ReportLab table ask for Helvetica, which is not embedded.
NO_HELVETICA = ("FONTNAME", (0, 0), (-1, -1), REGULAR)

#: A table of sentences: at the left edge of the text, a line below each row.
RULED = (
    NO_HELVETICA,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
)

# Reports.
TITLE = _style("title", 18, 23, fontName=BOLD, spaceAfter=2)
SUBTITLE = _style("subtitle", 10, 14, textColor=MUTED, spaceAfter=8)
GROUP = _style("group", 10.5, 14, fontName=BOLD)
SMALL_HEADING = ParagraphStyle("small heading", parent=GROUP, keepWithNext=1)
CELL = _style("cell", 8.8, 11.4)
CELL_BOLD = _style("cell bold", 8.8, 11.4, fontName=BOLD)
CELL_RIGHT = _style("cell right", 8.8, 11.4, alignment=TA_RIGHT)
CELL_BOLD_RIGHT = _style("cell bold right", 8.8, 11.4, fontName=BOLD, alignment=TA_RIGHT)
HEAD = _style("head", 8.5, 10.6, fontName=BOLD, textColor=MUTED)
HEAD_RIGHT = _style("head right", 8.5, 10.6, fontName=BOLD, textColor=MUTED, alignment=TA_RIGHT)
NOTE = _style("note", 8.5, 10.8, textColor=MUTED, spaceAfter=1.5)
DEFINITION = _style("definition", 8.5, 10.4, textColor=MUTED)
NOTE_RIGHT = _style("note right", 8.5, 10.4, textColor=MUTED, alignment=TA_RIGHT)
POINT = _item("point", 8.8, 11.4, 1.5)


@lru_cache(maxsize=500)
def for_language(style: ParagraphStyle, language: str) -> ParagraphStyle:
    """The style with the lines as far apart as the letters of the language need."""
    if air(language) == 1:
        return style
    return ParagraphStyle(
        f"{style.name} {language}", parent=style, leading=round(style.leading * air(language), 1)
    )
