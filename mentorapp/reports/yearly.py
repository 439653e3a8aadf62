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
from mentorapp.domain.report_data import PeriodReport
from mentorapp.domain.report_tables import ReportTable
from mentorapp.reports import style
from mentorapp.reports.first_page import HEIGHT, WIDTH, first_page
from mentorapp.reports.goals_table import GoalLine, goals_table
from mentorapp.reports.outcomes import OutcomeValues, outcome_blocks
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.period_report import chart_row, period_blocks
from mentorapp.reports.sections import in_work_notes
from mentorapp.reports.tabled import blocks_of_tables, since_blocks
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.periods import say_period
from mentorapp.words.small_numbers import HIDDEN, say_hidden


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody who agreed that they are printed, and how he is named beside them."""

    text: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyValues:
    """``period`` is the year as any period is reported; ``tables`` are beside it."""

    office: Office
    period: PeriodReport
    outcomes: OutcomeValues | None = None
    goals: tuple[GoalLine, ...] = ()
    tables: tuple[ReportTable, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    since: tuple[str, ...] = ()


def yearly_report(values: YearlyValues, words: Words, printed_on: date) -> bytes:
    """A4, several pages; what there is nothing to tell of is left out."""
    _ = words.text
    title = _("Yearly report")
    called = f"{title} {say_period(words, values.period.period)}"
    first = first_page(values.period, words, called, printed_on, chart_row(values.period, words))
    story: list[Flowable] = [*first.behind, *_goals(values, words)]
    if values.outcomes is not None and values.outcomes.working.cohorts:
        story += [
            _heading(_("Outcomes over years")),
            *outcome_blocks(values.outcomes, words),
        ]
    given = blocks_of_tables(values.tables, words, values.office.least_shown)
    story += period_blocks(values.period, words, given)
    if values.quotations:
        story += [_heading(_("In their own words")), *_quotations(values.quotations, words)]
    if story:
        story = [PageBreak(), *story]

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, values.office.name)

    return build(
        [PageTemplate("page", [frame(20, 15, 20 + WIDTH, 15 + HEIGHT)], onPage=begin)],
        [first.page, *story, *since_blocks(values.since)],
        title=f"{title} {values.period.period}",
        author=values.office.name,
        language=words.language,
    )


def _heading(text: str) -> Flowable:
    return paragraph(text, style.SUBJECT)


def _goals(values: YearlyValues, words: Words) -> list[Flowable]:
    """Goals with their owners and what came of them; the first page tells how far they are."""
    if not values.goals:
        return []
    made = [_heading(words.text("Goals and measures")), goals_table(values.goals, words)]
    if any(one.counts_in_work for one in values.goals):
        made += in_work_notes(values.office, words)
    if any(one.counted == HIDDEN for one in values.goals):
        made.append(paragraph(say_hidden(words, values.office.least_shown), style.NOTE))
    return [*made, Spacer(1, 4 * mm)]


def _quotations(quotations: Sequence[Quotation], words: Words) -> list[Flowable]:
    blocks: list[Flowable] = []
    for one in quotations:
        said = words.text("“%(text)s”") % {"text": isolated(shortened(one.text, 600))}
        credit = f" – {isolated(shortened(one.credit, 80))}" if one.credit else ""
        blocks += [paragraph(said + credit, style.BODY), Spacer(1, 1 * mm)]
    note = words.text("Printed with the consent of those who said it.")
    return [*blocks, paragraph(note, style.NOTE)]
