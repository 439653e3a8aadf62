"""The window that stands there when the office cannot be opened: why, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mentorapp.words import Words
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

    def __init__(self, words: Words, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self.setWindowTitle("Mentorapp")
        self.resize(760, 380)
        self.reason = plain_label(reason)
        self.reason.setWordWrap(True)
        hint = plain_label(
            _("Choose another office, make a new one, or mend what is wrong and try again."),
            "muted",
        )
        hint.setWordWrap(True)
        self.open_button = picture_button(
            _("Open another office …"), "folder-open", self.open_wanted.emit, primary=True
        )
        self.new_button = picture_button(_("New office …"), "plus", self.new_wanted.emit)
        self.retry_button = picture_button(_("Try again"), "refresh-cw", self.retry_wanted.emit)
        self.backups_button = picture_button(
            _("Restore a backup …"), "undo-2", self.backups_wanted.emit
        )
        self.copy_button = picture_button(_("Copy to this PC …"), "save", self.copy_wanted.emit)
        self.copy_button.hide()
        buttons = FlowLayout(spacing=12, fill=False)
        for button in (
            self.copy_button,
            self.open_button,
            self.new_button,
            self.retry_button,
            self.backups_button,
        ):
            buttons.addWidget(button)
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 28, 32, 28)
        inside.setSpacing(14)
        inside.addWidget(plain_label(_("The office cannot be opened"), "h1"))
        inside.addWidget(self.reason)
        inside.addWidget(hint)
        inside.addStretch()
        inside.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addWidget(card)

    def warn(self, reason: str) -> None:
        """Another file was refused too."""
        self.reason.setText(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)
