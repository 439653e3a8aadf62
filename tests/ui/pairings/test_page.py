from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.domain.pairings import EndReason, Fit, Initiator, PairingStatus
from mentorapp.operations import pairings
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.meetings.dialog import MeetingDialog
from ui.pairings.dialogs import FollowUpDialog, HandOverDialog, RecordDialog
from ui.pairings.end_dialog import EndDialog
from ui.pairings.page import PairingsPage
from ui.widgets.fields import ChoiceField
from ui.widgets.note_dialog import NoteDialog

Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def opened(
    page: PairingsPage, pairs_office: PairsOffice, settle: Callable[[], None]
) -> PairingsPage:
    page.open_pairing(pairs_office.pair.id)
    settle()
    return page


def dialog(qtbot: QtBot, kind: type[Dialog]) -> Dialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def press(page: PairingsPage, text: str) -> None:
    next(button for button in page.file.card.buttons if button.text() == text).click()


def test_enter_opens_the_pairing_and_back_finds_the_list_as_it_was(
    qtbot: QtBot, page: PairingsPage, settle: Callable[[], None]
) -> None:
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    settle()
    assert page.file.isVisible()
    assert page.file.heading.text() == "Ali Hassan – Kari Nordmann"
    assert page.file.meetings.model.rowCount() == 2
    QTest.keyClick(page.file, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.list.isVisible()
    assert page.list.table.current_row() is not None


def test_the_newest_meeting_stands_first_and_markup_is_text(opened: PairingsPage) -> None:
    model = opened.file.meetings.model
    assert str(model.index(0, 0).data()) == "10 Oct 2026"
    assert str(model.index(0, 4).data()) == "<b>ski</b>"
    assert opened.file.heading.textFormat() is Qt.TextFormat.PlainText


def test_a_meeting_is_logged_from_the_page(
    qtbot: QtBot, opened: PairingsPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    opened.file.log_button.click()
    form = dialog(qtbot, MeetingDialog)
    QTest.keyClicks(form._held_on, "20.11")
    form.save_button.click()
    freed(qtbot, form)
    settle()
    assert pairs_office.file().meetings[0].held_on == date(2026, 11, 20)
    assert opened.file.meetings.model.rowCount() == 3
    assert "saved" in opened.file.message_bar.text
    opened.file.message_bar.button.click()
    settle()
    assert opened.file.meetings.model.rowCount() == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [("24.11.2026", "future"), ("1.8.2026", "agreed"), ("soon", "day.month.year"), ("", "missing")],
)
def test_a_refused_meeting_is_told_at_its_date_in_the_open_dialog(
    qtbot: QtBot,
    opened: PairingsPage,
    settle: Callable[[], None],
    typed: str,
    said: str,
) -> None:
    opened.file.log_button.click()
    form = dialog(qtbot, MeetingDialog)
    form._notes.set_value("what we did")
    QTest.keyClicks(form._held_on, typed)
    form.save_button.click()
    settle()
    assert form.isVisible()
    assert said in form._problems["held_on"].text()
    assert form._notes.value() == "what we did"
    assert opened.file.meetings.model.rowCount() == 2
    form.start_afresh()
    form.reject()


def test_a_place_is_refused_for_a_protected_pair_in_the_open_dialog(
    qtbot: QtBot, page: PairingsPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    pair = pairs_office.pair_up("Åse Lærum", "Careful Person")
    page.open_pairing(pair.id)
    settle()
    page.file.log_button.click()
    form = dialog(qtbot, MeetingDialog)
    form._held_on.set_value(TODAY)
    form._place.set_value("the library")
    form.save_button.click()
    settle()
    assert form.isVisible()
    assert "protected" in form._problems["place"].text()
    form.start_afresh()
    form.reject()


def test_a_meeting_is_mended_and_taken_back(
    qtbot: QtBot, opened: PairingsPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    table = opened.file.meetings.table
    table.setCurrentIndex(opened.file.meetings.model.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    form = dialog(qtbot, MeetingDialog)
    assert form._minutes.number() == 90
    form._minutes.set_number(45)
    form.save_button.click()
    freed(qtbot, form)
    settle()
    assert pairs_office.file().meetings[0].minutes == 45
    opened.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    settle()
    assert len(pairs_office.file().meetings) == 1
    opened.file.message_bar.button.click()
    settle()
    assert len(pairs_office.file().meetings) == 2


def test_agreement_start_meeting_and_fit_are_recorded(
    qtbot: QtBot, opened: PairingsPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    press(opened, "Agreement …")
    form = dialog(qtbot, RecordDialog)
    QTest.keyClicks(form._signed, "2.9.26")
    QTest.keyClicks(form._start_day, "4.9.26")
    QTest.keyClicks(form._start_time, "1030")
    form._place.set_value("the town hall")
    form._fit.set_value(Fit.GOOD)
    form.save_button.click()
    freed(qtbot, form)
    settle()
    saved = pairs_office.file().pairing
    assert saved.agreement_signed_on == date(2026, 9, 2)
    assert saved.start_meeting_at == datetime(2026, 9, 4, 10, 30)  # noqa: DTZ001 - wall clock
    assert (saved.start_meeting_place, saved.fit) == ("the town hall", Fit.GOOD)


@pytest.mark.parametrize(
    ("field", "typed"),
    [("_signed", "1.1.2027"), ("_planned_end", "1.1.2062"), ("_start_time", "25:00")],
)
def test_what_cannot_be_recorded_is_told_at_its_field(
    qtbot: QtBot, opened: PairingsPage, settle: Callable[[], None], field: str, typed: str
) -> None:
    press(opened, "Agreement …")
    form = dialog(qtbot, RecordDialog)
    getattr(form, field).set_value(None) if field != "_start_time" else None
    QTest.keyClicks(getattr(form, field), typed)
    form.save_button.click()
    settle()
    assert form.isVisible()
    assert any(not label.isHidden() and label.text() for label in form._problems.values())
    form.start_afresh()
    form.reject()


def test_a_pairing_that_ended_early_needs_reason_and_initiator(
    qtbot: QtBot, opened: PairingsPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    press(opened, "End …")
    form = dialog(qtbot, EndDialog)
    form.save_button.click()
    assert form._problems["completed"].text()
    form._completed.set_value(False)
    form.save_button.click()
    assert form._problems["end_reason"].text()
    form._reason.set_value(EndReason.MOVED)
    form._initiator.set_value(Initiator.NEWCOMER)
    form.save_button.click()
    freed(qtbot, form)
    settle()
    ended = pairs_office.file().pairing
    assert (ended.status, ended.end_reason) == (PairingStatus.ENDED_EARLY, EndReason.MOVED)
    assert not opened.file._end.isEnabled()


def test_another_coordinator_takes_over(
    qtbot: QtBot, opened: PairingsPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    press(opened, "Hand over …")
    settle()
    form = dialog(qtbot, HandOverDialog)
    assert isinstance(form._coordinator, ChoiceField)
    form._coordinator.setCurrentIndex(form._coordinator.count() - 1)
    name = form.coordinator()
    form._stand_in.set_value(name)
    form.save_button.click()
    qtbot.waitUntil(lambda: bool(form._problems["stand_in"].text()))
    form._stand_in.set_value("Jon Stensund")
    form.save_button.click()
    freed(qtbot, form)
    settle()
    assert pairs_office.file().row.coordinator == name
    assert pairs_office.file().responsibilities[-1].stand_in == "Jon Stensund"
    assert len(pairs_office.file().responsibilities) == 2


def test_follow_ups_are_done_planned_and_postponed(
    qtbot: QtBot, opened: PairingsPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    table = opened.file.follow_ups
    opened.file.tabs.setCurrentWidget(table)
    table.table.setCurrentIndex(table.model.index(0, 0))
    QTest.keyClick(table.table, Qt.Key.Key_Return)
    note = dialog(qtbot, NoteDialog)
    note.save_button.click()
    freed(qtbot, note)
    settle()
    assert pairs_office.file().follow_ups[0].done_on == TODAY
    opened.file.changes.plan(pairs_office.file())
    form = dialog(qtbot, FollowUpDialog)
    form.save_button.click()
    assert form._problems["due"].text()
    QTest.keyClicks(form._due, "1.12.26")
    form.save_button.click()
    freed(qtbot, form)
    settle()
    planned = next(one for one in pairs_office.file().follow_ups if one.due == date(2026, 12, 1))
    opened.file.changes.postpone(pairs_office.file(), planned)
    form = dialog(qtbot, FollowUpDialog)
    form._due.set_value(date(2026, 11, 1))
    form.save_button.click()
    settle()
    assert form.isVisible()
    form._due.set_value(date(2026, 12, 10))
    form.save_button.click()
    freed(qtbot, form)
    settle()
    days = {one.id: one.due for one in pairs_office.file().follow_ups}
    assert days[planned.id] == date(2026, 12, 10)


def test_letters_and_people_are_asked_for_by_signal(
    qtbot: QtBot, opened: PairingsPage, pairs_office: PairsOffice
) -> None:
    row = pairs_office.read(lambda tx: pairings.row(tx, pairs_office.pair.id, TODAY))
    with qtbot.waitSignal(opened.print_letters) as printed:
        press(opened, "Letters")
    assert printed.args == [pairs_office.pair.id]
    with qtbot.waitSignal(opened.open_person) as person:
        press(opened, "Mentor")
    assert person.args == [row.mentor_person_id]


def test_an_office_without_pairs_is_sent_to_the_proposals(qtbot: QtBot, page: PairingsPage) -> None:
    page.list.show_pairings([])
    assert page.list.empty.isVisible()
    with qtbot.waitSignal(page.find_pairs):
        page.list.empty.findChildren(QPushButton)[0].click()
