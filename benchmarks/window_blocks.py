"""Run in a process of its own: how long the window stands still while something long is done in it.

``python -m benchmarks.window_blocks OFFICE FILE SETTINGS`` opens the real program on an office that
may be changed, and has it pair, make the letters of all pairs, and import FILE, as a user does,
with the pages and dialogs that belong to it on the screen. Prints JSON, for each of them and for
nothing (``idle``), in seconds: ``whole``, the longest wait, and the longest work of the window's
own thread (see ``ticks``).
"""

import gc
import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from benchmarks.crowd import TODAY
from benchmarks.ticks import Ticks
from mentorapp.domain.letters import LetterDue
from mentorapp.operations import letters as operations_letters
from mentorapp.operations import offices, pairings
from ui.__main__ import build
from ui.garbage import look_seldom
from ui.imports.dialog import ImportDialog
from ui.letters.page import LettersPage
from ui.main_window import MainWindow
from ui.pairing.page import PairingPage
from ui.program import Program
from ui.settings_store import Preferences

#: Nothing is under way for so long: it is done, and shown.
_QUIET_S = 0.3


class Probe:
    """Does one thing after the other in the event loop and looks how long it did not turn."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def measure(self, *steps: Callable[[], object]) -> Mapping[str, float]:
        """Each step waits for the one before."""
        self._settle()
        ticks, start = Ticks(), perf_counter()
        for step in steps:
            QTimer.singleShot(0, step)
            self._settle()
        whole = perf_counter() - start - _QUIET_S * len(steps)
        return {"whole": whole, "longest": ticks.stop(), "own": ticks.own}

    def _settle(self) -> None:
        # Not the application's own: when that ends, the program lets go of the office.
        loop, quiet_since = QEventLoop(), perf_counter()

        def look() -> None:
            nonlocal quiet_since
            if self._program.working:
                quiet_since = perf_counter()
            elif perf_counter() - quiet_since > _QUIET_S:
                loop.exit()

        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(20)
        loop.exec()


def main() -> int:
    """``OFFICE FILE SETTINGS``."""
    office, file, settings = sys.argv[1:]
    dues = _letters_of(Path(office))
    gc.disable()  # as ui.__main__.main does
    preferences = Preferences(QSettings(settings, QSettings.Format.IniFormat))
    _application, program = build(["--office", office, "--language", "nb"], preferences, _today)
    look_seldom()
    program.failed.connect(_fail)
    window, probe = program.window, Probe(program)
    assert isinstance(window, MainWindow)  # noqa: S101 - for the type checker

    pairing, letters = window.show_page("pairing"), window.show_page("letters")
    assert isinstance(pairing, PairingPage)  # noqa: S101
    assert isinstance(letters, LettersPage)  # noqa: S101

    def dialog() -> ImportDialog:
        found = window.findChild(ImportDialog)
        assert isinstance(found, ImportDialog)  # noqa: S101
        return found

    told = {
        "pairing": probe.measure(lambda: window.show_page("pairing"), pairing.control.run),
        "letters": probe.measure(
            lambda: window.show_page("letters"), lambda: letters.preview(dues)
        ),
        "import": probe.measure(
            lambda: window.show_page("mentors"),
            window.import_wanted.emit,
            lambda: dialog().read_file(Path(file)),
            lambda: dialog().compare(),
            lambda: dialog().carry_out(),
            lambda: dialog().close(),
        ),
        "idle": probe.measure(lambda: None),
    }
    program.close_office()
    print(json.dumps(told))
    return 0


def _letters_of(office: Path) -> list[LetterDue]:
    database = offices.open_office(office, create=False)
    with database.read() as tx:
        pairs = pairings.rows(tx, TODAY)
        found = [due for pair in pairs for due in operations_letters.for_pairing(tx, pair.id)]
    database.close()
    return found


def _today() -> date:
    return TODAY


def _fail(problem: BaseException) -> None:
    raise problem


if __name__ == "__main__":
    sys.exit(main())
