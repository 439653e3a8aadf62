"""The forms of an activity and of an introduction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mentorapp.domain.associations import STEP_DAYS, Activity, Introduction
from mentorapp.domain.errors import InvalidField, Problem, Refused
from mentorapp.domain.word_lists import WordList
from mentorapp.words import N_, Words
from mentorapp.words.fields import field_label
from mentorapp.words.refusals import explain
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import CheckField, ChoiceField, NotesField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.noted_field import PostalField, country_choices
from ui.widgets.record_field import RecordField
from ui.widgets.words_field import words_field

Choices = Sequence[tuple[UUID, str]]

_FIELDS = {"activity_id": "activity", "person_id": "person", "organisation_id": "organisation"}


class _Form(FormDialog):
    """Refusals go to their field; a record that must be chosen is asked for before saving."""

    def say(self, refused: Refused) -> None:
        """Why the office did not save it."""
        field = refused.field if isinstance(refused, InvalidField) else ""
        self.refuse(explain(self.words, refused), field)

    def _demand(self, name: str) -> None:
        missing = InvalidField(_FIELDS[name], Problem.MISSING)
        self.show_problem(name, explain(self.words, missing))


class ActivityDialog(_Form):
    """What an association offers; without `organisations` the association is given."""

    def __init__(
        self,
        words: Words,
        activity: Activity | None,
        organisations: Choices,
        country: str,
        organisation_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("Activity") if activity else _("New activity"), parent=parent)
        self._start = activity
        self.organisation = RecordField(words, organisations)
        self.name = TextField(200)
        self.interests = words_field(words, WordList.INTERESTS)
        self.time = TextField(200)
        self.place = TextField(200)
        self.postal_code = PostalField()
        self.country = ChoiceField(country_choices(words))
        self.price = TextField(200)
        self.welcomes_beginners = CheckField(_("Yes"))
        self.takes = CheckField(_("Yes"))
        self.contact = TextField(200)
        self.contact_phone = TextField(40)
        self.notes = NotesField(10_000, 2)
        self._add_rows()
        shown = activity or Activity(
            organisation_id=organisation_id or UUID(int=0), name="", country=country
        )
        self._shown = shown
        self.organisation.set_value(shown.organisation_id)
        self.country.set_value(shown.country)
        self._change_country()
        self.interests.set_value(sorted(shown.interests))
        self.takes.set_value(shown.open)
        for name in _PLAIN:
            getattr(self, name).set_value(getattr(shown, name))
        self.country.changed.connect(self._change_country)
        self.start_afresh()

    def activity(self) -> Activity | None:
        """What the fields say; None, said at the field, while no association is chosen."""
        organisation_id = self.organisation.value()
        if organisation_id is None:
            self._demand("organisation_id")
            return None
        return replace(
            self._shown,
            organisation_id=organisation_id,
            country=self.country.value(),
            interests=frozenset(self.interests.value()),
            open=self.takes.value(),
            **{name: getattr(self, name).value() for name in _PLAIN},
        )

    def _add_rows(self) -> None:
        words, _ = self.words, self.words.text
        self.add_group(_("What is offered"))
        self.add_row("organisation_id", _("Association"), self.organisation, required=True)
        self.add_row("name", field_label(words, "name"), self.name, required=True)
        self.add_row("interests", field_label(words, "interests"), self.interests)
        self.add_row("time", field_label(words, "time"), self.time)
        self.add_row("price", field_label(words, "price"), self.price)
        self.add_row("place", field_label(words, "place"), self.place)
        self.add_row("postal_code", field_label(words, "postal_code"), self.postal_code)
        self.add_row("country", field_label(words, "country"), self.country)
        self.add_group(_("For whom"))
        self.add_row(
            "welcomes_beginners", field_label(words, "welcomes_beginners"), self.welcomes_beginners
        )
        self.add_row("open", field_label(words, "open"), self.takes)
        self.add_group(_("Whom to ask"))
        for name in ("contact", "contact_phone", "notes"):
            self.add_row(name, field_label(words, name), getattr(self, name))

    def _change_country(self) -> None:
        self.postal_code.set_country(self.country.value())


_PLAIN = (
    "name",
    "time",
    "place",
    "postal_code",
    "price",
    "welcomes_beginners",
    "contact",
    "contact_phone",
    "notes",
)


class IntroductionDialog(_Form):
    """Who was introduced to what by whom, and the days of what came of it."""

    def __init__(
        self,
        words: Words,
        today: date,
        introduction: Introduction | None,
        people: Choices,
        activities: Choices,
        person_id: UUID | None = None,
        activity_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        title = _("Introduction") if introduction else _("Introduce to an activity")
        super().__init__(words, title, parent=parent)
        self._shown = introduction or Introduction(
            person_id=person_id or UUID(int=0),
            activity_id=activity_id or UUID(int=0),
            introduced_on=today,
        )
        self.person = RecordField(words, people)
        self.activity = RecordField(words, activities)
        self.by_person = RecordField(words, people)
        self.by = TextField(200)
        self.days = {name: DateField(words, today, Lean.PAST) for name in STEP_DAYS}
        self.notes = NotesField(10_000, 2)
        self.add_group(_("Who and what"))
        if person_id is None and introduction is None:
            self.add_row("person_id", _("Person"), self.person, required=True)
        self.add_row("activity_id", field_label(words, "activity"), self.activity, required=True)
        self.add_row("introduced_by_id", field_label(words, "introduced_by"), self.by_person)
        self.add_row("introduced_by", _("Or by somebody who is not registered"), self.by)
        self.add_group(_("What came of it"))
        for name in STEP_DAYS:
            self.add_row(
                name,
                field_label(words, name),
                self.days[name],
                _(_HINTS.get(name, "")),
                required=name == "introduced_on",
            )
        self.add_row("notes", field_label(words, "notes"), self.notes)
        self.person.set_value(self._shown.person_id)
        self.activity.set_value(self._shown.activity_id)
        self.by_person.set_value(self._shown.introduced_by_id)
        self.by.set_value(self._shown.introduced_by)
        self.notes.set_value(self._shown.notes)
        for name, field in self.days.items():
            field.set_value(getattr(self._shown, name))
        self._asks_person = person_id is None and introduction is None
        self.start_afresh()

    def introduction(self) -> Introduction | None:
        """What the fields say; None, said at the field, while something must still be chosen."""
        person_id = self.person.value() if self._asks_person else self._shown.person_id
        activity_id, introduced_on = self.activity.value(), self.days["introduced_on"].value()
        if person_id is None:
            self._demand("person_id")
        elif activity_id is None:
            self._demand("activity_id")
        elif introduced_on is None:
            self.say(InvalidField("introduced_on", Problem.MISSING))
        else:
            return replace(
                self._shown,
                person_id=person_id,
                activity_id=activity_id,
                introduced_on=introduced_on,
                introduced_by_id=self.by_person.value(),
                introduced_by="" if self.by_person.value() else self.by.value(),
                notes=self.notes.value(),
                first_visit_on=self.days["first_visit_on"].value(),
                joined_on=self.days["joined_on"].value(),
                member_on=self.days["member_on"].value(),
                left_on=self.days["left_on"].value(),
            )
        return None


_HINTS = {"left_on": N_("For somebody who never joined: the day on which that was clear")}
