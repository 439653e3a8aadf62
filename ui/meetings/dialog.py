"""The form for one meeting of a pair."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InvalidField, Problem, Refused
from mentorapp.domain.meetings import Meeting, MeetingForm
from mentorapp.domain.protection import Protection
from mentorapp.domain.text import NAME_LIMIT
from mentorapp.operations.pairings import PairingRow
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.meetings.refusals import field_of
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import ChoiceField, NotesField, NumberField, TextField
from ui.widgets.form_dialog import FormDialog


class MeetingDialog(FormDialog):
    """A new meeting, or a stored one to mend. For a protected pair there is no place to note."""

    def __init__(
        self,
        words: Words,
        row: PairingRow,
        today: date,
        meeting: Meeting | None = None,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Mend meeting") if meeting else _("Log meeting"), "", parent)
        self._meeting = meeting or Meeting(pairing_id=row.id, held_on=today)
        self._held_on = DateField(words, today, Lean.PAST)
        self._minutes = NumberField(0, 24 * 60, _("minutes"))
        self._form = ChoiceField([(form, label(words, form)) for form in MeetingForm])
        self._place = TextField(NAME_LIMIT)
        self._notes = NotesField()
        self._next_on = DateField(words, today, Lean.FUTURE)
        self._slip = TextField(NAME_LIMIT)
        about = _("%(who)s (%(number)s)") % {"who": row.who, "number": row.number}
        self.add_group("", f"{about} · {row.scheme.name(words.language)}")
        shielded = row.protection is not Protection.NONE
        for name, field in (
            ("held_on", self._held_on),
            ("minutes", self._minutes),
            ("form", self._form),
            ("place", self._place),
            ("notes", self._notes),
            ("next_on", self._next_on),
            ("slip", self._slip),
        ):
            hint = ""
            if name == "place" and shielded:
                hint = _("One of them has a protected address: no place may be noted.")
            named = _("What was done") if name == "notes" else field_label(words, name)
            self.add_row(name, named, field, hint, required=name == "held_on")
        self._fill(new=meeting is None)

    def missing(self) -> Refused | None:
        """What has to be there and is not."""
        if self._held_on.value() is None:
            return InvalidField("held_on", Problem.MISSING)
        return None

    def draft(self) -> Meeting:
        """The meeting as it stands in the form; an empty date gives the one it had."""
        return replace(
            self._meeting,
            held_on=self._held_on.value() or self._meeting.held_on,
            minutes=self._minutes.number() or 0,
            form=self._form.value(),
            place=self._place.value(),
            notes=self._notes.value(),
            next_on=self._next_on.value(),
            slip=self._slip.value(),
        )

    def tell(self, refused: Refused) -> None:
        """Say why it was not saved, at its field."""
        self.refuse(explain(self.words, refused), field_of(refused))

    def _fill(self, *, new: bool) -> None:
        meeting = self._meeting
        # A new form's date is empty: today is the one day it is least likely to have been.
        self._held_on.set_value(None if new else meeting.held_on)
        self._minutes.set_number(meeting.minutes)
        self._form.set_value(meeting.form)
        self._place.set_value(meeting.place)
        self._notes.set_value(meeting.notes)
        self._next_on.set_value(meeting.next_on)
        self._slip.set_value(meeting.slip)
        self.start_afresh()
