"""What is copied in the window does not lie about: it is nobody's history, and gone after a minute.

All that can be copied here may be about people. So every copy is marked as KeePassXC marks its
passwords, for the clipboard histories of Windows and KDE to leave it out, and taken away again
unless something else was copied meanwhile. Qt tells of a copy before the system can ask what it is,
so nobody gets to see it without the mark.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QWidget

CLEARED_AFTER_MS = 60_000

MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
}
"""The formats by which histories know what to leave out: KDE's, and that of Windows."""

_WITHHELD = "never copied"
_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def withhold(fields: Iterable[QWidget], *, withheld: bool = True) -> None:
    """Let nothing be copied out of these any more, or let it be again."""
    for field in fields:
        field.setProperty(_WITHHELD, withheld)


class ClipboardGuard(QObject):
    """Watches what this program puts on the clipboard, as long as it lives."""

    def __init__(
        self,
        application: QApplication,
        parent: QObject,
        ours: Callable[[QClipboard, QClipboard.Mode], bool] | None = None,
    ) -> None:
        """`ours` tells whether it was this program that copied: the system knows, where there is
        one.
        """
        super().__init__(parent)
        self._clipboard = application.clipboard()
        self._ours = ours or _as_the_system_says
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLEARED_AFTER_MS)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._look_at_clipboard)
        self._clipboard.selectionChanged.connect(self._look_at_selection)
        application.aboutToQuit.connect(self.clear)

    @property
    def waiting(self) -> bool:
        """Whether something of ours is still to be taken away."""
        return self._timer.isActive()

    def clear(self) -> None:
        """Take away what was copied here, now; what others copied stays."""
        self._timer.stop()
        for mode in _MODES:
            if self._ours(self._clipboard, mode) and self._is_marked(mode):
                self._clipboard.clear(mode)

    def _look_at_clipboard(self) -> None:
        self._look(QClipboard.Mode.Clipboard)

    def _look_at_selection(self) -> None:
        self._look(QClipboard.Mode.Selection)

    def _look(self, mode: QClipboard.Mode) -> None:
        if not self._ours(self._clipboard, mode) or self._is_marked(mode):
            return
        text = self._clipboard.text(mode)
        if not text:
            return
        if is_withheld(QApplication.focusWidget()):
            self._clipboard.clear(mode)
            return
        marked = QMimeData()
        marked.setText(text)
        for name, value in MARKS.items():
            marked.setData(name, value)
        self._clipboard.setMimeData(marked, mode)
        self._timer.start()

    def _is_marked(self, mode: QClipboard.Mode) -> bool:
        held: QMimeData | None = self._clipboard.mimeData(mode)
        return held is not None and all(held.hasFormat(name) for name in MARKS)


def _as_the_system_says(clipboard: QClipboard, mode: QClipboard.Mode) -> bool:
    if mode is QClipboard.Mode.Clipboard:
        return clipboard.ownsClipboard()
    return clipboard.supportsSelection() and clipboard.ownsSelection()


def is_withheld(widget: QWidget | None) -> bool:
    """Whether nothing is copied out of it, for its own or for its form's sake."""
    while widget is not None:
        if widget.property(_WITHHELD):
            return True
        widget = widget.parentWidget()
    return False
