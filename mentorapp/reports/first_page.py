"""The first page of a report on a period: key figures, goals, comment, a place to sign.

A manager reads it alone, so it is one page whatever there is, and its type is not made smaller
for it: what has no room stands behind it, and the page says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepInFrame, Spacer

from mentorapp.domain.report_data import GoalTold, PeriodReport
from mentorapp.domain.sections import Breakdown, Hidden
from mentorapp.reports import style
from mentorapp.reports.figures import MINUS
from mentorapp.reports.key_figures import goal_table, key_figure_table, without_empty
from mentorapp.reports.tables import Arranged
from mentorapp.reports.text import isolated, paragraph, shortened
from mentorapp.words import Words
from mentorapp.words.period_reports import figure_name
from mentorapp.words.sections import say_part
from mentorapp.words.small_numbers import say_hidden

WIDTH, HEIGHT = 170, 264  # mm
#: Nobody reads more than these on a page of figures; all of them stand behind.
_GOALS = 6


@dataclass(frozen=True, slots=True)
class FirstPage:
    """``behind`` is what had no room and stands on the next page; ``all_goals`` says whether every
    goal stands here.
    """

    page: Flowable
    behind: tuple[Flowable, ...]
    all_goals: bool


def first_page(
    report: PeriodReport,
    words: Words,
    title: str,
    printed_on: date,
    charts: Sequence[Flowable] = (),
) -> FirstPage:
    """What there is no data of is left out. Comment goes before goals, and goals before charts."""
    head = [
        paragraph(title, style.TITLE),
        paragraph(_subtitle(report, words, printed_on), style.SUBTITLE),
        *_figures(report, words),
    ]
    foot = [*_signs(report, words), Spacer(1, 9 * mm), _signature(words)]
    room = (HEIGHT - 1) * mm - _high(head) - _high(foot)
    behind: list[Flowable] = []
    comment = _comment(report, words)
    if _high(comment) > room:
        behind += comment
        comment = _said(words.text("The coordinator's comment: see the next page."))
    room -= _high(comment)
    goals, all_goals = _goals(report.goals, words, room)
    drawn = [Spacer(1, 4 * mm), *charts] if charts else []
    if _high(drawn) > room - _high(goals):
        behind += drawn
        drawn = []
    story = [*head, *goals, *drawn, *comment, *foot]
    page = KeepInFrame(WIDTH * mm, (HEIGHT - 1) * mm, story, mode="shrink")
    return FirstPage(page, tuple(behind), all_goals)


def _subtitle(report: PeriodReport, words: Words, printed_on: date) -> str:
    """To whom, from which office, on what and of when."""
    _ = words.text
    dates = {"first": words.date(report.period.first), "last": words.date(report.until)}
    period = _("%(first)s to %(last)s") if report.finished else _("so far, %(first)s to %(last)s")
    committee = isolated(shortened(report.office.committee, 80))
    parts = [
        _("To %(committee)s") % {"committee": committee} if committee else "",
        shortened(report.office.name, 80),
        isolated(shortened(report.scheme.name(words.language), 60)) if report.scheme else "",
        period % dates,
        _("Printed %(date)s") % {"date": words.date(printed_on)},
    ]
    return " · ".join(part for part in parts if part)


def _figures(report: PeriodReport, words: Words) -> list[Flowable]:
    """What there is to tell; before the office had anybody, that there is nothing."""
    if not report.groups:
        return [paragraph(words.text("There is nothing to count yet."), style.BODY)]
    return [key_figure_table(report, words), *_ends(report, words)]


def _ends(report: PeriodReport, words: Words) -> list[Flowable]:
    """Why pairings ended early and who wanted it."""
    told = [f"{figure_name(words, one.key)}: {_tally(one, words)}." for one in report.ends]
    return [Spacer(1, 1.5 * mm), paragraph(" ".join(told), style.CELL)] if told else []


def _tally(part: Breakdown, words: Words) -> str:
    return ", ".join(say_part(words, one, count) for one, count in part.told)


def _comment(report: PeriodReport, words: Words) -> list[Flowable]:
    if not report.comment:
        return []
    heading = paragraph(words.text("From the coordinator"), style.SMALL_HEADING)
    # Bound to a comment longer than a page it would leave a page empty.
    heading.keepWithNext = 0
    return [Spacer(1, 2 * mm), heading, paragraph(isolated(report.comment), style.CELL)]


def _goals(goals: Sequence[GoalTold], words: Words, room: float) -> tuple[list[Flowable], bool]:
    """As many goals as have room, and whether these are all."""
    if not goals:
        return [], True
    more = _said(words.text("All %(n)d goals stand on the pages behind.") % {"n": len(goals)})
    for many in range(min(len(goals), _GOALS), 0, -1):
        every = many == len(goals)
        made = [Spacer(1, 2.5 * mm), goal_table(goals[:many], words), *([] if every else more)]
        if _high(made) <= room:
            return made, every
    return more, False


def _said(text: str) -> list[Flowable]:
    return [Spacer(1, 1.5 * mm), paragraph(text, style.NOTE)]


def _signs(report: PeriodReport, words: Words) -> list[Flowable]:
    """What the signs on this page mean; the pages behind explain theirs."""
    figures = [one for group in report.groups for one in group.figures]
    columns = [
        [one.now for one in figures],
        *without_empty([one.before for one in figures], [one.year_before for one in figures]),
    ]
    values = [value for column in columns for value in column]
    hides = [
        *(isinstance(value, Hidden) for value in values),
        *(one.hides for one in report.ends),
        *(one.hidden for one in report.goals),
    ]
    told = [say_hidden(words, report.office.least_shown)] if any(hides) else []
    if None in values:
        quoted = words.text("“%(text)s”") % {"text": MINUS}
        told.append(words.text("%(sign)s there was nothing to count.") % {"sign": quoted})
    return _said(" ".join(told)) if told else []


def _signature(words: Words) -> Flowable:
    _ = words.text
    table = Arranged(
        [
            [
                paragraph(_("Place and date"), style.NOTE),
                "",
                paragraph(_("Read and approved"), style.NOTE),
            ]
        ],
        colWidths=[60 * mm, 20 * mm, 90 * mm],
        rowHeights=[7 * mm],
    )
    looks: list[Any] = [("LEFTPADDING", (0, 0), (-1, -1), 0)]
    looks += [("LINEABOVE", (at, 0), (at, 0), 0.6, style.MUTED) for at in (0, 2)]
    table.setStyle(looks)
    return table


def _high(blocks: Sequence[Flowable]) -> float:
    """In points; spaces between two blocks are counted twice at most."""
    return sum(
        one.wrap(WIDTH * mm, HEIGHT * mm)[1]
        + (one.getSpaceBefore() or 0)
        + (one.getSpaceAfter() or 0)
        for one in blocks
    )
