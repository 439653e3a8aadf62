"""Copied with keys from real fields; what the clipboard then holds."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.clipboard import CLEARED_AFTER_MS, MARKS, ClipboardGuard, withhold


@pytest.fixture
def clipboard(qapp: QApplication) -> QClipboard:
    qapp.clipboard().clear()
    return qapp.clipboard()


@pytest.fixture
def guard(qapp: QApplication, clipboard: QClipboard) -> Iterator[ClipboardGuard]:
    home = QObject()
    # Without a screen there is no system that would know who copied.
    yield ClipboardGuard(qapp, home, lambda _clipboard, mode: mode is QClipboard.Mode.Clipboard)
    home.deleteLater()


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    shown = QLineEdit("Torget 1, 8200 Fauske")
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(shown.hasFocus)
    return shown


def copy(qtbot: QtBot, field: QLineEdit) -> None:
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_a_copy_is_marked_for_no_history_to_keep(
    guard: ClipboardGuard, clipboard: QClipboard, field: QLineEdit, qtbot: QtBot
) -> None:
    copy(qtbot, field)
    assert clipboard.text() == "Torget 1, 8200 Fauske"
    held = clipboard.mimeData()
    assert {name: bytes(held.data(name).data()) for name in MARKS} == MARKS


def test_a_copy_is_taken_away_after_a_minute(
    guard: ClipboardGuard, clipboard: QClipboard, field: QLineEdit, qtbot: QtBot
) -> None:
    copy(qtbot, field)
    assert guard.waiting
    assert CLEARED_AFTER_MS == 60_000
    guard._timer.start(0)
    qtbot.waitUntil(lambda: not guard.waiting)
    assert clipboard.text() == ""


def test_what_another_program_copied_meanwhile_stays(
    guard: ClipboardGuard, clipboard: QClipboard, field: QLineEdit, qtbot: QtBot
) -> None:
    copy(qtbot, field)
    clipboard.blockSignals(True)  # another program's copy comes without our mark
    clipboard.setText("of another program")
    clipboard.blockSignals(False)
    guard.clear()
    assert clipboard.text() == "of another program"


def test_nothing_of_a_withheld_field_is_copied_or_cut(
    guard: ClipboardGuard, clipboard: QClipboard, field: QLineEdit, qtbot: QtBot
) -> None:
    withhold([field])
    copy(qtbot, field)
    assert clipboard.text() == ""
    qtbot.keyClick(field, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == ""
    field.setText("Torget 1")
    withhold([field], withheld=False)
    copy(qtbot, field)
    assert clipboard.text() == "Torget 1"


def test_a_picture_or_a_file_that_somebody_copied_is_left_alone(
    guard: ClipboardGuard, clipboard: QClipboard, qtbot: QtBot
) -> None:
    carried = QMimeData()
    carried.setData("application/x-other", b"something")
    clipboard.setMimeData(carried)
    assert clipboard.mimeData().hasFormat("application/x-other")
    assert not guard.waiting


def test_a_guard_that_is_gone_touches_nothing(
    qapp: QApplication, clipboard: QClipboard, field: QLineEdit, qtbot: QtBot
) -> None:
    home = QObject()
    ClipboardGuard(qapp, home)
    shiboken6.delete(home)
    copy(qtbot, field)
    assert clipboard.text() == "Torget 1, 8200 Fauske"
