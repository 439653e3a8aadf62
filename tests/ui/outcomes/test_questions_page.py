from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.in_work import Reading
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.outcomes import Outcome, OutcomePoint, OutcomeStatus
from mentorapp.domain.pairings import Pairing
from mentorapp.operations import outcomes, pairings
from mentorapp.storage import records
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.outcomes.answer_dialog import AnswerDialog
from ui.outcomes.cohorts_tab import CohortsTab
from ui.outcomes.person_tab import OutcomesTab
from ui.outcomes.questions_page import QuestionsPage
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.work import Worker

EXIT = date(2025, 11, 1)


@pytest.fixture
def left(pairs_office: PairsOffice) -> UUID:
    """Careful Person, whose address is protected, ended a year ago; so did Tesfay."""
    people = []
    for mentor, newcomer in (("Åse Lærum", "Careful Person"), ("Per Gjøvåg", "Tesfay Haile")):
        made = pairs_office.pair_up(mentor, newcomer)
        with pairs_office.database.write("Test") as tx:
            stored = records.get(tx, Pairing, made.id)
            records.amend(tx, replace(stored, agreed_on=date(2025, 2, 1)))
            pairings.end(tx, made.id, EXIT, TODAY, completed=True)
            people.append(records.get(tx, Newcomer, made.newcomer_id).person_id)
    return people[1]


@pytest.fixture
def page(
    qtbot: QtBot, left: UUID, worker: Worker, english: Words
) -> Iterator[tuple[QuestionsPage, list[UUID]]]:
    opened: list[UUID] = []
    made = QuestionsPage(worker, english, lambda: TODAY, opened.append)
    qtbot.addWidget(made)
    made.resize(1072, 700)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: made.model.rowCount() == 2)
    yield made, opened
    made.hide()


def test_an_answer_is_written_down_and_the_next_question_selected(
    qtbot: QtBot, page: tuple[QuestionsPage, list[UUID]], pairs_office: PairsOffice
) -> None:
    asked, opened = page
    tesfay = next(row for row in asked.model.all_rows() if row.name == "Tesfay Haile")
    asked.table.select_row(tesfay.key)
    asked.opened.emit(tesfay)
    dialog = asked.findChild(AnswerDialog)
    assert isinstance(dialog, AnswerDialog)
    assert dialog.hours.isEnabled()
    dialog.hours.set_value("x")
    dialog.save_button.click()
    assert "as a number" in dialog.hours.accessibleDescription()
    dialog.hours.set_value("37,5")
    dialog.note.set_value("Bakeriet")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: asked.model.rowCount() == 1)
    assert asked.message_bar.text == "Tesfay Haile after 1 year: work, 37.5 hours a week."
    rows = pairs_office.read(lambda tx: outcomes.history(tx, tesfay.person_id, TODAY))
    (kept,) = [row.outcome for row in rows if row.outcome is not None]
    assert (kept.weekly_minutes, kept.note, kept.point) == (2250, "Bakeriet", OutcomePoint.YEAR_1)
    qtbot.waitUntil(lambda: asked.table.current_row() is not None)
    asked._open(opened.append)
    assert opened == [asked.model.row(0).person_id]


def test_hours_go_with_work_alone_and_of_the_protected_no_note_is_asked(
    qtbot: QtBot, page: tuple[QuestionsPage, list[UUID]]
) -> None:
    asked, _opened = page
    careful = next(row for row in asked.model.all_rows() if row.name == "Careful Person")
    assert careful.protected
    asked.opened.emit(careful)
    dialog = asked.findChild(AnswerDialog)
    assert isinstance(dialog, AnswerDialog)
    dialog.status.set_value(OutcomeStatus.EDUCATION)
    dialog.status.changed.emit()
    assert not dialog.hours.isEnabled()
    with pytest.raises(KeyError):
        dialog.field("note")
    dialog.asked_on.setText("1.1.2020")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "before the beginning" in dialog.asked_on.accessibleDescription())
    dialog.reject()
    dialog.close()


def test_the_persons_tab_shows_every_point_and_an_answer_can_be_taken_back(
    qtbot: QtBot, left: UUID, worker: Worker, english: Words, pairs_office: PairsOffice
) -> None:
    with pairs_office.database.write("Test") as tx:
        row = next(one for one in outcomes.due(tx, TODAY) if one.person_id == left)
        outcomes.save(
            tx,
            Outcome(
                person_id=left,
                scheme_id=row.scheme.id,
                exit_on=EXIT,
                point=OutcomePoint.EXIT,
                status=OutcomeStatus.EDUCATION,
                asked_on=EXIT,
            ),
            TODAY,
        )
    bar = MessageBar(english)
    tab = OutcomesTab(worker, english, lambda: TODAY, bar)
    for widget in (bar, tab):
        qtbot.addWidget(widget)
    tab.show()
    tab.show_record(left)
    qtbot.waitUntil(lambda: tab.points.model.rowCount() == len(OutcomePoint))
    shown = [row.point for row in tab.points.model.shown_rows()]
    assert shown == list(OutcomePoint)
    assert tab.points.model.columns[3].text(tab.points.model.row(0)) == "education"
    assert tab.points.model.columns[3].text(tab.points.model.row(2)) == "not asked"
    assert tab.points.model.columns[3].text(tab.points.model.row(8)) == "from 18 Oct 2032"
    tab._take_back(tab.points.model.row(0))
    qtbot.waitUntil(lambda: tab.points.model.row(0).outcome is None)
    assert bar.text == "The answer is taken back."
    tab.hide()


@pytest.mark.usefixtures("left")
def test_cohorts_are_told_as_table_lines_and_words(
    qtbot: QtBot, worker: Worker, english: Words
) -> None:
    tab = CohortsTab(worker, english, lambda: TODAY)
    qtbot.addWidget(tab)
    tab.resize(1072, 700)
    tab.show()
    tab.refresh()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 2)
    assert [line.name for line in tab.model.shown_rows()] == ["2025", "All years"]
    assert tab.definition.text().startswith("In work: at least one hour")
    tab.table.setCurrentIndex(tab.model.index(0, 0))
    assert "after 1 year: nobody known, of 2 who ended" in tab.cell.text()

    tab.reading.set_value(Reading.WORK_OR_EDUCATION)
    tab.reading.changed.emit()
    assert tab.definition.text().startswith("In work or education")
    tab.hide()


@pytest.mark.usefixtures("left")
def test_the_paper_of_cohorts_is_shown_before_it_is_printed(
    qtbot: QtBot, worker: Worker, english: Words
) -> None:
    tab = CohortsTab(worker, english, lambda: TODAY)
    qtbot.addWidget(tab)
    tab.show()
    tab.print_button.click()
    paper = tab.findChild(PaperDialog)
    assert isinstance(paper, PaperDialog)
    qtbot.waitUntil(paper.state.isHidden)
    assert paper.message_bar.text == ""
    paper.reject()
    tab.hide()
