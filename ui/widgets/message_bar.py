"""One line on top of a page that tells how something went; there are no message boxes."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt, QTimer, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from mentorapp.words import Words
from ui.format import plain_label
from ui.icons import icon
from ui.theme import Tone
from ui.widgets.tone_icon import ToneIcon

SUCCESS_STAYS_MS = 15_000


class Message(StrEnum):
    """What kind of news it is; the names are the style sheet's."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


_ICON = {
    Message.INFO: ("info", Tone.INFO),
    Message.SUCCESS: ("circle-check", Tone.OK),
    Message.WARNING: ("triangle-alert", Tone.WARN),
    Message.ERROR: ("circle-alert", Tone.BAD),
}


@runtime_checkable
class Ending(Protocol):
    """Something to do that may come to be done elsewhere: the message then goes."""

    over: SignalInstance

    def __call__(self) -> object:
        """Do it."""


class MessageBar(QFrame):
    """Icon, words, perhaps one thing to do, and a button that closes it.

    Each message takes the place of the one before. Success goes by itself after a while; all else
    stays until it is closed or no longer true, which what there is to do tells if it is `Ending`.
    The words are announced to screen readers.
    """

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self._names = {
            Message.INFO: _("Information"),
            Message.SUCCESS: _("Done"),
            Message.WARNING: _("Warning"),
            Message.ERROR: _("Problem"),
        }
        self._do: Callable[[], object] | None = None
        self.setObjectName("message")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._icon = ToneIcon("info", Tone.INFO, 20)
        self.label = plain_label()
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self._close = QToolButton()
        self._close.setIcon(icon("x"))
        self._close.setIconSize(QSize(16, 16))
        self._close.setToolTip(_("Close message"))
        self._close.setAccessibleName(_("Close message"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        layout.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._close.clicked.connect(self.clear)
        self.button.clicked.connect(self._act)
        self.hide()

    def info(self, text: str, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """Something worth knowing."""
        self.show_message(Message.INFO, text, action)

    def success(self, text: str, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """It worked."""
        self.show_message(Message.SUCCESS, text, action)

    def warning(self, text: str, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """It was refused, or something needs attention."""
        self.show_message(Message.WARNING, text, action)

    def error(self, text: str, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """It did not work."""
        self.show_message(Message.ERROR, text, action)

    def show_message(
        self, kind: Message, text: str, action: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        """Show `text`; `action` is the words of a button and what it does."""
        self._icon.show_icon(*_ICON[kind])
        self._icon.setAccessibleName(self._names[kind])
        self.setProperty("kind", kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.label.setText(text)
        self.setAccessibleName(f"{self._names[kind]}: {text}")
        self._do = action[1] if action else None
        if isinstance(self._do, Ending):
            self._do.over.connect(self._end)
        self.button.setText(action[0] if action else "")
        self.button.setVisible(action is not None)
        self._timer.stop()
        if kind is Message.SUCCESS and action is None:
            self._timer.start(SUCCESS_STAYS_MS)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def clear(self) -> None:
        """Take the message away."""
        self._do = None
        self._timer.stop()
        self.hide()

    def _end(self) -> None:
        ended: object = self.sender()
        if ended is self._do:
            self.clear()

    @property
    def text(self) -> str:
        """What is shown now; empty when nothing is."""
        return "" if self.isHidden() else self.label.text()

    def _act(self) -> None:
        do = self._do
        self.clear()
        if do is not None:
            do()
