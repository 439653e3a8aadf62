from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.calls import Call
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.timeline import Happened, TimelineEntry, TimelineKind
from mentorapp.operations import Transaction, calls, people, timeline
from mentorapp.storage import records
from mentorapp.words import Words
from tests.ui.leading import leading
from tests.ui.pairs_office import TODAY, PairsOffice
from tests.ui.tabs import newcomer_of_pair, shown
from ui.meetings.logger import MeetingLogger
from ui.pairings.page import PairingsPage
from ui.story.kind_chips import KindChip
from ui.story.timeline_tab import History, TimelineTab
from ui.widgets.message_bar import MessageBar
from ui.widgets.record_file import RecordFile
from ui.wiring_around import Surroundings
from ui.wiring_story import person_tabs
from ui.wiring_tabs import pairing_tabs
from ui.work import Worker


class Went:
    """Where a line led."""

    def __init__(self) -> None:
        self.people: list[UUID] = []
        self.pairings: list[UUID] = []
        self.files: list[RecordFile] = []
        """Python would free a window that nobody holds."""


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def around(worker: Worker, english: Words, went: Went) -> Surroundings:
    return leading(
        worker, english, edit_person=went.people.append, open_pairing=went.pairings.append
    )


@pytest.fixture
def call(pairs_office: PairsOffice) -> UUID:
    """The newcomer of the pair, who was called; the id of the person."""
    person = newcomer_of_pair(pairs_office)
    with pairs_office.database.write("Kari") as tx:
        calls.note(tx, Call(person_id=person, called_on=TODAY, note="Trives på norskkurset"), TODAY)
    return person


@pytest.fixture
def tab(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    settle: Callable[[], None],
    around: Surroundings,
    call: UUID,
    went: Went,
) -> TimelineTab:
    file = RecordFile(
        worker, english, "Person file", call, people.name_of, lambda bar: person_tabs(around, bar)
    )
    qtbot.addWidget(file)
    file.show()
    file.tabs.show_tab("timeline")
    settle()
    (made,) = (one for one in file.tabs.built() if isinstance(one, TimelineTab))
    qtbot.waitUntil(lambda: bool(made.list.lines()))
    settle()
    went.files.append(file)
    return made


def chip(tab: TimelineTab, kind: TimelineKind) -> KindChip:
    return next(one for one in tab.kinds.chips if one.kind is kind)


def said(tab: TimelineTab) -> list[str]:
    return [one.said for one in tab.list.lines()]


def go_to(tab: TimelineTab, happened: Happened) -> None:
    rows = tab.list.rows
    line = next(one for one in tab.list.lines() if one.entry.happened is happened)
    tab.list.setCurrentIndex(rows.at(line.entry.record_id))
    QTest.keyClick(tab.list, Qt.Key.Key_Return)


def test_the_newest_stands_first_below_its_month_and_markup_is_text(tab: TimelineTab) -> None:
    rows = tab.list.rows
    assert rows.index(0, 0).data() == "November 2026"
    assert rows.index(0, 0).flags() == Qt.ItemFlag.ItemNeverHasChildren
    first, *rest = tab.list.lines()
    assert (first.said, first.text) == ("Telephone call", "Trives på norskkurset")
    assert tab.list.current_line() == first
    met = next(one for one in rest if one.said.startswith("Meeting: activity together, 90 min"))
    assert met.text == "<b>ski</b>"
    assert "Kari Nordmann" in met.said


def test_a_line_is_read_out_whole_with_its_kind(tab: TimelineTab) -> None:
    aloud = str(tab.list.currentIndex().data())
    assert aloud.startswith("23 Nov 2026. Calls. Telephone call. Trives på norskkurset. by Kari")
    found = QAccessible.queryAccessibleInterface(tab.list)
    assert found.text(QAccessible.Text.Name) == "Timeline"


def test_chips_narrow_to_kinds_with_how_many_there_are_and_arrows_walk_along_them(
    qtbot: QtBot, tab: TimelineTab
) -> None:
    meetings, letters = chip(tab, TimelineKind.MEETING), chip(tab, TimelineKind.LETTER)
    assert meetings.accessibleName() == "Meetings 2"
    assert not letters.isVisible()
    status = chip(tab, TimelineKind.STATUS)
    assert status.focusPolicy() is Qt.FocusPolicy.StrongFocus
    QTest.keyClick(status, Qt.Key.Key_Right)
    QTest.keyClick(chip(tab, TimelineKind.PAIRING), Qt.Key.Key_Right)
    assert meetings.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert status.focusPolicy() is Qt.FocusPolicy.ClickFocus
    QTest.keyClick(meetings, Qt.Key.Key_Space)
    assert {one.entry.kind for one in tab.list.lines()} == {TimelineKind.MEETING}
    chip(tab, TimelineKind.CALL).click()
    assert len(tab.list.lines()) == 3
    meetings.click()
    assert said(tab) == ["Telephone call"]


