"""The forms of Settings, Security: a passphrase, and an account."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain.accounts import Account, Role
from mentorapp.domain.errors import InvalidField, Refused
from mentorapp.domain.key_errors import (
    NoSlotOpens,
    PassphraseTaken,
    PassphraseWeak,
    TypedDifferently,
)
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.refusals import explain
from mentorapp.words.refusals_keys import ROLE_NAMES
from ui.format import capital
from ui.widgets.checks_field import ChecksField
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.passphrase_field import PassphraseField

_FIELDS: dict[type[Refused], str] = {
    NoSlotOpens: "old",
    PassphraseWeak: "passphrase",
    PassphraseTaken: "passphrase",
    TypedDifferently: "again",
}


class _WithPassphrase(FormDialog):
    """A form in which a new passphrase is typed twice."""

    def add_passphrase(self, hint: str = "") -> None:
        """The two fields, in the current group."""
        _ = self.words.text
        self.passphrase = PassphraseField(self.words)
        self.again = PassphraseField(self.words, self.passphrase)
        usual = _("Four words or fourteen signs, and no name of the place or of anybody.")
        self.add_row("passphrase", _("Passphrase"), self.passphrase, hint or usual, required=True)
        self.add_row("again", _("Once more"), self.again, required=True)

    def agreed(self) -> str:
        """What was typed twice; empty, and said so, where it differs."""
        if self.passphrase.value() == self.again.value():
            return self.passphrase.value()
        self.say(TypedDifferently())
        return ""

    def say(self, refused: Refused) -> None:
        """Why the office did not take it, at the field where that is known."""
        field = refused.field if isinstance(refused, InvalidField) else ""
        self.refuse(explain(self.words, refused), _FIELDS.get(type(refused), field))


class PassphraseDialog(_WithPassphrase):
    """A new passphrase; with the old one before it for one's own."""

    chosen = Signal(str, str)
    """The old one, empty where it is not asked for, and the new one."""

    def __init__(
        self, words: Words, title: str, *, own: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, title, parent=parent)
        _ = words.text
        self.add_group("")
        self.old = PassphraseField(words)
        if own:
            self.add_row("old", _("The passphrase you have"), self.old, required=True)
        self.add_passphrase()
        self.submitted.connect(self._hand_over)

    def _hand_over(self) -> None:
        typed = self.agreed()
        if typed:
            self.chosen.emit(self.old.value(), typed)
        else:
            self.allow_saving()


class EncryptDialog(_WithPassphrase):
    """Who encrypts an office that was begun without, and her passphrase."""

    chosen = Signal(str, str)
    """Her name, and the passphrase."""

    def __init__(self, words: Words, name: str, parent: QWidget | None = None) -> None:
        super().__init__(words, words.text("Set a passphrase"), words.text("Next"), parent)
        _ = words.text
        self.add_group(
            "",
            _(
                "The office file is encrypted. Copies made before stay readable for everybody: "
                "Settings, Backups shows them afterwards and removes them."
            ),
        )
        self.name = TextField(200)
        self.name.set_value(name)
        self.add_row("name", _("Your name"), self.name, required=True)
        self.add_passphrase()
        self.submitted.connect(self._hand_over)

    def _hand_over(self) -> None:
        typed = self.agreed()
        if typed:
            self.chosen.emit(self.name.value(), typed)
        else:
            self.allow_saving()


class ReopenDialog(_WithPassphrase):
    """Which account is open again, and the passphrase it begins with."""

    chosen = Signal(object, str)
    """The id of the account, and the passphrase."""

    def __init__(
        self, words: Words, closed: Sequence[Account], parent: QWidget | None = None
    ) -> None:
        _ = words.text
        super().__init__(words, _("Open an account again"), _("Open again"), parent)
        self.account = ChoiceField([(one.id, one.name) for one in closed])
        self.account.setMaximumWidth(320)
        self.add_group("")
        self.add_row(
            "account",
            _("Account"),
            self.account,
            _("Nobody new can have this name: the log tells people by their names."),
        )
        self.add_passphrase(
            _("For the first time. Hand it over in person; she then changes it to her own.")
        )
        self.submitted.connect(self._hand_over)

    def _hand_over(self) -> None:
        typed = self.agreed()
        if typed:
            self.chosen.emit(self.account.value(), typed)
        else:
            self.allow_saving()


class AccountDialog(_WithPassphrase):
    """Somebody who may come in, as what, and for whom; a new one gets a first passphrase."""

    completed = Signal(object, str)
    """The `Account`, and the passphrase of a new one."""

    def __init__(
        self,
        words: Words,
        account: Account | None,
        schemes: Sequence[Scheme],
        parent: QWidget | None = None,
    ) -> None:
        _ = words.text
        super().__init__(
            words, _("New account") if account is None else _("Account"), parent=parent
        )
        self._is_new = account is None
        self._start = account or Account(name="", roles=frozenset({Role.COORDINATOR}))
        self.name = TextField(200)
        self.roles = ChecksField([(one, capital(words.text(ROLE_NAMES[one]))) for one in Role])
        self.schemes = ChecksField([(one.key, one.name(words.language)) for one in schemes])
        self.protected = ChoiceField([(one, capital(label(words, one))) for one in Protection])
        self.protected.setMaximumWidth(320)
        self.add_group("")
        self.add_row("name", _("Name"), self.name, required=True)
        self.add_row(
            "roles",
            _("Roles"),
            self.roles,
            _(
                "A reader sees figures alone, an administrator settings and accounts, a data "
                "protection officer the log. Only coordinators see people."
            ),
            required=True,
        )
        self.add_row("schemes", _("Schemes"), self.schemes, _("None ticked: all of them."))
        self.add_row(
            "protected",
            _("Handles people with a protected address"),
            self.protected,
            _("Up to this level they exist for her. Stricter ones do not."),
        )
        self.name.set_value(self._start.name)
        self.roles.set_value(self._start.roles)
        self.schemes.set_value(self._start.schemes)
        self.protected.set_value(self._start.protected)
        if self._is_new:
            self.add_passphrase(
                _("For the first time. Hand it over in person; she then changes it to her own.")
            )
        self.submitted.connect(self._hand_over)

    def _hand_over(self) -> None:
        typed = self.agreed() if self._is_new else ""
        if self._is_new and not typed:
            self.allow_saving()
            return
        changed = replace(
            self._start,
            name=self.name.value(),
            roles=frozenset(self.roles.value()),
            schemes=frozenset(self.schemes.value()),
            protected=self.protected.value(),
        )
        self.completed.emit(changed, typed)
