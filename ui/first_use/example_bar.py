"""The line over every page of the example office, and the one way to be rid of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from mentorapp.words import Words
from ui.format import plain_label
from ui.icons import icon
from ui.theme import Tone
from ui.widgets.buttons import ICON_SIZE
from ui.widgets.tone_icon import ToneIcon

_USUAL = ("info", Tone.INFO)
_ASKING = ("triangle-alert", Tone.WARN)


class ExampleBar(QFrame):
    """Says what it is; asks once before everything in it goes. Keeping has the keyboard then."""

    thrown_away = Signal()
    """It was confirmed."""

    def __init__(self, words: Words, *, read_only: bool) -> None:
        super().__init__()
        _ = words.text
        self.setObjectName("message")
        self.setProperty("kind", "info")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._usual = _("Example office: all people are made up.")
        self._question = _("All of the example office goes, also what you typed. No undo.")
        self.label = plain_label(self._usual)
        self.label.setWordWrap(True)
        self.button = QPushButton(icon("trash-2"), _("Throw away and begin"))
        self.button.setIconSize(ICON_SIZE)
        self.keep_button = QPushButton(_("Keep it"))
        self.sure_button = QPushButton(_("Throw away"))
        self.sure_button.setProperty("danger", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        self._icon = ToneIcon(*_USUAL, 20)
        row.addWidget(self._icon)
        row.addWidget(self.label, 1)
        for button in (self.button, self.sure_button, self.keep_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.button.setVisible(not read_only)
        self.sure_button.hide()
        self.keep_button.hide()
        self.button.clicked.connect(self._ask)
        self.keep_button.clicked.connect(self._keep)
        self.sure_button.clicked.connect(self.thrown_away)

    def _ask(self) -> None:
        self._show_question(asking=True)
        self.keep_button.setAccessibleDescription(self._question)
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self._show_question(asking=False)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_question(self, *, asking: bool) -> None:
        self.label.setText(self._question if asking else self._usual)
        self.setProperty("kind", "warning" if asking else "info")
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.show_icon(*_ASKING if asking else _USUAL)
        self.sure_button.setVisible(asking)
        self.keep_button.setVisible(asking)
        self.button.setVisible(not asking)
