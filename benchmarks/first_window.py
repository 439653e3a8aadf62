"""Run in a process of its own: open a window and tell when it was painted.

``python -m benchmarks.first_window`` shows an empty QMainWindow, the least that any program with
this Qt does; with an office file, a settings file and a day, the real program, built as
``ui.__main__`` builds it. Prints two clocks when the window was painted, and again when a table in
it was painted with rows, then ends: the wall's (``perf_counter``, one for all processes of a
machine), and the processor's (what this process alone has used), which counts no others at work.
"""

import gc
import sys
from datetime import date
from time import perf_counter, process_time
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class Clocks(NamedTuple):
    """The wall's, and the processor's."""

    wall: float
    processor: float

    @classmethod
    def now(cls) -> "Clocks":
        return cls(perf_counter(), process_time())


class Watch(QObject):
    """Sees every event of the application and notes the first paintings.

    A painting is noted when the event loop comes round after it, so it has been carried out.
    """

    def __init__(self, application: QApplication, *, rows_wanted: bool) -> None:
        super().__init__()
        self._rows_wanted = rows_wanted
        self.window: Clocks | None = None
        self.rows: Clocks | None = None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            if self.window is None and isinstance(watched, QMainWindow):
                QTimer.singleShot(0, self._window_painted)
            table = watched.parent()
            if (
                self.rows is None
                and isinstance(table, QTableView)
                and watched is table.viewport()
                and table.model().rowCount()
            ):
                QTimer.singleShot(0, self._rows_painted)
        return False

    def _window_painted(self) -> None:
        self.window = self.window or Clocks.now()
        if not self._rows_wanted:
            QApplication.exit(0)

    def _rows_painted(self) -> None:
        self.rows = self.rows or Clocks.now()
        if self.window is not None:
            QApplication.exit(0)


def main() -> int:
    """``[OFFICE SETTINGS TODAY]``. Exit 1 when nothing was painted in half a minute."""
    arguments = sys.argv[1:]
    gc.disable()  # as ui.__main__.main does
    application = QApplication(sys.argv[:1])
    watch = Watch(application, rows_wanted=bool(arguments))
    keep = _the_program(*arguments) if arguments else _the_bound()
    QTimer.singleShot(30_000, lambda: QApplication.exit(1))
    code = application.exec()
    for clocks in (watch.window, watch.rows):
        print(*(clocks or ()))
    del keep
    return code


def _the_bound() -> object:
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    return window


def _the_program(office: str, settings: str, today: str) -> object:
    from PySide6.QtCore import QSettings

    from ui.__main__ import build
    from ui.garbage import look_seldom
    from ui.settings_store import Preferences

    # Not the user's own settings: the program keeps there which office was open last.
    preferences = Preferences(QSettings(settings, QSettings.Format.IniFormat))
    program = build(
        ["--office", office, "--language", "nb"], preferences, lambda: date.fromisoformat(today)
    )
    look_seldom()  # as ui.__main__.main does
    return program


if __name__ == "__main__":
    sys.exit(main())
