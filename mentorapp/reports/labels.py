"""Address labels, from any place of the first sheet on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, PageTemplate, Spacer

from mentorapp.domain.envelopes import Area
from mentorapp.domain.label_sheets import LabelSheet, check_start
from mentorapp.reports.addresses import draw_address, fitted
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.words import Words

#: A printer puts a sheet a millimetre or two aside; small labels have less to give.
_MARGIN, _SMALL_MARGIN, _SMALL = 4.0, 2.2, 25.0
_SIZE, _SMALL_SIZE = 10.0, 7.5


@dataclass(frozen=True, slots=True)
class LabelAddress:
    """``street`` may have several lines; ``last`` is the postal code with its town, the country."""

    name: str
    street: str
    last: tuple[str, ...]


def address_labels(
    addresses: Sequence[LabelAddress], sheet: LabelSheet, start: int, words: Words, author: str
) -> bytes:
    """One label each, in the order given, the first at ``start``; nothing else is on the sheets.

    At least one address is needed. Raises InvalidField for a start that the sheet does not have.
    """
    if not addresses:
        raise ValueError("no labels to print")
    check_start(sheet, start)
    pages: list[PageTemplate] = []
    story: list[Flowable] = []
    for index, labels in enumerate(_sheets(addresses, sheet, start)):
        name = f"sheet {index}"
        drawn = partial(_draw_sheet, sheet, labels)
        pages.append(PageTemplate(name, [frame(10, 10, 200, 287)], onPage=drawn))
        story += [NextPageTemplate(name), PageBreak()] if index else []
        story.append(Spacer(1, 1))
    return build(
        pages,
        story,
        title=words.text("Address labels"),
        author=author,
        language=words.language,
        both_sides=False,
    )


def _sheets(
    addresses: Sequence[LabelAddress], sheet: LabelSheet, start: int
) -> Iterator[list[tuple[int, LabelAddress]]]:
    """The labels of each sheet, with their places on it."""
    placed = [(start - 1 + index, one) for index, one in enumerate(addresses)]
    for page in range(placed[-1][0] // sheet.labels + 1):
        yield [(at % sheet.labels + 1, one) for at, one in placed if at // sheet.labels == page]


def _draw_sheet(
    sheet: LabelSheet,
    labels: Sequence[tuple[int, LabelAddress]],
    canvas: NumberedCanvas,
    _document: object,
) -> None:
    canvas.blank = True  # no number of the page across the lowest labels
    small = sheet.height < _SMALL
    margin, size = (_SMALL_MARGIN, _SMALL_SIZE) if small else (_MARGIN, _SIZE)
    for number, one in labels:
        place = sheet.place(number)
        inner = Area(
            place.left + margin, place.top + margin, place.right - margin, place.bottom - margin
        )
        lines = fitted(one.name, one.street, one.last, inner, size)
        draw_address(canvas, lines, inner, size, inner.height)
