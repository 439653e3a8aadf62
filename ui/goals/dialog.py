"""The form of a goal: what is wanted, of what, by when, who sees to it, what came of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.goals import SHARES, GoalUnit, Measure, OfficeGoal
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import ChoiceField, NotesField, NumberField, TextField
from ui.widgets.kept_list import RecordForm

_MOST = 1_000_000
Choices = Sequence[tuple[UUID | None, str]]


class GoalDialog(RecordForm):
    """Sets a goal or changes one."""

    def __init__(
        self,
        words: Words,
        today: date,
        goal: OfficeGoal | None,
        schemes: Choices,
        projects: Choices,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Goal of the office"), parent=parent)
        self._start = goal or OfficeGoal(
            title="",
            measure=Measure.PAIRINGS,
            target=1,
            from_date=date(today.year, 1, 1),
            to_date=date(today.year, 12, 31),
        )
        self.title = TextField(200)
        self.measure = ChoiceField([(one, label(words, one)) for one in Measure])
        self.scheme_id = ChoiceField([(None, _("All schemes")), *schemes])
        self.project_id = ChoiceField([(None, _("All projects")), *projects])
        self.unit = ChoiceField([(one, label(words, one)) for one in GoalUnit])
        self.target = TextField(12)
        self.base = NumberField(1, 100 * _MOST, optional=True)
        self.base_note = TextField(200)
        self.stated = TextField(200)
        self.from_date = DateField(words, today, lean=Lean.NEAREST)
        self.to_date = DateField(words, today, lean=Lean.NEAREST)
        self.owner = TextField(200)
        self.typed_result = NumberField(0, _MOST, optional=True)
        self.result_note = NotesField(4000, 3)
        for field in (self.unit, self.target, self.base, self.typed_result):
            field.setMaximumWidth(220)
        self._add_rows()
        self._show()
        self.measure.changed.connect(self._fit)

    def record(self) -> OfficeGoal:
        """What the fields say; percent are kept as per mille."""
        unit = self.unit.value()
        return replace(
            self._start,
            title=self.title.value(),
            measure=self.measure.value(),
            scheme_id=self.scheme_id.value(),
            project_id=self.project_id.value(),
            unit=unit,
            target=_number(self.target.value(), 10 if unit is GoalUnit.SHARE else 1),
            base=self.base.number(),
            base_note=self.base_note.value(),
            stated=self.stated.value(),
            from_date=self.from_date.value() or self._start.from_date,
            to_date=self.to_date.value() or self._start.to_date,
            owner=self.owner.value(),
            typed_result=self.typed_result.number(),
            result=self.result_note.value(),
        )

    def _add_rows(self) -> None:
        words, _ = self.words, self.words.text
        self.add_group(_("What is wanted"))
        self._row("title", required=True)
        self._row("measure")
        self.add_row("scheme_id", field_label(words, "scheme"), self.scheme_id)
        self.add_row("project_id", field_label(words, "project"), self.project_id)
        self.add_row("goal_unit", field_label(words, "goal_unit"), self.unit)
        self._row(
            "target",
            _("A number; a percentage for a share, like 3 or 2.5; 7 for one in 7"),
            required=True,
        )
        self._row("base", _("What a share is of, where the program does not know it"))
        self._row("base_note")
        self._row("stated", _("As the plan has it; printed beside the exact figure"))
        self.add_group(_("By when, and who"))
        for name in ("from_date", "to_date"):
            self._row(name)
        self.add_row("goal_owner", field_label(words, "goal_owner"), self.owner)
        self.add_group(_("What came of it"))
        self._row("typed_result", _("Goes before the figure that the program counts"))
        self.add_row(
            "result",
            field_label(words, "result"),
            self.result_note,
            _("With a result the goal is no longer on the list of the day"),
        )

    def _row(self, name: str, hint: str = "", *, required: bool = False) -> None:
        self.add_row(
            name, field_label(self.words, name), getattr(self, name), hint, required=required
        )

    def _show(self) -> None:
        start = self._start
        for name in ("title", "measure", "scheme_id", "project_id", "unit", "base_note", "stated"):
            getattr(self, name).set_value(getattr(start, name))
        self.result_note.set_value(start.result)
        for name in ("from_date", "to_date", "owner"):
            getattr(self, name).set_value(getattr(start, name))
        share = start.unit is GoalUnit.SHARE
        self.target.set_value(f"{start.target / 10:g}" if share else str(start.target))
        self.base.set_number(start.base)
        self.typed_result.set_number(start.typed_result)

    def _fit(self) -> None:
        """What the program counts as a share cannot be wanted as a number."""
        if self.measure.value() in SHARES and self.unit.value() is GoalUnit.COUNT:
            self.unit.set_value(GoalUnit.SHARE)


def _number(text: str, times: int) -> int:
    """0, which the office refuses, for what is no number."""
    try:
        return round(float(text.replace(",", ".").rstrip(" %")) * times)
    except (ValueError, OverflowError):
        return 0
