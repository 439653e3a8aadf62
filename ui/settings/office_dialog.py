"""The form of the office: what stands on its letters, and when it wants to be warned."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.errors import InvalidField, Refused
from mentorapp.domain.office import Office
from mentorapp.reference.phones import readable, to_e164
from mentorapp.words import LANGUAGES, Words, language_name
from mentorapp.words.fields import field_label
from mentorapp.words.refusals import explain
from ui.settings.districts_field import DistrictsField
from ui.widgets.fields import (
    CheckField,
    ChoiceField,
    NotesField,
    NumberField,
    PhoneField,
    TextField,
)
from ui.widgets.form_dialog import FormDialog
from ui.widgets.noted_field import PostalField, country_choices

_PLAIN = (
    "name",
    "municipality",
    "address",
    "postal_code",
    "country",
    "email",
    "letterhead",
    "signature",
    "committee",
    "language",
)
_DAYS = ("yellow_days", "red_days", "first_meeting_days", "certificate_warning_days")


class OfficeDialog(FormDialog):
    """Changes the one office there is."""

    completed = Signal(object)
    """The `Office` to be saved."""

    def __init__(self, words: Words, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(words, words.text("The office"), parent=parent)
        self._start = office
        self.name = TextField(400)
        self.municipality = TextField(400)
        self.address = TextField(600)
        self.postal_code = PostalField()
        self.country = ChoiceField(country_choices(words))
        self.phone = PhoneField()
        self.email = TextField(200)
        self.letterhead = NotesField(600, 3)
        self.signature = NotesField(300, 2)
        self.committee = TextField(200)
        self.coordinators = NotesField(2000, 3)
        self.districts = DistrictsField(words)
        self.language = ChoiceField([(code, language_name(code)) for code in _languages(office)])
        self.days = {name: NumberField(1, 365) for name in _DAYS}
        self.work_least = TextField(6)
        self.subsidised_counts = CheckField(words.text("Work on a wage subsidy counts"))
        self._add_rows()
        self._show()
        self.submitted.connect(lambda: self.completed.emit(self.office()))
        self.country.changed.connect(self._change_country)

    def office(self) -> Office:
        """What the fields say."""
        phone, country = self.phone.value(), self.country.value()
        return replace(
            self._start,
            **{name: getattr(self, name).value() for name in _PLAIN},
            phone=to_e164(phone, country) or phone,
            coordinators=tuple(
                name.strip() for name in self.coordinators.value().splitlines() if name.strip()
            ),
            districts=self.districts.districts(),
            yellow_days=self.days["yellow_days"].number() or 1,
            red_days=self.days["red_days"].number() or 1,
            first_meeting_days=self.days["first_meeting_days"].number() or 1,
            certificate_warning_days=self.days["certificate_warning_days"].number() or 1,
            work_least_minutes=_minutes(self.work_least.value()),
            subsidised_counts=self.subsidised_counts.value(),
        )

    def say(self, refused: Refused) -> None:
        """Why the office did not save it, at the field where that is known."""
        field = refused.field if isinstance(refused, InvalidField) else ""
        self.refuse(explain(self.words, refused), field)

    def _add_rows(self) -> None:
        words, _ = self.words, self.words.text
        for field in (self.country, self.phone, self.language):
            field.setMaximumWidth(320)
        self.add_group(_("Office"))
        for name in ("name", "municipality", "address", "postal_code", "country"):
            self.add_row(name, field_label(words, name), getattr(self, name))
        for name in ("phone", "email"):
            self.add_row(name, field_label(words, name), getattr(self, name))
        self.add_group(_("Letters"))
        self.add_row(
            "letterhead",
            field_label(words, "letterhead"),
            self.letterhead,
            _("The lines on top of every letter, for example municipality and department"),
        )
        self.add_row(
            "signature",
            field_label(words, "signature"),
            self.signature,
            _("The lines under a letter; left empty, the coordinator’s name stands there"),
        )
        self.add_row("language", _("Language of the office’s papers"), self.language)
        self.add_group(_("Reports"))
        self.add_row(
            "committee",
            field_label(words, "committee"),
            self.committee,
            _("The committee that the yearly report is addressed to"),
        )
        self.add_group(_("Coordinators"))
        self.add_row(
            "coordinators",
            _("Names"),
            self.coordinators,
            _("One a line. The first is the usual one."),
        )
        self.add_group(
            _("Own districts"),
            _(
                "Parts of a town or valley where people live near each other. The codes of a town "
                "share one point on the map: without this, pairing cannot tell its parts apart."
            ),
        )
        self.add_row(
            "districts",
            field_label(words, "districts"),
            self.districts,
            _("One a line: a name, a colon and its postal codes, like “Centre: 8003-8009, 8012”."),
        )
        self.add_group(_("When the office wants to be warned"))
        for name, days in self.days.items():
            days.setMaximumWidth(140)
            self.add_row(name, field_label(words, name), days)
        self.add_group(
            _("What “in work” means"),
            _("Chosen once and printed wherever such a figure stands."),
        )
        self.work_least.setMaximumWidth(140)
        self.add_row(
            "work_least_minutes",
            field_label(words, "work_least_minutes"),
            self.work_least,
            _("Official statistics count one paid hour a week."),
        )
        self.add_row("subsidised_counts", _("Wage subsidy"), self.subsidised_counts)

    def _show(self) -> None:
        start = self._start
        self.postal_code.set_country(start.country)
        self.districts.set_country(start.country)
        self.districts.show_districts(start.districts)
        for name in _PLAIN:
            getattr(self, name).set_value(getattr(start, name))
        self.phone.set_value(readable(start.phone, start.country))
        self.coordinators.set_value("\n".join(start.coordinators))
        for name, field in self.days.items():
            field.set_number(getattr(start, name))
        self.work_least.set_value(f"{start.work_least_minutes / 60:g}")
        self.subsidised_counts.set_value(start.subsidised_counts)

    def _change_country(self) -> None:
        self.postal_code.set_country(self.country.value())
        self.districts.set_country(self.country.value())


def _minutes(hours: str) -> int:
    """0, which the office refuses, for what is no number of hours."""
    try:
        return round(float(hours.replace(",", ".")) * 60)
    except (ValueError, OverflowError):
        return 0


def _languages(office: Office) -> tuple[str, ...]:
    """Those with letters that ship, and the one the office has already."""
    return LANGUAGES if office.language in LANGUAGES else (*LANGUAGES, office.language)
