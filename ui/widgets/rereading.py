"""When a page asks the office: anew after a change, and a moment after another row was selected."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget


class Rereading(QObject):
    """Watches over one page; asked twice in a row, `read` is called once."""

    # A page that is collected as garbage hides when this object has been emptied already.
    _stale = False
    _soon: QTimer | None = None

    def __init__(self, page: QWidget, changed: SignalInstance, read: Callable[[], object]) -> None:
        super().__init__(page)
        self._page = page
        self._stale = True
        self._soon = soon = QTimer(self)
        soon.setSingleShot(True)
        soon.timeout.connect(read)
        changed.connect(self._on_changed)
        page.installEventFilter(self)

    def ask(self) -> None:
        """Read as soon as the event loop comes round."""
        self._stale = False
        if self._soon is not None:
            self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and self._stale:
            self.ask()
        elif event.type() is QEvent.Type.Hide and self._soon is not None:
            # What was about to be read is read when the page is shown again, if it ever is.
            self._stale = self._stale or self._soon.isActive()
            self._soon.stop()
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        if self._page.isVisible():
            self.ask()
        else:
            self._stale = True


class ReadingSoon(QTimer):
    """Asks about the selected row of `page`: running through the list with the arrow key asks once.

    Started with every row; a page that is hidden meanwhile does not ask.
    """

    def __init__(self, page: QWidget, read: Callable[[], object]) -> None:
        super().__init__(page)
        self.setSingleShot(True)
        self.setInterval(60)
        self.timeout.connect(read)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Hide:
            self.stop()
        return super().eventFilter(watched, event)
