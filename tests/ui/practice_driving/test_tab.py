from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.domain.pairings import Pairing
from mentorapp.domain.practice_driving import DrivingCondition
from mentorapp.operations import practice_driving
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from ui.pairings.page import PairingsPage
from ui.practice_driving.dialogs import DriveDialog, PracticeDialog
from ui.practice_driving.tab import DrivingTab
from ui.widgets.paper import PaperDialog

D = TypeVar("D", bound=QDialog)


def _press(tab: DrivingTab, text: str) -> None:
    next(one for one in tab.findChildren(QPushButton) if one.text() == text).click()


def _dialog(qtbot: QtBot, kind: type[D]) -> D:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def _log(qtbot: QtBot, tab: DrivingTab, day: date) -> DriveDialog:
    _press(tab, "Log drive …")
    form = _dialog(qtbot, DriveDialog)
    form._held_on.set_value(day)
    form._minutes.set_number(75)
    form._kilometres.set_number(40)
    form._conditions.set_value({DrivingCondition.DARK})
    form.save_button.click()
    return form


def test_only_a_pair_that_drives_has_the_tab(
    page: PairingsPage, pairs_office: PairsOffice, settle: Callable[[], None], learner: Pairing
) -> None:
    tabs = page.file.tabs
    assert tabs.tabText(1) == "Driving"
    page.open_pairing(pairs_office.pair.id)
    settle()
    assert not tabs.isTabVisible(1)
    assert tabs.tabText(2).startswith("Follow-ups")
    page.open_pairing(learner.id)
    settle()
    assert tabs.isTabVisible(1)


def test_a_drive_is_logged_with_its_warnings_and_taken_back(
    qtbot: QtBot,
    tab: DrivingTab,
    page: PairingsPage,
    settle: Callable[[], None],
) -> None:
    form = _log(qtbot, tab, date(2026, 11, 20))
    freed(qtbot, form)
    settle()
    assert tab.drives.model.rowCount() == 1
    assert "1.2 hours" in tab.totals.text()
    assert "the rules ask for 5 years" in page.file.message_bar.text
    assert page.file.meetings.model.rowCount() == 1
    tab.drives.table.setCurrentIndex(tab.drives.model.index(0, 0))
    _press(tab, "Take back")
    settle()
    assert tab.drives.model.rowCount() == 0
    page.file.message_bar.button.click()
    settle()
    assert tab.drives.model.rowCount() == 1


def test_a_drive_that_cannot_be_is_refused_in_its_form(
    qtbot: QtBot, tab: DrivingTab, settle: Callable[[], None]
) -> None:
    form = _log(qtbot, tab, date(2026, 8, 1))
    settle()
    assert form.isVisible()
    form._held_on.set_value(date(2026, 11, 21))
    form.save_button.click()
    freed(qtbot, form)


def test_permit_and_tests_are_kept_and_a_permit_that_ends_is_told(
    qtbot: QtBot,
    tab: DrivingTab,
    settle: Callable[[], None],
    pairs_office: PairsOffice,
    learner: Pairing,
) -> None:
    _press(tab, "Permit and tests …")
    form = _dialog(qtbot, PracticeDialog)
    form._car.set_value("Volvo V60")
    form._days["permit_to"].set_value(date(2026, 12, 1))
    form.save_button.click()
    freed(qtbot, form)
    settle()
    assert "Volvo V60" in tab.kept.text()
    assert "permit ends on 1 Dec 2026" in tab.warnings.text()
    kept = pairs_office.read(lambda tx: practice_driving.practice_of(tx, learner.id))
    assert kept.permit_to == date(2026, 12, 1)


def test_the_driving_log_is_shown_before_it_is_printed(
    qtbot: QtBot, tab: DrivingTab, settle: Callable[[], None]
) -> None:
    _press(tab, "Driving log")
    paper = _dialog(qtbot, PaperDialog)
    settle()
    qtbot.waitUntil(lambda: not paper.state.isVisible())
    assert str(TODAY.year) not in paper.windowTitle()
    paper.close()
