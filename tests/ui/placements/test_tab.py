from pytestqt.qtbot import QtBot

from mentorapp.operations import people
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.placements.page import PlacementsPage
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
