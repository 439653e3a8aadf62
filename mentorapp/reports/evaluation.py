"""The evaluation of a scheme: what newcomers and mentors answered, with nobody's name or words."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, PageTemplate, Spacer

from mentorapp.domain.evaluation import Distribution, Evaluation, ItemFigures
from mentorapp.domain.office import Office
from mentorapp.domain.quarters import Period
from mentorapp.domain.questionnaires import Moment, Respondent
from mentorapp.domain.schemes import Scheme
from mentorapp.reports import style
from mentorapp.reports.bars import Bar
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.tables import Arranged, DataTable
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.evaluation import (
    say_back,
    say_band,
    say_change,
    say_definitions,
    say_number,
    say_who,
)
from mentorapp.words.labels import label
from mentorapp.words.periods import say_period
from mentorapp.words.questionnaires import question
from mentorapp.words.small_numbers import say_hidden

_WIDTH, _ANSWER, _BAR = 170, 83, 13
_GAP = 5
_COLUMN = (_WIDTH - _ANSWER) / len(Moment)
#: Newcomers first: the scheme is there for them.
_ORDER = (Respondent.NEWCOMER, Respondent.MENTOR)


def evaluation_report(
    figures: Evaluation,
    office: Office,
    scheme: Scheme,
    period: Period,
    words: Words,
    today: date,
    since: tuple[str, ...] = (),
) -> bytes:
    """A4; the tables of newcomers, then those of mentors, then what the numbers are of."""
    title = words.text("Evaluation of a scheme")
    about = [
        shortened(office.name, 80),
        shortened(scheme.name(words.language), 80),
        say_period(words, period),
        words.text("Counted on %(date)s") % {"date": words.date(today)},
    ]
    story: list[Flowable] = [
        paragraph(title, style.TITLE),
        paragraph(" · ".join(map(isolated, filter(None, about))), style.SUBTITLE),
    ]
    if figures.has_data:
        for who in _ORDER:
            story += _half(figures, who, words)
        story += [paragraph(text, style.NOTE) for text in (*since, *_notes(words, figures.least))]
    else:
        story.append(
            paragraph(words.text("Nobody was asked in this scheme and period."), style.BODY)
        )

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, office.name)

    return build(
        [PageTemplate("page", [frame(20, 14, 20 + _WIDTH, 281)], onPage=begin)],
        story,
        title=title,
        author=office.name,
        language=words.language,
    )


def _half(figures: Evaluation, who: Respondent, words: Words) -> Iterator[Flowable]:
    yield paragraph(say_who(words, who), style.HEADING)
    yield _pages(figures, who, words)
    for one in figures.items[who]:
        if any(told.people != 0 for told in one.at.values()):
            yield KeepTogether([Spacer(1, 1.6 * mm), *_item(one, words)])
    yield Spacer(1, 2.5 * mm)


def _pages(figures: Evaluation, who: Respondent, words: Words) -> Flowable:
    _ = words.text
    told = [figures.back[who, when] for when in Moment]
    return _table(
        [
            _head(_("Questionnaires"), words),
            [
                paragraph(_("Answered, of those given out"), style.CELL),
                *(paragraph(say_back(words, one) if one.given else "–", style.CELL_RIGHT)
                  for one in told),
            ],
        ]
    )  # fmt: skip


def _item(one: ItemFigures, words: Words) -> Iterator[Flowable]:
    """Answer by answer at each moment, a bar beside each number; then how it changed."""
    _ = words.text
    told = [one.at.get(when, Distribution()) for when in Moment]
    counts = [dict(each.counts) for each in told]
    rows = [_head(question(words, one.asked.item), words)]
    for band in _bands(told):
        cells: list[Flowable] = [paragraph(say_band(words, one.asked, band), style.CELL)]
        cells += [
            _cell(of.get(band, 0), each, words) for of, each in zip(counts, told, strict=True)
        ]
        rows.append(cells)
    rows.append(_last(_("Answers"), [_people(each, words) for each in told]))
    if any(each.mean is not None for each in told):
        means = ["" if each.mean is None else words.number(each.mean) for each in told]
        rows.append(_last(_("Mean"), means))
    yield _table(rows)
    if one.change is not None:
        yield Spacer(1, 0.8 * mm)
        yield paragraph(say_change(words, one.change), style.CELL)


def _bands(told: Sequence[Distribution]) -> list[Any]:
    return next(([band for band, _n in each.counts] for each in told if each.counts), [])


def _cell(count: int | None, told: Distribution, words: Words) -> Flowable:
    if told.people in (None, 0):
        return paragraph("", style.CELL)
    number = paragraph(say_number(words, count), style.CELL_RIGHT)
    bar = Bar(count or 0, told.people or 1, _BAR) if count is not None else ""
    made = Arranged(
        [["", bar, number]], colWidths=[_GAP * mm, _BAR * mm, (_COLUMN - _BAR - _GAP) * mm]
    )
    made.setStyle(_TIGHT)
    return made


def _people(told: Distribution, words: Words) -> str:
    return "–" if told.people == 0 else say_number(words, told.people)


def _last(name: str, cells: Sequence[str]) -> list[Flowable]:
    return [
        paragraph(name, style.CELL_BOLD),
        *(paragraph(cell, style.CELL_BOLD_RIGHT) for cell in cells),
    ]


def _head(name: str, words: Words) -> list[Flowable]:
    moments = [label(words, when) for when in Moment]
    return [
        paragraph(name, style.CELL_BOLD),
        *(paragraph(one, style.HEAD_RIGHT) for one in moments),
    ]


_TIGHT: tuple[tuple[Any, ...], ...] = (
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
)


def _table(rows: list[list[Flowable]]) -> Flowable:
    lengths = [_ANSWER * mm, *([_COLUMN * mm] * len(Moment))]
    made = DataTable(rows, lengths, repeatRows=1, row_heads=(0,))
    made.setStyle(
        [
            *_TIGHT,
            ("TOPPADDING", (0, 0), (-1, -1), 0.6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.6),
            ("LINEBELOW", (0, 0), (-1, 0), 0.6, style.MUTED),
            ("LINEBELOW", (0, 1), (-1, -1), 0.3, style.LINE),
            style.NO_HELVETICA,
        ]
    )
    return made


def _notes(words: Words, least: int) -> Iterator[str]:
    yield from say_definitions(words)
    yield say_hidden(words, least)
