from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from mentorapp.operations import imports, lists, organisations
from mentorapp.operations.imports import Decision, RowStatus
from mentorapp.words import Words
from tests.log_lines import saved_as_files
from tests.ui.imports.conftest import Settle, check
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.imports.dialog import ImportDialog


def statuses(dialog: ImportDialog) -> list[RowStatus]:
    return [row.status for row in dialog.check.model.all_rows()]


def test_a_list_with_a_bad_row_from_the_file_to_the_rows_left_out(
    dialog: ImportDialog, pairs_office: PairsOffice, file: Path, settle: Settle, tmp_path: Path
) -> None:
    check(dialog, file, settle)
    assert statuses(dialog) == [RowStatus.NEW, RowStatus.NEW, RowStatus.UNREADABLE]
    assert dialog.next_button.text() == "Import 2 rows"
    assert "check digit" in dialog.check.model.data(dialog.check.model.index(2, 4))
    assert pairs_office.read(organisations.rows) == []

    dialog.next_button.click()
    settle()

    assert dialog.outcome.outcome.text() == "2 new records · 1 row left out"
    names = {row.name for row in pairs_office.read(organisations.rows)}
    assert names == {"Nordlys Mekaniske AS", "Frivilligsentralen"}
    assert dialog._found is not None
    data, suffix = imports.rejected(dialog._found, Words("en"), dialog.check.decisions)
    dialog.save_rejected(tmp_path / f"left-out{suffix}", data)
    saved = (tmp_path / "left-out.csv").read_text(encoding="utf-8-sig")
    assert "Feil AS" in saved
    assert "Frivilligsentralen" not in saved
    assert "Saved as left-out.csv" in dialog.message_bar.text
    settle()
    assert saved_as_files(pairs_office.database) == ["Rows left out of an import"]


def test_the_same_file_again_changes_nothing(
    dialog: ImportDialog, file: Path, settle: Settle
) -> None:
    check(dialog, file, settle)
    dialog.next_button.click()
    settle()
    dialog.next_button.click()
    check(dialog, file, settle)

    assert statuses(dialog) == [RowStatus.SAME, RowStatus.SAME, RowStatus.UNREADABLE]
    assert not dialog.next_button.isEnabled()


def test_a_photo_named_xlsx_is_refused_in_words(
    dialog: ImportDialog, settle: Settle, tmp_path: Path
) -> None:
    photo = tmp_path / "liste.xlsx"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))

    dialog.read_file(photo)
    settle()

    assert "This is a picture" in dialog.message_bar.text
    assert dialog.steps.currentWidget() is dialog.file
    assert dialog.file.isEnabled()
    assert dialog.focusWidget() is dialog.file.zone.button


@pytest.mark.parametrize("name", ["gone.csv", "folder"])
def test_a_file_that_cannot_be_opened_is_told(
    dialog: ImportDialog, settle: Settle, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder").mkdir()

    dialog.read_file(tmp_path / name)
    settle()

    assert name in dialog.message_bar.text


def test_a_column_is_assigned_by_hand(dialog: ImportDialog, settle: Settle, tmp_path: Path) -> None:
    file = tmp_path / "strange.csv"
    file.write_text("Xyz;Postnr\nNordlys AS;8200\n", encoding="utf-8")
    dialog.read_file(file)
    settle()
    dialog.next_button.click()
    settle()
    assert "No column was recognised as" in dialog.message_bar.text
    assert dialog.steps.currentWidget() is dialog.columns

    dialog.columns.fields[0].set_value("name")
    dialog.columns.fields[0].changed.emit()
    dialog.next_button.click()
    settle()

    assert [row.summary for row in dialog.check.model.all_rows()] == ["Nordlys AS"]


def test_a_field_given_to_another_column_leaves_the_first(
    dialog: ImportDialog, settle: Settle, file: Path
) -> None:
    dialog.read_file(file)
    settle()
    fields = dialog.columns.fields
    assert fields[0].value() == "name"

    fields[3].set_value("name")
    fields[3].changed.emit()

    assert fields[0].value() is None
    assert dict(dialog.columns.columns.fields)[3] == "name"


def test_likely_duplicates_wait_for_a_decision(twins: ImportDialog) -> None:
    assert statuses(twins) == [RowStatus.DUPLICATE, RowStatus.DUPLICATE, RowStatus.NEW]
    assert twins.next_button.text() == "Import 1 row"
    assert twins._hint.text() == "2 rows are left out, 2 of them wait for your decision"


def test_duplicates_are_decided_with_the_keyboard_one_after_the_other(
    twins: ImportDialog, qtbot: QtBot, pairs_office: PairsOffice, settle: Settle
) -> None:
    table = twins.check.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_1)
    qtbot.keyClick(table, Qt.Key.Key_2)
    assert list(twins.check.decisions.values()) == [Decision.UPDATE, Decision.NEW]
    before = pairs_office.read(lambda tx: lists.mentor_rows(tx, TODAY))

    twins.next_button.click()
    settle()

    after = pairs_office.read(lambda tx: lists.mentor_rows(tx, TODAY))
    assert len(after) == len(before) + 2
    kari = [row for row in after if row.name == "Kari Nordmann"]
    assert [row.phone for row in kari] == ["+4791827364"]


def test_a_decision_is_taken_back(twins: ImportDialog, qtbot: QtBot) -> None:
    table = twins.check.table
    twins.check._go_to_row(2)
    qtbot.keyClick(table, Qt.Key.Key_3)
    assert not twins.next_button.isEnabled()

    twins.check._go_to_row(2)
    qtbot.keyClick(table, Qt.Key.Key_0)

    assert twins.check.decisions == {}
    assert twins.next_button.text() == "Import 1 row"


def test_closing_with_decisions_asks_first(twins: ImportDialog, qtbot: QtBot) -> None:
    twins.check._go_to_row(0)
    twins.check.decide(Decision.UPDATE)

    twins.close_button.click()
    assert twins.isVisible()
    assert "your decisions would be lost" in twins.message_bar.text

    twins.message_bar.button.click()
    assert not twins.isVisible()


def test_rows_are_filtered_by_status(twins: ImportDialog) -> None:
    twins.check.status.set_value(RowStatus.NEW)
    twins.check.status.changed.emit()

    assert [row.summary for row in twins.check.model.shown_rows()] == ["Ny Mentor"]


def test_a_file_is_dropped(dialog: ImportDialog, file: Path, settle: Settle) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    dialog.file.zone.dropEvent(event)
    settle()

    assert dialog.steps.currentWidget() is dialog.columns


def test_markup_and_formulas_stay_what_they_are(
    dialog: ImportDialog, settle: Settle, tmp_path: Path
) -> None:
    file = tmp_path / "odd.csv"
    file.write_text("Navn;Postnr\n<b>Fet</b>;8200\n=cmd();8200\n", encoding="utf-8")

    check(dialog, file, settle)

    assert [row.summary for row in dialog.check.model.all_rows()] == ["<b>Fet</b>", "=cmd()"]
