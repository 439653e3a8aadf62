"""The form of a placement."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.languages import Level
from mentorapp.domain.pairings import months_later
from mentorapp.domain.placements import Placement, PlacementKind, PlacementSetting, length_warning
from mentorapp.domain.records import new_id
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT
from mentorapp.operations.placement_rows import PlacementChoices
from mentorapp.reference.phones import readable
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.placements import say_warning
from ui.format import capital, plain_label
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField, NotesField, NumberField, PhoneField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.record_field import RecordField

_TEXTS = ("unit", "supervisor", "teaching", "practised", "notes")
_DAYS = ("started_on", "planned_end", "midway_on", "agreement_signed_on")
_LATER = ("midway_done_on", "midway_note", "learnt", "level_after")


class PlacementDialog(FormDialog):
    """Registers a placement (its number is 0) or changes one.

    A length outside three to twelve months is said under the dates and refused by nobody.
    """

    def __init__(
        self,
        words: Words,
        today: date,
        placement: Placement | None,
        choices: PlacementChoices,
        person_id: UUID | None = None,
        parent: QWidget | None = None,
        organisation_id: UUID | None = None,
    ) -> None:
        """Without `placement` it is a new one, of `person_id` at `organisation_id` if given."""
        _ = words.text
        title = (
            _("Placement %(number)s") % {"number": placement.number}
            if placement is not None
            else _("New placement")
        )
        super().__init__(words, title, parent=parent)
        self.setMinimumWidth(720)
        self._start, self._id = placement, new_id() if placement is None else placement.id
        self._today = today
        self.person = RecordField(words, choices.people)
        self.organisation = RecordField(words, choices.organisations)
        self.kind = ChoiceField([(kind, capital(label(words, kind))) for kind in PlacementKind])
        self.setting = ChoiceField([(one, capital(label(words, one))) for one in PlacementSetting])
        self.unit = TextField(NAME_LIMIT)
        self.supervisor = TextField(NAME_LIMIT)
        self.supervisor_phone = PhoneField()
        self.started_on = DateField(words, today)
        self.planned_end = DateField(words, today)
        self.length = plain_label("", "warning")
        self.length.setWordWrap(True)
        self.weekly_hours = NumberField(0, 48, optional=True)
        self.weekly_minutes_more = 0
        self.days_per_week = NumberField(1, 7, optional=True)
        self.teaching = TextField(NAME_LIMIT)
        self.agreement_signed_on = DateField(words, today)
        self.midway_on = DateField(words, today)
        self.midway_done_on = DateField(words, today)
        self.midway_note = NotesField(NOTE_LIMIT, 2)
        self.practised = NotesField(NOTE_LIMIT, 2)
        self.learnt = NotesField(NOTE_LIMIT, 2)
        levels = [(None, "–"), *((level, label(words, level)) for level in Level)]
        self.level_before = ChoiceField(levels)
        self.level_after = ChoiceField(levels)
        self.project = ChoiceField([(None, "–"), *choices.projects])
        self.notes = NotesField(NOTE_LIMIT, 2)
        self._add_rows(bool(choices.projects))
        self._show(person_id, organisation_id)
        for field in (self.started_on, self.planned_end):
            field.changed.connect(self._say_length)
        self._say_length()

    def placement(self) -> Placement:
        """What the fields say. Raises InvalidField where something needed is missing."""
        person, organisation = self.person.value(), self.organisation.value()
        first, last = self.started_on.value(), self.planned_end.value()
        if person is None:
            raise InvalidField("person_id", Problem.MISSING)
        if organisation is None:
            raise InvalidField("organisation_id", Problem.MISSING)
        if first is None:
            raise InvalidField("started_on", Problem.MISSING)
        if last is None:
            raise InvalidField("planned_end", Problem.MISSING)
        start = self._start or Placement(
            id=self._id,
            person_id=person,
            organisation_id=organisation,
            started_on=first,
            planned_end=last,
        )
        hours = self.weekly_hours.number()
        return replace(
            start,
            person_id=person,
            organisation_id=organisation,
            kind=self.kind.value(),
            setting=self.setting.value(),
            unit=self.unit.value(),
            supervisor=self.supervisor.value(),
            supervisor_phone=self.supervisor_phone.value(),
            started_on=first,
            planned_end=last,
            weekly_minutes=None if hours is None else hours * 60 + self.weekly_minutes_more,
            days_per_week=self.days_per_week.number(),
            teaching=self.teaching.value(),
            agreement_signed_on=self.agreement_signed_on.value(),
            midway_on=self.midway_on.value(),
            midway_done_on=self.midway_done_on.value(),
            midway_note=self.midway_note.value(),
            practised=self.practised.value(),
            learnt=self.learnt.value(),
            level_before=self.level_before.value(),
            level_after=self.level_after.value(),
            project_id=self.project.value(),
            notes=self.notes.value(),
        )

    def _add_rows(self, projects: bool) -> None:
        words, _ = self.words, self.words.text

        def row(name: str, field: QWidget, hint: str = "", *, required: bool = False) -> None:
            self.add_row(name, field_label(words, name), field, hint, required=required)

        for narrow in (self.weekly_hours, self.days_per_week, self.level_before, self.level_after):
            narrow.setMaximumWidth(140)
        for choice in (self.kind, self.setting, self.project):
            choice.setMaximumWidth(320)
        self.add_group(_("Who and where"))
        row("person_id", self.person, required=True)
        row("organisation_id", self.organisation, required=True)
        row("kind", self.kind)
        row("setting", self.setting, _("For language practice: what sort of place it is"))
        for name in ("unit", "supervisor", "supervisor_phone"):
            row(name, getattr(self, name))
        self.add_group(_("When"))
        row("started_on", self.started_on, required=True)
        row("planned_end", self.planned_end, _("Usually after 3 to 12 months"), required=True)
        self.add_wide(self.length)
        row("weekly_minutes", self.weekly_hours)
        row("days_per_week", self.days_per_week)
        row("teaching", self.teaching, _("The course that it belongs to"))
        row("agreement_signed_on", self.agreement_signed_on)
        row("midway_on", self.midway_on, _("Half way if left empty"))
        self.add_group(_("What for, and how it went"))
        row("practised", self.practised, _("What was said, read and done to learn the language"))
        row("level_before", self.level_before)
        if self._start is not None:
            for name in _LATER:
                row(name, getattr(self, name))
        if projects:
            row("project_id", self.project)
        row("notes", self.notes)

    def _show(self, person_id: UUID | None, organisation_id: UUID | None) -> None:
        start = self._start
        if start is None:
            if person_id is not None:
                self.person.set_value(person_id)
                self.person.setEnabled(False)
            if organisation_id is not None:
                self.organisation.set_value(organisation_id)
            self.started_on.set_value(self._today)
            self.planned_end.set_value(months_later(self._today, 6) - timedelta(days=1))
            return
        self.person.set_value(start.person_id)
        self.person.setEnabled(False)
        self.organisation.set_value(start.organisation_id)
        for name in ("kind", "setting", "level_before", "level_after"):
            getattr(self, name).set_value(getattr(start, name))
        for name in (*_TEXTS, *_DAYS, "midway_done_on", "midway_note", "learnt"):
            getattr(self, name).set_value(getattr(start, name))
        self.supervisor_phone.set_value(readable(start.supervisor_phone))
        if start.weekly_minutes is not None:
            # Half hours come from the command line; the form keeps them.
            hours, self.weekly_minutes_more = divmod(start.weekly_minutes, 60)
            self.weekly_hours.set_number(hours)
        self.days_per_week.set_number(start.days_per_week)
        self.project.set_value(start.project_id)

    def _say_length(self) -> None:
        first, last = self.started_on.value(), self.planned_end.value()
        said = ""
        if first is not None and last is not None and first < last:
            spanned = Placement(
                person_id=self._id, organisation_id=self._id, started_on=first, planned_end=last
            )
            said = say_warning(self.words, length_warning(spanned))
        self.length.setText(said)
        self.length.setVisible(bool(said))
