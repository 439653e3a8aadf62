"""Pictures of the window for the README and the user guide.

``python installer/pictures.py OFFICE FOLDER [--language nb] [--today 2026-11-23]`` opens a copy of
the office without a screen, goes through every page and writes each as PNG. The office given is
never written to.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from shutil import copyfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QWidget

from mentorapp.words import LANGUAGES
from ui.__main__ import build
from ui.letters.page import LettersPage
from ui.main_window import MainWindow
from ui.pair_map.window import MapWindow
from ui.pairing.page import PairingPage
from ui.pairings.page import PairingsPage
from ui.program import Program
from ui.settings_store import Preferences
from ui.widgets.list_page import ListPage

SIZE = (1280, 760)


def main(arguments: list[str]) -> int:
    """Write the pictures; says where each lies."""
    chosen = _parser().parse_args(arguments)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        office = Path(scratch) / chosen.office.name
        copyfile(chosen.office, office)
        preferences = Preferences(
            QSettings(str(Path(scratch) / "settings.ini"), QSettings.Format.IniFormat)
        )
        _application, program = build(
            ["--office", str(office), "--language", chosen.language],
            preferences,
            lambda: chosen.today,
        )
        for name, shown in pictures(program):
            file = chosen.folder / f"{name}-{chosen.language}.png"
            if not shown.grab().save(str(file)):
                print(f"{file} could not be written", file=sys.stderr)
                return 1
            print(file)
        program.close_office()
    return 0


def pictures(program: Program) -> Iterator[tuple[str, QWidget]]:
    """Each page by its key, with a row selected, then a preview and a pairing's own page."""
    window = program.window
    if not isinstance(window, MainWindow):
        raise SystemExit("the office cannot be opened")
    window.resize(*SIZE)
    settle(program)
    for key in program.page_keys:
        page = window.show_page(key)
        settle(program)
        if isinstance(page, PairingPage):
            page.control.button.click()
            settle(program)
        if isinstance(page, LettersPage) and not page.due.chosen():
            page.tabs.setCurrentWidget(page.issued)
        _select_first(page)
        settle(program)
        yield key, window
        if isinstance(page, PairingPage):
            page.show_map()
            settle(program)
            for shown in window.findChildren(MapWindow):
                shown.resize(*SIZE)
                shown.panel.places.table.setFocus()
                settle(program)
                yield "map", shown
                shown.close()
    pairs = window.show_page("pairings")
    settle(program)
    if isinstance(pairs, PairingsPage) and pairs.list.model.rowCount():
        rows = pairs.list.model.all_rows()
        busiest = max(rows, key=lambda row: (row.ended_on is None, row.meetings))
        pairs.open_pairing(busiest.id)
        settle(program)
        yield "pairing-file", window
        letters = window.show_page("letters")
        if isinstance(letters, LettersPage):
            letters.print_pairing(busiest.id)
            settle(program)
            yield "letter", window


def settle(program: Program) -> None:
    """Until everything that was asked is answered and painted."""
    deadline = QDeadlineTimer(30_000)
    # Twice: cards ask a moment after a row was selected, and PDF pages are drawn when seen.
    for _time in range(2):
        while program.working and not deadline.hasExpired():
            _wait(20)
        _wait(250)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _select_first(page: QWidget) -> None:
    for one in [page, *page.findChildren(QWidget)]:
        if isinstance(one, ListPage) and one.isVisible() and one.model.rowCount():
            one.table.setCurrentIndex(one.model.index(0, 0))
            one.table.setFocus()
            return
    page.setFocus()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Write pictures of every page of the window.")
    parser.add_argument("office", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", choices=LANGUAGES, default="nb")
    parser.add_argument(
        "--today", type=date.fromisoformat, default=datetime.now().astimezone().date()
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
