"""How goals and steps are told in the tab: columns."""

from collections.abc import Callable
from datetime import date

from mentorapp.domain.plans import PlanStep
from mentorapp.operations.plans import GoalRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.plans import say_attainment, say_owner, say_step_state
from ui.format import capital, one_line
from ui.theme import Tone
from ui.widgets.table import Column


def goal_columns(words: Words) -> list[Column[GoalRow]]:
    """Open goals first."""
    _ = words.text
    return [
        Column(
            _("Goal"),
            lambda row: one_line(row.goal.text),
            lambda row: (row.goal.closed_on is not None, row.goal.set_on),
            width=420,
        ),
        Column(_("Kind"), lambda row: capital(label(words, row.goal.kind)), width=100),
        Column(_("How far reached"), lambda row: reached(words, row), width=280),
    ]


def reached(words: Words, row: GoalRow) -> str:
    """The step of the scale, and the day it was closed."""
    said = say_attainment(words, row.goal.attainment) if row.goal.attainment is not None else ""
    if row.goal.closed_on is None:
        return said
    closed = words.text("closed %(date)s") % {"date": words.date(row.goal.closed_on)}
    return f"{said}, {closed}" if said else closed


def step_columns(words: Words, today: Callable[[], date]) -> list[Column[PlanStep]]:
    """In the order in which they are due."""
    _ = words.text
    return [
        Column(
            _("Step"),
            lambda step: one_line(step.text),
            lambda step: (step.due is None, step.due or date.max),
            width=380,
        ),
        Column(_("Who does it"), lambda step: capital(say_owner(words, step)), width=170),
        Column(_("By when"), lambda step: words.date(step.due), lambda step: step.due, width=110),
        Column(
            _("Status"),
            lambda step: say_step_state(words, step, today()),
            width=220,
            badge=lambda step: _tone(step, today()),
        ),
    ]


def _tone(step: PlanStep, today: date) -> Tone:
    if step.done_on is not None:
        return Tone.OK
    return Tone.WARN if step.due is not None and step.due < today else Tone.INFO
