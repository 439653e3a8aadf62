import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.line_list import Line, LineList

_LINES = [
    Line("a", "Liv Aas", "78 %", "Costs 2 % · Both like cooking"),
    Line("b", "Kari <b>Nordmann</b>", "71 %", "Costs 3 %"),
]


@pytest.fixture
def lines(qtbot: QtBot) -> LineList:
    made = LineList("Other mentors")
    qtbot.addWidget(made)
    made.resize(300, 100)
    made.show()
    made.show_lines(_LINES)
    return made


def test_enter_opens_the_current_line(qtbot: QtBot, lines: LineList) -> None:
    QTest.keyClick(lines, Qt.Key.Key_Down)
    with qtbot.waitSignal(lines.opened) as opened:
        QTest.keyClick(lines, Qt.Key.Key_Return)
    assert opened.args == ["b"]


def test_a_screen_reader_reads_the_whole_line(lines: LineList) -> None:
    told = QAccessible.queryAccessibleInterface(lines)
    assert told.text(QAccessible.Text.Name) == "Other mentors"
    assert lines.item(0).text() == "Liv Aas. 78 %. Costs 2 % · Both like cooking"


def test_it_is_as_high_as_its_lines_and_grows_when_they_must_wrap(lines: LineList) -> None:
    wide = lines.height()
    lines.resize(140, 100)
    assert lines.height() > wide


def test_it_paints_names_as_they_are(lines: LineList) -> None:
    assert not lines.grab().toImage().isNull()
    assert lines.lines()[1].first == "Kari <b>Nordmann</b>"


def test_without_lines_nothing_opens(qtbot: QtBot, lines: LineList) -> None:
    lines.show_lines([])
    with qtbot.assertNotEmitted(lines.opened):
        QTest.keyClick(lines, Qt.Key.Key_Return)
    assert lines.current_value() is None
