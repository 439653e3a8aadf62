from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.event_filters import EventFilter, GuestRole
from mentorapp.domain.events import Answer, Attendance, Event
from mentorapp.operations import Database, event_papers, events, invitations
from mentorapp.operations.events import EventFile
from mentorapp.words import Words
from tests.factories import TODAY, an_event
from tests.log_lines import saved_as_files
from tests.ui.pairs_office import PairsOffice
from ui.events.dialogs import EventDialog
from ui.events.file import EventWindow
from ui.events.invite_dialog import InviteDialog
from ui.events.page import EventsPage
from ui.events.person_tab import PersonEventsTab
from ui.widgets.message_bar import MessageBar
from ui.work import Worker


def today() -> date:
    return TODAY


def opened(home: QWidget, kind: type[QWidget]) -> QWidget:
    """The dialog of this kind that is open over ``home``."""
    return next(one for one in home.findChildren(kind) if one.isVisible())


@pytest.fixture
def office(pairs_office: PairsOffice) -> Database:
    return pairs_office.database


@pytest.fixture
def held(office: Database) -> Event:
    """An event of three days ago with all newcomers invited."""
    with office.write("mona") as tx:
        event = events.save(tx, an_event(number=0, starts_at=an_event().starts_at.replace(
            month=11, day=20), ends_at=None), TODAY)  # fmt: skip
        newcomers = EventFilter(roles=frozenset({GuestRole.NEWCOMER}))
        invitations.invite(tx, event.id, newcomers, TODAY)
    return event


def read(database: Database, event: Event) -> EventFile:
    with database.read() as tx:
        return events.read(tx, event.id)


def test_an_event_is_registered_in_the_list(
    qtbot: QtBot, worker: Worker, english: Words, settle: Callable[[], None]
) -> None:
    page = EventsPage(worker, english, today)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settle()
    page.new_button.click()
    settle()
    dialog = opened(page, EventDialog)
    assert isinstance(dialog, EventDialog)
    dialog.name.set_value("Theme evening")
    dialog.save_button.click()
    assert dialog.isVisible()  # without a day nothing is saved
    dialog.day.set_value(date(2026, 12, 3))
    dialog.begins.set_value("18")
    dialog.ends.set_value("20:30")
    dialog.save_button.click()
    settle()
    (row,) = page.model.all_rows()
    assert (row.event.name, f"{row.event.ends_at:%H:%M}") == ("Theme evening", "20:30")


def test_answers_and_attendance_are_noted_by_the_keyboard(
    qtbot: QtBot,
    worker: Worker,
    office: Database,
    english: Words,
    held: Event,
    settle: Callable[[], None],
) -> None:
    window = EventWindow(worker, english, today, held.id)
    window.show()
    settle()
    table = window.guests.table
    table.setCurrentIndex(window.guests.model.index(0, 0))
    table.setFocus()
    row = table.current_row()
    assert row is not None
    for key, answer, attendance in (
        (Qt.Key.Key_Y, Answer.YES, Attendance.NOT_NOTED),
        (Qt.Key.Key_P, Answer.YES, Attendance.PRESENT),
        (Qt.Key.Key_E, Answer.YES, Attendance.EXCUSED),
    ):
        table.select_row(row.id)
        qtbot.keyClick(table, key)
        settle()
        (guest,) = [one for one in read(office, held).guests if one.id == row.id]
        assert (guest.invitation.answer, guest.invitation.attendance) == (answer, attendance)
    assert "1 excused" in window.counts.text()
    window.close()


def test_noting_who_was_there_goes_on_to_the_next_guest(
    qtbot: QtBot,
    worker: Worker,
    office: Database,
    english: Words,
    held: Event,
    settle: Callable[[], None],
) -> None:
    window = EventWindow(worker, english, today, held.id)
    window.show()
    settle()
    table = window.guests.table
    guests = window.guests.model.shown_rows()
    assert len(guests) > 1
    table.select_row(guests[0].id)
    table.setFocus()
    for _guest in guests:
        qtbot.keyClick(table, Qt.Key.Key_P)
    settle()
    assert table.current_row() == read(office, held).guests[-1]
    noted = [one.invitation.attendance for one in read(office, held).guests]
    assert noted == [Attendance.PRESENT] * len(guests)
    window.close()


