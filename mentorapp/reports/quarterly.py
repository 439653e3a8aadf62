"""The quarterly report: one page of figures for managers, with what each figure is of.

It names nobody, and its first page breaks nothing down by gender, age or area: in a scheme with a
few dozen pairs small numbers would show persons.
"""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, PageBreak, PageTemplate, Spacer, Table

from mentorapp.domain.office import Office
from mentorapp.domain.sections import Section
from mentorapp.domain.statistics import PeriodFigures
from mentorapp.reports import style
from mentorapp.reports.figures import DEFINITIONS, ended_early, groups, hidden_note
from mentorapp.reports.page import NumberedCanvas, build, frame
from mentorapp.reports.period_charts import period_charts
from mentorapp.reports.period_table import period_table
from mentorapp.reports.sections import section_blocks
from mentorapp.reports.text import paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.periods import say_period

_WIDTH, _HEIGHT = 170, 264  # mm
_QUARTERS_IN_CHART = 8


def quarterly_report(
    figures: Sequence[PeriodFigures],
    office: Office,
    words: Words,
    printed_on: date,
    sections: Sequence[Section] = (),
) -> bytes:
    """``figures`` are quarters in a row, oldest first; the last one is reported.

    The one before it, if it is there, gives the changes; up to eight stand in the charts. What
    else was counted in the quarter follows on pages of its own: the first stays one that a
    manager reads alone.
    """
    if not figures:
        raise ValueError("no quarter to report")
    _ = words.text
    now = figures[-1]
    before = _quarter_before(figures)
    title = _("Quarterly report")
    lines, why = groups(now, before, words), ended_early(now, words)
    story: list[Flowable] = [
        paragraph(f"{title}: {say_period(words, now.period)}", style.TITLE),
        paragraph(_subtitle(now, office, words, printed_on), style.SUBTITLE),
        period_table(lines, now, words),
        Spacer(1, 3 * mm),
    ]
    if why:
        story += [paragraph(why, style.CELL), Spacer(1, 3 * mm)]
    story += [_charts(figures[-_QUARTERS_IN_CHART:], words), Spacer(1, 3 * mm)]
    story += [paragraph(_(definition), style.NOTE) for definition in DEFINITIONS]
    story += [
        paragraph(text, style.NOTE)
        for text in (hidden_note(lines, why, words), _small_print(words))
        if text
    ]

    def begin(canvas: Canvas, _document: object) -> None:
        assert isinstance(canvas, NumberedCanvas)  # noqa: S101 - for the type checker
        if not canvas.group:
            canvas.begin_group(words, office.name)

    page = PageTemplate("page", [frame(20, 15, 20 + _WIDTH, 15 + _HEIGHT)], onPage=begin)
    return build(
        [page],
        [
            KeepInFrame(_WIDTH * mm, (_HEIGHT - 1) * mm, story, mode="shrink"),
            *_more(sections, now, office, words),
        ],
        title=f"{title} {now.period}",
        author=office.name,
        language=words.language,
    )


def _more(
    sections: Sequence[Section], now: PeriodFigures, office: Office, words: Words
) -> list[Flowable]:
    blocks = section_blocks(sections, office, words)
    if not blocks:
        return []
    heading = words.text("What else was done: %(period)s") % {
        "period": say_period(words, now.period)
    }
    return [PageBreak(), paragraph(heading, style.SUBJECT), *blocks]


def _quarter_before(figures: Sequence[PeriodFigures]) -> PeriodFigures | None:
    wanted = figures[-1].period.previous()
    return next((one for one in figures if one.period == wanted), None)


def _subtitle(now: PeriodFigures, office: Office, words: Words, printed_on: date) -> str:
    _ = words.text
    dates = {"first": words.date(now.period.first), "last": words.date(now.until)}
    period = _("%(first)s to %(last)s") if now.finished else _("so far, %(first)s to %(last)s")
    parts = [
        shortened(office.name, 80),
        period % dates,
        _("Printed %(date)s") % {"date": words.date(printed_on)},
    ]
    return " · ".join(part for part in parts if part)


def _small_print(words: Words) -> str:
    return words.text(
        "Figures are counted as things stood on the last day counted. On this page they are not "
        "broken down by gender, age or area, because small numbers could show who somebody is."
    )


def _charts(figures: Sequence[PeriodFigures], words: Words) -> Table:
    _ = words.text
    return period_charts(
        figures,
        [
            (_("Pairings running"), lambda one: one.pairings_running),
            (_("Meetings in the quarter"), lambda one: one.meetings),
        ],
        56,
        words,
    )
