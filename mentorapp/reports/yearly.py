"""The yearly report to a named committee: the year's figures, the measures, the joint effort.

It names no person. Figures about pairs are those of the quarterly report, counted over the year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, PageTemplate, Spacer

from mentorapp.domain.office import Office
from mentorapp.domain.report_tables import ReportTable
from mentorapp.domain.sections import Section
from mentorapp.domain.statistics import PeriodFigures
from mentorapp.reports import style
from mentorapp.reports.figures import DEFINITIONS, ended_early, groups, hidden_note
from mentorapp.reports.goals_table import GoalLine, goals_table
from mentorapp.reports.outcomes import OutcomeValues, outcome_blocks
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.period_charts import period_charts
from mentorapp.reports.period_table import period_table
from mentorapp.reports.sections import in_work_notes, section_blocks
from mentorapp.reports.tabled import since_blocks, table_blocks
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.periods import say_period
from mentorapp.words.small_numbers import HIDDEN, say_hidden

_WIDTH = 170  # mm


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody who agreed that they are printed, and how he is named beside them."""

    text: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyValues:
    """``figures`` are years in a row, oldest first; the last one is reported."""

    office: Office
    figures: tuple[PeriodFigures, ...]
    outcomes: OutcomeValues | None = None
    sections: tuple[Section, ...] = ()
    goals: tuple[GoalLine, ...] = ()
    tables: tuple[ReportTable, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    since: tuple[str, ...] = ()


def yearly_report(values: YearlyValues, words: Words, printed_on: date) -> bytes:
    """A4, several pages; what there is nothing to tell of is left out."""
    _ = words.text
    now = values.figures[-1]
    before = values.figures[-2] if len(values.figures) > 1 else None
    title = _("Yearly report")
    lines, why = groups(now, before, words), ended_early(now, words)
    hidden = hidden_note(lines, why, words)
    story: list[Flowable] = [
        paragraph(f"{title} {say_period(words, now.period)}", style.TITLE),
        paragraph(_subtitle(values, words, printed_on), style.SUBTITLE),
        _heading(_("Pairs and meetings")),
        period_table(lines, now, words),
        Spacer(1, 2 * mm),
        *([paragraph(why, style.CELL)] if why else []),
        *(paragraph(_(definition), style.NOTE) for definition in DEFINITIONS),
        *([paragraph(hidden, style.NOTE)] if hidden else []),
        Spacer(1, 3 * mm),
        _chart(values.figures, words),
    ]
    if values.outcomes is not None and values.outcomes.working.cohorts:
        story += [
            PageBreak(),
            _heading(_("Outcomes over years")),
            *outcome_blocks(values.outcomes, words),
        ]
    if values.goals:
        story += [
            Spacer(1, 4 * mm),
            _heading(_("Goals and measures")),
            goals_table(values.goals, words),
            *(
                in_work_notes(values.office, words)
                if any(one.counts_in_work for one in values.goals)
                else ()
            ),
            *(
                [paragraph(say_hidden(words), style.NOTE)]
                if any(one.counted == HIDDEN for one in values.goals)
                else ()
            ),
            Spacer(1, 4 * mm),
        ]
    if values.sections:
        story += [
            _heading(_("What else was done")),
            *section_blocks(values.sections, values.office, words),
        ]
    for table in values.tables:
        story += table_blocks(table, words)
        if table.hides:
            story.append(paragraph(say_hidden(words), style.NOTE))
    if values.quotations:
        story += [_heading(_("In their own words")), *_quotations(values.quotations, words)]
    story += since_blocks(values.since)

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, values.office.name)

    return build(
        [PageTemplate("page", [frame(20, 15, 20 + _WIDTH, 279)], onPage=begin)],
        story,
        title=f"{title} {now.period}",
        author=values.office.name,
        language=words.language,
    )


def _heading(text: str) -> Flowable:
    return paragraph(text, style.SUBJECT)


def _subtitle(values: YearlyValues, words: Words, printed_on: date) -> str:
    _ = words.text
    now = values.figures[-1]
    dates = {"first": words.date(now.period.first), "last": words.date(now.until)}
    period = _("%(first)s to %(last)s") if now.finished else _("so far, %(first)s to %(last)s")
    committee = values.office.committee
    parts = [
        _("To %(committee)s") % {"committee": isolated(shortened(committee, 80))}
        if committee
        else "",
        shortened(values.office.name, 80),
        period % dates,
        _("Printed %(date)s") % {"date": words.date(printed_on)},
    ]
    return " · ".join(part for part in parts if part)


def _chart(figures: Sequence[PeriodFigures], words: Words) -> Flowable:
    _ = words.text
    return period_charts(
        figures,
        [
            (_("Pairings started in the year"), lambda one: one.pairings_started),
            (_("Meetings in the year"), lambda one: one.meetings),
        ],
        48,
        words,
    )


def _quotations(quotations: Sequence[Quotation], words: Words) -> list[Flowable]:
    blocks: list[Flowable] = []
    for one in quotations:
        said = words.text("“%(text)s”") % {"text": isolated(shortened(one.text, 600))}
        credit = f" – {isolated(shortened(one.credit, 80))}" if one.credit else ""
        blocks += [paragraph(said + credit, style.BODY), Spacer(1, 1 * mm)]
    note = words.text("Printed with the consent of those who said it.")
    return [*blocks, paragraph(note, style.NOTE)]
