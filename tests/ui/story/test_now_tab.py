from collections.abc import Callable
from dataclasses import astuple
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.absences import Absence
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.follow_up import FollowUp
from mentorapp.operations import Transaction, absences, calls, pairings, people
from mentorapp.storage import records
from mentorapp.words import Words
from tests.ui.leading import leading
from tests.ui.pairs_office import TODAY, PairsOffice
from tests.ui.tabs import form, newcomer_of_pair, press
from ui.story.now_tab import NowTab
from ui.widgets.call_dialog import CallDialog
from ui.widgets.record_file import RecordFile
from ui.wiring_story import person_tabs
from ui.work import Worker


class Went:
    """Where the file led."""

    def __init__(self) -> None:
        self.people: list[UUID] = []
        self.pairings: list[UUID] = []
        self.paired: list[UUID] = []


@pytest.fixture
def went() -> Went:
    return Went()


@pytest.fixture
def open_file(
    qtbot: QtBot, worker: Worker, english: Words, settle: Callable[[], None], went: Went
) -> Callable[[UUID], RecordFile]:
    around = leading(
        worker,
        english,
        edit_person=went.people.append,
        open_pairing=went.pairings.append,
        pair_newcomer=went.paired.append,
    )
    kept: list[RecordFile] = []  # Python would free a window that nobody holds

    def opened(person_id: UUID) -> RecordFile:
        file = RecordFile(
            worker,
            english,
            "Person file",
            person_id,
            people.name_of,
            lambda bar: person_tabs(around, bar),
        )
        kept.append(file)
        qtbot.addWidget(file)
        file.show()
        settle()
        qtbot.waitUntil(lambda: now(file).step.text() != "Reading …")
        settle()
        return file

    return opened


def now(file: RecordFile) -> NowTab:
    (tab,) = (one for one in file.tabs.built() if isinstance(one, NowTab))
    return tab


def said(tab: NowTab) -> str:
    return "\n".join(one.text() for one in tab.findChildren(QLabel) if one.isVisible())


def give_phone(office: PairsOffice, person_id: UUID) -> None:
    with office.database.write("Test") as tx:
        (details,) = records.find(tx, ContactDetails, person_id=person_id)
        changed = ContactDetails(
            id=details.id, version=details.version, person_id=person_id, phone="+4740000905"
        )
        records.amend(tx, changed)


def person_of(office: PairsOffice, name: str) -> UUID:
    def read(tx: Transaction) -> UUID:
        return next(one.person.id for one in people.all_people(tx) if one.person.name == name)

    found: UUID = office.read(read)
    return found


def test_who_is_on_the_telephone_is_told_at_once_with_phone_languages_and_pair(
    pairs_office: PairsOffice, open_file: Callable[[UUID], RecordFile]
) -> None:
    person_id = newcomer_of_pair(pairs_office)
    give_phone(pairs_office, person_id)

    tab = now(open_file(person_id))

    assert "40 00 09 05" in said(tab)
    assert "English (B2), Norwegian (B1)" in said(tab)
    (pair,) = tab.pairs.lines()
    assert "Kari Nordmann" in pair.first
    assert pair.second == "Buddy · Last meeting: 10 Oct 2026 · Next meeting: none agreed"


def test_what_takes_two_lines_is_named_beside_the_first(
    qtbot: QtBot, pairs_office: PairsOffice, open_file: Callable[[UUID], RecordFile]
) -> None:
    tab = now(open_file(newcomer_of_pair(pairs_office)))
    labels = {one.text(): one for one in tab.findChildren(QLabel)}
    name, value = labels["Languages"], labels["English (B2), Norwegian (B1)"]
    value.setText(value.text() * 20)
    qtbot.waitUntil(lambda: value.height() > 2 * value.fontMetrics().height())

    assert name.y() == value.y()
    assert name.alignment() & Qt.AlignmentFlag.AlignTop
    assert name.fontMetrics().ascent() == value.fontMetrics().ascent()


