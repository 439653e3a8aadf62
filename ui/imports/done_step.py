"""The last step: what was imported, and the rows that were left out as a file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mentorapp.operations.imports import Applied
from mentorapp.words import Words
from ui.format import plain_label
from ui.imports.wording import applied_text
from ui.widgets.buttons import picture_button


class DoneStep(QWidget):
    """The outcome in words."""

    save_wanted = Signal()
    """The rows that were left out are wanted as a file."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self._words = words
        self.heading = plain_label(name="h2")
        self.outcome = plain_label()
        self.left_out = plain_label(
            _(
                "The rows left out can be saved as a file with a column that says why. "
                "Mend them there and import that file: rows that are in already change nothing."
            ),
            "muted",
        )
        self.save_button = picture_button(
            _("Save rejected rows …"), "download", self.save_wanted.emit
        )
        card = QFrame()
        card.setObjectName("empty")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(48, 36, 48, 36)
        inside.setSpacing(12)
        inside.addStretch()
        for label in (self.heading, self.outcome, self.left_out):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            inside.addWidget(label)
        inside.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    def show_applied(self, done: Applied) -> None:
        """Say what was done."""
        _ = self._words.text
        changed = done.new or done.changed
        self.heading.setText(_("The list is imported") if changed else _("Nothing was changed"))
        self.outcome.setText(applied_text(self._words, done))
        self.left_out.setVisible(bool(done.left_out))
        self.save_button.setVisible(bool(done.left_out))