def test_words_are_found_in_what_is_said_and_written_and_the_keyboard_goes_on_to_the_list(
    qtbot: QtBot, tab: TimelineTab
) -> None:
    before = len(tab.list.lines())
    QTest.keyClick(tab.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(tab.search, "NORSKKURSET kari")
    assert said(tab) == ["Telephone call"]
    QTest.keyClick(tab.search, Qt.Key.Key_Escape)
    assert tab.isVisible()
    assert len(tab.list.lines()) == before
    QTest.keyClicks(tab.search, "nobody said this")
    assert tab.list.lines() == []
    assert not tab.list.isVisible()
    tab.clear()
    assert len(tab.list.lines()) == before
    QTest.keyClicks(tab.search, "ski")
    QTest.keyClick(tab.search, Qt.Key.Key_Down)
    assert tab.list.current_line() is not None


def test_enter_opens_the_pairing_the_form_or_the_tab_that_says_more(
    tab: TimelineTab, went: Went, pairs_office: PairsOffice, qtbot: QtBot, call: UUID
) -> None:
    go_to(tab, Happened.MET)
    assert went.pairings == [pairs_office.pair.id]
    go_to(tab, Happened.NEWCOMER_STATUS)
    assert went.people == [call]
    with qtbot.waitSignal(tab.tab_wanted) as wanted:
        go_to(tab, Happened.CALLED)
    assert wanted.args == ["now"]


def test_what_is_saved_meanwhile_appears_and_one_stays_on_the_line(
    qtbot: QtBot, tab: TimelineTab, pairs_office: PairsOffice, call: UUID, worker: Worker
) -> None:
    tab.list.setCurrentIndex(tab.list.rows.at(tab.list.lines()[2].entry.record_id))
    stood = tab.list.current_line()
    assert stood is not None
    note = Call(person_id=call, called_on=TODAY, reached=False)
    worker.write(tab, lambda tx: calls.note(tx, note, TODAY), lambda _done: None)
    qtbot.waitUntil(lambda: said(tab)[0] == "Telephone call, nobody answered")
    now = tab.list.current_line()
    assert now is not None
    assert now.entry.record_id == stood.entry.record_id


def test_a_history_of_thousands_is_laid_out_as_one_comes_to_it(
    qtbot: QtBot, worker: Worker, english: Words, call: UUID, settle: Callable[[], None]
) -> None:
    def many(tx: Transaction, person_id: UUID, today: date) -> tuple[TimelineEntry, ...]:
        one = timeline.of_person(tx, person_id, today)[0]
        return tuple(replace(one, day=today - timedelta(days=day)) for day in range(3000))

    history = History(many, lambda _id, _entry: None, lambda _entry: "")
    tab = TimelineTab(worker, english, lambda: TODAY, MessageBar(english), history)
    shown(qtbot, tab, call)
    qtbot.waitUntil(lambda: bool(tab.list.lines()))
    assert len(tab.list.lines()) < 400
    assert chip(tab, TimelineKind.CALL).accessibleName() == "Calls 3000"
    QTest.keyClicks(tab.search, "30 Sept 2020")
    assert [one.day for one in tab.list.lines()] == ["30 Sept 2020"]


def test_nothing_written_down_says_so(
    qtbot: QtBot, worker: Worker, english: Words, call: UUID, settle: Callable[[], None]
) -> None:
    history = History(lambda *_: (), lambda _id, _entry: None, lambda _entry: "")
    tab = TimelineTab(worker, english, lambda: TODAY, MessageBar(english), history)
    shown(qtbot, tab, call)
    qtbot.waitUntil(tab._nothing.isVisible)
    settle()


@pytest.fixture
def page(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    settle: Callable[[], None],
    around: Surroundings,
    pairs_office: PairsOffice,
) -> PairingsPage:
    logger = MeetingLogger(worker, english, lambda: TODAY, worker)
    made = PairingsPage(
        worker, english, lambda: TODAY, logger, QWidget(), tabs=pairing_tabs(around)
    )
    worker.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1060, 700)
    made.show()
    made.open_pairing(pairs_office.pair.id)
    settle()
    return made


def test_a_line_of_a_pair_leads_to_the_row_where_it_is_changed(
    page: PairingsPage, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    page.file.tabs.setCurrentIndex(1)
    tab = page.file.tabs.currentWidget()
    assert isinstance(tab, TimelineTab)
    qtbot.waitUntil(lambda: bool(tab.list.lines()))
    settle()
    go_to(tab, Happened.MET)
    assert page.file.tabs.currentWidget() is page.file.meetings
    row = page.file.meetings.table.current_row()
    assert row is not None
    assert row.held_on == date(2026, 10, 10)


def test_a_status_is_told_with_its_reason(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    pairs_office: PairsOffice,
    settle: Callable[[], None],
) -> None:
    with pairs_office.database.write("Kari") as tx:
        waiting = pairs_office.newcomers["Tesfay Haile"]
        people.set_newcomer_status(tx, waiting, NewcomerStatus.WITHDRAWN, TODAY, "Flyttet")
        person = records.get(tx, Newcomer, waiting).person_id
    history = History(timeline.of_person, lambda _id, _entry: None, lambda _entry: "")
    tab = TimelineTab(worker, english, lambda: TODAY, MessageBar(english), history)
    shown(qtbot, tab, person)
    qtbot.waitUntil(lambda: bool(tab.list.lines()))
    settle()
    assert (tab.list.lines()[0].said, tab.list.lines()[0].text) == (
        "Newcomer: withdrawn",
        "Flyttet",
    )
