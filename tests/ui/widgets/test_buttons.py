from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import MenuButton


def test_the_keys_of_a_closed_menu_work_in_its_page(qtbot: QtBot) -> None:
    page, chosen = QWidget(), []
    qtbot.addWidget(page)
    more = MenuButton("More", "ellipsis", page)
    QVBoxLayout(page).addWidget(more)
    more.add("Print why …", "On paper", lambda: chosen.append("why"), "Ctrl+P")
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert chosen == ["why"]
