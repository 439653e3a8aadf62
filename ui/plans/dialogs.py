"""The forms of a plan: a goal, a step, how far a goal was reached."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InvalidField, Refused
from mentorapp.domain.plans import ATTAINMENT, PlanGoal, PlanGoalKind, PlanStep, StepOwner
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.plans import say_attainment
from mentorapp.words.refusals import explain
from ui.widgets.choices import values
from ui.widgets.date_field import DateField
from ui.widgets.fields import CheckField, ChoiceField, NotesField, TextField
from ui.widgets.form_dialog import FormDialog


class _PlanDialog(FormDialog):
    completed = Signal(object)
    """What is to be saved."""

    def say(self, refused: Refused) -> None:
        """Why the office did not save it, at the field where that is known."""
        field = refused.field if isinstance(refused, InvalidField) else ""
        self.refuse(explain(self.words, refused), field)


class GoalDialog(_PlanDialog):
    """Sets a goal or changes one."""

    def __init__(
        self, words: Words, today: date, goal: PlanGoal, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, words.text("Goal in the plan"), parent=parent)
        self.setMinimumWidth(640)
        self._start = goal
        self.text = NotesField(500, 2)
        self.kind = ChoiceField(values(words, PlanGoalKind))
        self.set_on = DateField(words, today)
        self.due = DateField(words, today)
        self.notes = NotesField(10_000, 3)
        for field in (self.kind, self.set_on, self.due):
            field.setMaximumWidth(240)
        self.add_group("", words.text("In the person’s own words, as far as they go."))
        self.add_row("text", words.text("Goal"), self.text, required=True)
        for name in ("kind", "set_on", "due", "notes"):
            self.add_row(name, field_label(words, name), getattr(self, name))
        for name in ("text", "kind", "set_on", "due", "notes"):
            getattr(self, name).set_value(getattr(goal, name))
        self.start_afresh()
        self.submitted.connect(lambda: self.completed.emit(self.goal()))

    def goal(self) -> PlanGoal:
        """What the fields say."""
        return replace(
            self._start,
            text=self.text.value(),
            kind=self.kind.value(),
            set_on=self.set_on.value() or self._start.set_on,
            due=self.due.value(),
            notes=self.notes.value(),
        )


class StepDialog(_PlanDialog):
    """Adds a step to a goal or changes one."""

    def __init__(
        self, words: Words, today: date, step: PlanStep, about: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, words.text("Step in the plan"), parent=parent)
        self.setMinimumWidth(640)
        self._start = step
        self.text = NotesField(500, 2)
        self.owner = ChoiceField(values(words, StepOwner))
        self.owner_name = TextField(200)
        self.due = DateField(words, today)
        self.done_on = DateField(words, today)
        for field in (self.owner, self.due, self.done_on):
            field.setMaximumWidth(240)
        self.add_group("", about)
        self.add_row("text", words.text("Step"), self.text, required=True)
        for name in ("owner", "owner_name", "due", "done_on"):
            self.add_row(name, field_label(words, name), getattr(self, name))
        for name in ("text", "owner", "owner_name", "due", "done_on"):
            getattr(self, name).set_value(getattr(step, name))
        self.start_afresh()
        self.submitted.connect(lambda: self.completed.emit(self.step()))

    def step(self) -> PlanStep:
        """What the fields say."""
        return replace(
            self._start,
            text=self.text.value(),
            owner=self.owner.value(),
            owner_name=self.owner_name.value(),
            due=self.due.value(),
            done_on=self.done_on.value(),
        )


class AttainmentDialog(_PlanDialog):
    """How far a goal was reached; `completed` gives (attainment or None, whether to close)."""

    def __init__(self, words: Words, goal: PlanGoal, parent: QWidget | None = None) -> None:
        super().__init__(words, words.text("How far was the goal reached?"), parent=parent)
        self.attainment = ChoiceField(
            [(None, "–"), *((step, say_attainment(words, step)) for step in ATTAINMENT)]
        )
        self.attainment.set_value(goal.attainment)
        self.closing = CheckField(words.text("Take the goal out of the plan"))
        self.closing.set_value(goal.closed_on is not None)
        self.add_group("", goal.text)
        self.add_row("attainment", field_label(words, "attainment"), self.attainment)
        self.add_row("closed_on", words.text("Close"), self.closing)
        self.start_afresh()
        self.submitted.connect(
            lambda: self.completed.emit((self.attainment.value(), self.closing.value()))
        )
