from pytestqt.qtbot import QtBot

from mentorapp.domain.surroundings import BackgroundFigure, BackgroundKind
from mentorapp.operations import surroundings
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.surroundings.dialog import FigureDialog
from ui.surroundings.page import SurroundingsPage
from ui.work import Worker


def test_a_figure_is_typed_once_a_year(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> None:
    with pairs_office.database.write("Test") as tx:
        surroundings.save(
            tx, BackgroundFigure(year=2026, kind=BackgroundKind.POPULATION, value=9612)
        )
    page = SurroundingsPage(worker, english, lambda: TODAY)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.new_button.click()
    dialog = page.findChild(FigureDialog)
    assert isinstance(dialog, FigureDialog)
    dialog.value.set_number(1425)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "there already" in dialog.year.accessibleDescription())
    dialog.kind.set_value(BackgroundKind.IMMIGRANTS)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert page.message_bar.text == "Saved: immigrants, first and second generation 2026"
    page.hide()
