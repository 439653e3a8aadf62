"""Sections of reports on paper: figure, value, and what the figure is of."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from mentorapp.domain.in_work import Reading
from mentorapp.domain.office import Office
from mentorapp.domain.sections import (
    Average,
    Breakdown,
    Figure,
    Hidden,
    Section,
    Value,
    tells,
)
from mentorapp.domain.statistics import Share
from mentorapp.reports import style
from mentorapp.reports.figures import say_share
from mentorapp.reports.tables import LOOKS, DataTable, ends_kept
from mentorapp.reports.text import in_bold, paragraph, printable
from mentorapp.words import Words
from mentorapp.words.outcomes import say_definition
from mentorapp.words.sections import definition_of, name_of, say_part, section_name
from mentorapp.words.small_numbers import HIDDEN, say_hidden

#: A figure and its value, twice; mm.
_WIDTHS = (62, 23, 62, 23)
#: A table of more rows may break over pages; so high is what stays together at its beginning.
_TOGETHER, _BEGINNING = 5, 32  # rows, mm


def section_blocks(
    sections: Sequence[Section], office: Office, words: Words, heading: str = ""
) -> list[Flowable]:
    """A table for each section that has data; those without are left out. ``heading`` stands over
    the first, nowhere where there is none.

    Under figures of people in work stands what the office means by it, and under the last that
    hides a number what its sign means.
    """
    blocks: list[Flowable] = []
    told = [one for one in sections if one.has_data]
    last = max((at for at, one in enumerate(told) if one.hides), default=-1)
    for at, one in enumerate(told):
        made = [paragraph(heading, style.SUBJECT)] if heading and not blocks else []
        table, many = _section(one, words)
        made.append(table)
        if one.key == "outcomes":
            made += in_work_notes(office, words)
        if at == last:
            hidden = say_hidden(words, office.least_shown)
            made += [Spacer(1, 1 * mm), paragraph(hidden, style.NOTE)]
        if many <= _TOGETHER:
            blocks += [KeepTogether(made), Spacer(1, 3 * mm)]
        else:
            # Bound to a heading the table would go to the next page whole.
            made[0].keepWithNext = 0
            blocks += [CondPageBreak(_BEGINNING * mm), *made, Spacer(1, 3 * mm)]
    return blocks


def in_work_notes(office: Office, words: Words) -> list[Flowable]:
    """What counts as in work, and as in work or education, in this office."""
    return [paragraph(say_definition(words, office, one), style.NOTE) for one in Reading]


def say_value(value: Value, words: Words) -> str:
    """As it is printed: a number, a share with its base, an average with how many it is of."""
    if value is None:
        return words.text("not known")
    if isinstance(value, Hidden):
        return HIDDEN
    if isinstance(value, Share):
        return say_share(value, words)
    if isinstance(value, Average):
        if value.value is None:
            return words.text("nothing to count")
        return words.text("%(value)s (of %(n)s)") % {
            "value": words.number(round(value.value, 1)),
            "n": words.number(value.of),
        }
    return words.number(value)


def named_and_defined(name: str, *definition: str) -> Flowable:
    """A name in bold with what it is of run in: under it there would be a line more."""
    told = filter(None, (f"{in_bold(printable(name))}.", *definition))
    return paragraph(" ".join(told), style.CELL, marked=True)


def value_cell(value: Value, words: Words, *, bold: bool) -> Any:  # noqa: ANN401 - a cell
    """As ``say_value``; a share and an average in two lines: the number, and what it is of."""
    looks = style.CELL_BOLD_RIGHT if bold else style.CELL_RIGHT
    if isinstance(value, Share) and value.percent is not None:
        parts = {"part": words.number(value.part), "base": words.number(value.base)}
        return [
            paragraph(words.text("%(percent)d %%") % {"percent": value.percent}, looks),
            paragraph(words.text("%(part)s of %(base)s") % parts, style.NOTE_RIGHT),
        ]
    if isinstance(value, Average) and value.value is not None:
        of = {"n": words.number(value.of)}
        return [
            paragraph(words.number(value.value), looks),
            paragraph(words.text("of %(n)s") % of, style.NOTE_RIGHT),
        ]
    return paragraph(say_value(value, words), looks)


def _section(one: Section, words: Words) -> tuple[Flowable, int]:
    """The table, and how many rows it has."""
    rows: list[list[Any]] = [
        [paragraph(section_name(words, one.key), style.CELL_BOLD), *[""] * (len(_WIDTHS) - 1)]
    ]
    looks: list[Any] = [
        *LOOKS,
        ("BACKGROUND", (0, 0), (-1, 0), style.SOFT),
        ("SPAN", (0, 0), (-1, 0)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 1), (-1, -1), 1),
    ]
    told = [figure for figure in one.figures if tells(figure.value)]
    for at in range(0, len(told), 2):
        cells = [cell for figure in told[at : at + 2] for cell in _figure(figure, words)]
        rows.append([*cells, *[""] * (len(_WIDTHS) - len(cells))])
    for part in one.breakdowns:
        if any(count != 0 for _key, count in part.parts):
            rows.append(_breakdown(part, words))
            looks.append(("SPAN", (1, len(rows) - 1), (-1, len(rows) - 1)))
    looks += [("LINEBELOW", (0, at), (-1, at), 0.4, style.LINE) for at in range(1, len(rows))]
    looks += ends_kept(len(rows))
    widths = [width * mm for width in _WIDTHS]
    table = DataTable(rows, colWidths=widths, repeatRows=1, row_heads=(0,))
    table.setStyle(looks)
    return table, len(rows)


def _figure(figure: Figure, words: Words) -> list[Any]:
    """The figure with what it is of run in, and its value."""
    named = named_and_defined(name_of(words, figure.key), definition_of(words, figure.key))
    return [named, value_cell(figure.value, words, bold=True)]


def _breakdown(part: Breakdown, words: Words) -> list[Any]:
    said = [say_part(words, key, count) for key, count in part.told]
    return [
        paragraph(name_of(words, part.key), style.CELL_BOLD),
        paragraph(", ".join(said) or HIDDEN, style.CELL),
        *[""] * (len(_WIDTHS) - 2),
    ]
