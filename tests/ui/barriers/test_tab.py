from datetime import date

from pytestqt.qtbot import QtBot

from mentorapp.domain.barriers import Barrier, BarrierCheck
from mentorapp.operations import barriers
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from tests.ui.tabs import form, newcomer_of_pair, press, shown
from ui.barriers.dialog import BarriersDialog
from ui.barriers.page import BarriersPage
from ui.barriers.tab import BarriersTab
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.work import Worker


def test_asking_again_begins_with_what_was_ticked_before_and_keeps_it(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> None:
    person = newcomer_of_pair(pairs_office)
    before = frozenset({Barrier.TIME, Barrier.HOUSING})
    with pairs_office.database.write("Test") as tx:
        check = BarrierCheck(person_id=person, checked_on=date(2026, 9, 20), barriers=before)
        barriers.save(tx, check, TODAY)
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = shown(qtbot, BarriersTab(worker, english, lambda: TODAY, bar), person)
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 1)
    press(tab, "Ask now …")
    dialog = form(qtbot, tab, BarriersDialog)
    assert dialog.barriers.value() == before
    dialog.barriers.set_value([Barrier.TIME])
    dialog.save_button.click()
    freed(qtbot, dialog)
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 2)
    newest, earlier = tab.table.model.shown_rows()
    assert (newest.barriers, earlier.barriers) == (frozenset({Barrier.TIME}), before)
    tab.table.table.setCurrentIndex(tab.table.model.index(0, 0))
    press(tab, "Delete")
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 1)
    press(bar, "Undo")
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 2)


def test_the_page_counts_and_prints_what_stands_in_the_way(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> None:
    person = newcomer_of_pair(pairs_office)
    with pairs_office.database.write("Test") as tx:
        check = BarrierCheck(
            person_id=person, checked_on=date(2025, 9, 20), barriers=frozenset({Barrier.TIME})
        )
        barriers.save(tx, check, TODAY)
    page = BarriersPage(worker, english, lambda: TODAY)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.table.model.rowCount() == len(Barrier) + 1)
    assert page.count.text() == "1 person was asked."
    first = [str(page.table.model.index(0, column).data()) for column in range(3)]
    assert first == ["1 of 1", "Time", "100 %"]
    press(page, "Print for managers …")
    qtbot.waitUntil(lambda: bool(page.findChildren(PaperDialog)))
    (paper,) = page.findChildren(PaperDialog)
    qtbot.waitUntil(lambda: paper.pdf.document.pageCount() == 1)
    paper.close()
    assert page.year._keys == [None, 2025]
    page.hide()
