from pytestqt.qtbot import QtBot

from mentorapp.operations import people, quotes
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.placements.page import PlacementsPage
from ui.placements.quotes_dialog import QuotesDialog
from ui.placements.steps import QuoteDialog
from ui.placements.tab import PlacementsTab
from ui.widgets.message_bar import MessageBar
from ui.work import Worker


def test_at_the_persons_file_the_coordinator_sees_the_place(
    page: PlacementsPage,
    qtbot: QtBot,
    pairs_office: PairsOffice,
    worker: Worker,
    english: Words,
) -> None:
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = PlacementsTab(worker, english, lambda: TODAY, bar)
    qtbot.addWidget(tab)
    tab.show()
    careful = pairs_office.read(lambda tx: people.search(tx, "Careful Person")[0].id)
    tab.show_record(careful)
    qtbot.waitUntil(lambda: tab.placements.model.rowCount() == 1)
    assert "Verft" in str(tab.placements.model.index(0, 1).data())
    tab.hide()


def test_what_was_said_about_a_placement_is_noted_withdrawn_and_brought_back(
    page: PlacementsPage,
    qtbot: QtBot,
    pairs_office: PairsOffice,
    worker: Worker,
    english: Words,
) -> None:
    row = next(one for one in page.model.shown_rows() if one.person == "Ali Hassan")
    dialog = QuotesDialog(worker, english, lambda: TODAY, row, page)
    dialog.show()
    dialog.new()
    (form,) = dialog.findChildren(QuoteDialog)
    form.text.set_value("I learnt to weld.")
    form.consent_on.set_value(TODAY)
    form.save_button.click()
    qtbot.waitUntil(lambda: dialog.quotes.model.rowCount() == 1)
    assert len(pairs_office.read(quotes.printable_quotes)) == 1
    dialog.quotes.table.setCurrentIndex(dialog.quotes.model.index(0, 0))
    dialog.quotes.withdraw_button.click()
    qtbot.waitUntil(lambda: pairs_office.read(quotes.printable_quotes) == ())
    qtbot.waitUntil(dialog.message_bar.button.isVisible)
    dialog.message_bar.button.click()
    qtbot.waitUntil(lambda: len(pairs_office.read(quotes.printable_quotes)) == 1)
    dialog.close()
