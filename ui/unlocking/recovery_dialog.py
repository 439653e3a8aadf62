"""A forgotten passphrase: the recovery key from the safe, whose it was, and a new one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mentorapp.domain import recovery_key
from mentorapp.domain.accounts import Account
from mentorapp.domain.errors import Refused
from mentorapp.domain.key_errors import (
    NoSlotOpens,
    PassphraseTaken,
    PassphraseWeak,
    RecoveryKeyIncomplete,
    RecoveryKeyMistyped,
    TypedDifferently,
)
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.passphrase_field import PassphraseField

if TYPE_CHECKING:
    from uuid import UUID

_FIELDS: dict[type[Refused], str] = {
    NoSlotOpens: "recovery",
    RecoveryKeyIncomplete: "recovery",
    RecoveryKeyMistyped: "recovery",
    PassphraseWeak: "passphrase",
    PassphraseTaken: "passphrase",
    TypedDifferently: "again",
}
#: Eight groups of five with something between them.
_LONGEST = 80


class ForgottenDialog(FormDialog):
    """The key comes first: only then is it known who may come in."""

    key_typed = Signal(object)
    """The recovery key: whom does it open the office for?"""
    chosen = Signal(object, object, str)
    """The recovery key, the id of the account, and its new passphrase."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        _ = words.text
        super().__init__(words, _("Passphrase forgotten"), _("Next"), parent)
        self.recovery = TextField(_LONGEST)
        self.account = ChoiceField()
        self.passphrase = PassphraseField(words)
        self.again = PassphraseField(words, self.passphrase)
        self.add_group("", _("Type the eight groups from the paper in the safe, from 1 to 8."))
        self.add_row("recovery", _("Recovery key"), self.recovery)
        self._second = self.add_group(_("Your new passphrase"))
        self.add_row("account", _("Your name"), self.account)
        self.add_row(
            "passphrase",
            _("Passphrase"),
            self.passphrase,
            _("Four words or fourteen signs, and no name of the place or of anybody."),
        )
        self.add_row("again", _("Once more"), self.again)
        for widget in self._second:
            widget.hide()
        self._knows_whom = False
        self.submitted.connect(self._go_on)

    def ask_whose(self, accounts: Sequence[Account]) -> None:
        """The key opens the office: for one of these."""
        self._knows_whom = True
        self.account.set_choices([(one.id, one.name) for one in accounts])
        self.recovery.setEnabled(False)
        for widget in self._second:
            widget.show()
        self.save_button.setText(self.words.text("Open"))
        self.allow_saving()
        self.account.setFocus()

    def say(self, refused: Refused) -> None:
        """Why it does not open, at its field."""
        self.refuse(explain(self.words, refused), _FIELDS.get(type(refused), ""))

    def _go_on(self) -> None:
        try:
            key = recovery_key.typed(self.recovery.value())
            if self._knows_whom and self.passphrase.value() != self.again.value():
                raise TypedDifferently
        except Refused as wrong:
            self.say(wrong)
            return
        whose: UUID | None = self.account.value()
        if self._knows_whom and whose is not None:
            self.chosen.emit(key, whose, self.passphrase.value())
        else:
            self.key_typed.emit(key)
