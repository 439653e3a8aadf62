"""The offer to go on with a form that was left open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from mentorapp.domain.unfinished_forms import UnfinishedForm
from mentorapp.words import Words
from ui.format import plain_label


class LeftOpenBar(QFrame):
    """When it was left open, a button to go on with it and one to discard it."""

    taken_up = Signal()
    discarded = Signal()

    def __init__(self, words: Words, form: UnfinishedForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self.setObjectName("message")
        self.setProperty("kind", "info")
        kept_at = form.kept_at.astimezone()
        said = _("This form was left open on %(date)s at %(time)s. What was typed is kept.") % {
            "date": words.date(kept_at.date()),
            "time": f"{kept_at:%H:%M}",
        }
        label = plain_label(said)
        label.setWordWrap(True)
        self.go_on_button = QPushButton(_("Go on with it"))
        self.discard_button = QPushButton(_("Discard"))
        for button in (self.go_on_button, self.discard_button):
            button.setAutoDefault(False)
            button.setAccessibleDescription(said)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(label, 1)
        row.addWidget(self.discard_button)
        row.addWidget(self.go_on_button)
        self.go_on_button.clicked.connect(self.taken_up)
        self.discard_button.clicked.connect(self.discarded)
