"""The contact persons of an organisation: a small table to write in."""

import json
import re
from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from mentorapp.domain.organisations import ContactPerson
from mentorapp.reference.phones import readable, to_e164
from mentorapp.words import Words
from ui.format import plain_label
from ui.icons import icon
from ui.widgets.fields import PhoneField, TextField
from ui.widgets.written import write_back, written

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]{2,}")


class ContactPersonsField(QWidget):
    """A line for each, and a button for one more. Lines without a name are not kept."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self._words = words
        self._country = "NO"
        self._titles = (_("Name"), _("Role"), _("Phone"), _("E-mail"))
        self._lines: list[tuple[TextField, TextField, PhoneField, TextField, QToolButton]] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(6)
        for at, (title, stretch) in enumerate(zip(self._titles, (4, 3, 3, 4), strict=True)):
            self._grid.addWidget(plain_label(title, "muted"), 0, at)
            self._grid.setColumnStretch(at, stretch)
        self.add_button = QPushButton(icon("plus"), _("One more contact person"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(lambda: self._add().setFocus())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._grid)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def set_country(self, country: str) -> None:
        """Numbers without a country code belong to this one."""
        self._country = country

    def value(self) -> tuple[ContactPerson, ...]:
        """The persons with a name, in the order of the lines."""
        return tuple(
            ContactPerson(name.value(), role.value(), self._phone(phone), email.value())
            for name, role, phone, email, _remove in self._lines
            if name.value()
        )

    def set_value(self, persons: Iterable[ContactPerson]) -> None:
        """Show these, or one empty line."""
        while self._lines:
            self._drop(0)
        for person in persons:
            self._add(person)
        if not self._lines:
            self._add()

    def written(self) -> str:
        """What stands in each line that holds anything."""
        lines = [[written(field) for field in line[:4]] for line in self._lines]
        filled = [line for line in lines if any(line)]
        return json.dumps(filled) if filled else ""

    def write_back(self, text: str) -> None:
        """Show the lines that were written."""
        self.set_value(())
        for at, texts in enumerate(json.loads(text) if text else ()):
            if at:
                self._add()
            for field, part in zip(self._lines[at][:4], texts, strict=True):
                write_back(field, part)
        self.changed.emit()

    def told(self) -> str:
        """A line for each."""
        lines = (", ".join(filter(None, map(written, line[:4]))) for line in self._lines)
        return "\n".join(filter(None, lines))

    def problem(self) -> str:
        """A sentence about the first line that cannot be right."""
        _ = self._words.text
        for name, role, phone, email, _remove in self._lines:
            if not name.value() and (role.value() or phone.value() or email.value()):
                return _("A contact person needs a name.")
            if phone.value() and to_e164(phone.value(), self._country) is None:
                return _("“%(phone)s” is not a phone number.") % {"phone": phone.value()}
            if email.value() and not _EMAIL.fullmatch(email.value()):
                return _("“%(email)s” is not an e-mail address.") % {"email": email.value()}
        return ""

    def _phone(self, field: PhoneField) -> str:
        return to_e164(field.value(), self._country) or field.value()

    def _add(self, person: ContactPerson | None = None) -> TextField:
        name, role, phone, email = TextField(200), TextField(100), PhoneField(), TextField(200)
        remove = QToolButton()
        remove.setIcon(icon("x"))
        remove.setIconSize(QSize(16, 16))
        remove.setToolTip(self._words.text("Remove this contact person"))
        remove.setAccessibleName(self._words.text("Remove this contact person"))
        if person is not None:
            name.set_value(person.name)
            role.set_value(person.role)
            phone.set_value(readable(person.phone, self._country))
            email.set_value(person.email)
        row = self._grid.rowCount()
        for at, (field, title) in enumerate(
            zip((name, role, phone, email), self._titles, strict=True)
        ):
            field.setAccessibleName(title)
            field.changed.connect(self.changed)
            self._grid.addWidget(field, row, at)
        self._grid.addWidget(remove, row, 4)
        line = (name, role, phone, email, remove)
        self._lines.append(line)
        remove.clicked.connect(lambda: self._remove(line))
        # A line made later stands before the button in the order of Tab, too.
        QWidget.setTabOrder(remove, self.add_button)
        self.setFocusProxy(self._lines[0][0])
        return name

    def _remove(self, line: tuple[QWidget, ...]) -> None:
        at = next(i for i, other in enumerate(self._lines) if other[0] is line[0])
        self._drop(at)
        if not self._lines:
            self._add()
        self.changed.emit()

    def _drop(self, at: int) -> None:
        for widget in self._lines.pop(at):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
