from collections.abc import Callable, Mapping

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.questionnaires import Moment, Questionnaire, Respondent
from mentorapp.operations import questionnaires
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from tests.ui.questionnaires.typing import stored
from tests.ui.tabs import form, press, shown
from ui.questionnaires.dialogs import AnswersDialog, CodeDialog, PrintDialog
from ui.questionnaires.tab import QuestionnairesTab
from ui.questionnaires.typing_in import TypingIn
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.work import Worker

Settle = Callable[[], None]


@pytest.fixture
def tab(
    qtbot: QtBot, worker: Worker, english: Words, pairs_office: PairsOffice
) -> QuestionnairesTab:
    typing_in = TypingIn(worker, english, lambda: TODAY)
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    made = QuestionnairesTab(worker, english, lambda: TODAY, bar, typing_in)
    return shown(qtbot, made, pairs_office.pair.id)


def answered(
    office: PairsOffice, when: Moment, answers: Mapping[str, int], who: str = "newcomer"
) -> None:
    row = office.file().row
    person_id = row.mentor_person_id if who == Respondent.MENTOR else row.newcomer_person_id
    page = Questionnaire(
        pairing_id=row.id,
        person_id=person_id,
        moment=when,
        answered_on=TODAY,
        answers=answers,
    )
    with office.database.write("Test") as tx:
        questionnaires.save(tx, page, TODAY, Words("en"))


def test_what_is_to_be_given_out_is_told_until_it_came_back(
    tab: QuestionnairesTab, pairs_office: PairsOffice, settle: Settle, qtbot: QtBot
) -> None:
    settle()
    assert tab.hint.text().split("\n") == [
        "Questions to give out since 17 Sept 2026: Kari Nordmann, at the start",
        "Questions to give out since 17 Sept 2026: Ali Hassan, at the start",
    ]
    answered(pairs_office, Moment.START, {"fit": 1})
    answered(pairs_office, Moment.START, {"fit": 1}, "mentor")
    tab.show_record(pairs_office.pair.id)
    qtbot.waitUntil(tab.hint.isHidden)


def test_answers_stand_side_by_side_with_their_change_and_what_is_low(
    tab: QuestionnairesTab, pairs_office: PairsOffice, settle: Settle
) -> None:
    answered(pairs_office, Moment.START, {"own_goal": 1, "fit": 3, "language_days": 4})
    answered(pairs_office, Moment.CLOSING, {"own_goal": 4, "fit": 1, "language_days": 2})
    answered(pairs_office, Moment.START, {"support": 5}, "mentor")
    tab.show_record(pairs_office.pair.id)
    settle()
    model = tab.lines.model
    told = [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert told == [
        ["Newcomer", "Days a week the language is spoken", "4 of 7", "–", "2 of 7", "−2"],
        ["Newcomer", "How far with the own goal", "1 of 4", "–", "4 of 4", "+3"],
        ["Newcomer", "Get on well together", "No, not well (low)", "–", "Yes, well", ""],
        ["Mentor", "Help from the office", "5 of 5", "–", "–", ""],
    ]
    assert tab.pages.model.rowCount() == 3


def test_a_page_is_typed_in_edited_and_deleted_here(
    tab: QuestionnairesTab, pairs_office: PairsOffice, settle: Settle, qtbot: QtBot
) -> None:
    settle()
    press(tab, "Type in answers …")
    bar = tab.message_bar
    asking = form(qtbot, bar.window(), CodeDialog)
    assert asking.code.value() == f"{pairs_office.pair.number}-M1"
    asking.save()
    dialog = form(qtbot, bar.window(), AnswersDialog)
    dialog.answers[next(iter(dialog.answers))].set_number(1)
    dialog.save()
    settle()
    tab.show_record(pairs_office.pair.id)
    settle()
    tab.pages.table.select_row(stored(pairs_office)[0].id)
    press(tab, "Edit …")
    form(qtbot, bar.window(), AnswersDialog).leave()
    press(tab, "Delete")
    settle()
    assert stored(pairs_office) == []
    bar.button.click()
    settle()
    assert len(stored(pairs_office)) == 1


def test_the_questions_are_shown_on_paper_for_whom_they_are_wanted(
    tab: QuestionnairesTab, settle: Settle, qtbot: QtBot
) -> None:
    settle()
    press(tab, "Questions on paper …")
    dialog = form(qtbot, tab, PrintDialog)
    assert dialog.respondents() == list(Respondent)
    dialog.half.set_value(Respondent.MENTOR)
    dialog.save()
    qtbot.waitUntil(lambda: bool(tab.findChildren(PaperDialog)))
    (paper,) = tab.findChildren(PaperDialog)
    qtbot.waitUntil(lambda: paper.pdf.document.pageCount() == 1)
    paper.close()
