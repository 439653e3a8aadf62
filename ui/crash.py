"""What happens when the program has a bug: it is logged and told once, never swallowed.

Neither the log nor the dialog holds anything about a person. A message ("Kari is not in list") or
a local variable could, so only the kinds of the exceptions and the places in our code are kept,
and of a path only what lies inside the package: the rest may name the user.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mentorapp.words import Words
from ui.format import plain_label

_log = logging.getLogger("mentorapp.crash")


def describe(problem: BaseException, version: str = "") -> str:
    """The exception, its causes and where they arose, without a message or a value."""
    lines = [f"Mentorapp {version}".strip()]
    seen: BaseException | None = problem
    while seen is not None:
        kind = type(seen)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        lines += [
            f"  {_inside(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__, limit=-30)
        ]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines)


def _inside(filename: str) -> str:
    parts = Path(filename).parts
    for root in ("site-packages", "ui", "mentorapp", "resources", "lib"):
        if root in parts:
            start = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[start + (root == "site-packages") :])
    return parts[-1] if parts else filename


def log_file() -> Path:
    """Where crashes are written down, in the log folder of the user."""
    return Path(platformdirs.user_log_dir("Mentorapp", appauthor=False)) / "crashes.log"


def log_to(file: Path) -> logging.Handler | None:
    """Write crashes to `file`, at most half a megabyte; None when the folder cannot be written.

    A full disk or a read-only home must not keep the program from starting.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=250_000, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    _log.addHandler(handler)
    _log.propagate = False
    return handler


class CrashDialog(QDialog):
    """Says that something went wrong, that nothing was lost, and offers the details to copy."""

    def __init__(self, words: Words, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = words.text
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Mentorapp")
        self.setMinimumWidth(560)
        heading = plain_label(_("Something went wrong in the program"), "h1")
        explanation = plain_label(
            _(
                "What was saved before is safe. The step you just took was not carried out; "
                "try it again, and tell whoever looks after the program if it happens again. "
                "The details below hold nothing about any person."
            )
        )
        explanation.setWordWrap(True)
        self.details = QPlainTextEdit()
        self.details.setPlainText(details)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(_("Details"))
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.copy_button = QPushButton(_("Copy details"))
        self.copy_button.setAutoDefault(False)
        close_button = QPushButton(_("Close"))
        close_button.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close_button, QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(explanation)
        layout.addWidget(self.details)
        layout.addWidget(buttons)
        self.copy_button.clicked.connect(self._copy)
        close_button.clicked.connect(self.reject)
        close_button.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())


class CrashReporter(QObject):
    """Logs every bug and shows the first; further ones while the dialog is open are only logged."""

    _arrived = Signal(object)

    def __init__(
        self, words: Words, version: str, window: Callable[[], QWidget | None] | None = None
    ) -> None:
        super().__init__()
        self._words = words
        self._version = version
        self._window = window or QApplication.activeWindow
        self.dialog: CrashDialog | None = None
        self._arrived.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def report(self, problem: BaseException) -> None:
        """Take note of a bug; may be called on any thread."""
        _log.error("%s", describe(problem, self._version))
        self._arrived.emit(problem)

    def install(self, *sources: SignalInstance) -> None:
        """Catch what nobody caught, and what the given signals (`Worker.failed`) bring."""
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self.report(args.exc_value or SystemExit())
        for source in sources:
            source.connect(self.report)

    def _hook(
        self,
        kind: type[BaseException],
        problem: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.report(problem.with_traceback(trace))

    def _show(self, problem: BaseException) -> None:
        if self.dialog is not None:
            return
        self.dialog = CrashDialog(self._words, describe(problem, self._version), self._window())
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None
