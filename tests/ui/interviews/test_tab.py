from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.interviews import Question, Rating
from mentorapp.operations import quotes
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from tests.ui.tabs import form, newcomer_of_pair, press, shown
from ui.interviews.dialogs import InterviewDialog, QuoteDialog
from ui.interviews.tab import InterviewsTab
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.work import Worker


@pytest.fixture
def tab(qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words) -> InterviewsTab:
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = InterviewsTab(worker, english, lambda: TODAY, bar)
    shown(qtbot, tab, newcomer_of_pair(pairs_office))
    qtbot.waitUntil(lambda: tab._read is not None)
    return tab


def interview(tab: InterviewsTab, qtbot: QtBot) -> None:
    press(tab, "New interview …")
    dialog = form(qtbot, tab, InterviewDialog)
    dialog.ratings[Rating.FIT].set_value(4)
    dialog.answers[Question.GOOD].set_value("We cook together.")
    dialog.save_button.click()
    freed(qtbot, dialog)
    qtbot.waitUntil(lambda: tab.interviews.model.rowCount() == 1)


def test_an_interview_is_kept_with_the_pairing_and_who_asked(
    tab: InterviewsTab, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    interview(tab, qtbot)
    (held,) = tab.interviews.model.shown_rows()
    assert (held.pairing_id, held.held_by) == (pairs_office.pair.id, "Ingrid Sætre")
    assert held.ratings == {"fit": 4}


def test_an_interview_without_any_answer_is_refused_and_stays_open(
    tab: InterviewsTab, qtbot: QtBot
) -> None:
    press(tab, "New interview …")
    dialog = form(qtbot, tab, InterviewDialog)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(dialog.message_bar.text))
    assert dialog.isVisible()
    dialog.start_afresh()
    dialog.close()


def test_a_quotation_is_taken_from_it_printed_and_withdrawn(
    tab: InterviewsTab, qtbot: QtBot, pairs_office: PairsOffice, settle: Callable[[], None]
) -> None:
    interview(tab, qtbot)
    tab.interviews.table.setCurrentIndex(tab.interviews.model.index(0, 0))
    press(tab, "Quote from it …")
    dialog = form(qtbot, tab, QuoteDialog)
    assert dialog.quote_text.value() == "We cook together."
    dialog.consent_on.set_value(TODAY)
    dialog.save_button.click()
    freed(qtbot, dialog)
    qtbot.waitUntil(lambda: tab.quotes.model.rowCount() == 1)
    assert len(pairs_office.read(quotes.printable_quotes)) == 1
    tab.quotes.table.setCurrentIndex(tab.quotes.model.index(0, 0))
    press(tab, "Withdraw consent")
    qtbot.waitUntil(lambda: pairs_office.read(quotes.printable_quotes) == ())
    qtbot.waitUntil(lambda: "withdrawn" in tab.message_bar.text)
    press(tab.message_bar, "Undo")
    qtbot.waitUntil(lambda: len(pairs_office.read(quotes.printable_quotes)) == 1)
    settle()


def test_the_form_on_paper_opens(tab: InterviewsTab, qtbot: QtBot) -> None:
    press(tab, "Form on paper …")
    qtbot.waitUntil(lambda: bool(tab.findChildren(PaperDialog)))
    (paper,) = tab.findChildren(PaperDialog)
    qtbot.waitUntil(lambda: paper.pdf.document.pageCount() == 1)
    paper.close()
