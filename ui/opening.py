"""The window that stands there when the office cannot be opened: why, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mentorapp.domain.errors import OfficeDamaged, Refused
from mentorapp.domain.key_errors import SlotsUnreadable
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from ui.format import plain_label
from ui.widgets.buttons import picture_button
from ui.widgets.enter import press_focused
from ui.widgets.flow_layout import FlowLayout


class OpeningWindow(QWidget):
    """Nothing is done to the file that was refused; another one is chosen or made here."""

    retry_wanted = Signal()
    open_wanted = Signal()
    new_wanted = Signal()
    backups_wanted = Signal()
    copy_wanted = Signal()
    keys_wanted = Signal()

    def __init__(self, words: Words, refused: Refused, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self.setWindowTitle("Mentorapp")
        self.resize(760, 380)
        self.reason = plain_label(explain(words, refused))
        # A backup is the way then; another office is none.
        broken = isinstance(refused, SlotsUnreadable | OfficeDamaged)
        has_keys = isinstance(refused, SlotsUnreadable) and refused.copy is not None
        self.reason.setWordWrap(True)
        self.hint = plain_label(
            _(
                "“Restore a backup …” puts a copy in the place of the office, which is kept. What "
                "was saved since the backup is not in it."
            )
            if broken
            else _("Choose another office, make a new one, or mend what is wrong and try again."),
            "muted",
        )
        self.hint.setWordWrap(True)
        self.open_button = picture_button(
            _("Open another office …"), "folder-open", self.open_wanted.emit, primary=not broken
        )
        self.new_button = picture_button(_("New office …"), "plus", self.new_wanted.emit)
        self.retry_button = picture_button(_("Try again"), "refresh-cw", self.retry_wanted.emit)
        self.backups_button = picture_button(
            _("Restore a backup …"),
            "undo-2",
            self.backups_wanted.emit,
            primary=broken and not has_keys,
        )
        self.keys_button = picture_button(
            _("Copy the keys back"), "shield", self.keys_wanted.emit, primary=True
        )
        self.keys_button.setHidden(not has_keys)
        self.copy_button = picture_button(_("Copy to this PC …"), "save", self.copy_wanted.emit)
        self.copy_button.hide()
        buttons = FlowLayout(spacing=12, fill=False)
        others = [self.open_button, self.new_button, self.retry_button]
        others.insert(0 if broken else len(others), self.backups_button)
        for button in (self.keys_button, self.copy_button, *others):
            buttons.addWidget(button)
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 28, 32, 28)
        inside.setSpacing(14)
        inside.addWidget(plain_label(_("The office cannot be opened"), "h1"))
        inside.addWidget(self.reason)
        inside.addWidget(self.hint)
        inside.addStretch()
        inside.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addWidget(card)

    def warn(self, reason: str) -> None:
        """Another file was refused too."""
        self.reason.setText(reason)
        self.keys_button.hide()  # they are of the first one

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)
