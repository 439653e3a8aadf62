"""What is done from a line of Today: calls, putting off, undo."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.follow_up import AttentionKind
from mentorapp.domain.postponements import Postponement
from mentorapp.operations import calls
from mentorapp.storage import records
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from tests.ui.today.choosing import choose
from ui.today.later_dialog import LaterDialog
from ui.today.page import TodayPage
from ui.widgets.call_dialog import CallDialog
from ui.widgets.form_dialog import FormDialog


def open_form(qtbot: QtBot, kind: type[FormDialog]) -> Any:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()


def test_a_call_is_noted_by_keyboard_and_the_line_comes_back_in_a_week(
    qtbot: QtBot, page: TodayPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    line = choose(page, AttentionKind.SILENT)
    QTest.keyClick(page.list.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    form = open_form(qtbot, CallDialog)
    qtbot.waitUntil(form.note_field.hasFocus)
    QTest.keyClicks(form.note_field, "They meet on Friday")
    QTest.keyClick(form.note_field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    freed(qtbot, form)
    settle()

    assert line.key not in [row.key for row in page.list.model.all_rows()]
    with pairs_office.database.read() as tx:
        (call,) = calls.of_pairing(tx, pairs_office.pair.id)
        (put_off,) = records.find(tx, Postponement)
    assert (call.called_on, call.note) == (TODAY, "They meet on Friday")
    assert (put_off.until, put_off.reason) == (TODAY + timedelta(days=7), "They meet on Friday")
    page.list.message_bar.button.click()
    settle()
    assert line.key in [row.key for row in page.list.model.all_rows()]
    with pairs_office.database.read() as tx:
        assert calls.of_pairing(tx, pairs_office.pair.id) == []


def test_a_follow_up_is_done_with_the_call_about_it_unless_nobody_answered(
    qtbot: QtBot, page: TodayPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    line = choose(page, AttentionKind.FOLLOW_UP)
    page._buttons.call.click()
    form = open_form(qtbot, CallDialog)
    form._reached.set_value(False)
    form._reached.changed.emit()
    form.save_button.click()
    settle()
    assert line.key in [row.key for row in page.list.model.all_rows()]

    choose(page, AttentionKind.FOLLOW_UP)
    page._buttons.call.click()
    open_form(qtbot, CallDialog).save_button.click()
    settle()
    assert line.key not in [row.key for row in page.list.model.all_rows()]


def test_a_line_is_put_off_with_a_reason_and_not_without(
    qtbot: QtBot, page: TodayPage, settle: Callable[[], None]
) -> None:
    line = choose(page, AttentionKind.SILENT)
    QTest.keyClick(page.list.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    form = open_form(qtbot, LaterDialog)
    form.save_button.click()
    settle()
    assert form.isVisible()
    QTest.keyClicks(form.reason, "On holiday")
    form.save_button.click()
    settle()

    assert line.key not in [row.key for row in page.list.model.all_rows()]
    assert page.list.message_bar.label.text() == "Put off until 30 Nov 2026."


def test_the_card_says_whom_to_call(
    qtbot: QtBot, page: TodayPage, settle: Callable[[], None]
) -> None:
    choose(page, AttentionKind.SILENT)

    def told() -> bool:
        return any(
            label.text() == "Kari Nordmann" for label in page.list.details.findChildren(QLabel)
        )

    qtbot.waitUntil(told)
