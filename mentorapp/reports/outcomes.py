"""Outcomes over years: one page for managers and the committee, which names nobody.

Each share stands with its part and base, the definition above them, small numbers hidden. Figures
of others stand in a block of their own, each with its definition, never in one line with ours.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, PageTemplate, Spacer

from mentorapp.domain.cohorts import (
    Cell,
    CohortTable,
    Kept,
    legible,
    shown,
    shown_sizes,
    shown_together,
)
from mentorapp.domain.days_to import YearOfWaits
from mentorapp.domain.in_work import Reading
from mentorapp.domain.office import Office
from mentorapp.domain.outcomes import OutcomePoint
from mentorapp.domain.series import Series
from mentorapp.domain.small_numbers import is_small, is_small_share
from mentorapp.reports import style
from mentorapp.reports.line_chart import ChartLine, line_chart
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import DataTable
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.goals import say_mean, say_series
from mentorapp.words.labels import label
from mentorapp.words.outcomes import (
    SHORT_POINTS,
    say_definition,
    say_denominators,
    say_kept,
    say_wait,
    say_years,
)
from mentorapp.words.small_numbers import HIDDEN, say_hidden

_WIDTH, _HEIGHT = 170, 264  # mm
_YEARS, _ENDED = 19, 13
_POINT = (_WIDTH - _YEARS - _ENDED) / len(OutcomePoint)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeValues:
    """What the page tells. ``withdrawn`` are people who want to be in no statistics; ``waits`` are
    those of all years, None where the page is about one scheme.
    """

    office: Office
    scheme: str
    working: CohortTable
    working_or_studying: CohortTable
    kept: Kept | None
    withdrawn: int
    series: Sequence[Series]
    waits: YearOfWaits | None = None


def outcome_page(values: OutcomeValues, words: Words, today: date) -> bytes:
    """The page as PDF, counted up to ``today``."""
    _ = words.text
    title = _("Outcomes over years")
    story: list[Flowable] = [
        paragraph(title, style.TITLE),
        paragraph(_subtitle(values, words, today), style.SUBTITLE),
        *outcome_blocks(values, words),
    ]

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        canvas.begin_group(words, values.office.name)

    return build(
        [PageTemplate("page", [frame(20, 15, 20 + _WIDTH, 15 + _HEIGHT)], onPage=begin)],
        [KeepInFrame(_WIDTH * mm, (_HEIGHT - 1) * mm, story, mode="shrink")],
        title=title,
        author=values.office.name,
        language=words.language,
    )


def outcome_blocks(values: OutcomeValues, words: Words) -> list[Flowable]:
    """What stands below the title, for the yearly report too."""
    return [
        paragraph(say_definition(words, values.office), style.CELL_BOLD),
        Spacer(1, 2 * mm),
        *_figures(values, words),
        *_waits(values.waits, values.office.least_shown, words),
        *_others(values.series, words),
    ]


def _subtitle(values: OutcomeValues, words: Words, today: date) -> str:
    parts = [
        shortened(values.office.name, 80),
        shortened(values.scheme or words.text("All schemes"), 80),
        words.text("Counted on %(date)s") % {"date": words.date(today)},
    ]
    return " · ".join(isolated(part) for part in parts if part)


def _figures(values: OutcomeValues, words: Words) -> Iterator[Flowable]:
    least = values.office.least_shown
    table = legible(values.working, least)
    if not table.cohorts:
        yield paragraph(words.text("Nobody has ended yet."), style.BODY)
        return
    yield _table(table, values.working_or_studying, least, words)
    yield Spacer(1, 1.5 * mm)
    yield paragraph(
        words.text(
            "In each field: the share of those known, in work of known, and the share of all who "
            "ended. An empty field has not been reached yet."
        ),
        style.NOTE,
    )
    yield paragraph(say_hidden(words, least), style.NOTE)
    yield paragraph(say_denominators(words), style.NOTE)
    studying = say_definition(words, values.office, Reading.WORK_OR_EDUCATION)
    yield paragraph(studying, style.NOTE)
    if values.withdrawn:
        yield paragraph(_withdrawn(values.withdrawn, least, words), style.NOTE)
    yield Spacer(1, 2 * mm)
    yield from _chart(table, values.working_or_studying, least, words)
    if (kept := values.kept) is not None and not any(
        is_small_share(part, kept.base, least) for part in (kept.part_early, kept.part_late)
    ):
        yield Spacer(1, 1.5 * mm)
        yield paragraph(say_kept(words, kept), style.CELL_BOLD)
        yield Spacer(1, 2 * mm)


def _withdrawn(count: int, least: int, words: Words) -> str:
    if is_small(count, least):
        return words.text(
            "A few people who ended have withdrawn from statistics and are counted nowhere."
        )
    return words.plural(
        "%(n)d person who ended has withdrawn from statistics and is counted nowhere.",
        "%(n)d people who ended have withdrawn from statistics and are counted nowhere.",
        count,
    )


def _table(table: CohortTable, studying: CohortTable, least: int, words: Words) -> DataTable:
    _ = words.text
    heads = [_("Year of ending"), _("Ended"), *(_(SHORT_POINTS[point]) for point in OutcomePoint)]
    rows: list[list[Any]] = [
        [
            paragraph(head, style.HEAD if at == 0 else style.HEAD_RIGHT)
            for at, head in enumerate(heads)
        ]
    ]
    cells, sizes = shown(table, least), shown_sizes(table, least)
    for cohort in table.cohorts:
        ended = sizes[cohort.year]
        size = HIDDEN if ended is None else words.number(ended)
        rows.append(_row(say_years(cohort), size, cells[cohort.year], words))
    total = HIDDEN if is_small(table.ended, least) else words.number(table.ended)
    rows.append(_row(_("All years"), total, shown_together(table, least), words))
    rows.append(_row(_("In work or education"), total, _studying(table, studying, least), words))
    looks: list[Any] = [
        style.NO_HELVETICA,
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, style.MUTED),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, style.LINE),
        ("BACKGROUND", (0, -2), (-1, -1), style.SOFT),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 1),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 1.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2),
    ]
    widths = [_YEARS * mm, _ENDED * mm, *([_POINT * mm] * len(OutcomePoint))]
    made = DataTable(rows, colWidths=widths, row_heads=(0,))
    made.setStyle(looks)
    return made


def _studying(
    working: CohortTable, both: CohortTable, least: int
) -> dict[OutcomePoint, Cell | None]:
    """In work or education, hidden too where those in education follow as few from the two."""
    return {
        point: None
        if cell is not None and is_small(cell.part - working.all_cells[point].part, least)
        else cell
        for point, cell in shown_together(both, least).items()
    }


def _row(
    name: str, ended: str, cells: Mapping[OutcomePoint, Cell | None], words: Words
) -> list[Any]:
    return [
        paragraph(name, style.CELL_BOLD),
        paragraph(ended, style.CELL_RIGHT),
        *(list(_cell(cells[point], words)) if point in cells else "" for point in OutcomePoint),
    ]


def _cell(cell: Cell | None, words: Words) -> Iterator[Flowable]:
    if cell is None:
        yield paragraph(HIDDEN, style.CELL_RIGHT)
    elif not cell.known:
        yield paragraph("–", style.CELL_RIGHT)
        yield paragraph(
            words.text("0 of %(ended)d known") % {"ended": cell.ended}, style.NOTE_RIGHT
        )
    else:
        values = {
            "part": cell.part,
            "known": cell.known,
            "ended": cell.ended,
            "percent": cell.of_known.percent,
            "least": cell.of_ended.percent,
        }
        yield paragraph(words.text("%(percent)d %%") % values, style.CELL_BOLD_RIGHT)
        yield paragraph(words.text("%(part)d of %(known)d") % values, style.NOTE_RIGHT)
        yield paragraph(words.text("all: %(least)d %%") % values, style.NOTE_RIGHT)


def _chart(
    table: CohortTable, studying: CohortTable, least: int, words: Words
) -> Iterator[Flowable]:
    """All years together: a line for each would not be told apart in black and white, and each has
    its row in the table.
    """
    _ = words.text

    def line(name: str, cells: Mapping[OutcomePoint, Cell | None], *, main: bool) -> ChartLine:
        values = tuple(
            100 * cell.part / cell.known if (cell := cells.get(point)) and cell.known else None
            for point in OutcomePoint
        )
        return ChartLine(name, values, main)

    lines = [
        line(_("All years, in work"), shown_together(table, least), main=True),
        line(_("In work or education"), _studying(table, studying, least), main=False),
    ]
    told = [one for one in lines if any(value is not None for value in one.values)]
    points = [_(SHORT_POINTS[point]) for point in OutcomePoint]
    title = _("In work, in percent of those known, by time since the end")
    if told:
        yield line_chart(title, points, told, _WIDTH, 62)
        yield Spacer(1, 2 * mm)


def _waits(waits: YearOfWaits | None, least: int, words: Words) -> Iterator[Flowable]:
    if waits is None or not waits.meeting.base:
        return
    _ = words.text
    told = [
        f"{name}: {HIDDEN if is_small(wait.count, least) else say_wait(words, wait)}"
        for name, wait in (
            (_("first meeting"), waits.meeting),
            (_("first placement"), waits.placement),
            (_("first job"), waits.job),
        )
    ]
    yield paragraph(
        _("Days from registration, the median of those who got there"), style.SMALL_HEADING
    )
    yield paragraph(f"{'; '.join(told)}.", style.CELL)
    yield Spacer(1, 2 * mm)


def _others(series: Sequence[Series], words: Words) -> Iterator[Flowable]:
    if not series:
        return
    yield Spacer(1, 1 * mm)
    yield paragraph(
        words.text("Beside it: what others have counted, each as they define it"),
        style.SMALL_HEADING,
    )
    for one in series:
        name = f"{shortened(one.name, 80)} ({label(words, one.kind)})"
        figures = " ".join(filter(None, (_span(one, words) + ".", say_mean(words, one))))
        yield paragraph(f"{name}: {figures}", style.CELL)
        about = [one.definition, words.text("Source: %(text)s") % {"text": one.source}]
        yield paragraph(shortened(" ".join(about if one.source else about[:1]), 300), style.NOTE)


def _span(one: Series, words: Words) -> str:
    """A goal that was the same every year is said once."""
    if len(one.years) > 1 and len(set(one.per_mille.values())) == 1 and not one.bases:
        first, last = one.years[0], one.years[-1]
        same = Series(name="", definition="", per_mille={str(last): one.per_mille[str(last)]})
        return f"{first}–{say_series(words, same)}"
    return say_series(words, one)
