from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from mentorapp.domain.letters import ABOUT_A_PAIR, LetterKind
from mentorapp.operations import letters
from mentorapp.words import Words
from tests.log_lines import saved_as_files
from tests.ui.pairs_office import TODAY, PairsOffice
from ui.letters.due_list import letter_name
from ui.letters.new_dialog import NewLetterDialog
from ui.letters.page import LettersPage
from ui.work import Worker

Settle = Callable[[], None]


@pytest.fixture
def page(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words, settle: Settle
) -> Iterator[LettersPage]:
    """With the two letters of a pair printed."""
    made = LettersPage(worker, english, lambda: TODAY)
    worker.changed.connect(made.refresh)  # as the frame does
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    worker.write(
        made, lambda tx: letters.record(tx, letters.render(tx, letters.due(tx, TODAY), TODAY))
    )
    made.refresh()
    made.tabs.setCurrentWidget(made.issued)
    settle()
    yield made
    for dialog in made.window().findChildren(QDialog):
        dialog.done(0)  # one left open would stand in front of the next test's window
    made.hide()


def test_a_letter_is_shown_exactly_as_it_was_printed_and_not_issued_again(
    page: LettersPage, pairs_office: PairsOffice, settle: Settle, tmp_path: Path
) -> None:
    page.issued.table.setCurrentIndex(page.issued.model.index(0, 0))
    row = page.issued.table.current_row()
    assert row is not None
    page.issued.kept_button.click()
    settle()
    page.pdf.save_as(tmp_path / "again.pdf")
    settle()

    kept = pairs_office.read(lambda tx: letters.as_printed(tx, row.letter.id))
    assert (tmp_path / "again.pdf").read_bytes() == kept
    assert len(pairs_office.read(letters.issued)) == 2
    assert saved_as_files(pairs_office.database) == [letter_name(Words("en"), row.letter.kind)]


def test_what_the_printer_spoilt_is_due_again(
    page: LettersPage, pairs_office: PairsOffice, settle: Settle
) -> None:
    page.issued.table.setCurrentIndex(page.issued.model.index(0, 0))
    page.issued.spoilt_button.click()
    settle()

    assert page.message_bar.text == "1 letter is due again."
    assert len(page.due.model.all_rows()) == 1
    states = {row.letter.failed_on for row in page.issued.model.all_rows()}
    assert states == {None, TODAY}
    page.message_bar.button.click()
    settle()
    assert page.due.model.all_rows() == []


def test_every_receiver_can_have_a_file_of_his_own(
    page: LettersPage, pairs_office: PairsOffice, settle: Settle, tmp_path: Path
) -> None:
    page.print_pairing(pairs_office.pair.id)
    settle()
    page._preview.apart_wanted.emit(tmp_path)
    settle()

    names = sorted(file.name for file in tmp_path.glob("*.pdf"))
    number = pairs_office.pair.number
    day = f"{TODAY:%Y%m%d}"
    assert names == [f"letter-{day}-001-{number}.pdf", f"letter-{day}-002-{number}.pdf"]
    assert len(pairs_office.read(letters.issued)) == 4


def test_letters_sent_before_can_be_left_out(
    page: LettersPage, pairs_office: PairsOffice, worker: Worker, settle: Settle
) -> None:
    row = page.issued.model.all_rows()[0]
    worker.write(page, lambda tx: letters.mark_failed(tx, [row.letter.id], TODAY))
    page.print_pairing(pairs_office.pair.id)
    settle()
    assert page._preview.unsent_button.text() == "Leave out 1 sent before"
    page._preview.unsent_button.click()
    settle()

    assert page._shown is not None
    assert [one.person_id for one in page._shown.dues] == [row.letter.person_id]
    assert not page._preview.unsent_button.isVisible()


def test_a_letter_that_is_not_due_is_chosen_by_kind_and_number(
    page: LettersPage, pairs_office: PairsOffice, settle: Settle
) -> None:
    page.ask_for_another()
    settle()
    (dialog,) = page.window().findChildren(NewLetterDialog)
    dialog.kind.set_value(LetterKind.SLIPS)
    dialog._offer()
    dialog.about.setText(str(pairs_office.pair.number))
    dialog.save_button.click()
    settle()

    assert page._shown is not None
    assert [one.kind for one in page._shown.dues] == [LetterKind.SLIPS]
    assert "Svarslipper" in page.pdf.document.getAllText(0).text()


def test_a_letter_needs_somebody_it_is_about(page: LettersPage, settle: Settle) -> None:
    page.ask_for_another()
    settle()
    (dialog,) = page.window().findChildren(NewLetterDialog)
    dialog.save_button.click()

    assert dialog.isVisible()
    assert page._shown is None


def test_about_a_pairing_only_letters_of_a_pairing_are_offered(
    page: LettersPage, pairs_office: PairsOffice, settle: Settle
) -> None:
    page.ask_for_another(pairs_office.pair.id)
    settle()
    (dialog,) = page.window().findChildren(NewLetterDialog)

    assert dialog.about.value() == pairs_office.pair.id
    offered = set(dialog.kind._keys)
    assert LetterKind.SLIPS in offered
    assert offered <= ABOUT_A_PAIR
