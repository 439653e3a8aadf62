"""The form's sections about the person: who it is, how to reach him, what he speaks and likes."""

from dataclasses import replace
from datetime import date

from mentorapp.domain.availability import DayPart, Slot, Weekday
from mentorapp.domain.contact_details import ContactDetails, Share
from mentorapp.domain.languages import LetterLanguage, Level, Spoken
from mentorapp.domain.people import Gender, LifeSituation, Person, Transport
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import new_id
from mentorapp.domain.word_lists import WordList
from mentorapp.reference.phones import readable
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from ui.clipboard import withhold
from ui.format import plain_label
from ui.people.choices import enum_choices, language_choices
from ui.widgets.checks_field import ChecksField
from ui.widgets.choices import group_choices
from ui.widgets.fields import ChoiceField, NotesField, PhoneField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.languages_field import LanguagesField
from ui.widgets.noted_field import PostalField, YearField, country_choices
from ui.widgets.week_grid import WeekGrid
from ui.widgets.words_field import words_field


class PersonSection:
    """Names, year of birth, gender, language of letters, address protection."""

    def __init__(self, form: FormDialog, words: Words, today: date) -> None:
        _ = words.text
        form.add_group(_("Person"))
        self.given_name = TextField(400)
        self.family_name = TextField(400)
        self.preferred_name = TextField(400, _("What the letters say after “Dear”"))
        self.native_name = TextField(400, "Олена Шевченко")
        self.birth_year = YearField(words, today)
        self.gender = ChoiceField(enum_choices(words, Gender))
        self.letter_language = ChoiceField(enum_choices(words, LetterLanguage))
        self.protection = ChoiceField(enum_choices(words, Protection))
        for name in ("given_name", "family_name", "preferred_name", "native_name", "birth_year"):
            form.add_row(name, field_label(words, name), getattr(self, name))
        for name in ("gender", "letter_language", "protection"):
            getattr(self, name).setMaximumWidth(320)
            form.add_row(name, field_label(words, name), getattr(self, name))

    def show(self, person: Person) -> None:
        """Fill the fields."""
        for name in ("given_name", "family_name", "preferred_name", "native_name"):
            getattr(self, name).set_value(getattr(person, name))
        self.birth_year.set_year(person.birth_year)
        self.gender.set_value(person.gender)
        self.letter_language.set_value(person.letter_language)
        self.protection.set_value(person.protection)

    def read(self, person: Person) -> Person:
        """The person with what the fields say."""
        return replace(
            person,
            given_name=self.given_name.value(),
            family_name=self.family_name.value(),
            preferred_name=self.preferred_name.value(),
            native_name=self.native_name.value(),
            birth_year=self.birth_year.year(),
            gender=self.gender.value(),
            letter_language=self.letter_language.value(),
            protection=self.protection.value(),
        )


