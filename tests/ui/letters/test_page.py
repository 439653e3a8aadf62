from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.letters import LetterDue
from mentorapp.domain.office import Office
from mentorapp.operations import letters, offices
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.letters.page import LettersPage
from ui.work import Worker

Settle = Callable[[], None]


@pytest.fixture
def page(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words, settle: Settle
) -> Iterator[LettersPage]:
    pairs_office.pair_up("Bjørn Håkonsen", "Hidden Person")
    made = LettersPage(worker, english, lambda: TODAY)
    worker.changed.connect(made.refresh)  # as the frame does
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    settle()
    yield made
    made.hide()


def due(office: PairsOffice) -> list[LetterDue]:
    found: list[LetterDue] = office.read(lambda tx: letters.due(tx, TODAY))
    return found


def names(page: LettersPage) -> list[str]:
    return [row.receiver for row in page.due.model.shown_rows()]


def text_of(page: LettersPage, name: str, column: int) -> str:
    at = names(page).index(name)
    return str(page.due.model.data(page.due.model.index(at, column)))


def test_a_letter_is_previewed_saved_and_then_no_longer_due(
    page: LettersPage, pairs_office: PairsOffice, settle: Settle, tmp_path: Path
) -> None:
    page.due.table.select_row(_key(page, "Ali Hassan"))
    page.due.preview_button.click()
    settle()
    assert page.pdf.document.pageCount() >= 1
    assert page.stack.currentWidget() is not page.tabs

    assert page.pdf.save_as(tmp_path / "brev.pdf")
    settle()

    assert (tmp_path / "brev.pdf").read_bytes().startswith(b"%PDF")
    assert "1 letter is kept as issued." in page.message_bar.text
    assert "Ali Hassan" not in names(page)
    assert [row.receiver for row in page.issued.model.shown_rows()] == ["Ali Hassan"]


def test_what_was_issued_can_be_read_again(
    page: LettersPage, pairs_office: PairsOffice, settle: Settle, tmp_path: Path
) -> None:
    _save_all(page, settle, tmp_path)

    page.tabs.setCurrentWidget(page.issued)
    page.issued.table.setCurrentIndex(page.issued.model.index(0, 0))

    (letter,) = [
        row.letter for row in page.issued.model.shown_rows() if row is page.issued.model.row(0)
    ]
    assert letter.text
    assert page.issued.text.toPlainText() == letter.text
    assert page.issued.text.isReadOnly()


def test_undo_makes_the_letters_due_again_and_saving_issues_them_once_more(
    page: LettersPage, pairs_office: PairsOffice, settle: Settle, tmp_path: Path
) -> None:
    _save_all(page, settle, tmp_path)
    assert due(pairs_office) == []

    page.message_bar.button.click()
    settle()
    assert len(due(pairs_office)) == 4

    assert page.pdf.save_as(tmp_path / "again.pdf")
    settle()
    assert due(pairs_office) == []


def test_saving_twice_issues_a_letter_once(
    page: LettersPage, pairs_office: PairsOffice, settle: Settle, tmp_path: Path
) -> None:
    _save_all(page, settle, tmp_path)
    assert page.pdf.save_as(tmp_path / "copy.pdf")
    settle()

    assert len(pairs_office.read(letters.issued)) == 4


def test_what_the_letters_lack_is_told_over_the_preview_until_it_is_filled_in(
    page: LettersPage, pairs_office: PairsOffice, worker: Worker, qtbot: QtBot, settle: Settle
) -> None:
    page.due.preview_button.click()
    settle()
    assert (
        page.pdf.message_bar.text == "The letters lack the office’s name, address and phone number."
    )
    assert page.pdf.message_bar.button.text() == "Open settings"
    with qtbot.waitSignal(page.settings_wanted):
        page.pdf.message_bar.button.click()
    before = page._shown

    worker.write(page, lambda tx: offices.save(tx, in_order(offices.read(tx))))
    settle()

    assert page.pdf.message_bar.text == ""
    assert page._shown is not None
    assert before is not None
    assert page._shown.pdf != before.pdf
    assert page._shown.dues == before.dues


