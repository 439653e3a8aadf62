"""The form's section about the role of newcomer."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from mentorapp.domain.newcomers import Education, Newcomer, ResidenceBasis
from mentorapp.domain.people import AgeBand
from mentorapp.domain.statuses import StatusChange
from mentorapp.words import Words
from ui.format import capital
from ui.people.choices import (
    alphabetical,
    enum_choices,
    language_choices,
    organisation_choices,
    scheme_choices,
)
from ui.people.role_section import RoleSection, wish_gender_choices
from ui.people.steps import NEW_NEWCOMER, NEWCOMER_STEPS
from ui.people.submission import FormChoices
from ui.widgets.checks_field import ChecksField
from ui.widgets.choices import group_choices
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import CheckField, ChoiceField, NotesField, NumberField, TextField
from ui.widgets.form_dialog import FormDialog

_SAME = (
    "wish_gender",
    "education",
    "residence_basis",
    "earlier_occupation_group",
    "earlier_occupation",
    "wished_occupation_group",
    "wished_occupation",
    "goal",
    "referred_by",
    "contact_person",
    "needs_interpreter",
    "interpreter_language",
    "employer_id",
    "registered_on",
)


class NewcomerSection(RoleSection):
    """Schemes, wishes, goal, education and work, interpreter, who referred, conflicts, status."""

    def __init__(
        self,
        form: FormDialog,
        words: Words,
        today: date,
        newcomer: Newcomer,
        choices: FormChoices,
        history: Iterable[StatusChange],
    ) -> None:
        _ = words.text
        super().__init__("newcomer", form, words, form.add_group(_("Role as newcomer")))
        stored = bool(list(history))
        statuses = (newcomer.status, *NEWCOMER_STEPS[newcomer.status]) if stored else NEW_NEWCOMER
        self._case_officer = newcomer.case_officer_id
        self.status = ChoiceField(enum_choices(words, statuses))
        self.schemes = ChecksField(scheme_choices(words, choices.schemes, newcomer.schemes))
        self.goal = NotesField(10_000, 3)
        self.wish_gender = ChoiceField(wish_gender_choices(words))
        self.wish_age_bands = ChecksField(enum_choices(words, AgeBand))
        self.max_distance_km = NumberField(0, 2000, "km", optional=True)
        self.education = ChoiceField(enum_choices(words, Education))
        self.arrived_year = NumberField(1900, today.year, optional=True)
        self.residence_basis = ChoiceField(enum_choices(words, ResidenceBasis))
        earlier, wished = newcomer.earlier_occupation_group, newcomer.wished_occupation_group
        self.earlier_occupation_group = ChoiceField(group_choices(words, earlier))
        self.earlier_occupation = TextField(400)
        self.wished_occupation_group = ChoiceField(group_choices(words, wished))
        self.wished_occupation = TextField(400)
        self.needs_interpreter = CheckField(_("Yes"))
        spoken = [(code, capital(name)) for code, name in language_choices(words)]
        self.interpreter_language = ChoiceField([("", "–"), *alphabetical(words, spoken)])
        self.referred_by = TextField(400)
        self.contact_person = TextField(400)
        self.employer_id = ChoiceField(organisation_choices(words, choices.organisations))
        self.case_officer_id = ChoiceField([(None, "–")])
        self.registered_on = DateField(words, today, Lean.PAST)
        self._lay_out()
        self.add_history(history)
        self.needs_interpreter.changed.connect(self._ask_language)
        self._show(newcomer)

    def offer_case_officers(self, mentors: Sequence[tuple[UUID, str]]) -> None:
        """Those who might be the case officer; the stored one too, mentor or not any more."""
        stored = self._case_officer
        gone = [(stored, "…")] if stored is not None and stored not in dict(mentors) else []
        self.case_officer_id.set_choices([(None, "–"), *gone, *mentors])

    def read(self, newcomer: Newcomer) -> Newcomer:
        """The role with what the fields say."""
        return replace(
            newcomer,
            status=self.status.value(),
            schemes=self.schemes.value(),
            goal=self.goal.value(),
            wish_gender=self.wish_gender.value(),
            wish_age_bands=self.wish_age_bands.value(),
            max_distance_km=self.max_distance_km.number(),
            education=self.education.value(),
            arrived_year=self.arrived_year.number(),
            residence_basis=self.residence_basis.value(),
            earlier_occupation_group=self.earlier_occupation_group.value(),
            earlier_occupation=self.earlier_occupation.value(),
            wished_occupation_group=self.wished_occupation_group.value(),
            wished_occupation=self.wished_occupation.value(),
            needs_interpreter=self.needs_interpreter.value(),
            interpreter_language=self.interpreter_language.value()
            if self.needs_interpreter.value()
            else "",
            referred_by=self.referred_by.value(),
            contact_person=self.contact_person.value(),
            employer_id=self.employer_id.value(),
            case_officer_id=self.case_officer_id.value(),
            registered_on=self.registered_on.value() or newcomer.registered_on,
        )

    def _show(self, newcomer: Newcomer) -> None:
        self.status.set_value(newcomer.status)
        self.schemes.set_value(newcomer.schemes)
        self.wish_age_bands.set_value(newcomer.wish_age_bands)
        self.max_distance_km.set_number(newcomer.max_distance_km)
        self.arrived_year.set_number(newcomer.arrived_year)
        for name in _SAME:
            getattr(self, name).set_value(getattr(newcomer, name))
        if newcomer.case_officer_id is not None:
            self.case_officer_id.set_choices([(None, "–"), (newcomer.case_officer_id, "…")])
            self.case_officer_id.set_value(newcomer.case_officer_id)
        self._ask_language()

    def _ask_language(self) -> None:
        self.interpreter_language.setEnabled(self.needs_interpreter.value())

    def _lay_out(self) -> None:
        _ = self._words.text
        for field in (
            self.status,
            self.wish_gender,
            self.education,
            self.residence_basis,
            self.earlier_occupation_group,
            self.wished_occupation_group,
            self.interpreter_language,
            self.employer_id,
            self.case_officer_id,
        ):
            field.setMaximumWidth(320)
        for number in (self.max_distance_km, self.arrived_year):
            number.setMaximumWidth(140)
        for name in (
            "status",
            "schemes",
            "goal",
            "wish_gender",
            "wish_age_bands",
            "max_distance_km",
            "education",
            "earlier_occupation_group",
            "earlier_occupation",
            "wished_occupation_group",
            "wished_occupation",
            "needs_interpreter",
            "interpreter_language",
            "referred_by",
            "contact_person",
        ):
            self.add(name, getattr(self, name))
        self.add("arrived_year", self.arrived_year)
        self.add(
            "residence_basis",
            self.residence_basis,
            _("Optional. Pairing never looks at it."),
        )
        self.add(
            "employer_id",
            self.employer_id,
            _("Nobody from there is proposed as mentor."),
        )
        self.add("case_officer_id", self.case_officer_id, _("This mentor is never proposed."))
        self.add("registered_on", self.registered_on)
