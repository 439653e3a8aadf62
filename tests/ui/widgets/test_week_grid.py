from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from ui.widgets.week_grid import WeekGrid


def test_arrows_move_and_space_ticks(qtbot: QtBot, words: Words) -> None:
    grid = WeekGrid(words)
    qtbot.addWidget(grid)
    grid.setAccessibleName("Free times")
    grid.show()
    grid.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(grid.focusWidget(), key)
    with qtbot.waitSignal(grid.changed):
        qtbot.keyClick(grid.focusWidget(), Qt.Key.Key_Space)
    assert grid.value() == {(1, 2)}
    cell = grid.focusWidget()
    assert cell is not None
    assert cell.accessibleName() == "Free times: Tuesday evening"


def test_cells_come_back_as_they_were_set(qtbot: QtBot, words: Words) -> None:
    grid = WeekGrid(words)
    qtbot.addWidget(grid)
    grid.set_value({(0, 0), (6, 2)})
    assert grid.value() == {(0, 0), (6, 2)}
    grid.set_value(())
    assert grid.value() == frozenset()
