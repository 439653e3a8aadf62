from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from mentorapp.domain.finding import Found, FoundKind
from mentorapp.domain.protection import Protection
from mentorapp.operations import people
from tests.factories import TODAY
from tests.mentorapp.operations.registering import mentor, register
from tests.ui.pairs_office import freed
from tests.ui.program_window import User, type_text
from ui.events.page import EventsPage
from ui.finding.dialog import FindDialog
from ui.letters.page import LettersPage
from ui.pairings.page import PairingsPage
from ui.people.dialog import PersonDialog
from ui.placements.page import PlacementsPage
from ui.widgets.list_page import ListPage
from ui.widgets.record_file import RecordFile
from ui.widgets.tabs_page import TabsPage
from ui.work import Worker


def ask(user: User, typed: str = "") -> FindDialog:
    """Choose it in the menu, and type."""
    user.window.find_action.trigger()
    dialog = user.dialog(FindDialog)
    user.settle()
    type_text(dialog.field, typed)
    return dialog


def open_found(qtbot: QtBot, user: User, typed: str, kind: FoundKind | None = None) -> None:
    """Type, go down to the first of a kind with the arrows, and press Enter."""
    dialog = ask(user, typed)
    if kind is not None:
        for _step in dialog.results.entries():
            if getattr(current(dialog), "kind", None) is kind:
                break
            qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    freed(qtbot, dialog)
    user.settle()


def worker_of(user: User) -> Worker:
    """With which another page would write."""
    return user.window._worker


def selected(page: ListPage[Any]) -> Any:
    row = page.table.current_row()
    assert row is not None
    return row


def current(dialog: FindDialog) -> Any:
    entry = dialog.results.current_entry()
    return None if entry is None else entry.value


def lines(dialog: FindDialog) -> list[str]:
    return [entry.first for entry in dialog.results.entries()]


def headings(dialog: FindDialog) -> list[str]:
    items = [dialog.results.item(at) for at in range(dialog.results.count())]
    return [item.text() for item in items if item.flags() == Qt.ItemFlag.NoItemFlags]


