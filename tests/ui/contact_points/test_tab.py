from collections.abc import Callable
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mentorapp.domain.contact_points import ContactRole, ContactTask
from mentorapp.domain.newcomers import Newcomer
from mentorapp.operations import contact_overview
from mentorapp.storage import records
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from tests.ui.tabs import form, newcomer_of_pair, press, shown
from ui.contact_points.dialog import ContactDialog
from ui.contact_points.page import ContactPointsPage
from ui.contact_points.tab import ContactsTab
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.work import Worker


@pytest.fixture
def opened() -> list[UUID]:
    return []


@pytest.fixture
def tab(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words, opened: list[UUID]
) -> ContactsTab:
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = ContactsTab(worker, english, lambda: TODAY, opened.append, bar)
    shown(qtbot, tab, newcomer_of_pair(pairs_office))
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 2)
    return tab


def select(tab: ContactsTab, role: ContactRole) -> None:
    rows = tab.table.model.shown_rows()
    at = next(i for i, row in enumerate(rows) if row.contact.role is role)
    tab.table.table.setCurrentIndex(tab.table.model.index(at, 0))


def test_coordinator_and_mentor_stand_first_and_are_changed_at_their_pairing(
    tab: ContactsTab, pairs_office: PairsOffice, opened: list[UUID]
) -> None:
    rows = tab.table.model.shown_rows()
    assert [row.contact.role for row in rows] == [ContactRole.COORDINATOR, ContactRole.MENTOR]
    select(tab, ContactRole.MENTOR)
    press(tab, "Delete")
    assert f"pairing {pairs_office.pair.number}" in tab.message_bar.text
    press(tab.message_bar, "Open pairing")
    assert opened == [pairs_office.pair.id]


def test_a_contact_is_noted_refused_at_its_field_and_deleted_with_undo(
    tab: ContactsTab, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    press(tab, "New contact …")
    dialog = form(qtbot, tab, ContactDialog)
    dialog.name.set_value("Nils Vik")
    dialog.phone.set_value("five")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(dialog._problems["phone"].text()))
    dialog.phone.set_value("55 55 33 33")
    dialog.tasks.set_value([ContactTask.MONEY])
    dialog.save_button.click()
    freed(qtbot, dialog)
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 3)
    select(tab, ContactRole.WELFARE_OFFICE)
    press(tab, "Delete")
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 2)
    press(tab.message_bar, "Undo")
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 3)
    settle()


def test_what_two_services_do_is_said_above_the_list(
    tab: ContactsTab, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    assert tab.warning.isHidden()
    for role in (ContactRole.WELFARE_OFFICE, ContactRole.CITIZEN_SERVICE):
        press(tab, "New contact …")
        dialog = form(qtbot, tab, ContactDialog)
        dialog.role.set_value(role)
        dialog.service.set_value(role.value)
        dialog.tasks.set_value([ContactTask.HOUSING])
        dialog.save_button.click()
        freed(qtbot, dialog)
    qtbot.waitUntil(tab.warning.isVisible)
    assert "housing" in tab.warning.text()
    settle()


def test_the_card_opens_as_paper(tab: ContactsTab, qtbot: QtBot) -> None:
    press(tab, "Who helps me with what …")
    qtbot.waitUntil(lambda: bool(tab.findChildren(PaperDialog)))
    (paper,) = tab.findChildren(PaperDialog)
    qtbot.waitUntil(lambda: paper.pdf.document.pageCount() == 1)
    assert "Ali" not in paper.windowTitle()
    paper.close()


def test_of_a_hidden_person_nothing_that_tells_where_can_be_typed(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> None:
    with pairs_office.database.read() as tx:
        hidden = records.get(tx, Newcomer, pairs_office.newcomers["Hidden Person"]).person_id
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = shown(qtbot, ContactsTab(worker, english, lambda: TODAY, print, bar), hidden)
    qtbot.waitUntil(lambda: tab._protection.value == "strictly_confidential")
    press(tab, "New contact …")
    dialog = form(qtbot, tab, ContactDialog)
    assert not dialog.service.isEnabled()
    assert not dialog.phone.isEnabled()
    assert dialog.name.isEnabled()
    dialog.close()


def test_the_page_of_all_finds_those_without_a_coordinator(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words, opened: list[UUID]
) -> None:
    page = ContactPointsPage(worker, english, lambda: TODAY, opened.append)
    qtbot.addWidget(page)
    page.resize(1072, 700)
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == 7)
    assert page.count.text().startswith("7 newcomers · 6 without a coordinator")
    field = page.filter_bar.filters[0]
    field.set_value("no_coordinator")
    assert page.model.rowCount() == 6
    page.clear_search()
    page.table.select_row(newcomer_of_pair(pairs_office))
    press(page.details, "Open file")
    assert opened == [newcomer_of_pair(pairs_office)]
    with pairs_office.database.read() as tx:
        assert len(contact_overview.lines(tx, TODAY)) == 7
    page.hide()
