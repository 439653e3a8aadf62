from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.goals import GoalUnit, Measure
from mentorapp.operations import goals
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.goals.dialog import GoalDialog
from ui.goals.page import GoalsPage
from ui.work import Worker


@pytest.fixture
def page(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> Iterator[GoalsPage]:
    assert pairs_office.mentors
    made = GoalsPage(worker, english, lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1072, 700)
    made.show()
    yield made
    made.hide()


def form(page: GoalsPage) -> GoalDialog:
    found = page.findChildren(GoalDialog)[-1]
    assert isinstance(found, GoalDialog)
    return found


def test_a_goal_is_set_counted_changed_deleted_and_brought_back(
    qtbot: QtBot, page: GoalsPage, pairs_office: PairsOffice
) -> None:
    page.new_button.click()
    dialog = form(page)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "missing" in dialog.title.accessibleDescription())
    dialog.title.set_value("Fire koblinger")
    dialog.target.set_value("4")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.message_bar.text == "Saved: Fire koblinger"
    row = page.model.row(0)
    assert page.model.columns[3].text(row) == "25 % of the way"
    page.opened.emit(row)
    changing = form(page)
    changing.result_note.set_value("Ikke nådd")
    changing.save_button.click()
    qtbot.waitUntil(lambda: page.model.row(0).goal.result == "Ikke nådd")
    page.table.setCurrentIndex(page.model.index(0, 0))
    page._delete()
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    page.message_bar._act()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert len(pairs_office.read(lambda tx: goals.rows(tx, TODAY))) == 1


def test_a_percentage_is_kept_to_the_per_mille_and_a_share_wants_no_number(
    qtbot: QtBot, page: GoalsPage
) -> None:
    page.new()
    dialog = form(page)
    dialog.title.set_value("Første møte")
    dialog.measure.set_value(Measure.FIRST_MEETING_SHARE)
    dialog.measure.changed.emit()
    assert dialog.unit.value() is GoalUnit.SHARE
    dialog.target.set_value("82,5 %")
    assert dialog.record().target == 825
    dialog.target.set_value("mange")
    assert dialog.record().target == 0
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "cannot be" in dialog.target.accessibleDescription())
    dialog.start_afresh()
    dialog.close()
