"""Where a passphrase is typed: dots, a way to look, and a word when the capitals are locked."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.icons import icon
from ui.widgets.announcing import announce

_LONGEST = 1000


class PassphraseField(QWidget):
    """Keeps nothing: what was typed is neither a kept form's nor on the clipboard."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed in it."""

    def __init__(self, words: Words, shown_with: "PassphraseField | None" = None) -> None:
        """One that is `shown_with` another has no button of its own and follows that one's."""
        super().__init__()
        _ = words.text
        self._locked = False
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.eye = QToolButton()
        self.eye.setIcon(icon("eye"))
        self.eye.setIconSize(QSize(18, 18))
        self.eye.setCheckable(True)
        self.eye.setToolTip(_("Show what is typed"))
        self.eye.setAccessibleName(_("Show what is typed"))
        self.eye.setMinimumSize(QSize(34, 34))
        self.capitals = plain_label(_("The capitals are locked (Caps Lock)."), "problem")
        self.capitals.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.capitals)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.entered)
        self.eye.setVisible(shown_with is None)
        (shown_with or self).eye.toggled.connect(self._show)

    def value(self) -> str:
        """As it was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed, and hide the next."""
        self.line.clear()
        self.eye.setChecked(False)

    def written(self) -> str:
        """Nothing, whatever was typed."""
        return ""

    def write_back(self, _text: str) -> None:
        """Nothing was kept."""

    def told(self) -> str:
        """Nothing, for a reader neither."""
        return ""

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        super().setAccessibleDescription(text)
        self.line.setAccessibleDescription(text)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._look_at_capitals(event)
        elif event.type() == QEvent.Type.FocusOut:
            self.capitals.hide()
        return False

    def _look_at_capitals(self, event: QKeyEvent) -> None:
        """No toolkit tells the state of the lock everywhere; a letter that came out does."""
        typed = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            # It has changed; from what to what, the next letter tells.
            self.capitals.hide()
        if len(typed) != 1 or typed.lower() == typed.upper():
            return
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        locked = typed.isupper() != shifted
        if locked and self.capitals.isHidden():
            announce(self.line, self.capitals.text())
        self.capitals.setVisible(locked)

    def _show(self, shown: bool) -> None:
        echo = QLineEdit.EchoMode
        self.line.setEchoMode(echo.Normal if shown else echo.Password)
