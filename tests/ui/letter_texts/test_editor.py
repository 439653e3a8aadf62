from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from mentorapp.domain.letters import LetterKind
from mentorapp.operations import own_texts, text_approvals
from mentorapp.operations.text_approvals import TextState
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.letter_texts.approval_dialog import ApprovalDialog
from ui.letter_texts.editor import TextEditor
from ui.letter_texts.tab import LetterTextsTab
from ui.widgets.message_bar import MessageBar
from ui.work import Worker

Settle = Callable[[], None]
MENTOR, START = LetterKind.PAIRING_MENTOR, LetterKind.START_MEETING


@pytest.fixture
def tab(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words, settle: Settle
) -> Iterator[LetterTextsTab]:
    made = LetterTextsTab(worker, english, lambda: TODAY, MessageBar(english))
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitUntil(lambda: bool(made.table.model.all_rows()))
    settle()
    yield made
    for dialog in made.window().findChildren(QDialog):
        dialog.done(0)  # one left open would stand in front of the next test's window
    made.hide()


@pytest.fixture
def editor(tab: LetterTextsTab, qtbot: QtBot, settle: Settle) -> TextEditor:
    tab.table.table.select_row((MENTOR, "en", "standard"))
    row = next(one for one in tab.table.model.all_rows() if one.id == (MENTOR, "en", "standard"))
    tab._edit(row)
    (made,) = tab.window().findChildren(TextEditor)
    settle()
    wait_for_letter(made, qtbot, settle)
    return made


def wait_for_letter(editor: TextEditor, qtbot: QtBot, settle: Settle) -> None:
    qtbot.waitUntil(lambda: not editor._soon.isActive())
    settle()


def test_the_tab_shows_the_texts_in_the_language_of_the_window(tab: LetterTextsTab) -> None:
    assert {row.language for row in tab.table.model.shown_rows()} == {"en"}
    tab.language.set_value("")
    tab._narrow()
    assert {row.language for row in tab.table.model.shown_rows()} >= {"nb", "nn", "da", "en"}


def test_the_letter_of_a_real_pair_follows_what_is_typed(
    editor: TextEditor, qtbot: QtBot, settle: Settle
) -> None:
    assert editor.text.toPlainText().startswith("# You are going to meet {the newcomer's")
    editor.text.setPlainText("# Hello {the mentor's first name}")
    wait_for_letter(editor, qtbot, settle)

    assert "Hello Kari" in editor.pdf.document.getAllText(0).text()


def test_a_kind_for_both_halves_shows_the_letter_to_each(
    tab: LetterTextsTab, editor: TextEditor, qtbot: QtBot, settle: Settle
) -> None:
    assert editor.reader.isHidden()
    editor.done(0)
    row = next(one for one in tab.table.model.all_rows() if one.id == (START, "en", "standard"))
    tab._edit(row)
    both: TextEditor = tab.window().findChildren(TextEditor)[-1]
    settle()
    wait_for_letter(both, qtbot, settle)
    assert both.reader.isVisible()
    assert "Dear Kari" in both.pdf.document.getAllText(0).text()
    both.reader.setFocus()
    qtbot.keyClick(both.reader, Qt.Key.Key_Down)
    settle()

    assert both.reader.currentText() == "The letter to the newcomer"
    assert "Dear Kari" not in both.pdf.document.getAllText(0).text()


def test_a_fault_is_told_at_once_and_cannot_be_saved(
    editor: TextEditor, qtbot: QtBot, settle: Settle
) -> None:
    editor.text.setPlainText("# Hello {the mentor}")
    wait_for_letter(editor, qtbot, settle)

    assert editor.faults.text().startswith("Line 1: There is no field called “the mentor”")
    assert not editor.save_button.isEnabled()


def test_a_field_is_put_where_the_cursor_stands(editor: TextEditor) -> None:
    editor.text.setPlainText("# Hello ")
    editor.text.moveCursor(editor.text.textCursor().MoveOperation.End)
    (item,) = editor.fields.findItems("pairing number", Qt.MatchFlag.MatchExactly)
    editor.fields.itemActivated.emit(item)

    assert editor.text.toPlainText() == "# Hello {pairing number}"


def test_what_is_saved_is_printed_and_the_shipped_text_can_be_had_back(
    editor: TextEditor, tab: LetterTextsTab, pairs_office: PairsOffice, qtbot: QtBot, settle: Settle
) -> None:
    editor.text.setPlainText("# Hello {the mentor's first name}")
    wait_for_letter(editor, qtbot, settle)
    with qtbot.waitSignal(editor.saved):
        editor.save_button.click()

    kept = pairs_office.read(lambda tx: own_texts.in_force(tx, MENTOR, "en", "standard"))
    assert kept == "# Hello {mentor_first_name}\n"
    qtbot.waitUntil(lambda: any(one.own for one in tab.table.model.all_rows()))
    row = next(one for one in tab.table.model.all_rows() if one.own)
    tab._edit(row)
    again: TextEditor = tab.window().findChildren(TextEditor)[-1]
    wait_for_letter(again, qtbot, settle)
    again.version.set_value("shipped")
    again._take_version()
    assert again.text.toPlainText().startswith("# You are going to meet")
    assert again.version.value() == "shipped"
    again.text.setPlainText("")
    again.reject()
    assert again._discard.isVisible()


def test_closing_asks_before_it_throws_away_what_was_typed(
    editor: TextEditor, qtbot: QtBot
) -> None:
    editor.text.setPlainText("# Something else")
    editor.reject()
    assert editor.isVisible()

    editor._discard.keep_button.click()
    assert not editor._discard.isVisible()
    editor.reject()
    with qtbot.waitSignal(editor.finished):
        editor._discard.discard_button.click()


def test_a_text_in_a_newcomers_language_is_approved_by_name_and_the_approval_taken_back(
    tab: LetterTextsTab, pairs_office: PairsOffice, qtbot: QtBot, settle: Settle
) -> None:
    key = (LetterKind.PAIRING_NEWCOMER, "so", "standard")
    tab.language.set_value("so")
    tab._narrow()
    tab.table.table.select_row(key)
    assert tab.approve.isEnabled()
    tab.approve.click()
    (dialog,) = tab.window().findChildren(ApprovalDialog)
    dialog.approved_by.setText("Hodan Ali")
    dialog.save_button.click()
    settle()
    assert {one.is_beside for one in states(pairs_office, key)} == {False}

    rows = tab.table.model.all_rows
    qtbot.waitUntil(lambda: any(one.id == key and one.approval for one in rows()))
    tab.table.table.select_row(key)
    tab._approve(next(one for one in rows() if one.id == key))
    settle()
    assert {one.is_beside for one in states(pairs_office, key)} == {True}


def test_a_text_that_comes_with_the_program_is_approved_but_not_rewritten(
    tab: LetterTextsTab,
) -> None:
    key = (LetterKind.QUESTIONS_START, "uk", "standard")
    tab.language.set_value("uk")
    tab._narrow()
    assert tab.language.currentText() == "Ukrainian"
    tab.table.table.select_row(key)
    assert tab.approve.isEnabled()
    assert not tab.edit.isEnabled()
    tab._edit(next(one for one in tab.table.model.all_rows() if one.id == key))
    assert not tab.window().findChildren(TextEditor)
    assert "comes with the program" in tab._bar.text


def states(office: PairsOffice, key: tuple[LetterKind, str, str]) -> list[TextState]:
    every: list[TextState] = office.read(text_approvals.states)
    return [one for one in every if (one.kind, one.language, one.letter_set) == key]
