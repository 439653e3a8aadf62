from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot

from mentorapp.domain.mentors import MentorStatus
from mentorapp.operations import organisations, people
from tests.factories import an_organisation
from tests.ui.pairing.at_page import dialog
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.pairing.page import PairingPage
from ui.pairing.recruit_dialog import RecruitDialog
from ui.widgets.paper import PaperDialog


def test_the_kinds_who_are_short_are_told_with_what_some_of_them_would_give_and_whom_to_call(
    qtbot: QtBot, page: PairingPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    with pairs_office.database.write("Test") as tx:
        for mentor in pairs_office.mentors.values():
            people.set_mentor_status(tx, mentor, MentorStatus.PAUSED, TODAY)
        organisations.save(tx, replace(an_organisation(number=0), promised_mentors=4))
    page.control.button.click()
    settle()
    page.blocking.recruit_button.click()
    form = dialog(qtbot, RecruitDialog)
    settle()
    assert form.kinds.rowCount() > 0
    assert form.answer.text() == "1 such mentor: 1 more pair"
    form.number.set_number(3)
    settle()
    assert form.answer.text() == "3 such mentors: 3 more pairs"
    assert form.organisations.rowCount() == 1
    assert "would help" in form.asks.text()
    assert "newcomers wait without a pair. Mentors have 0 free places left." in form.state.text()
    form.print_button.click()
    paper = dialog(qtbot, PaperDialog)
    settle()
    qtbot.waitUntil(lambda: paper.pdf.document.pageCount() > 0)
    paper.reject()
    freed(qtbot, paper)
    form.reject()
    freed(qtbot, form)


def test_it_is_said_that_no_organisation_fits(
    qtbot: QtBot, page: PairingPage, settle: Callable[[], None], pairs_office: PairsOffice
) -> None:
    with pairs_office.database.write("Test") as tx:
        for mentor in pairs_office.mentors.values():
            people.set_mentor_status(tx, mentor, MentorStatus.PAUSED, TODAY)
    page.control.button.click()
    settle()
    page.blocking.recruit_button.click()
    form = dialog(qtbot, RecruitDialog)
    settle()
    assert not form.calls.isVisible()
    assert form.asks.text() == "No organisation in the register fits these kinds."
    form.reject()
    freed(qtbot, form)
