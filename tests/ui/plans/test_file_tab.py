from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.domain.plans import PlanGoal, PlanStep
from mentorapp.operations import plans
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.plans.dialogs import AttainmentDialog, GoalDialog, StepDialog
from ui.plans.file_tab import PlanTab
from ui.widgets.message_bar import MessageBar
from ui.work import Worker


@pytest.fixture
def tab(
    qtbot: QtBot, tesfay: UUID, worker: Worker, english: Words, pairs_office: PairsOffice
) -> Iterator[PlanTab]:
    with pairs_office.database.write("Test") as tx:
        goal = PlanGoal(person_id=tesfay, text="Kran igjen", set_on=TODAY)
        plans.save_goal(tx, goal, TODAY)
        plans.save_step(tx, PlanStep(goal_id=goal.id, text="Norskkurs"), TODAY)
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = PlanTab(worker, english, lambda: TODAY, bar)
    qtbot.addWidget(tab)
    tab.resize(900, 600)
    tab.show()
    tab.show_record(tesfay)
    qtbot.waitUntil(lambda: tab.steps.model.rowCount() == 1)
    yield tab
    tab.close()


def press(tab: PlanTab, text: str, qtbot: QtBot, *, last: bool = False) -> None:
    found = [one for one in tab.findChildren(QPushButton) if one.text() == text]
    qtbot.mouseClick(found[-1 if last else 0], Qt.MouseButton.LeftButton)


def test_a_step_is_done_and_can_be_undone(tab: PlanTab, qtbot: QtBot) -> None:
    tab.steps.table.setCurrentIndex(tab.steps.model.index(0, 0))
    press(tab, "Done", qtbot)
    qtbot.waitUntil(lambda: "1 of 1" in tab.progress.text())
    undo = next(one for one in tab.message_bar.findChildren(QPushButton) if one.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "0 of 1" in tab.progress.text())


def test_a_goal_and_a_step_are_added(
    tab: PlanTab, qtbot: QtBot, pairs_office: PairsOffice, tesfay: UUID
) -> None:
    press(tab, "New step", qtbot)
    step = tab.findChild(StepDialog)
    assert isinstance(step, StepDialog)
    step.text.set_value("Ring havna")
    qtbot.mouseClick(step.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.steps.model.rowCount() == 2)
    press(tab, "New goal", qtbot)
    goal = tab.findChild(GoalDialog)
    assert isinstance(goal, GoalDialog)
    qtbot.mouseClick(goal.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in goal.findChildren(QLabel, "problem")))
    goal.text.set_value("Førerkort")
    qtbot.mouseClick(goal.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.goals.model.rowCount() == 2)

    found = pairs_office.read(lambda tx: plans.of_person(tx, tesfay, TODAY))
    assert {row.goal.text for row in found.goals} == {"Kran igjen", "Førerkort"}


def test_a_goal_is_judged_closed_and_opened_again(
    tab: PlanTab, qtbot: QtBot, pairs_office: PairsOffice, tesfay: UUID
) -> None:
    def goal() -> PlanGoal:
        found: PlanGoal = pairs_office.read(
            lambda tx: plans.of_person(tx, tesfay, TODAY).goals[0].goal
        )
        return found

    for attainment, closing in ((4, True), (None, False)):
        before = goal().version
        press(tab, "How far …", qtbot)
        dialog = next(one for one in tab.findChildren(AttainmentDialog) if one.isVisible())
        dialog.attainment.set_value(attainment)
        dialog.closing.set_value(closing)
        dialog.save_button.setEnabled(True)
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda version=before: goal().version > version)  # type: ignore[misc]
        assert (goal().attainment, goal().closed_on is not None) == (attainment, closing)
        qtbot.waitUntil(
            lambda: not any(one.isVisible() for one in tab.findChildren(AttainmentDialog))
        )


def test_a_goal_with_steps_is_not_deleted_and_the_reason_is_said(
    tab: PlanTab, qtbot: QtBot
) -> None:
    press(tab, "Delete", qtbot)
    qtbot.waitUntil(lambda: not tab.message_bar.isHidden())
    assert tab.goals.model.rowCount() == 1
    tab.steps.table.setCurrentIndex(tab.steps.model.index(0, 0))
    press(tab, "Delete", qtbot, last=True)
    qtbot.waitUntil(lambda: tab.steps.model.rowCount() == 0)
