"""The map from the board: by its key, once, and on to people and pairs."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.program_window import Start, User, furnished, preferences, start
from ui.pair_map.window import MapWindow
from ui.pairings.page import PairingsPage
from ui.widgets.record_file import RecordFile

__all__ = ["furnished", "preferences", "start"]


def maps(user: User) -> list[MapWindow]:
    return [one for one in user.window.findChildren(MapWindow) if one.isVisible()]


def test_the_key_opens_the_map_of_the_scheme_once_and_from_it_people_and_pairs(
    qtbot: QtBot, start: Start, furnished: Path
) -> None:
    user = User(qtbot, start("--office", str(furnished)))
    page = user.go("pairing")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for _ in range(2):
        user.window.activateWindow()
        page.list.table.setFocus()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is user.window)
        qtbot.keyClick(page.list.table, Qt.Key.Key_M, both)
        qtbot.waitUntil(lambda: bool(maps(user)))
        user.settle()
    (opened,) = maps(user)
    user.until(lambda: opened.scene is not None)
    assert opened.filters.scheme.value() == page.control.scheme.value()
    assert opened.scene is not None
    bound = opened.scene.found.pairs[0]
    opened.panel.open_person.emit(bound.newcomer.person_id)
    user.settle()
    assert bound.newcomer.name in user.dialog(RecordFile).heading.text()
    opened.panel.open_pairing.emit(bound.id)
    user.settle()
    assert isinstance(user.window.stack.currentWidget(), PairingsPage)
    opened.close()
