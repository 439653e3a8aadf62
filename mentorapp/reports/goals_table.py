"""The measures of the plan on paper: goal, result so far, owner, deadline, what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from mentorapp.reports import style
from mentorapp.reports.tables import LOOKS, LongDataTable
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import N_, Words

_HEADS = (
    (N_("Goal"), 46),
    (N_("Wanted"), 25),
    (N_("So far"), 25),
    (N_("Owner and deadline"), 30),
    (N_("What came of it"), 44),
)
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """A goal in words; ``scheme`` is "" for all of the office.

    ``counts_in_work`` asks for the definition of that beside the table.
    """

    title: str
    measure: str
    scheme: str
    wanted: str
    counted: str
    progress: str
    owner: str
    deadline: date
    result: str
    counts_in_work: bool = False


def goals_table(lines: Sequence[GoalLine], words: Words) -> Flowable:
    """170 mm wide; its head stands on every page."""
    heads = [paragraph(words.text(head), style.HEAD) for head, _width in _HEADS]
    table = LongDataTable(
        [heads, *(_cells(line, words) for line in lines)],
        colWidths=[width * mm for _head, width in _HEADS],
        repeatRows=1,
        row_heads=(0,),
    )
    table.setStyle(
        [
            *LOOKS,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 1), (-1, -1), 0.4, style.LINE),
        ]
    )
    return table


def _cells(line: GoalLine, words: Words) -> list[Flowable]:
    about = " · ".join(filter(None, (line.measure, isolated(shortened(line.scheme, 60)))))
    columns = (
        (isolated(shortened(line.title, _LONGEST)), about),
        (shortened(line.wanted, _LONGEST), ""),
        (line.counted, line.progress),
        (isolated(shortened(line.owner, 80)), words.date(line.deadline)),
        (isolated(shortened(line.result, _LONGEST)) or words.text("not told yet"), ""),
    )
    return [
        paragraph("\n".join(filter(None, texts)), style.CELL_BOLD if not at else style.CELL)
        for at, texts in enumerate(columns)
    ]