def in_order(office: Office) -> Office:
    return replace(office, name="Fjordvik", address="Storgata 12", phone="+4775541230")


def test_looking_at_a_letter_does_not_issue_it(
    page: LettersPage, pairs_office: PairsOffice, settle: Settle
) -> None:
    page.due.preview_button.click()
    settle()
    page.leave_preview()

    assert len(due(pairs_office)) == 4
    assert page.stack.currentWidget() is page.tabs


def test_a_protected_reader_is_told_apart_in_words(page: LettersPage) -> None:
    assert text_of(page, "Hidden Person", 4) == "hand over in person"

    page.due.table.select_row(_key(page, "Hidden Person"))

    said = [label.text() for label in page.due.details.findChildren(type(page.due.heading))]
    assert "Protected address: no address on the letter. Hand it over in person." in said


def test_without_a_selection_all_that_are_shown_are_meant(page: LettersPage) -> None:
    assert page.due.preview_button.text() == "Preview 4 letters"

    page.due.search.setText("hidden")

    assert page.due.preview_button.text() == "Preview 1 letter"


def test_several_letters_are_selected_with_the_keyboard_and_stay_so(
    page: LettersPage, qtbot: QtBot, settle: Settle
) -> None:
    table = page.due.table
    table.setCurrentIndex(page.due.model.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.due.preview_button.text() == "Preview 2 letters"
    before = page.due.chosen()

    page.refresh()
    settle()

    assert page.due.chosen() == before


def test_select_all_selects_all(page: LettersPage) -> None:
    page.due.all_button.click()

    assert len(page.due.table.selectionModel().selectedRows()) == 4


def test_the_letters_of_a_pairing_can_be_printed_again_from_elsewhere(
    page: LettersPage, pairs_office: PairsOffice, settle: Settle, tmp_path: Path
) -> None:
    _save_all(page, settle, tmp_path)

    page.print_pairing(pairs_office.pair.id)
    settle()

    assert page._shown is not None
    assert {one.receiver for one in page._shown.dues} == {"Ali Hassan", "Kari Nordmann"}


def test_only_the_due_letters_of_those_who_were_chosen_are_shown(
    page: LettersPage, pairs_office: PairsOffice, settle: Settle
) -> None:
    due = page.due.model.all_rows()
    assert due[0].person_id is not None
    assert due[0].pairing_id is not None
    page.print_due_of({due[0].person_id})
    settle()
    assert page._shown is not None
    assert {one.person_id for one in page._shown.dues} == {due[0].person_id}
    page.print_due_of({due[0].pairing_id})
    settle()
    assert len({one.person_id for one in page._shown.dues}) == 2
    page.print_due_of(set())
    settle()
    assert page.message_bar.text == "No letters are due to those you chose."
    assert page.due.isVisible()


def test_the_proposed_file_name_tells_no_name(page: LettersPage, settle: Settle) -> None:
    page.due.preview_button.click()
    settle()

    assert page._shown is not None
    assert not any(
        part.casefold() in page._shown.file_name.casefold()
        for name in names(page)
        for part in name.split()
    )


def test_with_nothing_due_there_is_nothing_to_print(
    page: LettersPage, settle: Settle, tmp_path: Path
) -> None:
    _save_all(page, settle, tmp_path)
    page.leave_preview()

    assert not page.due.preview_button.isEnabled()
    page.print_pairing(None)
    settle()
    assert page.message_bar.text == "There is nothing to print."


def _key(page: LettersPage, name: str) -> object:
    row = next(row for row in page.due.model.shown_rows() if row.receiver == name)
    return row.key


def _save_all(page: LettersPage, settle: Settle, tmp_path: Path) -> None:
    page.due.preview_button.click()
    settle()
    assert page.pdf.save_as(tmp_path / "all.pdf")
    settle()
