from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.absences import Absence
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.operations import (
    absences,
    offices,
    organisations,
    pairings,
    people,
    placements,
)
from mentorapp.words import Words
from tests.factories import a_placement, an_organisation
from tests.ui.pairs_office import TODAY, PairsOffice, as_new, freed
from tests.ui.today.choosing import choose
from ui.today.lines import Line, subject_word
from ui.today.page import TodayPage
from ui.widgets.note_dialog import NoteDialog
from ui.work import Worker


def sentences(page: TodayPage) -> list[str]:
    model = page.list.model
    return [str(model.index(at, 1).data()) for at in range(model.rowCount())]


def dialog(qtbot: QtBot) -> NoteDialog:
    def there() -> bool:
        return isinstance(QApplication.activeModalWidget(), NoteDialog)

    qtbot.waitUntil(there)
    found = QApplication.activeModalWidget()
    assert isinstance(found, NoteDialog)
    return found


def test_every_line_is_a_plain_sentence_with_names_and_number(
    page: TodayPage, pairs_office: PairsOffice
) -> None:
    number = pairs_office.pair.number
    said = sentences(page)
    assert f"No meeting for 44 days: Ali Hassan – Kari Nordmann ({number})" in said
    assert any(line.startswith("Follow-up overdue 69 days: first meeting held?") for line in said)
    assert any("Has waited" in line and "Tesfay Haile" in line for line in said)


def test_the_most_urgent_line_is_chosen_and_its_card_filled(page: TodayPage) -> None:
    first = page.list.model.row(0)
    assert page.current() == first
    assert first.attention.who in page.list.details.subtitle.text()


def test_severity_is_told_by_word_icon_and_tone(page: TodayPage) -> None:
    first = page.list.model.row(0)
    assert page.list.model.index(0, 0).data() == "urgent"
    assert first.sign[0] == "circle-alert"
    assert len({line.sign[0] for line in page.list.model.shown_rows()}) >= 2


def test_figures_stand_on_top(page: TodayPage) -> None:
    numbers = [label.text() for label in page.figures.numbers]
    assert numbers == ["1", "6", "4", "0"]


def test_markup_in_a_name_is_text(page: TodayPage) -> None:
    assert any("<b>Amina</b> Yusuf" in line for line in sentences(page))
    page.list.search.setText("Amina")
    page.list.table.setCurrentIndex(page.list.model.index(0, 0))
    assert page.list.details.subtitle.textFormat() is Qt.TextFormat.PlainText
    assert "<b>" in page.list.details.subtitle.text()


