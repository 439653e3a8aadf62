"""The fields of a new office: what stands on its letters, which schemes it runs, where it lies."""

import dataclasses
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.key_errors import TypedDifferently
from mentorapp.domain.office import Office
from mentorapp.domain.passphrases import check_passphrase
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.operations.offices import NewOffice
from mentorapp.reference.phones import to_e164
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from ui.format import plain_label
from ui.widgets.buttons import picture_button
from ui.widgets.checks_field import ChecksField
from ui.widgets.fields import CheckField, PhoneField, TextField
from ui.widgets.form_sheet import FormSheet
from ui.widgets.passphrase_field import PassphraseField

_ENDING = ".db"


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields, by name, and the keys of the schemes that are ticked."""

    texts: dict[str, str]
    schemes: frozenset[str]
    without: bool = False
    """Whether it is to have no passphrase."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The office to be made, and the passphrase of whoever makes it; none where it was chosen to
    do without.
    """

    new: NewOffice
    passphrase: str = dataclasses.field(default="", repr=False)


class PathField(QWidget):
    """A file that may not be there yet: typed, or looked for."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.line = TextField(1000)
        self.button = picture_button(words.text("Choose folder …"), "folder-open", self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)
        self.line.changed.connect(self.changed)

    def value(self) -> str:
        """The path as it was typed."""
        return self.line.value()

    def set_value(self, path: str) -> None:
        """Show `path`."""
        self.line.set_value(path)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _ask(self) -> None:
        here = Path(self.value())
        folder = next((str(one) for one in here.parents if one.is_dir()), "")
        chosen = QFileDialog.getExistingDirectory(
            self, self._words.text("Where the office file is to lie"), folder
        )
        if chosen:
            self.set_value(str(Path(chosen) / (here.name or f"office{_ENDING}")))


class NewOfficeForm(FormSheet):
    """The office, whoever makes it, and the passphrase; the rest can be filled in under Settings
    later.
    """

    def __init__(self, words: Words, path: Path) -> None:
        super().__init__(words)
        _ = words.text
        self._words = words
        self.name = TextField(400)
        self.municipality = TextField(400)
        self.address = TextField(600)
        self.phone = PhoneField()
        self.phone.setMaximumWidth(320)
        self.coordinator = TextField(200)
        schemes = [(one.key, one.name(words.language)) for one in standard_schemes()]
        self.schemes = ChecksField(schemes)
        self.schemes.set_value(key for key, _name in schemes)
        self.path = PathField(words)
        self.path.set_value(str(path))
        self.add_group(_("Your office"), _("This stands on every letter."))
        self.add_row("name", _("Name of the office"), self.name, "", required=True)
        for name in ("municipality", "address", "phone"):
            self.add_row(name, field_label(words, name), getattr(self, name), "", required=False)
        self.add_row(
            "coordinator",
            _("Your name"),
            self.coordinator,
            _("The coordinator, who signs the letters and opens the office"),
            required=True,
        )
        self._add_passphrase()
        self.add_group("")
        self.add_row(
            "schemes",
            _("Schemes you run"),
            self.schemes,
            _("You can change them later, under Settings."),
            required=False,
        )
        self.add_row(
            "path",
            _("Office file"),
            self.path,
            _("Everything is in this one file, on this computer. No administrator is needed."),
            required=False,
        )
        self.touched.connect(self.clear_problem)

    def _add_passphrase(self) -> None:
        _ = self._words.text
        self.passphrase = PassphraseField(self._words)
        self.again = PassphraseField(self._words, self.passphrase)
        self.without = CheckField(_("Do without a passphrase"))
        self.warning = plain_label(
            _(
                "Then everybody who gets hold of this computer or of a copy of the file can read "
                "all about everybody in it. A passphrase can be set later, under Settings, "
                "Security."
            ),
            "problem",
        )
        self.warning.setWordWrap(True)
        self.warning.hide()
        self.add_group(
            _("Your passphrase"),
            _("It encrypts the office file: whoever steals the computer cannot read it."),
        )
        self.add_row(
            "passphrase",
            _("Passphrase"),
            self.passphrase,
            _("Four words or fourteen signs, and no name of the place or of anybody."),
            required=True,
        )
        self.add_row("again", _("Once more"), self.again, "", required=True)
        self.add_row("without", _("Not encrypted"), self.without, "", required=False)
        self.add_wide(self.warning)
        self.without.changed.connect(self._choose_to_do_without)

    def _choose_to_do_without(self) -> None:
        without = self.without.value()
        for one in (self.passphrase, self.again):
            one.clear()
            one.setEnabled(not without)
        for name in ("passphrase", "again"):
            self.clear_problem(name)
        self.warning.setVisible(without)

    def typed(self) -> Typed:
        """What was typed so far, except the passphrase, in whichever language the window speaks."""
        return Typed(
            {name: field.text() for name, field in self._lines().items()},
            self.schemes.value(),
            without=self.without.value(),
        )

    def show_typed(self, typed: Typed) -> None:
        """Put it back."""
        for name, field in self._lines().items():
            field.set_value(typed.texts[name])
        self.schemes.set_value(typed.schemes)
        self.without.set_value(typed.without)

    def wanted(self) -> Wanted:
        """What is to be made. Raises InvalidField where something is missing or does not agree, and
        PassphraseWeak.
        """
        new = self._new_office()
        if self.without.value():
            return Wanted(new)
        typed, office = self.passphrase.value(), new.office
        check_passphrase(typed, [self.coordinator.value(), office.name, office.municipality])
        if typed != self.again.value():
            raise TypedDifferently
        return Wanted(new, typed)

    def _new_office(self) -> NewOffice:
        for name in ("name", "coordinator"):
            if not self._lines()[name].value():
                raise InvalidField(name, Problem.MISSING)
        if not self.schemes.value():
            raise InvalidField("schemes", Problem.MISSING)
        path = Path(self.path.value() or f"office{_ENDING}")
        phone = self.phone.value()
        office = Office(
            name=self.name.value(),
            municipality=self.municipality.value(),
            address=self.address.value(),
            phone=to_e164(phone, Office().country) or phone,
            coordinators=(self.coordinator.value(),),
            language=self._words.language,
        )
        return NewOffice(
            path if path.suffix else path.with_suffix(_ENDING), office, self.schemes.value()
        )

    def _lines(self) -> dict[str, TextField]:
        return {
            "name": self.name,
            "municipality": self.municipality,
            "address": self.address,
            "phone": self.phone,
            "coordinator": self.coordinator,
            "path": self.path.line,
        }
