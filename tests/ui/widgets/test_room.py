from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.room import scrolled, within_screen


def test_no_window_is_made_larger_than_its_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry().size()
    assert within_screen(window, QSize(300, 200)) == QSize(300, 200)
    assert within_screen(window, QSize(9_000, 200)) == QSize(room.width() - 40, 200)
    assert within_screen(window, QSize(300, 9_000)) == QSize(300, room.height() - 80)


def test_a_sheet_that_is_longer_than_its_room_scrolls(qtbot: QtBot) -> None:
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    for line in range(40):
        column.addWidget(QLabel(f"Line {line}"))
    area = scrolled(sheet)
    qtbot.addWidget(area)
    area.resize(200, 120)
    area.show()
    assert area.verticalScrollBar().maximum() > 0
    assert sheet.width() <= 200
