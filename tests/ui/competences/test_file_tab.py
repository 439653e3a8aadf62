from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.newcomers import Newcomer
from mentorapp.operations import competences
from mentorapp.storage import records
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.competences.dialog import CardDialog
from ui.competences.file_tab import CompetenceTab
from ui.widgets.message_bar import MessageBar
from ui.widgets.paper import PaperDialog
from ui.work import Worker


def shown(qtbot: QtBot, worker: Worker, english: Words, person_id: UUID) -> CompetenceTab:
    bar = MessageBar(english)
    qtbot.addWidget(bar)
    tab = CompetenceTab(worker, english, lambda: TODAY, bar)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_record(person_id)
    qtbot.waitUntil(lambda: tab.card.heading.text() == "Competence")
    return tab


def test_somebody_without_a_card_is_given_one(
    qtbot: QtBot, worker: Worker, english: Words, pairs_office: PairsOffice
) -> None:
    role = pairs_office.newcomers["Ali Hassan"]
    person_id = pairs_office.read(lambda tx: records.get(tx, Newcomer, role)).person_id
    tab = shown(qtbot, worker, english, person_id)
    assert tab.edit_button.text() == "Fill in the card"
    assert not tab.print_button.isEnabled()

    qtbot.mouseClick(tab.edit_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in tab.findChildren(CardDialog)))
    dialog = tab.findChild(CardDialog)
    assert isinstance(dialog, CardDialog)
    dialog.experience.set_value("Havn")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(tab.print_button.isEnabled)

    card = pairs_office.read(lambda tx: competences.by_person(tx, person_id))
    assert card.experience == "Havn"


def test_the_card_is_shown_as_the_paper_it_is_printed_on(
    qtbot: QtBot, worker: Worker, english: Words, tesfay: UUID
) -> None:
    tab = shown(qtbot, worker, english, tesfay)
    qtbot.waitUntil(tab.print_button.isEnabled)
    qtbot.mouseClick(tab.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.findChild(PaperDialog) is not None)
    dialog = tab.findChild(PaperDialog)
    assert isinstance(dialog, PaperDialog)
    qtbot.waitUntil(dialog.state.isHidden)
    assert "Tesfay" not in dialog.windowTitle()
    dialog.close()