def test_the_filter_counts_before_it_invites(
    qtbot: QtBot,
    worker: Worker,
    office: Database,
    english: Words,
    held: Event,
    settle: Callable[[], None],
) -> None:
    before = read(office, held).counts.invited
    window = EventWindow(worker, english, today, held.id)
    window.show()
    settle()
    window._invite()
    settle()
    dialog = opened(window, InviteDialog)
    assert isinstance(dialog, InviteDialog)
    dialog.roles.set_value({GuestRole.NEWCOMER})
    qtbot.waitUntil(lambda: dialog.count.text().startswith("0 people"), timeout=5000)
    assert not dialog.save_button.isEnabled()
    dialog.roles.set_value({GuestRole.MENTOR})
    qtbot.waitUntil(lambda: dialog.people.count() > 1, timeout=5000)
    assert not dialog.save_button.isEnabled()  # nobody is chosen yet
    mentors = dialog.people.count()
    dialog.all_button.click()
    assert dialog.save_button.text() == f"Invite {mentors}"
    dialog.people.setCurrentRow(0)
    qtbot.keyClick(dialog.people, Qt.Key.Key_Space)
    line = dialog.people.visualItemRect(dialog.people.item(1)).center()
    qtbot.mouseClick(dialog.people.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert len(dialog.chosen()) == mentors - 2
    dialog.people.item(1).setCheckState(Qt.CheckState.Checked)
    dialog.save_button.click()
    settle()
    assert read(office, held).counts.invited == before + mentors - 1
    window.close()


def test_nobody_is_chosen_to_begin_with_and_those_no_longer_shown_are_not_either(
    qtbot: QtBot,
    worker: Worker,
    office: Database,
    english: Words,
    settle: Callable[[], None],
) -> None:
    with office.write("mona") as tx:
        event = events.save(tx, an_event(number=0), TODAY)
    window = EventWindow(worker, english, today, event.id)
    window.show()
    settle()
    window._invite()
    settle()
    dialog = opened(window, InviteDialog)
    assert isinstance(dialog, InviteDialog)
    everybody = dialog.people.count()
    assert (everybody > 0, dialog.chosen()) == (True, frozenset())
    assert not dialog.save_button.isEnabled()
    dialog.all_button.click()
    dialog.roles.set_value({GuestRole.MENTOR})
    qtbot.waitUntil(lambda: 0 < dialog.people.count() < everybody, timeout=5000)
    assert len(dialog.chosen()) == dialog.people.count()
    window.close()


def test_the_calendar_file_is_saved_or_says_why_not(
    qtbot: QtBot,
    worker: Worker,
    office: Database,
    english: Words,
    held: Event,
    settle: Callable[[], None],
    tmp_path: Path,
) -> None:
    with office.read() as tx:
        paper = event_papers.calendar(tx, held.id)
    window = EventWindow(worker, english, today, held.id)
    window.show()
    settle()
    window.save_calendar(tmp_path / "event.ics", paper)
    assert (tmp_path / "event.ics").read_bytes() == paper.data
    settle()
    assert saved_as_files(office) == ["Calendar file"]
    window.save_calendar(tmp_path / "not there" / "event.ics", paper)
    assert "event.ics" in window.message_bar.text
    window.close()


def test_a_persons_file_tells_the_events(
    qtbot: QtBot,
    worker: Worker,
    office: Database,
    english: Words,
    held: Event,
    settle: Callable[[], None],
) -> None:
    guest = read(office, held).guests[0]
    tab = PersonEventsTab(worker, english, today, MessageBar(english))
    qtbot.addWidget(tab)
    tab.show()
    assert guest.invitation.person_id is not None
    tab.show_record(guest.invitation.person_id)
    settle()
    (visit,) = tab.visits.model.all_rows()
    assert (visit.number, visit.answer) == (held.number, Answer.NONE)
