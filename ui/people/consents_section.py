"""The form's section about the legal basis, a line for each purpose."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.format import capital, plain_label
from ui.people.choices import enum_choices
from ui.widgets.date_field import DateField, Lean
from ui.widgets.fields import ChoiceField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.written import told, write_back, written


class ConsentLine(QWidget):
    """Basis, since when, and when it was withdrawn."""

    changed = Signal()

    def __init__(self, words: Words, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self._words = words
        self._today = today
        self.basis = ChoiceField([(None, "–"), *enum_choices(words, LegalBasis)])
        self.basis.setMinimumWidth(150)
        self.basis.setMaximumWidth(260)
        self.given_on = DateField(words, today, Lean.PAST)
        self.withdrawn_on = DateField(words, today, Lean.PAST)
        for day in (self.given_on, self.withdrawn_on):
            day.setMinimumWidth(140)
        self._withdrawn = plain_label(_("withdrawn on"), "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.basis, 2)
        layout.addWidget(self.given_on, 2)
        layout.addWidget(self._withdrawn)
        layout.addWidget(self.withdrawn_on, 2)
        layout.addStretch(1)
        self.setFocusProxy(self.basis)
        for field in (self.basis, self.given_on, self.withdrawn_on):
            field.changed.connect(self.changed)
        self.basis.changed.connect(self._begin)
        self._begin()

    def show_consent(self, consent: Consent | None) -> None:
        """Fill the line."""
        self.basis.set_value(consent.basis if consent else None)
        self.given_on.set_value(consent.given_on if consent else None)
        self.withdrawn_on.set_value(consent.withdrawn_on if consent else None)
        self._begin()

    def written(self) -> str:
        """The three fields."""
        return json.dumps([written(field) for field in self._parts()])

    def write_back(self, text: str) -> None:
        """Show what was written."""
        for field, part in zip(self._parts(), json.loads(text), strict=True):
            write_back(field, part)
        self._begin()

    def told(self) -> str:
        """Basis and days."""
        texts = [told(self._words, field) for field in self._parts()]
        return " – ".join(text for text in texts if text != "–")

    def problem(self) -> str:
        """A sentence when a day is missing or is none."""
        if self.basis.value() is None:
            return ""
        found = self.given_on.problem() or self.withdrawn_on.problem()
        if not found and self.given_on.value() is None:
            return self._words.text("Say since when this holds.")
        return found

    def setAccessibleName(self, name: str) -> None:
        _ = self._words.text
        super().setAccessibleName(name)
        self.basis.setAccessibleName(name)
        for field, said in ((self.given_on, _("since")), (self.withdrawn_on, _("withdrawn on"))):
            field.setAccessibleName(f"{name}: {said}")

    def _parts(self) -> tuple[QWidget, ...]:
        return self.basis, self.given_on, self.withdrawn_on

    def _begin(self) -> None:
        there = self.basis.value() is not None
        if there and not self.given_on.text():
            self.given_on.set_value(self._today)
        for widget in (self.given_on, self._withdrawn, self.withdrawn_on):
            widget.setVisible(there)


class ConsentsSection:
    """One line for each purpose."""

    def __init__(self, form: FormDialog, words: Words, today: date) -> None:
        _ = words.text
        form.add_group(
            _("Legal basis"),
            _("Why the office may use the data, and since when, for each purpose."),
        )
        self.lines: dict[ConsentPurpose, ConsentLine] = {}
        self._stored: dict[ConsentPurpose, Consent] = {}
        for purpose in ConsentPurpose:
            line = ConsentLine(words, today)
            self.lines[purpose] = line
            form.add_row(f"consent.{purpose.value}", capital(label(words, purpose)), line)

    def show(self, consents: Iterable[Consent]) -> None:
        """Fill the lines."""
        self._stored = {consent.purpose: consent for consent in consents}
        for purpose, line in self.lines.items():
            line.show_consent(self._stored.get(purpose))

    def read(self, person_id: UUID, today: date) -> tuple[Consent, ...]:
        """The consents as the lines say; one without a basis is left as it was stored."""
        return tuple(
            self._one(purpose, line, person_id, today)
            for purpose, line in self.lines.items()
            if line.basis.value() is not None
        )

    def _one(
        self, purpose: ConsentPurpose, line: ConsentLine, person_id: UUID, today: date
    ) -> Consent:
        basis, given_on = line.basis.value(), line.given_on.value() or today
        stored = self._stored.get(purpose) or Consent(
            person_id=person_id, purpose=purpose, basis=basis, given_on=given_on
        )
        return replace(
            stored, basis=basis, given_on=given_on, withdrawn_on=line.withdrawn_on.value()
        )