def test_a_follow_up_is_done_with_a_note_and_can_be_undone(
    qtbot: QtBot, page: TodayPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    line = choose(page, AttentionKind.FOLLOW_UP)
    before = len(page.list.model.all_rows())
    QTest.keyClick(page.list.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    form = dialog(qtbot)
    qtbot.waitUntil(form._note.hasFocus)
    QTest.keyClicks(form._note, "All is well")
    QTest.keyClick(form._note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    freed(qtbot, form)
    settle()
    follow_ups = {one.id: one for one in pairs_office.file().follow_ups}
    done = follow_ups[line.attention.subject_id]
    assert (done.done_on, done.note) == (TODAY, "All is well")
    assert line.key not in [row.key for row in page.list.model.all_rows()]
    page.list.message_bar.button.click()
    settle()
    assert {one.id: one for one in pairs_office.file().follow_ups}[done.id].done_on is None
    assert len(page.list.model.all_rows()) == before


def test_the_list_goes_on_to_the_next_line_when_one_is_done(
    qtbot: QtBot, page: TodayPage, settle: Callable[[], None]
) -> None:
    line = choose(page, AttentionKind.FOLLOW_UP)
    rows = page.list.model.shown_rows()
    following = rows[rows.index(line) + 1]
    page._buttons.done.click()
    dialog(qtbot).save_button.click()
    settle()
    current = page.current()
    assert current is not None
    assert current.key == following.key


def test_enter_opens_the_pair_or_the_person(qtbot: QtBot, page: TodayPage) -> None:
    choose(page, AttentionKind.SILENT)
    with qtbot.waitSignal(page.open_pairing):
        QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    choose(page, AttentionKind.WAITING)
    with qtbot.waitSignal(page.open_person):
        QTest.keyClick(page.list.table, Qt.Key.Key_Return)


def test_a_goal_leads_to_the_goals_and_an_outcome_to_the_persons_file(
    qtbot: QtBot, page: TodayPage, pairs_office: PairsOffice
) -> None:
    person_id = pairs_office.pair.id

    def line(kind: AttentionKind, detail: str = "") -> Line:
        return Line(
            Attention(
                kind=kind,
                severity=Severity.CALM,
                who="x",
                days=0,
                subject_id=person_id,
                detail=detail,
            )
        )

    with qtbot.waitSignal(page.open_goals):
        page._open(line(AttentionKind.GOAL))
    with qtbot.waitSignal(page.open_outcomes) as opened:
        page._open(line(AttentionKind.OUTCOME, "year_1"))
    assert opened.args == [person_id]


def test_the_card_calls_a_goal_a_goal_and_people_people(english: Words) -> None:
    assert subject_word(english, AttentionKind.GOAL) == "Goal"
    assert subject_word(english, AttentionKind.EVENT_SOON) == "Event"
    assert subject_word(english, AttentionKind.SILENT) == "Who"


def test_a_meeting_is_logged_from_the_line(
    page: TodayPage, asked: list[UUID], pairs_office: PairsOffice
) -> None:
    choose(page, AttentionKind.SILENT)
    QTest.keyClick(page.list.table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert asked == [pairs_office.pair.id]


def test_letters_are_printed_from_the_line(
    qtbot: QtBot, page: TodayPage, pairs_office: PairsOffice, settle: Callable[[], None]
) -> None:
    as_new(pairs_office)
    page.refresh()
    settle()
    choose(page, AttentionKind.LETTER)
    with qtbot.waitSignal(page.print_letters) as printed:
        page._buttons.print.click()
    assert printed.args == [pairs_office.pair.id]


def test_what_fits_no_line_cannot_be_chosen(page: TodayPage) -> None:
    choose(page, AttentionKind.WAITING)
    assert not page._buttons.done.isEnabled()
    assert not page._buttons.log.isEnabled()
    assert not page._buttons.print.isEnabled()


def test_an_office_with_people_does_not_begin_anew(page: TodayPage) -> None:
    assert page.list.isVisible()
    assert not page.beginning.isVisible()


def test_an_empty_office_is_told_where_to_begin(
    qtbot: QtBot, page: TodayPage, tmp_path: Path
) -> None:
    database = offices.open_office(tmp_path / "new.db")
    worker = Worker(database, "Test")
    fresh = TodayPage(worker, Words("en"), lambda: TODAY, lambda *_args: None)
    qtbot.addWidget(fresh)
    fresh.resize(1060, 700)
    fresh.show()
    fresh.refresh()
    qtbot.waitUntil(lambda: not worker.working)
    assert fresh.beginning.isVisible()
    assert not fresh.list.isVisible()
    wanted: list[str] = []
    fresh.page_wanted.connect(wanted.append)
    begin = fresh.beginning
    for button in (begin.settings, begin.mentors, begin.newcomers, begin.pairs):
        button.click()
    assert wanted == ["settings", "mentors", "newcomers", "pairing"]
    with qtbot.waitSignal(fresh.import_wanted):
        begin.importing.click()
    with database.write("Test") as tx:
        organisations.save(tx, an_organisation(number=0))
    fresh.refresh()
    qtbot.waitUntil(lambda: not worker.working)
    assert fresh.list.isVisible()
    worker.close()
    database.close()


def test_the_first_step_is_done_when_the_office_has_what_letters_need(
    page: TodayPage,
) -> None:
    page.beginning.show_office(filled_in=True)
    assert page.beginning.office_hint.text() == "This is done."


def test_a_day_without_work_says_so(page: TodayPage) -> None:
    page.list.show_rows([])
    assert page.list.empty.isVisible()


@pytest.mark.parametrize("day", [date(2026, 12, 24)])
def test_a_later_day_reads_other_lines(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    settle: Callable[[], None],
    day: date,
) -> None:
    page = TodayPage(worker, english, lambda: day, lambda *_args: None)
    qtbot.addWidget(page)
    page.refresh()
    settle()
    assert any("No meeting for 75 days" in line for line in sentences(page))


def test_a_line_about_a_placement_opens_the_tab_of_the_persons_file(
    page: TodayPage, qtbot: QtBot, pairs_office: PairsOffice, settle: Callable[[], None]
) -> None:
    with pairs_office.database.write("Test") as tx:
        there = organisations.save(tx, an_organisation(number=0))
        placement = placements.register(
            tx,
            a_placement(
                number=0,
                person_id=people.search(tx, "Ali Hassan")[0].id,
                organisation_id=there.id,
                midway_on=date(2026, 11, 20),
            ),
            TODAY,
        )
    page.refresh()
    settle()
    line = choose(page, AttentionKind.PLACEMENT_MIDWAY)
    with qtbot.waitSignal(page.open_file) as opened:
        page.list.opened.emit(line)
    assert opened.args == [placement.person_id, "placements"]


def test_a_network_to_ask_about_opens_the_tab_where_the_answer_is_noted(
    page: TodayPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    line = choose(page, AttentionKind.NETWORK_QUESTION)
    with qtbot.waitSignal(page.open_file) as opened:
        page.list.opened.emit(line)
    asked = pairs_office.read(lambda tx: people.search(tx, "Ali Hassan")[0].id)
    assert opened.args == [asked, "network"]


def test_a_newcomer_nobody_is_responsible_for_opens_the_tab_of_the_contacts(
    page: TodayPage, qtbot: QtBot
) -> None:
    line = choose(page, AttentionKind.NO_COORDINATOR)
    with qtbot.waitSignal(page.open_file) as opened:
        page.list.opened.emit(line)
    assert opened.args == [line.attention.person_id, "contacts"]


def test_the_card_says_whom_to_call_while_the_coordinator_is_away(
    qtbot: QtBot, page: TodayPage, pairs_office: PairsOffice, settle: Callable[[], None]
) -> None:
    with pairs_office.database.write("Test") as tx:
        pairings.hand_over(tx, pairs_office.pair.id, "Mona", TODAY)
        absences.save(
            tx,
            Absence(coordinator="Mona", stand_in="Jon", from_date=TODAY, to_date=date(2026, 12, 4)),
        )
    choose(page, AttentionKind.WAITING)  # the card may have been read before
    choose(page, AttentionKind.FOLLOW_UP)
    settle()
    qtbot.waitUntil(
        lambda: (
            "Mona is away until 4 Dec 2026: call Jon"
            in {one.text() for one in page.list.details.findChildren(QLabel)}
        )
    )
