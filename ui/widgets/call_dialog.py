"""Noting a call: with whom, whether there was an answer, what was said."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from mentorapp.domain.calls import Call
from mentorapp.domain.follow_up import AttentionKind
from mentorapp.operations.callees import Callee
from mentorapp.words import Words
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import CheckField, ChoiceField, NotesField
from ui.widgets.form_dialog import FormDialog

#: After so many days the line comes back, unless another day is chosen.
COMES_BACK = timedelta(days=7)


class CallDialog(FormDialog):
    """Opens with the cursor in the note: whom and when are mostly right already.

    A follow-up is done with the call; any other line of Today is put off, as the call has not
    changed what it tells of, and comes back on the day that stands there. Without a day it stays.
    """

    def __init__(
        self,
        words: Words,
        about: str,
        callees: Sequence[Callee],
        today: date,
        parent: QWidget | None = None,
        *,
        line: AttentionKind | None,
    ) -> None:
        """`line` is what of Today the call is about; None for a call by itself."""
        _ = words.text
        super().__init__(words, _("Note the call"), _("Note the call"), parent)
        self._today = today
        self.add_group("", about)
        self._whom = ChoiceField([(one.person_id, _called(words, one)) for one in callees])
        self.add_row("person", _("With"), self._whom)
        self._reached = ChoiceField([(True, _("Got an answer")), (False, _("No answer"))])
        self.add_row("reached", _("Reached"), self._reached)
        self.note_field = NotesField(lines=4)
        self.add_row("notes", _("What was said or agreed"), self.note_field)
        self.closes = CheckField(_("The follow-up is done with this"))
        self.back = DateField(words, today, lean=Lean.FUTURE)
        if line is AttentionKind.FOLLOW_UP:
            self.closes.set_value(True)
            self.add_row("done", "", self.closes)
        elif line is not None:
            self.back.set_value(today + COMES_BACK)
            self.add_row("until", _("Back in the list on"), self.back)
        self._reached.changed.connect(lambda: self.closes.set_value(self._reached.value()))
        self.begins_at = self.note_field
        self.start_afresh()

    def call(self) -> Call:
        """What was typed."""
        return Call(
            person_id=self._whom.value(),
            called_on=self._today,
            reached=self._reached.value(),
            note=self.note_field.value(),
        )

    def comes_back(self) -> date | None:
        """The day that was chosen; None to let the line stay."""
        return self.back.value()


def _called(words: Words, callee: Callee) -> str:
    role = words.text("mentor") if callee.is_mentor else words.text("newcomer")
    return ", ".join(part for part in (callee.name, role, callee.phone) if part)
