"""The form of an organisation."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InvalidField, Refused
from mentorapp.domain.organisations import Organisation, OrganisationKind
from mentorapp.domain.people import AgeBand
from mentorapp.domain.word_lists import WordList
from mentorapp.operations.organisations import tidy
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from ui.organisations.contact_persons import ContactPersonsField
from ui.organisations.wording import gender_choices, kind_text
from ui.widgets.checks_field import ChecksField
from ui.widgets.date_field import DateField
from ui.widgets.fields import CheckField, ChoiceField, NotesField, NumberField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.noted_field import PostalField, country_choices
from ui.widgets.words_field import words_field

_PLAIN = (
    "name",
    "kind",
    "registration_number",
    "address",
    "postal_code",
    "country",
    "contact_persons",
    "agreement_from",
    "agreement_to",
    "interests",
    "occupations",
    "only_gender",
    "only_age_bands",
    "only_own_occupations",
    "low_threshold",
    "notes",
)


class OrganisationDialog(FormDialog):
    """Registers a new organisation (its number is 0) or changes one."""

    completed = Signal(object)
    """The `Organisation` to be saved."""

    def __init__(
        self,
        words: Words,
        today: date,
        organisation: Organisation,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        title = (
            _("Organisation %(number)s") % {"number": organisation.number}
            if organisation.number
            else _("New organisation")
        )
        super().__init__(words, title, parent=parent)
        self.setMinimumWidth(760)
        self._start = organisation
        self.name = TextField(400)
        self.kind = ChoiceField([(kind, kind_text(words, kind)) for kind in OrganisationKind])
        self.registration_number = TextField(20)
        self.address = TextField(400)
        self.postal_code = PostalField()
        self.country = ChoiceField(country_choices(words))
        self.contact_persons = ContactPersonsField(words)
        self.agreement_from = DateField(words, today)
        self.agreement_to = DateField(words, today)
        self.promised_mentors = NumberField(0, 10_000)
        self.interests = words_field(words, WordList.INTERESTS)
        self.occupations = words_field(words, WordList.OCCUPATIONS)
        self.only_gender = ChoiceField(gender_choices(words))
        self.only_gender.setMaximumWidth(320)
        self.only_age_bands = ChecksField(
            [(band, label(words, band).capitalize()) for band in AgeBand]
        )
        self.only_own_occupations = CheckField(_("Only in the fields offered above"))
        self.low_threshold = CheckField(_("Has low-threshold jobs"))
        self.notes = NotesField(10_000, 3)
        self._add_rows()
        self._show()
        self.submitted.connect(lambda: self.completed.emit(self.organisation()))
        self.country.changed.connect(self._change_country)
        self.check_field = self._say_wrong

    def organisation(self) -> Organisation:
        """What the fields say."""
        return replace(
            self._start,
            name=self.name.value(),
            kind=self.kind.value(),
            registration_number=self.registration_number.value(),
            address=self.address.value(),
            postal_code=self.postal_code.value(),
            country=self.country.value(),
            contact_persons=self.contact_persons.value(),
            agreement_from=self.agreement_from.value(),
            agreement_to=self.agreement_to.value(),
            promised_mentors=self.promised_mentors.number() or 0,
            interests=frozenset(self.interests.value()),
            occupations=frozenset(self.occupations.value()),
            only_gender=self.only_gender.value(),
            only_age_bands=self.only_age_bands.value(),
            only_own_occupations=self.only_own_occupations.value(),
            low_threshold=self.low_threshold.value(),
            notes=self.notes.value(),
        )

    def say(self, refused: Refused) -> None:
        """Why the office did not save it, at the field where that is known."""
        field = refused.field if isinstance(refused, InvalidField) else ""
        self.refuse(explain(self.words, refused), field)

    def _say_wrong(self, name: str) -> str:
        try:
            tidy(self.organisation())
        except InvalidField as wrong:
            return explain(self.words, wrong) if wrong.field == name else ""
        return ""

    def _add_rows(self) -> None:
        words, _ = self.words, self.words.text
        for field in (self.kind, self.registration_number, self.country):
            field.setMaximumWidth(320)
        self.promised_mentors.setMaximumWidth(140)
        self.add_group(_("Organisation"))
        self.add_row("name", field_label(words, "name"), self.name, required=True)
        self.add_row("kind", field_label(words, "kind"), self.kind)
        self.add_row(
            "registration_number",
            field_label(words, "registration_number"),
            self.registration_number,
            _("Nine digits in Norway, eight in Denmark (CVR)"),
        )
        for name in ("address", "postal_code", "country"):
            self.add_row(name, field_label(words, name), getattr(self, name))
        self.add_group(_("Contact persons"))
        self.add_row("contact_persons", field_label(words, "contact_persons"), self.contact_persons)
        self.add_group(_("Agreement"))
        for name in ("agreement_from", "agreement_to", "promised_mentors"):
            self.add_row(name, field_label(words, name), getattr(self, name))
        self.add_group(_("What it offers"))
        for name in ("interests", "occupations"):
            self.add_row(name, field_label(words, name), getattr(self, name))
        self.add_row(
            "low_threshold",
            _("First jobs"),
            self.low_threshold,
            _("Jobs that need little schooling or language"),
        )
        self.add_group(
            _("Which newcomers its mentors meet"),
            _("Pairing keeps to this for mentors from here. Left open, they meet anybody."),
        )
        self.add_row("only_gender", field_label(words, "only_gender"), self.only_gender)
        self.add_row(
            "only_age_bands",
            field_label(words, "only_age_bands"),
            self.only_age_bands,
            _("None ticked means any age. Whose year of birth is not known is not proposed."),
        )
        self.add_row("only_own_occupations", _("Wished work"), self.only_own_occupations)
        self.add_group(_("Notes"))
        self.add_row("notes", field_label(words, "notes"), self.notes)

    def _show(self) -> None:
        start = self._start
        self.country.set_value(start.country)
        self._change_country()
        for name in _PLAIN:
            value = getattr(start, name)
            getattr(self, name).set_value(sorted(value) if isinstance(value, frozenset) else value)
        self.promised_mentors.set_number(start.promised_mentors)

    def _change_country(self) -> None:
        self.postal_code.set_country(self.country.value())
        self.contact_persons.set_country(self.country.value())
