from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from mentorapp.exchange.delimited import decode
from mentorapp.operations import pairings
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.pairings.page import PairingsPage

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def three(
    page: PairingsPage, pairs_office: PairsOffice, settle: Callable[[], None], qtbot: QtBot
) -> PairingsPage:
    """The list of three running pairs, all of them chosen."""
    pairs_office.pair_up("Åse Lærum", "Tesfay Haile")
    pairs_office.pair_up("Per Gjøvåg", "Hidden Person")
    page.refresh()
    settle()
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_A, CONTROL)
    assert page.batch.bar.label.text() == "3 chosen"
    return page


def coordinators(office: PairsOffice) -> list[str]:
    rows = office.read(lambda tx: pairings.rows(tx, TODAY))
    return [row.coordinator for row in rows]


def the_button(page: PairingsPage, text: str) -> QPushButton:
    return next(one for one in page.batch.bar.findChildren(QPushButton) if one.text() == text)


def test_all_get_another_coordinator_in_one_write_that_one_undo_takes_back(
    three: PairingsPage, pairs_office: PairsOffice, settle: Callable[[], None]
) -> None:
    before = coordinators(pairs_office)
    three.batch.coordinator.aboutToShow.emit()
    offered = {one.text(): one for one in three.batch.coordinator.actions()}
    assert list(offered) == ["Ingrid Sætre", "Mona Hjelm"]
    offered["Mona Hjelm"].trigger()
    settle()
    assert coordinators(pairs_office) == ["Mona Hjelm"] * 3
    bar = three.list.message_bar
    assert bar.text == "Mona Hjelm is now responsible for 3 pairings."
    assert [row.coordinator for row in three.list.chosen_rows()] == ["Mona Hjelm"] * 3
    bar.button.click()
    settle()
    assert coordinators(pairs_office) == before


def test_letters_of_the_chosen_are_asked_for(three: PairingsPage, qtbot: QtBot) -> None:
    ids = {row.id for row in three.list.model.shown_rows()}
    button = the_button(three, "Print letters")
    with qtbot.waitSignal(three.print_due) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [ids]


def test_the_chosen_rows_go_into_a_file_as_they_are_shown(
    three: PairingsPage,
    settle: Callable[[], None],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "rows.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    three.list.table.setColumnHidden(3, True)
    the_button(three, "Export rows …").click()
    settle()
    QApplication.processEvents()
    lines = decode(file.read_bytes())[0].splitlines()
    assert lines[0].startswith("Number;Newcomer;Mentor;Status")
    assert len(lines) == 3  # without the one of somebody strictly confidential
    assert "10.10.2026" in lines[1]  # a day, not the window's words for it
    assert three.list.message_bar.text == (
        "Written: rows.csv (2 rows). 1 strictly confidential person is left out."
    )
