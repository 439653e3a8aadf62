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
    assert cell.accessibleName() == "Free times: Tuesday evening, available"
    qtbot.keyClick(cell, Qt.Key.Key_Space)
    assert cell.accessibleName() == "Free times: Tuesday evening, not available"


def test_cells_come_back_as_they_were_set(qtbot: QtBot, words: Words) -> None:
    grid = WeekGrid(words)
    qtbot.addWidget(grid)
    grid.set_value({(0, 0), (6, 2)})
    assert grid.value() == {(0, 0), (6, 2)}
    grid.set_value(())
    assert grid.value() == frozenset()


def test_shift_with_the_arrows_chooses_several_that_space_ticks_together(
    qtbot: QtBot, words: Words
) -> None:
    grid = WeekGrid(words)
    qtbot.addWidget(grid)
    grid.set_value({(0, 0), (6, 2)})
    grid.show()
    grid.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(grid.focusWidget(), key, Qt.KeyboardModifier.ShiftModifier)
    block = {(day, part) for day in range(3) for part in range(2)}
    assert {at for at, cell in grid._cells.items() if cell.property("chosen")} == block
    qtbot.keyClick(grid.focusWidget(), Qt.Key.Key_Space)
    assert grid.value() == block | {(6, 2)}
    qtbot.keyClick(grid.focusWidget(), Qt.Key.Key_Space)
    assert grid.value() == {(6, 2)}
    qtbot.keyClick(grid.focusWidget(), Qt.Key.Key_Right)  # the choice is over
    assert not any(cell.property("chosen") for cell in grid._cells.values())
    qtbot.keyClick(grid.focusWidget(), Qt.Key.Key_Space)
    assert grid.value() == {(3, 1), (6, 2)}


def test_a_choice_of_several_ends_at_the_ends_of_the_week(qtbot: QtBot, words: Words) -> None:
    grid = WeekGrid(words)
    qtbot.addWidget(grid)
    grid.show()
    grid.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(grid.focusWidget(), key, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(grid.focusWidget(), Qt.Key.Key_Space)
    assert grid.value() == {(0, 0), (0, 1)}
