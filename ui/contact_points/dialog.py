"""The form of a contact point."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from mentorapp.domain.contact_points import ContactPoint, ContactRole, ContactTask
from mentorapp.domain.protection import Protection
from mentorapp.domain.text import NAME_LIMIT
from mentorapp.reference.phones import readable
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.labels import label
from ui.format import capital
from ui.widgets.checks_field import ChecksField
from ui.widgets.date_field import DateField
from ui.widgets.fields import ChoiceField, PhoneField, TextField
from ui.widgets.form_dialog import FormDialog


class ContactDialog(FormDialog):
    """Notes who helps, or changes it; mentors come from the pairings and are not offered."""

    def __init__(
        self,
        words: Words,
        today: date,
        contact: ContactPoint,
        protection: Protection,
        *,
        new: bool,
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(words, _("New contact") if new else _("Contact"), parent=parent)
        self._start = contact
        self.role = ChoiceField(
            [
                (role, capital(label(words, role)))
                for role in ContactRole
                if role is not ContactRole.MENTOR
            ]
        )
        self.name = TextField(NAME_LIMIT)
        self.service = TextField(NAME_LIMIT)
        self.phone = PhoneField()
        self.email = TextField(254)
        self.tasks = ChecksField([(task, capital(label(words, task))) for task in ContactTask])
        self.since = DateField(words, today)
        self.until = DateField(words, today)
        self.stand_in = TextField(NAME_LIMIT)
        self.stand_in_phone = PhoneField()
        self.add_group("")
        self.add_row("role", field_label(words, "role"), self.role)
        self.add_row("name", field_label(words, "name"), self.name)
        self.add_row(
            "service", field_label(words, "service"), self.service, _("The office or the school")
        )
        for name in ("phone", "email"):
            self.add_row(name, field_label(words, name), getattr(self, name))
        self.add_row("tasks", field_label(words, "tasks"), self.tasks)
        for name in ("since", "until", "stand_in", "stand_in_phone"):
            self.add_row(name, field_label(words, name), getattr(self, name))
        for field in (self.role, self.phone, self.stand_in_phone):
            field.setMaximumWidth(320)
        if protection is Protection.STRICT:
            hidden = _("Strictly confidential address: nothing that tells where is kept here.")
            for telling in (self.service, self.phone, self.email, self.stand_in_phone):
                telling.setEnabled(False)
                telling.setToolTip(hidden)
            self.message_bar.info(hidden)
        self._show(contact)

    def contact(self) -> ContactPoint:
        """What the fields say."""
        return replace(
            self._start,
            role=self.role.value(),
            name=self.name.value(),
            service=self.service.value(),
            phone=self.phone.value(),
            email=self.email.value(),
            tasks=self.tasks.value(),
            since=self.since.value() or self._start.since,
            until=self.until.value(),
            stand_in=self.stand_in.value(),
            stand_in_phone=self.stand_in_phone.value(),
        )

    def _show(self, contact: ContactPoint) -> None:
        for name in ("role", "name", "service", "email", "tasks", "since", "until", "stand_in"):
            getattr(self, name).set_value(getattr(contact, name))
        self.phone.set_value(readable(contact.phone))
        self.stand_in_phone.set_value(readable(contact.stand_in_phone))
