from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.operations import driving_rules
from mentorapp.words import Words
from tests.ui.pairs_office import PairsOffice, freed
from ui.practice_driving.rules_dialog import RulesDialog
from ui.practice_driving.rules_tab import RulesTab
from ui.widgets.message_bar import MessageBar
from ui.work import Worker


def test_rules_that_ship_are_copied_into_the_office_when_they_are_changed(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    settle: Callable[[], None],
    pairs_office: PairsOffice,
) -> None:
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = RulesTab(worker, english, lambda: date(2027, 1, 4), bar)
    qtbot.addWidget(tab)
    tab.show()
    qtbot.waitUntil(lambda: tab.rules.model.rowCount() == 1)
    assert tab.rules.model.rowCount() == 1
    assert not tab.missing.isVisible()
    tab.rules.table.setCurrentIndex(tab.rules.model.index(0, 0))
    _press(tab, "Edit rules")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RulesDialog))
    form = QApplication.activeModalWidget()
    assert isinstance(form, RulesDialog)
    form._years["companion_age"].set_number(30)
    form.save_button.click()
    freed(qtbot, form)
    settle()
    (own,) = pairs_office.read(driving_rules.all_rules)
    assert (own.companion_age, own.recommended_minutes) == (30, 8400)
    tab.rules.table.setCurrentIndex(tab.rules.model.index(0, 0))
    _press(tab, "Back to what ships")
    settle()
    (shipped,) = pairs_office.read(driving_rules.all_rules)
    assert shipped.companion_age == 25
    bar.button.click()
    settle()
    (again,) = pairs_office.read(driving_rules.all_rules)
    assert again.companion_age == 30


def _press(tab: RulesTab, text: str) -> None:
    next(one for one in tab.findChildren(QPushButton) if one.text() == text).click()
