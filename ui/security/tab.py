"""Settings, Security: who may come in, and what protects the office."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.accounts import Account, Right, roles_with
from mentorapp.domain.errors import Refused
from mentorapp.operations.keys import FirstWays, new_recovery_key
from mentorapp.operations.ways_in import WayIn
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.plain_copies import OLD_COMMAND
from mentorapp.words.refusals import explain
from mentorapp.words.refusals_keys import ROLE_NAMES
from ui.format import capital, plain_label
from ui.security.desk import Desk, Known
from ui.security.dialogs import AccountDialog, EncryptDialog, PassphraseDialog, ReopenDialog
from ui.settings_store import LOCK_MINUTES
from ui.widgets.buttons import picture_button
from ui.widgets.fields import ChoiceField
from ui.widgets.message_bar import MessageBar
from ui.widgets.recovery_dialog import RecoveryDialog
from ui.widgets.tab_table import TabTable
from ui.widgets.table import Column

if TYPE_CHECKING:
    from mentorapp.domain.schemes import Scheme


class SecurityTab(QWidget):
    """What an account may not do here says who can."""

    def __init__(
        self,
        desk: Desk,
        words: Words,
        today: Callable[[], date],
        bar: MessageBar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = words.text
        self._desk, self._words, self._today, self._bar = desk, words, today, bar
        self._schemes: list[Scheme] = []
        self._gone: list[Account] = []
        self.state = plain_label(_state(words, desk))
        self.state.setWordWrap(True)
        self.own_button = picture_button(_("Change my passphrase …"), "pencil", self._change_own)
        self.encrypt_button = picture_button(
            _("Set a passphrase …"), "lock", self._encrypt, primary=True
        )
        self.recovery_button = picture_button(
            _("New recovery key …"), "shield", self._renew_recovery_key
        )
        self.minutes = ChoiceField(
            [(one, words.plural("%(n)d minute", "%(n)d minutes", one)) for one in LOCK_MINUTES]
        )
        self.minutes.setAccessibleName(_("Lock when nobody is there for"))
        if desk.minutes in LOCK_MINUTES:
            self.minutes.set_value(desk.minutes)
        self.minutes.changed.connect(lambda: desk.set_minutes(self.minutes.value()))
        self.table: TabTable[WayIn] = TabTable(
            _columns(words, self._scheme_names),
            words.language,
            _("Accounts"),
            _("There is no account."),
        )
        self.table.add_plain_button(_("New account …"), "user-plus", self._new)
        self.table.add_button(_("Edit account …"), "pencil", self._edit, opens=True)
        self.table.add_button(_("New passphrase …"), "lock-open", self._give)
        self.remove_button = self.table.add_button(_("Remove account"), "trash-2", self._ask_remove)
        self.again_button = self.table.add_plain_button(_("Open again …"), "undo-2", self._reopen)
        self.again_button.setEnabled(False)
        self._lay_out()
        if self._may_see:
            self._reread()

    @property
    def _may_see(self) -> bool:
        return self._desk.is_encrypted and self._desk.who.may(Right.ACCOUNTS)

    def _reread(self) -> None:
        self._desk.ways(self, self._show, self._refuse)

    def _show(self, found: Known) -> None:
        self._schemes, self._gone = found.schemes, found.closed
        self.table.show_rows(found.ways)
        self.again_button.setEnabled(bool(found.closed))

    def _scheme_names(self, row: WayIn) -> str:
        chosen = [
            one.name(self._words.language)
            for one in self._schemes
            if one.key in row.account.schemes
        ]
        return ", ".join(chosen) or self._words.text("All")

    # What can be done

    def _change_own(self) -> None:
        title = self._words.text("Change my passphrase")
        dialog = PassphraseDialog(self._words, title, own=True, parent=self)
        said = self._words.text(
            "Your passphrase is changed. Backups made before open with the old one."
        )
        dialog.chosen.connect(
            lambda old, new: self._desk.change_own(
                dialog, old, new, lambda _done: self._done(dialog, said), dialog.say
            )
        )
        dialog.open()

    def _give(self, row: WayIn) -> None:
        title = self._words.text("New passphrase for %(name)s") % {"name": row.account.name}
        dialog = PassphraseDialog(self._words, title, own=False, parent=self)
        dialog.setWindowTitle("Mentorapp")
        said = self._words.text("The passphrase is changed. Hand it over in person.")
        dialog.chosen.connect(
            lambda _old, new: self._desk.give(
                dialog, row.account.id, new, lambda _done: self._done(dialog, said), dialog.say
            )
        )
        dialog.open()

    def _new(self) -> None:
        dialog = AccountDialog(self._words, None, self._schemes, self)
        said = self._words.text("The account is there. Hand over the passphrase in person.")
        dialog.completed.connect(
            lambda account, typed: self._desk.add(
                dialog, account, typed, lambda _done: self._done(dialog, said), dialog.say
            )
        )
        dialog.open()

    def _reopen(self) -> None:
        dialog = ReopenDialog(self._words, self._gone, self)
        said = self._words.text(
            "The account is open again, with what it might do before. Hand over the passphrase in "
            "person."
        )
        dialog.chosen.connect(
            lambda account, typed: self._desk.reopen(
                dialog, account, typed, lambda _done: self._done(dialog, said), dialog.say
            )
        )
        dialog.open()

    def _edit(self, row: WayIn) -> None:
        dialog = AccountDialog(self._words, row.account, self._schemes, self)
        said = self._words.text("The account is changed, from the next time she comes in.")
        dialog.completed.connect(
            lambda account, _typed: self._desk.change(
                dialog, account, lambda trouble: self._renewed(dialog, said, trouble), dialog.say
            )
        )
        dialog.open()

    def _ask_remove(self, row: WayIn) -> None:
        _ = self._words.text
        question = _(
            "%(name)s comes in no more, and the office gets other keys. Copies made before still "
            "open with her passphrase: a new backup is made, and “%(command)s” removes the old "
            "ones."
        )
        self._bar.warning(
            question % {"name": row.account.name, "command": OLD_COMMAND},
            (_("Remove account"), lambda: self._remove(row)),
        )
        self._bar.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: WayIn) -> None:
        said = self._words.text("The account is removed, and the office has other keys.")
        self._desk.remove(
            self,
            row.account.id,
            self._today(),
            lambda trouble: self._renewed(None, said, trouble),
            self._refuse,
        )

    def _renew_recovery_key(self) -> None:
        said = self._words.text("There is a new recovery key. Throw the old paper away.")

        def renew(dialog: RecoveryDialog, recovery: bytes) -> None:
            self._desk.renew(
                dialog,
                recovery,
                lambda trouble: self._renewed(dialog, said, trouble),
                dialog.refuse,
            )

        self._prove(renew)

    def _encrypt(self) -> None:
        form = EncryptDialog(self._words, self._desk.who.name, self)

        def prove(name: str, passphrase: str) -> None:
            def encrypt(dialog: RecoveryDialog, recovery: bytes) -> None:
                ways = FirstWays(name, passphrase, recovery)

                def refuse(refused: Refused) -> None:
                    dialog.reject()
                    form.say(refused)

                form.start_afresh()
                self._desk.encrypt(form, ways, refuse)

            form.allow_saving()
            self._prove(encrypt)

        form.chosen.connect(prove)
        form.open()

    def _prove(self, then: Callable[[RecoveryDialog, bytes], object]) -> None:
        """Show a new recovery key, and go on when it is on paper."""
        recovery = new_recovery_key()
        dialog = RecoveryDialog(self._words, recovery, self)
        dialog.proven.connect(lambda: then(dialog, recovery))
        dialog.open()
        self._desk.paper(dialog, recovery, dialog.show_paper, dialog.refuse)

    def _done(self, dialog: object, said: str) -> None:
        if isinstance(dialog, PassphraseDialog | AccountDialog | ReopenDialog):
            dialog.accepted_by_office()
        elif isinstance(dialog, RecoveryDialog):
            dialog.accept()
        self._bar.success(said)
        if self._may_see:
            self._reread()

    def _renewed(self, dialog: object, said: str, trouble: object) -> None:
        self._done(dialog, said)
        if isinstance(trouble, Refused):
            _ = self._words.text
            not_made = _("%(done)s It could not be backed up: %(why)s")
            why = explain(self._words, trouble)
            self._bar.warning(not_made % {"done": said, "why": why})

    def _refuse(self, refused: Refused) -> None:
        self._bar.warning(explain(self._words, refused))

    def _lay_out(self) -> None:
        _ = self._words.text
        encrypted = self._desk.is_encrypted
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.encrypt_button, self.own_button, self.recovery_button):
            buttons.addWidget(button)
        buttons.addStretch()
        self.encrypt_button.setVisible(not encrypted)
        self.own_button.setVisible(encrypted)
        self.recovery_button.setVisible(self._may_see)
        lock = QHBoxLayout()
        lock.setSpacing(10)
        title = plain_label(self.minutes.accessibleName())
        title.setBuddy(self.minutes)
        for widget in (title, self.minutes):
            widget.setVisible(encrypted)
            lock.addWidget(widget)
        lock.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.state)
        layout.addLayout(buttons)
        layout.addLayout(lock)
        layout.addWidget(self.table, 1)
        self.table.setVisible(self._may_see)
        if not self._may_see:
            layout.addStretch(1)


def _state(words: Words, desk: Desk) -> str:
    _ = words.text
    if not desk.is_encrypted:
        return _(
            "The office is not encrypted: everybody who gets hold of the file can read all about "
            "everybody in it."
        )
    roles = ", ".join(_(ROLE_NAMES[role]) for role in ROLE_NAMES if role in desk.who.roles)
    said = _("The office is encrypted. You came in as %(name)s (%(roles)s).") % {
        "name": desk.who.name,
        "roles": roles,
    }
    if desk.who.may(Right.ACCOUNTS):
        return said
    may = ", ".join(_(ROLE_NAMES[role]) for role in roles_with(Right.ACCOUNTS))
    who_may = _("Accounts are changed by: %(roles)s.") % {"roles": may}
    return f"{said} {who_may}"


def _columns(words: Words, schemes: Callable[[WayIn], str]) -> list[Column[WayIn]]:
    _ = words.text
    return [
        Column(_("Name"), lambda row: row.account.name, width=200),
        Column(
            _("Roles"),
            lambda row: capital(
                ", ".join(_(ROLE_NAMES[one]) for one in ROLE_NAMES if one in row.account.roles)
            ),
            width=260,
        ),
        Column(_("Schemes"), schemes, width=200),
        Column(
            _("Protected address"),
            lambda row: capital(label(words, row.account.protected)),
            width=190,
        ),
        Column(_("Passphrase"), lambda row: _("Yes") if row.has_passphrase else _("No"), width=120),
    ]
