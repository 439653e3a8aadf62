"""Asks for the passphrase, when the program starts and when it was locked. It asks for no name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mentorapp.domain.errors import Refused
from mentorapp.domain.key_errors import NoSlotOpens
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.widgets.buttons import picture_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.lone_window import LoneWindow
from ui.widgets.passphrase_field import PassphraseField

_WIDTH = 520
_BELOW = 640


class UnlockWindow(LoneWindow):
    """Of the office it knows the name of the file alone."""

    typed = Signal(str)
    """A passphrase to try."""
    recovery_wanted = Signal()
    backups_wanted = Signal()
    open_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, words: Words, file_name: str, *, locked: bool = False) -> None:
        """`locked` tells that the office was open here, and is so no more."""
        super().__init__(words)
        _ = words.text
        self.resize(900, 620)
        self.passphrase = PassphraseField(words)
        self.passphrase.setAccessibleName(_("Passphrase"))
        self.open_button = picture_button(_("Open"), "lock-open", self._try, primary=True)
        self.recovery_button = picture_button(
            _("Use the recovery key …"), "shield", self.recovery_wanted.emit
        )
        self.backups_button = picture_button(
            _("Restore a backup …"), "undo-2", self.backups_wanted.emit
        )
        self.other_button = picture_button(
            _("Open another office …"), "folder-open", self.open_wanted.emit
        )
        self._lay_out(
            _("Mentorapp is locked") if locked else _("The office is encrypted"),
            _("What you typed is kept. Open the office again to go on with it.")
            if locked
            else _("Type your passphrase to open it."),
            file_name,
        )
        help_key = QShortcut(QKeySequence("F1"), self)
        help_key.activated.connect(self.help_wanted)
        self.passphrase.entered.connect(self._try)
        self.passphrase.changed.connect(self.message_bar.clear)
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> tuple[QWidget, ...]:
        return self._card, self._below

    def say(self, refused: Refused) -> None:
        """Why it does not open."""
        self.warn(explain(self.words, refused))
        if isinstance(refused, NoSlotOpens):
            self.passphrase.line.selectAll()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        self.passphrase.clear()

    def _try(self) -> None:
        if self.passphrase.value():
            self.typed.emit(self.passphrase.value())

    def _lay_out(self, title: str, hint: str, file_name: str) -> None:
        _ = self.words.text
        self._card = QFrame()
        self._card.setObjectName("card")
        self._card.setFixedWidth(_WIDTH)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.setSpacing(12)
        heading = plain_label(title, "h1")
        heading.setWordWrap(True)
        said = plain_label(hint)
        said.setWordWrap(True)
        file = plain_label(file_name, "muted")
        file.setWordWrap(True)
        label = plain_label(_("Passphrase"))
        label.setBuddy(self.passphrase)
        for widget in (heading, file, said, label, self.passphrase):
            inside.addWidget(widget)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.open_button)
        inside.addLayout(row)
        self._below = QFrame()
        self._below.setFixedWidth(_BELOW)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(10)
        below.addWidget(plain_label(_("Forgotten the passphrase, or is the file broken?"), "muted"))
        ways = FlowLayout(spacing=10, fill=False)
        for button in (self.recovery_button, self.backups_button, self.other_button):
            ways.addWidget(button)
        below.addLayout(ways)
        bars = QVBoxLayout()
        bars.addWidget(self.message_bar)
        bars.addWidget(self.busy_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addLayout(bars)
        layout.addStretch(2)
        layout.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._below, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
