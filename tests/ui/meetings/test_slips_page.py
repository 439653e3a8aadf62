from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.meetings import Meeting, MeetingForm
from mentorapp.operations import pairings
from mentorapp.words import Words
from ui.meetings.slips_page import SlipsPage
from ui.work import Worker

TODAY = date(2026, 11, 23)


@pytest.fixture
def page(qtbot: QtBot, worker: Worker, english: Words) -> SlipsPage:
    page = SlipsPage(worker, english, lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.form.fields["pairing"].hasFocus)
    return page


class Typist:
    """Types into whatever has the keyboard, and counts."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot, self.keys = qtbot, 0

    def type(self, text: str) -> None:
        for character in text:
            self.keys += 1
            where = QApplication.focusWidget()
            assert where is not None
            if character == "\n":
                QTest.keyClick(where, Qt.Key.Key_Return)
            elif character == "\t":
                QTest.keyClick(where, Qt.Key.Key_Tab)
            else:
                QTest.keyClicks(where, character)


def stored(pairs_office: Any) -> tuple[Meeting, ...]:
    with pairs_office.database.read() as tx:
        return pairings.read(tx, pairs_office.pair.id, TODAY).meetings


def test_a_slip_takes_at_most_25_keys(
    qtbot: QtBot, page: SlipsPage, pairs_office: Any, settle: Callable[[], None]
) -> None:
    typist = Typist(qtbot)
    typist.type(f"{pairs_office.pair.number}\n13.11.26\n120\nt\n")
    settle()
    assert typist.keys <= 25
    newest = stored(pairs_office)[0]
    assert (newest.held_on, newest.minutes, newest.form) == (
        date(2026, 11, 13),
        120,
        MeetingForm.TELEPHONE,
    )
    assert newest.logged_by == "Ingrid Sætre"


def test_a_usual_slip_takes_17_keys_and_the_next_begins_at_once(
    qtbot: QtBot, page: SlipsPage, pairs_office: Any, settle: Callable[[], None]
) -> None:
    typist = Typist(qtbot)
    number = str(pairs_office.pair.number)
    typist.type(f"{number}\n13.11\n\n\n")
    settle()
    assert typist.keys <= 17
    assert page.form.fields["pairing"].hasFocus()
    assert page.form.typed().pairing == ""
    typist.type(f"{number}\n20.11\n\n\n")
    settle()
    assert [m.held_on.day for m in stored(pairs_office)[:2]] == [20, 13]
    assert [one.place for one in page.model.shown_rows()] == [2, 1]


def test_the_same_pair_again_needs_no_number(
    qtbot: QtBot, page: SlipsPage, pairs_office: Any, settle: Callable[[], None]
) -> None:
    typist = Typist(qtbot)
    typist.type(f"{pairs_office.pair.number}\n13.11\n\n\n")
    settle()
    typist.type("\n14.11\n\n\n")
    settle()
    assert [m.held_on.day for m in stored(pairs_office)[:2]] == [14, 13]


def test_the_names_appear_after_the_number(
    qtbot: QtBot, page: SlipsPage, pairs_office: Any, settle: Callable[[], None]
) -> None:
    Typist(qtbot).type(f"{pairs_office.pair.number}\n")
    settle()
    assert "Ali Hassan" in page.form.who.text()
    assert "Kari Nordmann" in page.form.who.text()


def test_a_mistyped_number_is_told_at_once_and_nothing_is_saved(
    qtbot: QtBot, page: SlipsPage, pairs_office: Any, settle: Callable[[], None]
) -> None:
    before = stored(pairs_office)
    wrong = str(pairs_office.pair.number + 1)
    typist = Typist(qtbot)
    typist.type(f"{wrong}\n")
    assert "mistyped" in page.form.problem("pairing")
    typist.type("13.11\n\n\n")
    settle()
    assert stored(pairs_office) == before
    assert page.form.typed().pairing == wrong
    assert page.form.typed().held_on == "13.11"
    assert page.form.fields["pairing"].hasFocus()


def test_a_number_of_no_pair_is_told_at_its_field(
    qtbot: QtBot, page: SlipsPage, settle: Callable[[], None]
) -> None:
    Typist(qtbot).type("30990\n")
    settle()
    assert page.form.problem("pairing")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("24.12.26\n60\ni\n", "held_on"),
        ("1.8.26\n60\ni\n", "held_on"),
        ("whenever\n60\ni\n", "held_on"),
        ("13.11\nlong\ni\n", "minutes"),
        ("13.11\n9999\ni\n", "minutes"),
        ("13.11\n60\nq\n", "form"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_stays_there(
    qtbot: QtBot,
    page: SlipsPage,
    pairs_office: Any,
    settle: Callable[[], None],
    typed: str,
    field: str,
) -> None:
    before = stored(pairs_office)
    Typist(qtbot).type(f"{pairs_office.pair.number}\n{typed}")
    settle()
    assert page.form.problem(field)
    assert page.form.fields[field].hasFocus()
    assert page.form.typed().held_on == typed.partition("\n")[0]
    assert stored(pairs_office) == before


def test_a_place_is_refused_for_a_protected_pair_with_the_reason(
    qtbot: QtBot, page: SlipsPage, pairs_office: Any, settle: Callable[[], None]
) -> None:
    pair = pairs_office.pair_up("Åse Lærum", "Careful Person")
    typist = Typist(qtbot)
    typist.type(f"{pair.number}\n23.11\n60\ni\tthe library\n")
    settle()
    assert "protected" in page.form.problem("place")
    assert page.form.typed().place == "the library"
    assert "note no place" in page.form.about.text()


def test_a_slip_can_be_taken_back_and_brought_back(
    qtbot: QtBot, page: SlipsPage, pairs_office: Any, settle: Callable[[], None]
) -> None:
    before = len(stored(pairs_office))
    Typist(qtbot).type(f"{pairs_office.pair.number}\n13.11\n\n\n")
    settle()
    page._take_back.click()
    settle()
    assert len(stored(pairs_office)) == before
    assert page.model.rowCount() == 0
    page.message_bar.button.click()
    settle()
    assert len(stored(pairs_office)) == before + 1
    assert page.model.rowCount() == 1


def test_markup_in_a_note_is_text(
    qtbot: QtBot, page: SlipsPage, pairs_office: Any, settle: Callable[[], None]
) -> None:
    pair = pairs_office.pair_up("Åse Lærum", "<b>Amina</b> Yusuf")
    typist = Typist(qtbot)
    typist.type(f"{pair.number}\n23.11\n60\ni\t\t<i>talk</i>\n")
    settle()
    assert page.model.row(0).meeting.notes == "<i>talk</i>"
    assert "<b>Amina</b>" in page.model.row(0).row.who
    assert page.form.who.textFormat() is Qt.TextFormat.PlainText