class ContactSection:
    """Phone, e-mail, address; closed for the strictly confidential."""

    def __init__(self, form: FormDialog, words: Words) -> None:
        _ = words.text
        form.add_group(_("Contact"))
        self.why_closed = plain_label(
            _(
                "Nothing is stored here for a person with a strictly confidential address: "
                "no phone, e-mail or address. The person is reached through the office."
            ),
            "problem",
        )
        self.why_closed.setWordWrap(True)
        self.why_closed.hide()
        form.add_wide(self.why_closed)
        self.phone = PhoneField()
        self.phone.setMaximumWidth(320)
        self.email = TextField(200)
        self.address = TextField(400)
        self.postal_code = PostalField()
        self.country = ChoiceField(country_choices(words))
        self.country.setMaximumWidth(320)
        self.shares = ChecksField(enum_choices(words, Share))
        for name in ("phone", "email", "address", "postal_code", "country", "shares"):
            form.add_row(name, field_label(words, name), getattr(self, name))
        self._texts = (self.phone, self.email, self.address, self.postal_code)
        self.not_copied = plain_label(
            _("The address is protected: nothing of this can be copied to the clipboard."), "muted"
        )
        self.not_copied.setWordWrap(True)
        self.not_copied.hide()
        form.add_wide(self.not_copied)
        self.country.changed.connect(lambda: self.postal_code.set_country(self.country.value()))
        self._kept: ContactDetails | None = None

    def show(self, details: ContactDetails, shares: frozenset[Share]) -> None:
        """Fill the fields."""
        self.country.set_value(details.country)
        self.postal_code.set_country(details.country)
        self.phone.set_value(readable(details.phone, details.country))
        self.email.set_value(details.email)
        self.address.set_value(details.address)
        self.postal_code.set_value(details.postal_code)
        self.shares.set_value(shares)

    def read(self, details: ContactDetails) -> ContactDetails:
        """The details with what the fields say; the office brings the phone into its form."""
        return replace(
            details,
            phone=self.phone.value(),
            email=self.email.value(),
            address=self.address.value(),
            postal_code=self.postal_code.value(),
            country=self.country.value(),
        )

    def withhold(self, withheld: bool) -> None:
        """Let nothing of it be copied to where other programs can read it, and say so."""
        withhold(self._texts, withheld=withheld)
        self.not_copied.setVisible(withheld)

    def close(self, closed: bool) -> None:
        """Empty and lock the fields, or open them again with what stood there before."""
        texts = self._texts
        if closed and self._kept is None:
            self._kept = self.read(ContactDetails(person_id=new_id()))
            for field in texts:
                field.set_value("")
            self.shares.set_value(())
        elif not closed and self._kept is not None:
            kept, self._kept = self._kept, None
            for field, text in zip(
                texts, (kept.phone, kept.email, kept.address, kept.postal_code), strict=True
            ):
                field.set_value(text)
        for widget in (*texts, self.country, self.shares):
            widget.setEnabled(not closed)
        self.why_closed.setVisible(closed)


class InterestsSection:
    """Languages, interests, work and life situation, free times, transport."""

    def __init__(self, form: FormDialog, words: Words) -> None:
        _ = words.text
        self._words = words
        form.add_group(_("Languages, interests and free times"))
        levels = [(level.value, name) for level, name in enum_choices(words, Level)]
        self.languages = LanguagesField(words, language_choices(words), levels, Level.B1.value)
        self.interests = words_field(words, WordList.INTERESTS)
        self.occupation_group = ChoiceField(group_choices(words))
        self.occupation = TextField(400)
        self.life_situation = ChoiceField(enum_choices(words, LifeSituation))
        self.life_situation.setMaximumWidth(320)
        self.availability = WeekGrid(words)
        self.transport = ChecksField(enum_choices(words, Transport))
        for name in (
            "languages",
            "interests",
            "occupation_group",
            "occupation",
            "life_situation",
            "availability",
            "transport",
        ):
            form.add_row(name, field_label(words, name), getattr(self, name))

    def show(self, person: Person) -> None:
        """Fill the fields."""
        spoken = sorted(person.languages, key=lambda one: (-one.level.rank, one.language))
        self.languages.set_value((one.language, one.level.value) for one in spoken)
        self.interests.set_value(sorted(person.interests))
        self.occupation_group.set_choices(group_choices(self._words, person.occupation_group))
        self.occupation_group.set_value(person.occupation_group)
        self.occupation.set_value(person.occupation)
        self.life_situation.set_value(person.life_situation)
        self.availability.set_value((slot.weekday, slot.part) for slot in person.availability)
        self.transport.set_value(person.transport)

    def read(self, person: Person) -> Person:
        """The person with what the fields say."""
        return replace(
            person,
            languages=frozenset(
                Spoken(language, Level(level)) for language, level in self.languages.value()
            ),
            interests=frozenset(self.interests.value()),
            occupation_group=self.occupation_group.value(),
            occupation=self.occupation.value(),
            life_situation=self.life_situation.value(),
            availability=frozenset(
                Slot(Weekday(day), DayPart(part)) for day, part in self.availability.value()
            ),
            transport=self.transport.value(),
        )


class NotesSection:
    """What the office wants to remember."""

    def __init__(self, form: FormDialog, words: Words) -> None:
        _ = words.text
        form.add_group(
            _("Notes"),
            _("Write nothing about health, religion or origin, and no national identity number."),
        )
        self.notes = NotesField(10_000, 4)
        form.add_row("notes", field_label(words, "notes"), self.notes)
