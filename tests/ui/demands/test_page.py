from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.operations import demands
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.demands.dialog import DemandDialog
from ui.demands.file_tab import DemandTab
from ui.demands.page import DemandPage
from ui.widgets.message_bar import MessageBar
from ui.work import Worker


@pytest.fixture
def asked() -> list[UUID]:
    return []


@pytest.fixture
def page(
    qtbot: QtBot, tesfay: UUID, worker: Worker, english: Words, asked: list[UUID]
) -> Iterator[DemandPage]:
    page = DemandPage(
        worker,
        english,
        lambda: TODAY,
        asked.append,
        asked.append,
        lambda person, organisation: asked.extend(filter(None, (person, organisation))),
    )
    qtbot.addWidget(page)
    page.resize(1072, 700)
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    yield page
    page.close()


def press(page: DemandPage, text: str, qtbot: QtBot) -> None:
    button = next(one for one in page.details.findChildren(QPushButton) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def form(page: DemandPage, qtbot: QtBot) -> DemandDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(DemandDialog)))
    return next(one for one in page.findChildren(DemandDialog) if one.isVisible())


def test_a_placement_of_who_fits_is_asked_for_at_the_organisation_that_looks(
    page: DemandPage, qtbot: QtBot, tesfay: UUID, asked: list[UUID]
) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    name = "A placement of Tesfay Haile"
    qtbot.waitUntil(
        lambda: any(one.accessibleName() == name for one in page.details.findChildren(QPushButton))
    )
    button = next(
        one for one in page.details.findChildren(QPushButton) if one.accessibleName() == name
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert asked == [tesfay, page.model.row(0).demand.organisation_id]


def test_the_card_tells_who_fits_and_opens_the_file(
    page: DemandPage, qtbot: QtBot, tesfay: UUID, asked: list[UUID]
) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    name = "Open the file of Tesfay Haile"
    qtbot.waitUntil(
        lambda: any(one.accessibleName() == name for one in page.details.findChildren(QPushButton))
    )
    button = next(
        one for one in page.details.findChildren(QPushButton) if one.accessibleName() == name
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert asked == [tesfay]


def test_a_new_demand_needs_an_organisation_and_an_occupation(
    page: DemandPage, qtbot: QtBot, pairs_office: PairsOffice
) -> None:
    qtbot.mouseClick(page.new_button, Qt.MouseButton.LeftButton)
    dialog = form(page, qtbot)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in dialog.findChildren(QLabel, "problem")))
    dialog.organisation.setText("Havna AS")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: any("Occupation" in one.text() for one in dialog.findChildren(QLabel, "problem"))
    )
    dialog.occupation.setText("bussjåfør")
    dialog.licences.setText("D, D1")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)

    found = pairs_office.read(demands.rows)
    bus = next(row.demand for row in found if row.demand.occupation == "bussjåfør")
    assert (bus.occupation_group, bus.licences) == ("driving", ("D", "D1"))


def test_a_demand_is_closed_opened_again_and_deleted(page: DemandPage, qtbot: QtBot) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    press(page, "Close", qtbot)
    qtbot.waitUntil(lambda: page.close_button.text() == "Open again")
    press(page, "Open again", qtbot)
    qtbot.waitUntil(lambda: page.close_button.text() == "Close")
    press(page, "Delete", qtbot)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    undo = next(one for one in page.message_bar.findChildren(QPushButton) if one.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)


def test_an_organisations_file_holds_its_own_demands(
    qtbot: QtBot, tesfay: UUID, worker: Worker, english: Words, pairs_office: PairsOffice
) -> None:
    (row,) = pairs_office.read(demands.rows)
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = DemandTab(worker, english, lambda: TODAY, bar)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_record(row.demand.organisation_id)
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 1)
    tab.show_record(tesfay)
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 0)
