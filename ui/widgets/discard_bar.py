"""The question a form asks before it throws away what was typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from mentorapp.words import Words
from ui.format import plain_label


class DiscardBar(QFrame):
    """Keep or discard; keeping has the keyboard, so that Enter loses nothing."""

    kept = Signal()
    discarded = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self.setObjectName("message")
        self.setProperty("kind", "warning")
        question = plain_label(_("Discard what you typed?"))
        self.keep_button = QPushButton(_("Keep editing"))
        self.discard_button = QPushButton(_("Discard"))
        self.discard_button.setProperty("danger", True)
        for button in (self.keep_button, self.discard_button):
            button.setAutoDefault(True)
            button.setAccessibleDescription(question.text())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(question, 1)
        row.addWidget(self.discard_button)
        row.addWidget(self.keep_button)
        self.keep_button.clicked.connect(self.kept)
        self.discard_button.clicked.connect(self.discarded)
        self.hide()

    def ask(self) -> None:
        """Show the question."""
        self.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
