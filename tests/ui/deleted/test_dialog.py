from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.domain.errors import ReadOnlyOffice
from mentorapp.domain.people import Person
from mentorapp.operations import deleted, meetings, offices, people
from mentorapp.storage import records
from mentorapp.words import Words
from tests.mentorapp.everything import everything
from tests.mentorapp.operations.registering import newcomer, register
from tests.ui.pairs_office import TODAY, PairsOffice, freed
from tests.ui.program_window import Start, User, furnished, preferences, start
from ui.deleted.dialog import DeletedDialog
from ui.deleted.duplicates_dialog import DuplicatesDialog
from ui.finding.dialog import FindDialog
from ui.work import Worker

__all__ = ["furnished", "preferences", "start"]

Settle = Callable[[], None]
DAY = timedelta(days=1)


@pytest.fixture
def gone(pairs_office: PairsOffice) -> dict[str, Any]:
    """What the office held before a person and then a meeting were deleted."""
    database = pairs_office.database
    with database.write("mona") as tx:
        sahra = register(tx, newcomer("<b>Sahra</b> & co"))
    with database.read() as tx:
        before: dict[str, Any] = {"everything": everything(tx), "sahra": sahra}
    with database.write("mona") as tx:
        people.delete(tx, sahra)
    with database.write("kari") as tx:
        met = pairs_office.file().meetings[0]
        meetings.remove(tx, met.id)
    return before


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(
    qtbot: QtBot,
    worker: Worker,
    english: Words,
    gone: dict[str, Any],
    settle: Settle,
    window: QWidget,
) -> DeletedDialog:
    made = DeletedDialog(worker, english, lambda: TODAY, parent=window)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 2)
    settle()
    return made


def rows(dialog: DeletedDialog) -> list[list[str]]:
    model = dialog.model
    return [
        [str(model.data(model.index(row, at))) for at in range(4)]
        for row in range(model.rowCount())
    ]


def click(qtbot: QtBot, button: Any, settle: Settle) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def test_the_latest_deletion_stands_first_with_what_how_and_by_whom(dialog: DeletedDialog) -> None:
    assert rows(dialog) == [
        ["Meeting", "Kari Nordmann – Ali Hassan, 10 Oct 2026", "Deleted", "kari"],
        ["Person", "<b>Sahra</b> & co", "Deleted", "mona"],
    ]
    assert dialog.table.current_row() == dialog.model.shown_rows()[0]


