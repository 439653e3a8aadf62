"""The button that folds the card beside a list away, and brings it back."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QToolButton, QWidget

from mentorapp.words import Words
from ui.icons import icon

#: In a page that is narrower the list needs the room: the card waits until it is asked for.
NARROW = 860
_KEYS = "Ctrl+Shift+D"


class CardFold(QToolButton):
    """Pressed while the card is shown. Without a choice of the user's the room decides."""

    def __init__(self, words: Words, page: QWidget, card: QWidget) -> None:
        """The key works anywhere in `page`."""
        super().__init__()
        self._page, self._card = page, card
        self._wanted: bool | None = None
        self._unused = False
        self._least = NARROW
        name = words.text("Show details")
        keys = QKeySequence(_KEYS)
        native = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.setObjectName("fold")
        self.setCheckable(True)
        self.setChecked(True)
        self.setIcon(icon("panel-right"))
        self.setIconSize(QSize(18, 18))
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({native})")
        self.clicked.connect(self._choose)
        QShortcut(keys, page).activated.connect(self.click)
        page.installEventFilter(self)

    def leave_out(self) -> None:
        """The list has no card."""
        self._unused = True
        self._card.hide()
        self.hide()

    def stay(self) -> None:
        """What one does in the page is in the card: it folds for nobody but the user."""
        self._least = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._page:
            self._fit()
        return super().eventFilter(watched, event)

    def _choose(self, shown: bool) -> None:
        self._wanted = shown
        self._fit()

    def _fit(self) -> None:
        if self._unused:
            return
        shown = self._page.width() >= self._least if self._wanted is None else self._wanted
        self.setChecked(shown)
        self._card.setVisible(shown)
