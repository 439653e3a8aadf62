from pytestqt.qtbot import QtBot

from mentorapp.domain.networks import NetworkStage
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from tests.ui.tabs import form, newcomer_of_pair, press, shown
from ui.networks.dialog import NetworkDialog
from ui.networks.tab import NetworkTab
from ui.widgets.message_bar import MessageBar
from ui.work import Worker


def test_what_is_due_is_said_and_offered_first(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> None:
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = shown(
        qtbot,
        NetworkTab(worker, english, lambda: TODAY, bar),
        newcomer_of_pair(pairs_office),
    )
    qtbot.waitUntil(tab.hint.isVisible)
    assert "1 Oct 2026" in tab.hint.text()
    press(tab, "Note an answer …")
    dialog = form(qtbot, tab, NetworkDialog)
    assert dialog.stage.value() is NetworkStage.START
    assert dialog.pairing.value() == pairs_office.pair.id
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(dialog._problems["people_to_ask"].text()))
    dialog.people_to_ask.set_number(2)
    dialog.save_button.click()
    freed(qtbot, dialog)
    qtbot.waitUntil(lambda: tab.table.model.rowCount() == 1)
    qtbot.waitUntil(tab.hint.isHidden)
    press(tab, "Note an answer …")
    dialog = form(qtbot, tab, NetworkDialog)
    assert dialog.stage.value() is NetworkStage.MIDWAY
    dialog.start_afresh()
    dialog.close()
