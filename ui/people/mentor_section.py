"""The form's section about the role of mentor."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from mentorapp.domain.mentors import Mentor
from mentorapp.domain.people import AgeBand
from mentorapp.domain.statuses import StatusChange
from mentorapp.words import Words
from ui.people.choices import enum_choices, organisation_choices, scheme_choices
from ui.people.role_section import RoleSection, wish_gender_choices
from ui.people.steps import MENTOR_STEPS, NEW_MENTOR
from ui.people.submission import FormChoices
from ui.widgets.checks_field import ChecksField
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import ChoiceField, NotesField, NumberField, TextField
from ui.widgets.form_dialog import FormDialog


class MentorSection(RoleSection):
    """Organisation, schemes, capacity, wishes, motivation, clearances, status."""

    def __init__(
        self,
        form: FormDialog,
        words: Words,
        today: date,
        mentor: Mentor,
        choices: FormChoices,
        history: Iterable[StatusChange],
    ) -> None:
        _ = words.text
        super().__init__("mentor", form, words, form.add_group(_("Role as mentor")))
        stored = bool(list(history))
        statuses = (mentor.status, *MENTOR_STEPS[mentor.status]) if stored else NEW_MENTOR
        self.status = ChoiceField(enum_choices(words, statuses))
        self.organisation = ChoiceField(organisation_choices(words, choices.organisations))
        self.schemes = ChecksField(scheme_choices(words, choices.schemes, mentor.schemes))
        self.capacity = NumberField(0, 20)
        self.wish_gender = ChoiceField(wish_gender_choices(words))
        self.wish_age_bands = ChecksField(enum_choices(words, AgeBand))
        self.max_distance_km = NumberField(0, 2000, "km", optional=True)
        self.motivation = NotesField(10_000, 3)
        self.certificate_seen_by = TextField(400)
        self.certificate_seen_on = DateField(words, today, Lean.PAST)
        self.certificate_valid_to = DateField(words, today, Lean.FUTURE)
        self.confidentiality_signed_on = DateField(words, today, Lean.PAST)
        self.training_done_on = DateField(words, today, Lean.PAST)
        self.registered_on = DateField(words, today, Lean.PAST)
        for field in (self.status, self.organisation, self.wish_gender):
            field.setMaximumWidth(320)
        for number in (self.capacity, self.max_distance_km):
            number.setMaximumWidth(140)
        self.add("status", self.status)
        self.add_history(history)
        self.add("organisation_id", self.organisation, label="organisation")
        for name in (
            "schemes",
            "capacity",
            "wish_gender",
            "wish_age_bands",
            "max_distance_km",
            "motivation",
            "certificate_seen_by",
            "certificate_seen_on",
            "certificate_valid_to",
            "confidentiality_signed_on",
            "training_done_on",
            "registered_on",
        ):
            hint = ""
            if name == "certificate_seen_by":
                hint = _("The certificate itself and what it says are never stored.")
            self.add(name, getattr(self, name), hint)
        self._show(mentor)

    def _show(self, mentor: Mentor) -> None:
        self.status.set_value(mentor.status)
        if mentor.organisation_id is not None:
            self.organisation.set_value(mentor.organisation_id)
        self.schemes.set_value(mentor.schemes)
        self.capacity.set_number(mentor.capacity)
        self.wish_gender.set_value(mentor.wish_gender)
        self.wish_age_bands.set_value(mentor.wish_age_bands)
        self.max_distance_km.set_number(mentor.max_distance_km)
        self.motivation.set_value(mentor.motivation)
        self.certificate_seen_by.set_value(mentor.certificate_seen_by)
        for name in _DATES:
            getattr(self, name).set_value(getattr(mentor, name))

    def read(self, mentor: Mentor) -> Mentor:
        """The role with what the fields say."""
        return replace(
            mentor,
            status=self.status.value(),
            organisation_id=self.organisation.value(),
            schemes=self.schemes.value(),
            capacity=self.capacity.number() or 0,
            wish_gender=self.wish_gender.value(),
            wish_age_bands=self.wish_age_bands.value(),
            max_distance_km=self.max_distance_km.number(),
            motivation=self.motivation.value(),
            certificate_seen_by=self.certificate_seen_by.value(),
            certificate_seen_on=self.certificate_seen_on.value(),
            certificate_valid_to=self.certificate_valid_to.value(),
            confidentiality_signed_on=self.confidentiality_signed_on.value(),
            training_done_on=self.training_done_on.value(),
            registered_on=self.registered_on.value() or mentor.registered_on,
        )


_DATES = (
    "certificate_seen_on",
    "certificate_valid_to",
    "confidentiality_signed_on",
    "training_done_on",
    "registered_on",
)
