from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from mentorapp.domain.closing import MentorNext, NewcomerNext
from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.outcomes import Outcome, OutcomeStatus
from mentorapp.domain.pairings import EndReason, Initiator
from mentorapp.operations import outcomes
from mentorapp.storage import records
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.pairings.end_dialog import EndDialog
from ui.pairings.page import PairingsPage
from ui.work import Worker

Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def end(
    qtbot: QtBot, page: PairingsPage, pairs_office: PairsOffice, settle: Callable[[], None]
) -> Callable[[], EndDialog]:
    def opened() -> EndDialog:
        page.open_pairing(pairs_office.pair.id)
        settle()
        page.file._end.click()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), EndDialog))
        found = QApplication.activeModalWidget()
        assert isinstance(found, EndDialog)
        return found

    return opened


def newcomer(office: PairsOffice) -> Newcomer:
    found: Newcomer = office.read(lambda tx: records.get(tx, Newcomer, office.pair.newcomer_id))
    return found


def mentor(office: PairsOffice) -> Mentor:
    found: Mentor = office.read(lambda tx: records.get(tx, Mentor, office.pair.mentor_id))
    return found


def test_a_pairing_is_closed_by_the_keyboard_with_what_became_of_the_newcomer(
    qtbot: QtBot,
    end: Callable[[], EndDialog],
    page: PairingsPage,
    pairs_office: PairsOffice,
    settle: Callable[[], None],
) -> None:
    form = end()
    assert form.field("ended_on").hasFocus()
    for keys in ("completed", "", "has", "work", "30", "takes"):
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClicks(form.focusWidget(), keys)
    assert not form._reason.isEnabled()
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    freed(qtbot, form)
    settle()

    assert newcomer(pairs_office).status is NewcomerStatus.COMPLETED
    assert mentor(pairs_office).status is MentorStatus.PAUSED
    (kept,) = pairs_office.read(lambda tx: records.find(tx, Outcome))
    assert (kept.status, kept.weekly_minutes) == (OutcomeStatus.WORK, 1800)
    assert pairs_office.read(lambda tx: outcomes.due(tx, TODAY)) == []


def test_one_undo_takes_all_of_it_back(
    qtbot: QtBot,
    end: Callable[[], EndDialog],
    page: PairingsPage,
    pairs_office: PairsOffice,
    settle: Callable[[], None],
    worker: Worker,
) -> None:
    form = end()
    form._completed.set_value(True)
    form._newcomer.set_value(NewcomerNext.WITHDRAWN)
    form._outcome.set_value(OutcomeStatus.MOVED)
    form._mentor.set_value(MentorNext.FINISHED)
    form.save_button.click()
    freed(qtbot, form)
    settle()
    assert newcomer(pairs_office).status is NewcomerStatus.WITHDRAWN
    page.file.message_bar.button.click()
    settle()
    assert newcomer(pairs_office).status is NewcomerStatus.PAIRED
    assert mentor(pairs_office).status is MentorStatus.APPROVED
    assert pairs_office.file().pairing.is_running
    assert pairs_office.read(lambda tx: records.find(tx, Outcome)) == []


def test_ending_and_finding_a_new_mentor_is_one_step(
    qtbot: QtBot,
    end: Callable[[], EndDialog],
    page: PairingsPage,
    pairs_office: PairsOffice,
    settle: Callable[[], None],
) -> None:
    wanted: list[object] = []
    page.pair_again.connect(wanted.append)
    form = end()
    form._completed.set_value(False)
    assert form._newcomer.value() is NewcomerNext.WAITS
    form._reason.set_value(EndReason.DID_NOT_FIT)
    form._initiator.set_value(Initiator.BOTH)
    assert form.save_button.text() == "End the pairing"
    form._newcomer.set_value(NewcomerNext.PAIRED_AGAIN)
    assert form.save_button.text() == "End and find a new mentor"
    assert not form._outcome.isEnabled()
    form.save_button.click()
    freed(qtbot, form)
    settle()
    assert wanted == [pairs_office.pair.newcomer_id]
    assert newcomer(pairs_office).status is NewcomerStatus.WAITING


def test_what_usually_follows_is_offered_until_somebody_chooses_otherwise(
    end: Callable[[], EndDialog],
) -> None:
    form = end()
    form._completed.set_value(True)
    assert form._newcomer.value() is NewcomerNext.FINISHED
    form._completed.set_value(False)
    assert form._newcomer.value() is NewcomerNext.WAITS
    form._newcomer.setFocus()
    QTest.keyClicks(form._newcomer, "withdraws")
    form._completed.set_value(True)
    assert form._newcomer.value() is NewcomerNext.WITHDRAWN
    assert not form._hours.isEnabled()
    form._outcome.set_value(OutcomeStatus.SUBSIDISED)
    assert form._hours.isEnabled()
    form.start_afresh()
    form.reject()


def test_who_has_another_pairing_stays_in_it_and_the_mentor_with_one_cannot_finish(
    end: Callable[[], EndDialog], pairs_office: PairsOffice
) -> None:
    pairs_office.pair_up("Kari Nordmann", "Tesfay Haile")
    form = end()
    offered = {form._mentor.itemData(at) for at in range(form._mentor.count())}
    assert MentorNext.FINISHED not in offered
    assert "has finished" not in {form._mentor.itemText(at) for at in range(form._mentor.count())}
    form.reject()


def test_nobody_is_asked_about_who_wants_to_be_in_no_statistics(
    end: Callable[[], EndDialog], pairs_office: PairsOffice
) -> None:
    with pairs_office.database.write("Kari") as tx:
        records.add(
            tx,
            Consent(
                person_id=newcomer(pairs_office).person_id,
                purpose=ConsentPurpose.STATISTICS,
                basis=LegalBasis.CONSENT,
                given_on=TODAY,
                withdrawn_on=TODAY,
            ),
        )
    form = end()
    assert "status" not in form.contents()
    form._completed.set_value(True)
    assert form.closing().outcome is None
    form.start_afresh()
    form.reject()
