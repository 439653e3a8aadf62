from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.word_lists import WordList
from mentorapp.operations import word_lists
from mentorapp.reference.word_lists import WordLists
from tests.ui.pairs_office import PairsOffice, freed
from tests.ui.program_window import problems
from tests.ui.tabs import form, press
from ui.widgets.message_bar import MessageBar
from ui.word_lists.dialog import WordDialog
from ui.word_lists.tab import WordListsTab


def lists(office: PairsOffice) -> WordLists:
    read: WordLists = office.read(word_lists.read)
    return read


def choose(tab: WordListsTab, key: str) -> None:
    assert tab.table.table.select_row(key)


def shown(tab: WordListsTab) -> list[str]:
    model = tab.table.model
    return [model.row(at).key for at in range(model.rowCount())]


def test_a_word_is_added_from_the_keyboard_and_taken_back(
    qtbot: QtBot,
    tab: WordListsTab,
    bar: MessageBar,
    pairs_office: PairsOffice,
    settle: Callable[[], None],
) -> None:
    press(tab, "New word …")
    dialog = form(qtbot, tab, WordDialog)
    qtbot.keyClicks(dialog.names.lines["nb"], "<b>Sjakkboksing</b>")
    qtbot.keyClick(dialog.names.lines["nb"], Qt.Key.Key_Return)
    freed(qtbot, dialog)
    settle()
    assert "<b>Sjakkboksing</b>" in bar.label.text()
    qtbot.waitUntil(lambda: "own_interest_1" in shown(tab))
    choose(tab, "own_interest_1")
    row = tab.table.table.current_row()
    assert row is not None
    assert row.word.name("en") == "<b>Sjakkboksing</b>"
    bar.button.click()
    settle()
    assert not lists(pairs_office).own
    qtbot.waitUntil(lambda: "own_interest_1" not in shown(tab))


def test_a_name_that_is_taken_is_said_at_the_field_and_what_was_typed_stays(
    qtbot: QtBot, tab: WordListsTab, settle: Callable[[], None]
) -> None:
    press(tab, "New word …")
    dialog = form(qtbot, tab, WordDialog)
    dialog.save_button.click()
    settle()
    assert problems(dialog) == ["Name is missing."]
    dialog.names.set_value({"en": "Fishing"})
    dialog.save_button.click()
    settle()
    (said,) = problems(dialog)
    assert "“Fishing” is there already" in said
    assert dialog.names.value() == {"en": "Fishing"}
    dialog.start_afresh()
    dialog.reject()


def test_only_an_own_word_is_renamed_and_everybody_who_has_it_has_the_new_name(
    qtbot: QtBot,
    tab: WordListsTab,
    bar: MessageBar,
    pairs_office: PairsOffice,
    settle: Callable[[], None],
) -> None:
    with pairs_office.database.write("Test") as tx:
        own = word_lists.add(tx, WordList.INTERESTS, {"en": "Chess boxing"}).key
    tab.refresh()
    qtbot.waitUntil(lambda: own in shown(tab))
    choose(tab, own)
    press(tab, "Rename …")
    dialog = form(qtbot, tab, WordDialog)
    assert dialog.names.value() == {"en": "Chess boxing"}
    dialog.names.set_value({"en": "Mind boxing", "nb": "Tankeboksing"})
    dialog.save_button.click()
    freed(qtbot, dialog)
    settle()
    assert lists(pairs_office).interests[own].name("nb") == "Tankeboksing"
    choose(tab, "fishing")
    assert not tab._rename.isEnabled()
    tab.table.table.opened.emit(tab.table.table.current_row())
    assert "keeps its name" in bar.label.text()


def test_a_word_is_offered_no_longer_and_again_in_the_same_place(
    qtbot: QtBot, tab: WordListsTab, pairs_office: PairsOffice, settle: Callable[[], None]
) -> None:
    choose(tab, "fishing")
    press(tab, "Offer no longer")
    settle()
    assert lists(pairs_office).hidden(WordList.INTERESTS) == {"fishing"}
    qtbot.waitUntil(lambda: tab._hide.text() == "Offer again")
    press(tab, "Offer again")
    settle()
    assert not lists(pairs_office).hidden(WordList.INTERESTS)
    qtbot.waitUntil(lambda: tab._hide.text() == "Offer no longer")


def test_the_list_is_narrowed_by_what_one_types_and_to_the_offices_own(
    qtbot: QtBot, tab: WordListsTab, pairs_office: PairsOffice, settle: Callable[[], None]
) -> None:
    with pairs_office.database.write("Test") as tx:
        own = word_lists.add(tx, WordList.OCCUPATIONS, {"nb": "Hvalfanger"}).key
    tab.which.set_value(WordList.OCCUPATIONS)
    tab.which.changed.emit()
    qtbot.waitUntil(lambda: own in shown(tab))
    qtbot.keyClicks(tab.search, "hvalf")
    assert shown(tab) == [own]
    tab.search.clear()
    tab.own_alone.click()
    assert shown(tab) == [own]
    qtbot.keyClicks(tab.search, "xyz")
    assert not tab.table.table.isVisible()
    tab.search.clear()
    assert tab.table.table.isVisible()


def test_people_who_have_a_word_are_counted(tab: WordListsTab) -> None:
    model = tab.table.model
    by_key = {model.row(at).key: model.row(at) for at in range(model.rowCount())}
    assert by_key["cooking"].people == 12
    assert by_key["chess"].people == 0