def test_all_comes_back_by_keyboard_and_can_be_undone(
    dialog: DeletedDialog,
    pairs_office: PairsOffice,
    gone: dict[str, Any],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert dialog.message_bar.text == "Brought back: meeting."
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    settle()
    assert pairs_office.read(everything) == gone["everything"]
    assert dialog.empty.isVisible()
    assert not dialog.restore_button.isEnabled()

    click(qtbot, dialog.message_bar.button, settle)

    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert rows(dialog)[0][2] == "Undone"


def test_removing_for_good_takes_a_second_press(
    dialog: DeletedDialog,
    pairs_office: PairsOffice,
    gone: dict[str, Any],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    dialog.table.select_row(dialog.model.shown_rows()[1].id)
    click(qtbot, dialog.purge_button, settle)
    assert dialog.message_bar.text == "This cannot be undone: <b>Sahra</b> & co."
    assert dialog.model.rowCount() == 2

    click(qtbot, dialog.message_bar.button, settle)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)

    assert dialog.message_bar.text == "Removed for good: person."
    assert pairs_office.read(lambda tx: records.stored(tx, Person, [gone["sahra"]])) == []


def test_what_cannot_come_back_says_why(
    dialog: DeletedDialog, pairs_office: PairsOffice, qtbot: QtBot, settle: Settle
) -> None:
    line = dialog.model.shown_rows()[1].id
    with pairs_office.database.write("somebody") as tx:
        deleted.restore(tx, line)
    dialog.table.select_row(line)

    click(qtbot, dialog.restore_button, settle)

    assert "not in Deleted any more" in dialog.message_bar.text


def test_user_text_is_shown_as_text(dialog: DeletedDialog, qtbot: QtBot, settle: Settle) -> None:
    dialog.table.select_row(dialog.model.shown_rows()[1].id)
    click(qtbot, dialog.purge_button, settle)

    for label in dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()


def test_in_an_office_that_is_read_only_one_can_look_and_no_more(
    qtbot: QtBot, worker: Worker, english: Words, gone: dict[str, Any], settle: Settle
) -> None:
    made = DeletedDialog(worker, english, lambda: TODAY, ReadOnlyOffice("mona, 3"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 2)

    assert not made.restore_button.isEnabled()
    assert not made.purge_button.isEnabled()
    made.restore()
    settle()
    assert "mona" in made.message_bar.text


def test_the_dialog_is_freed_when_it_is_closed(dialog: DeletedDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    freed(qtbot, dialog)


def test_it_opens_from_the_menu_and_from_find_anything(
    start: Start, qtbot: QtBot, furnished: Path
) -> None:
    user = User(qtbot, start("--office", str(furnished)))
    (action,) = (one for one in user.window.edit_menu.actions() if "Deleted" in one.text())
    action.trigger()
    user.dialog(DeletedDialog).reject()
    (alike,) = (one for one in user.window.edit_menu.actions() if "duplicates" in one.text())
    alike.trigger()
    user.dialog(DuplicatesDialog).reject()

    user.window.find_wanted.emit()
    find = user.dialog(FindDialog)
    qtbot.keyClicks(find.field, "delet")
    qtbot.keyClick(find.field, Qt.Key.Key_Return)

    user.dialog(DeletedDialog).reject()
    user.settle()


def test_undo_in_the_dialog_is_told_in_the_dialog_and_names_what_deleted_names(
    start: Start, qtbot: QtBot, furnished: Path
) -> None:
    user = User(qtbot, start("--office", str(furnished)))
    page = user.go("newcomers")
    qtbot.waitUntil(lambda: page.table.current_row() is not None)
    page._delete_current()
    user.until(lambda: "was deleted" in page.message_bar.text)
    (action,) = (one for one in user.window.edit_menu.actions() if "Deleted" in one.text())
    action.trigger()
    dialog = user.dialog(DeletedDialog)
    user.until(lambda: dialog.model.rowCount() == 1)
    user.click(dialog.restore_button)
    user.until(lambda: dialog.message_bar.text == "Brought back: person.")

    user.click(dialog.message_bar.button)

    user.until(lambda: dialog.message_bar.text == "Undone: person.")
    assert user.window.message_bar.text == ""
    dialog.reject()


def test_the_message_of_a_page_goes_when_the_menu_undoes_what_it_tells_of(
    start: Start, qtbot: QtBot, furnished: Path
) -> None:
    user = User(qtbot, start("--office", str(furnished)))
    page = user.go("newcomers")
    qtbot.waitUntil(lambda: page.table.current_row() is not None)
    page._delete_current()
    user.until(lambda: "was deleted" in page.message_bar.text)

    user.window.edit_menu.undo()

    user.until(lambda: user.window.message_bar.text == "Undone: person.")
    assert page.message_bar.text == ""


def test_opening_the_office_removes_what_was_deleted_over_thirty_days_ago(
    start: Start, qtbot: QtBot, office_file: Path
) -> None:
    long_ago, lately = (datetime.now(UTC) - days * DAY for days in (31, 3))
    database = offices.open_office(office_file)
    with database.write("mona", long_ago) as tx:
        sahra, ali = register(tx, newcomer("Sahra Guled")), register(tx, newcomer("Ali Hassan"))
    for one, at in ((sahra, long_ago), (ali, lately)):
        with database.write("mona", at) as tx:
            people.delete(tx, one)
    database.close()

    user = User(qtbot, start("--office", str(office_file)))
    qtbot.waitUntil(lambda: not user.program.working)
    user.settle()
    user.window.close()
    user.program.close_office()

    database = offices.open_office(office_file)
    with database.read() as tx:
        left = [one.given_name for one in records.stored(tx, Person, [sahra, ali])]
    database.close()
    assert left == ["Ali"]
