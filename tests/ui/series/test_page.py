from pytestqt.qtbot import QtBot

from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.series.dialog import SeriesDialog
from ui.series.page import SeriesPage
from ui.work import Worker


def test_figures_pasted_from_a_sheet_become_a_series(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> None:
    assert pairs_office.mentors
    page = SeriesPage(worker, english, lambda: TODAY)
    qtbot.addWidget(page)
    page.show()
    page.new_button.click()
    dialog = page.findChild(SeriesDialog)
    assert isinstance(dialog, SeriesDialog)
    dialog.name.set_value("Asker")
    dialog.per_mille.set_value("2013\t65\t\nAsker\t81")
    dialog.save_button.click()
    assert "Line 2" in dialog.per_mille.accessibleDescription()
    dialog.per_mille.set_value("2013\t65\n2014\t81\n2015\t73\n2016\t76\n2017\t64")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "missing" in dialog.definition.accessibleDescription())
    dialog.definition.set_value("I arbeid eller utdanning")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    (series,) = page.model.all_rows()
    assert series.mean is not None
    assert round(series.mean, 1) == 71.8
    page.hide()
