"""The form of an event, and the guest of a service."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.events import Event, EventKind
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.format import capital
from ui.widgets.date_field import DateField
from ui.widgets.fields import CheckField, ChoiceField, NotesField, NumberField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.record_field import RecordField
from ui.widgets.time_field import TimeField

Choices = Sequence[tuple[UUID, str]]


class EventDialog(FormDialog):
    """Register or change an event."""

    def __init__(
        self,
        words: Words,
        today: date,
        event: Event | None,
        organisations: Choices,
        projects: Choices,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Event") if event else _("New event"), parent=parent)
        self._start = event
        self.name = TextField(200)
        self.kind = ChoiceField([(one, capital(label(words, one))) for one in EventKind])
        self.day, self.last_day = DateField(words, today), DateField(words, today)
        self.begins, self.ends = TimeField(words), TimeField(words)
        self.place = TextField(200)
        self.seats = NumberField(1, 100_000, optional=True)
        self.childcare = CheckField(_("Yes"))
        self.organisation = RecordField(words, organisations)
        self.project = ChoiceField([(None, _("None")), *projects])
        self.description = NotesField(10_000, 3)
        self.add_row("name", field_label(words, "name"), self.name, required=True)
        self.add_row("kind", field_label(words, "kind"), self.kind)
        self.add_row("starts_at", _("Day"), self.day, required=True)
        self.add_row("begins", _("Begins at"), self.begins, required=True)
        self.add_row("ends_at", _("Ends at"), self.ends)
        self.add_row("last_day", _("Last day"), self.last_day, _("Only for more than one day."))
        self.add_row("place", field_label(words, "place"), self.place)
        self.add_row("seats", field_label(words, "seats"), self.seats, _("Empty: as many as come."))
        self.add_row("childcare", field_label(words, "childcare"), self.childcare)
        self.add_row("organisation_id", _("Together with"), self.organisation)
        if projects:
            self.add_row("project_id", field_label(words, "project"), self.project)
        self.add_row(
            "description",
            field_label(words, "description"),
            self.description,
            _("Stands in the invitation and in the calendar."),
        )
        if event:
            self._show(event)
        self.start_afresh()

    def event_told(self) -> Event | None:
        """What the fields say; None, said at the field, without a day or a time."""
        _ = self.words.text
        day, begins = self.day.value(), self.begins.time()
        if day is None or begins is None:
            name = "starts_at" if day is None else "begins"
            self.show_problem(name, _("Say when the event begins."))
            return None
        starts = datetime.combine(day, begins)
        start = self._start or Event(name="", starts_at=starts)
        return replace(
            start,
            name=self.name.value(),
            kind=self.kind.value(),
            starts_at=starts,
            ends_at=self._ends_at(day),
            place=self.place.value(),
            seats=self.seats.number(),
            childcare=self.childcare.value(),
            organisation_id=self.organisation.value(),
            project_id=self.project.value(),
            description=self.description.value(),
        )

    def _ends_at(self, day: date) -> datetime | None:
        last, ends = self.last_day.value(), self.ends.time()
        if last is None and ends is None:
            return None
        return datetime.combine(last or day, ends or time(23, 59))

    def _show(self, event: Event) -> None:
        self.name.set_value(event.name)
        self.kind.set_value(event.kind)
        self.day.set_value(event.day)
        self.begins.set_value(f"{event.starts_at:%H:%M}")
        if event.ends_at:
            self.ends.set_value(f"{event.ends_at:%H:%M}")
        if event.last_day > event.day:
            self.last_day.set_value(event.last_day)
        self.place.set_value(event.place)
        self.seats.set_number(event.seats)
        self.childcare.set_value(event.childcare)
        self.organisation.set_value(event.organisation_id)
        self.project.set_value(event.project_id)
        self.description.set_value(event.description)


class GuestDialog(FormDialog):
    """One person of the register, or a guest of a service."""

    def __init__(
        self, words: Words, people: Choices, services: Sequence[str], parent: QWidget | None = None
    ) -> None:
        _ = words.text
        super().__init__(words, _("Invite one"), parent=parent)
        self.add_group(_("Somebody in the register"))
        self.person = self.add_row("person_id", _("Person"), RecordField(words, people))
        known = _("So far: %(services)s") % {"services": ", ".join(services)} if services else ""
        self.add_group(_("Or a guest of a service"), known)
        self.guest = self.add_row("guest", _("Name"), TextField(200))
        self.service = self.add_row("service", field_label(words, "service"), TextField(200))
        self.start_afresh()


def say_refusal(dialog: FormDialog, refused: Refused) -> None:
    """Why the office did not save it, at its field."""
    dialog.refuse(explain(dialog.words, refused), str(getattr(refused, "field", "")))