def test_ctrl_k_opens_it_with_the_keyboard_in_the_field(qtbot: QtBot, user: User) -> None:
    qtbot.keyClick(user.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = user.dialog(FindDialog)
    assert dialog.focusWidget() is dialog.field


def test_a_person_is_opened_by_a_few_letters_and_enter(qtbot: QtBot, user: User) -> None:
    dialog = ask(user, "laer")
    assert lines(dialog)[0] == "Åse Lærum"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    freed(qtbot, dialog)
    file = user.dialog(RecordFile)
    user.settle()
    assert file.heading.text() == "Åse Lærum"
    file.close()


def test_the_pairing_of_two_is_opened_by_both_names(qtbot: QtBot, user: User) -> None:
    open_found(qtbot, user, "kari ali", FoundKind.PAIRING)
    page = user.window.page("pairings")
    assert isinstance(page, PairingsPage)
    assert page.file.isVisible()


def test_an_organisation_is_opened_and_its_name_is_text_as_it_is(qtbot: QtBot, user: User) -> None:
    dialog = ask(user, "blåskjell")
    assert lines(dialog)[0] == "Blåskjell & <b>Kafé</b>"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    file = user.dialog(RecordFile)
    user.settle()
    assert file.heading.text() == "Blåskjell & <b>Kafé</b>"
    file.close()


def test_a_letter_is_opened_among_the_issued(qtbot: QtBot, user: User) -> None:
    open_found(qtbot, user, "nordmann", FoundKind.LETTER)
    page = user.window.page("letters")
    assert isinstance(page, LettersPage)
    user.until(lambda: page.issued.isVisible() and page.issued.table.current_row())
    assert selected(page.issued).receiver == "Kari Nordmann"


def test_a_placement_and_an_event_are_selected_in_their_lists(qtbot: QtBot, user: User) -> None:
    open_found(qtbot, user, "sahra", FoundKind.PLACEMENT)
    work = user.window.page("work")
    assert isinstance(work, TabsPage)
    placements = work.show_tab("placements")
    assert isinstance(placements, PlacementsPage)
    user.until(placements.table.current_row)
    assert selected(placements).person == "Sahra Guled"
    open_found(qtbot, user, "språkk", FoundKind.EVENT)
    belonging = user.window.page("belonging")
    assert isinstance(belonging, TabsPage)
    events = belonging.show_tab("events")
    assert isinstance(events, EventsPage)
    user.until(events.table.current_row)
    assert selected(events).event.name == "Språkkafé"


def test_a_row_that_a_search_hides_is_shown_when_it_was_found(qtbot: QtBot, user: User) -> None:
    work = user.go("work")
    placements = work.show_tab("placements")
    user.settle()
    placements.search.setText("nobody")
    open_found(qtbot, user, "sahra", FoundKind.PLACEMENT)
    assert placements.search.text() == ""
    assert selected(placements).person == "Sahra Guled"


def test_a_command_is_found_with_its_keys_and_done(qtbot: QtBot, user: User) -> None:
    dialog = ask(user, "letters")
    page = next(entry for entry in dialog.results.entries() if entry.second == "Page")
    assert (page.first, page.keys) == ("Letters", "Ctrl+7")
    dialog.field.clear()
    type_text(dialog.field, "new ment")
    assert lines(dialog) == ["New mentor"]
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    freed(qtbot, dialog)
    form = user.dialog(PersonDialog)
    form.close()


def test_a_tab_and_a_menu_are_commands_too(qtbot: QtBot, user: User) -> None:
    dialog = ask(user, "import")
    assert ("Import", "File", "Ctrl+I") in [
        (entry.first, entry.second, entry.keys) for entry in dialog.results.entries()
    ]
    dialog.field.clear()
    type_text(dialog.field, "households")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    freed(qtbot, dialog)
    user.until(lambda: user.window.page("belonging") is not None)


def test_the_field_and_its_own_keys_are_no_commands(user: User) -> None:
    dialog = ask(user)
    for word in ("Find anything", "Paste", "Undo"):
        assert word not in lines(dialog)


def test_with_nothing_typed_stands_what_was_opened_last_but_nobody_protected(
    qtbot: QtBot, user: User
) -> None:
    dialog = ask(user)
    assert headings(dialog) == ["Commands"]
    dialog.reject()
    freed(qtbot, dialog)
    for typed in ("signe", "hidden person", "careful person", "tesfay"):
        open_found(qtbot, user, typed, FoundKind.PERSON)
        user.dialog(RecordFile).close()
    dialog = ask(user)
    assert headings(dialog) == ["Opened last", "Commands"]
    assert lines(dialog)[:2] == ["Tesfay Haile", "Signe Møller"]
    assert "Person" not in " ".join(lines(dialog)[:3])


def test_whoever_becomes_protected_is_no_longer_among_those_opened_last(
    qtbot: QtBot, user: User
) -> None:
    open_found(qtbot, user, "signe", FoundKind.PERSON)
    user.dialog(RecordFile).close()
    worker = worker_of(user)

    def protect(tx: Any) -> None:
        (signe,) = people.search(tx, "signe")
        file = people.read(tx, signe.id, TODAY).registration
        person = replace(file.person, protection=Protection.CONFIDENTIAL)
        people.save(tx, replace(file, person=person), TODAY)

    worker.write(user.window, protect)
    user.settle()
    dialog = ask(user)
    assert "Signe Møller" not in lines(dialog)


def test_arrows_pass_over_headings_and_stop_at_the_ends(qtbot: QtBot, user: User) -> None:
    dialog = ask(user, "ali")
    assert len(headings(dialog)) > 1
    qtbot.keyClick(dialog.field, Qt.Key.Key_Up)
    seen = [dialog.results.current_entry()]
    for _step in range(len(lines(dialog)) + 2):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
        if dialog.results.current_entry() is not seen[-1]:
            seen.append(dialog.results.current_entry())
    assert seen == dialog.results.entries()
    qtbot.keyClick(dialog.field, Qt.Key.Key_PageUp)
    assert current(dialog) is not seen[-1]


def test_a_click_opens_a_line(qtbot: QtBot, user: User) -> None:
    dialog = ask(user, "tesfay")
    box = dialog.results.visualItemRect(dialog.results.item(1))
    qtbot.mouseClick(
        dialog.results.viewport(), Qt.MouseButton.LeftButton, pos=box.center()
    )  # fmt: skip
    freed(qtbot, dialog)
    user.dialog(RecordFile).close()


def test_enter_works_in_the_list_as_well(qtbot: QtBot, user: User) -> None:
    dialog = ask(user, "tesfay")
    dialog.results.setFocus()
    qtbot.keyClick(dialog.results, Qt.Key.Key_Return)
    freed(qtbot, dialog)
    user.dialog(RecordFile).close()


def test_escape_closes_it_and_it_opens_once_only(qtbot: QtBot, user: User) -> None:
    dialog = ask(user)
    user.window.find_action.trigger()
    assert len(user.window.findChildren(FindDialog)) == 1
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    freed(qtbot, dialog)


def test_what_was_written_since_is_found(user: User) -> None:
    dialog = ask(user, "ragnhild")
    assert lines(dialog) == []
    assert "Nothing found" in dialog.status.text()
    worker = worker_of(user)
    worker.write(user.window, lambda tx: register(tx, mentor("Ragnhild Østby")))
    user.settle()
    assert lines(dialog) == ["Ragnhild Østby"]
    assert dialog.status.text() == "1 found"


def test_commands_are_there_before_the_names_are_read(user: User) -> None:
    dialog = ask(user)
    index = dialog._index
    index.finder = None
    dialog.field.setText("new")
    assert "New mentor" in lines(dialog)
    assert dialog.status.text() == "Reading the names …"


@pytest.mark.parametrize("typed", ["haile", ""])
def test_every_line_is_read_out_whole(user: User, typed: str) -> None:
    dialog = ask(user, typed)
    for widget in (dialog.field, dialog.results):
        told = QAccessible.queryAccessibleInterface(widget)
        assert told.text(QAccessible.Text.Name)
    for entry in dialog.results.entries():
        assert entry.said.startswith(entry.first)
        assert entry.second in entry.said
    said = [entry.said for entry in dialog.results.entries()]
    items = [dialog.results.item(at).text() for at in range(dialog.results.count())]
    assert set(said) <= set(items)


def test_it_fits_into_a_narrow_window(user: User) -> None:
    user.window.resize(QSize(620, 420))
    dialog = ask(user, "ali")
    assert dialog.width() <= user.window.width()
    assert dialog.height() <= user.window.height()
    assert not dialog.results.horizontalScrollBar().maximum()


def test_no_name_stands_in_the_title(user: User) -> None:
    dialog = ask(user, "tesfay haile")
    assert dialog.windowTitle() == "Find anything"
    assert isinstance(current(dialog), Found)
