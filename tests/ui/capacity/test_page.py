from pytestqt.qtbot import QtBot

from mentorapp.operations import capacity
from mentorapp.words import Words
from tests.ui.capacity.conftest import Yard
from tests.ui.pairs_office import TODAY, freed
from ui.capacity.dialog import OfferDialog
from ui.capacity.page import PlacesPage
from ui.capacity.tab import PlacesTab
from ui.widgets.message_bar import MessageBar
from ui.work import Worker


def test_the_page_tells_offered_taken_and_free_and_how_far_the_goal_is(
    yard: Yard, qtbot: QtBot, worker: Worker, english: Words
) -> None:
    page = PlacesPage(worker, english, lambda: TODAY, lambda _organisation: None)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert [one.text() for one in page.figures.numbers] == ["2", "2", "0"]
    assert "40 places. 2 so far, 38 to go" in page.goals.text()
    page.new_button.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(OfferDialog)))
    (dialog,) = page.findChildren(OfferDialog)
    qtbot.keyClicks(dialog.organisation, "Verft")
    dialog.places.set_number(3)
    dialog.save_button.click()
    freed(qtbot, dialog)
    qtbot.waitUntil(lambda: page.figures.numbers[0].text() == "5")
    page.hide()


def test_the_organisations_file_tells_its_offers_and_leaves_out_the_protected(
    yard: Yard, qtbot: QtBot, worker: Worker, english: Words
) -> None:
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = PlacesTab(worker, english, lambda: TODAY, bar, lambda _person: None)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_record(yard.id)
    qtbot.waitUntil(lambda: tab.offers.model.rowCount() == 1)
    assert tab.now.text() == "Business: 2 offered, 2 taken, 0 free"
    assert [row.person for row in tab.placements.model.shown_rows()] == ["Ali Hassan"]
    (offer,) = tab.offers.model.shown_rows()
    tab.steps.delete(offer)
    qtbot.waitUntil(lambda: tab.offers.model.rowCount() == 0)
    assert yard.office.read(lambda tx: capacity.offers(tx, TODAY)) == []
    tab.hide()
