"""The plan as the person gets it: each goal with its steps, who, by when, and how far.

It says of itself that it is not the plan or contract that the law asks for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from mentorapp.domain.office import Office
from mentorapp.domain.plans import ATTAINMENT, PlanGoal, PlanStep, StepOwner
from mentorapp.reports import style
from mentorapp.reports.own_paper import SMALL, WIDTH, own_paper
from mentorapp.reports.tables import LongDataTable
from mentorapp.reports.tagging import content
from mentorapp.reports.text import paragraph, shortened
from mentorapp.words import N_, Words
from mentorapp.words.labels import label
from mentorapp.words.plans import say_attainment

_COLUMNS = [9, 86, 43, 32]  # mm, together WIDTH
#: Points, so that the scale stands in one line in every language.
_SMALL = 8
_MINE = {
    StepOwner.NEWCOMER: N_("me"),
    StepOwner.MENTOR: N_("my mentor"),
    StepOwner.OFFICE: N_("the office"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalOnPaper:
    """A goal and its steps, in the order printed."""

    goal: PlanGoal
    steps: tuple[PlanStep, ...]


def plan_paper(
    name: str, goals: Sequence[GoalOnPaper], office: Office, words: Words, printed_on: date
) -> bytes:
    """One page for a few goals; more where there are many."""
    _ = words.text
    body = [
        paragraph(
            _(
                "This is your own plan. It is not the integration plan or contract that the law "
                "asks for, and it gives no rights or duties."
            ),
            SMALL,
        ),
        *(part for one in goals for part in _goal(one, words)),
    ]
    return own_paper(_("My plan"), name, body, office, words, printed_on)


def _goal(one: GoalOnPaper, words: Words) -> Iterator[Flowable]:
    _ = words.text
    goal = one.goal
    about = [label(words, goal.kind).capitalize()]
    if goal.due is not None:
        about.append(_("by %(date)s") % {"date": words.date(goal.due)})
    head = [
        paragraph(shortened(goal.text, 300), style.HEADING_LARGE),
        paragraph(" · ".join(about), SMALL),
    ]
    scale = [
        paragraph(_("How far have I come? 2 is what we hoped for."), SMALL),
        _Scale(goal.attainment, words),
    ]
    if not one.steps:
        yield KeepTogether([*head, *scale])
        return
    yield KeepTogether(head)
    yield _steps(one.steps, words)
    yield KeepTogether([Spacer(1, 2 * mm), *scale])


def _steps(steps: Sequence[PlanStep], words: Words) -> LongDataTable:
    _ = words.text
    rows: list[list[Any]] = [
        [
            "",
            paragraph(_("Step"), style.HEAD),
            paragraph(_("Who"), style.HEAD),
            paragraph(_("By when"), style.HEAD),
        ]
    ]
    rows += [
        [
            _Box(step.done_on is not None),
            paragraph(shortened(step.text, 300), style.BODY),
            paragraph(_who(step, words), style.BODY),
            paragraph(_when(step, words), style.BODY),
        ]
        for step in steps
    ]
    table = LongDataTable(
        rows, colWidths=[width * mm for width in _COLUMNS], repeatRows=1, row_heads=(1,)
    )
    table.setStyle(style.RULED)
    return table


def _who(step: PlanStep, words: Words) -> str:
    if step.owner is StepOwner.OTHER:
        return shortened(step.owner_name, 60)
    said = words.text(_MINE[step.owner])
    return f"{said} ({shortened(step.owner_name, 60)})" if step.owner_name else said


def _when(step: PlanStep, words: Words) -> str:
    if step.done_on is not None:
        return words.text("done %(date)s") % {"date": words.date(step.done_on)}
    return words.date(step.due) if step.due is not None else ""


class _Box(Flowable):
    """A box to tick, 4 mm, with a tick in it when it is done."""

    def __init__(self, ticked: bool) -> None:
        super().__init__()
        self._ticked = ticked

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        return 5 * mm, 5 * mm

    def draw(self) -> None:
        self.canv.setStrokeColor(style.INK)
        self.canv.setLineWidth(0.8)
        self.canv.rect(0, 0.4 * mm, 4 * mm, 4 * mm)
        if self._ticked:
            _tick(self.canv, 0, 0.4 * mm)


class _Scale(Flowable):
    """The five steps of the scale in a row, each with its box."""

    def __init__(self, attainment: int | None, words: Words) -> None:
        super().__init__()
        self._attainment = attainment
        self._ticked = words.text("ticked")
        self._texts = [say_attainment(words, step) for step in ATTAINMENT]

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's
        return WIDTH * mm, 8 * mm

    def draw(self) -> None:
        from mentorapp.reports.fonts import REGULAR

        widths = [self.canv.stringWidth(text, REGULAR, _SMALL) + 5 * mm for text in self._texts]
        gap = (WIDTH * mm - sum(widths)) / (len(widths) - 1)
        left = 0.0
        for step, (text, wide) in enumerate(zip(self._texts, widths, strict=True)):
            self.canv.setStrokeColor(style.INK)
            self.canv.setFillColor(style.INK)
            self.canv.setLineWidth(0.8)
            if step == self._attainment:
                with content(self.canv, "Figure", self._ticked):
                    self.canv.rect(left, 2 * mm, 4 * mm, 4 * mm)
                    _tick(self.canv, left, 2 * mm)
            else:
                self.canv.rect(left, 2 * mm, 4 * mm, 4 * mm)
            with content(self.canv):
                self.canv.setFont(REGULAR, _SMALL)
                self.canv.drawString(left + 5 * mm, 2.8 * mm, text)
            left += wide + gap


def _tick(canvas: Any, left: float, bottom: float) -> None:  # noqa: ANN401 - ReportLab's own
    canvas.setLineWidth(1.2)
    canvas.lines(
        [
            (left + 0.8 * mm, bottom + 2 * mm, left + 1.7 * mm, bottom + 0.9 * mm),
            (left + 1.7 * mm, bottom + 0.9 * mm, left + 3.4 * mm, bottom + 3.3 * mm),
        ]
    )
