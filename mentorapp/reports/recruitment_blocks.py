"""The blocks of the recruitment list: an organisation to call, and the kinds nobody fits.

A block stands whole on a page where it can; one that goes on has its head on the next page again.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from mentorapp.domain.shortages import MentorKind, OrganisationToAsk
from mentorapp.reports import style
from mentorapp.reports.fonts import REGULAR
from mentorapp.reports.tables import LongDataTable
from mentorapp.reports.tagging import content
from mentorapp.reports.text import draw, isolated, paragraph, shortened
from mentorapp.words import N_, Words
from mentorapp.words.labels import label
from mentorapp.words.shortages import say_ask, say_contact, say_given, say_kind

WIDTH = 170  # mm
_BLOCK = [8, 162]
_LONGEST = 120
_UNTIL, _ENDED = N_("agreement until %(date)s"), N_("agreement ended %(date)s")


def organisation_block(asked: OrganisationToAsk, words: Words, printed_on: date) -> LongDataTable:
    """Whom to call, what was promised, which kinds to ask for, and a line for the answer."""
    place = asked.place or words.text("postal code missing")
    name = f"{isolated(shortened(asked.name, _LONGEST))} ({asked.number})"
    about = " · ".join((name, label(words, asked.kind), isolated(shortened(place, 60))))
    rows: list[list[Any]] = [
        [list(_head(asked, about, words, printed_on)), ""],
        *(_ranked(ask.rank, say_ask(words, ask)) for ask in asked.asks),
    ]
    rows.append([_ToFillIn((words.text("Called on"), words.text("Answer"))), ""])
    return _in_block(rows, [("SPAN", (0, -1), (-1, -1)), ("TOPPADDING", (0, -1), (-1, -1), 7)])


def anywhere_block(kinds: Sequence[tuple[int, MentorKind]], words: Words) -> LongDataTable:
    """The kinds that no organisation fits, each with its rank."""
    head = [
        paragraph(words.text("Anywhere"), style.GROUP),
        paragraph(words.text("No organisation in the register fits these kinds."), style.CELL),
    ]
    ranked = [_ranked(rank, say_kind(words, kind)) for rank, kind in kinds]
    return _in_block([[head, ""], *ranked], [])


def _ranked(rank: int, said: str) -> list[Any]:
    return [paragraph(str(rank), style.CELL_BOLD), paragraph(said, style.CELL)]


def _in_block(rows: list[list[Any]], more: list[Any]) -> LongDataTable:
    table = LongDataTable(rows, colWidths=[width * mm for width in _BLOCK], repeatRows=1)
    table.setStyle(
        [
            style.NO_HELVETICA,
            ("SPAN", (0, 0), (-1, 0)),
            ("BACKGROUND", (0, 0), (-1, 0), style.SOFT),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, style.LINE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            *more,
        ]
    )
    return table


class _ToFillIn(Flowable):
    """Two words with a line behind each: the date of the call and what was answered."""

    def __init__(self, names: tuple[str, str]) -> None:
        super().__init__()
        self._names = names

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        return aW, 4 * mm

    def draw(self) -> None:
        for name, left, right in zip(self._names, (0, 62), (58, WIDTH - 3), strict=True):
            self.canv.setFillColor(style.MUTED)
            with content(self.canv):
                draw(self.canv, left * mm, 1 * mm, name, REGULAR, 8.2, 30 * mm)
            begin = left * mm + self.canv.stringWidth(name, REGULAR, 8.2) + 2 * mm
            self.canv.setStrokeColor(style.MUTED)
            self.canv.setLineWidth(0.5)
            self.canv.line(begin, 0.6 * mm, right * mm, 0.6 * mm)


def _head(
    asked: OrganisationToAsk, about: str, words: Words, printed_on: date
) -> Iterator[Flowable]:
    yield paragraph(about, style.GROUP)
    call = shortened(say_contact(words, asked.contact), _LONGEST)
    yield paragraph(words.text("Call: %(who)s") % {"who": isolated(call)}, style.CELL)
    given = words.text("Mentors: %(given)s") % {"given": say_given(words, asked)}
    if asked.agreement_to is not None:
        ended = asked.agreement_to < printed_on
        until = words.text(_ENDED if ended else _UNTIL)
        given = f"{given} · {until % {'date': words.date(asked.agreement_to)}}"
    yield paragraph(given, style.CELL)