def test_a_call_is_noted_with_one_key_from_any_tab_and_does_the_next_step(
    qtbot: QtBot,
    pairs_office: PairsOffice,
    open_file: Callable[[UUID], RecordFile],
    settle: Callable[[], None],
) -> None:
    person_id = newcomer_of_pair(pairs_office)
    with pairs_office.database.write("Test") as tx:
        for one in records.find(tx, FollowUp):
            records.remove(tx, one)
    file = open_file(person_id)
    assert now(file).step.text() == "No meeting for 44 days: call"
    file.tabs.setCurrentIndex(file.tabs.count() - 1)

    QTest.keyClick(file, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    dialog = form(qtbot, now(file), CallDialog)
    dialog.note_field.setPlainText("All is well")
    dialog.save_button.click()
    settle()
    file.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: bool(now(file).calls.lines()))
    settle()

    (noted,) = pairs_office.read(lambda tx: calls.of_person(tx, person_id))
    assert (noted.note, noted.pairing_id) == ("All is well", pairs_office.pair.id)
    assert "All is well" in now(file).calls.lines()[0].second
    qtbot.waitUntil(lambda: "No meeting" not in now(file).step.text())


def test_who_waits_for_a_mentor_is_one_click_from_finding_one(
    pairs_office: PairsOffice, open_file: Callable[[UUID], RecordFile], went: Went
) -> None:
    tab = now(open_file(person_of(pairs_office, "Tesfay Haile")))

    assert tab.step.text() == "Waits for a mentor since 13 Aug 2026: find pairs"
    press(tab, "Find pairs")

    assert went.paired == [pairs_office.newcomers["Tesfay Haile"]]


def test_nothing_is_due_for_a_mentor_without_a_pair_and_no_button_says_otherwise(
    pairs_office: PairsOffice, open_file: Callable[[UUID], RecordFile]
) -> None:
    tab = now(open_file(person_of(pairs_office, "Åse Lærum")))

    assert tab.step.text() == "Nothing is due."
    assert not tab.do_button.isVisible()
    assert tab.call_button.isVisible()


def test_a_name_that_looks_like_markup_is_shown_as_it_is(
    pairs_office: PairsOffice, open_file: Callable[[UUID], RecordFile]
) -> None:
    tab = now(open_file(person_of(pairs_office, "<b>Amina</b> Yusuf")))

    names = [one for one in tab.findChildren(QLabel) if one.text() == "<b>Amina</b> Yusuf"]
    assert [one.textFormat() for one in names] == [Qt.TextFormat.PlainText]


def test_the_pair_of_somebody_opens_from_its_line(
    pairs_office: PairsOffice, open_file: Callable[[UUID], RecordFile], went: Went
) -> None:
    tab = now(open_file(newcomer_of_pair(pairs_office)))
    tab.pairs.setFocus()

    QTest.keyClick(tab.pairs, Qt.Key.Key_Return)

    assert went.pairings == [pairs_office.pair.id]


def test_the_line_of_a_pair_says_whom_to_call_while_its_coordinator_is_away(
    pairs_office: PairsOffice, open_file: Callable[[UUID], RecordFile]
) -> None:
    with pairs_office.database.write("Test") as tx:
        pairings.hand_over(tx, pairs_office.pair.id, "Mona", TODAY)
        absences.save(tx, Absence(coordinator="Mona", stand_in="Jon", from_date=TODAY))
    tab = now(open_file(newcomer_of_pair(pairs_office)))
    (pair,) = tab.pairs.lines()
    assert "Mona is away: call Jon" in " ".join(map(str, astuple(pair)))


def test_the_keyboard_begins_on_the_tabs_so_that_an_arrow_leads_on(
    open_file: Callable[[UUID], RecordFile], pairs_office: PairsOffice
) -> None:
    file = open_file(pairs_office.file().row.newcomer_person_id)
    assert file.focusWidget() is file.tabs.tabBar()
