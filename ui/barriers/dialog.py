"""The tick list of barriers on a day."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.barriers import Barrier, BarrierCheck
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from ui.format import capital
from ui.widgets.checks_field import ChecksField
from ui.widgets.date_field import DateField, Lean
from ui.widgets.form_dialog import FormDialog


class BarriersDialog(FormDialog):
    """What stands in the way; nothing ticked is an answer too."""

    def __init__(
        self, words: Words, today: date, check: BarrierCheck, parent: QWidget | None = None
    ) -> None:
        _ = words.text
        super().__init__(words, _("What stands in the way?"), parent=parent)
        self._start = check
        self.checked_on = DateField(words, today, Lean.PAST)
        self.barriers = ChecksField([(one, capital(label(words, one))) for one in Barrier])
        self.add_group(
            "",
            _(
                "Tick what keeps the person from taking part. Leave all empty when nothing does. "
                "Health is not asked about."
            ),
        )
        self.add_row("checked_on", field_label(words, "checked_on"), self.checked_on)
        self.add_row("barriers", _("Barriers"), self.barriers)
        self.checked_on.set_value(check.checked_on)
        self.barriers.set_value(check.barriers)

    def check(self) -> BarrierCheck:
        """What the fields say."""
        return replace(
            self._start,
            checked_on=self.checked_on.value() or self._start.checked_on,
            barriers=self.barriers.value(),
        )
