"""The import dialog on a real office, as far as its third step."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.imports import ImportKind
from mentorapp.words import Words
from tests.ui.pairs_office import TODAY, PairsOffice, english, pairs_office, settle, worker
from ui.imports.dialog import ImportDialog
from ui.work import Worker

__all__ = ["english", "pairs_office", "settle", "worker"]

Settle = Callable[[], None]

ORGANISATIONS = (
    "Navn;Org.nr;Postnr;Kontaktperson\n"
    "Nordlys Mekaniske AS;974760673;8200;Berit Moen\n"
    "Frivilligsentralen;;8006;\n"
    "Feil AS;974760674;8200;\n"
)


@pytest.fixture
def dialog(
    qtbot: QtBot, pairs_office: PairsOffice, worker: Worker, english: Words
) -> Iterator[ImportDialog]:
    made = ImportDialog(worker, english, lambda: TODAY)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.hide()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "foreninger.csv"
    path.write_text(ORGANISATIONS, encoding="utf-8")
    return path


def check(dialog: ImportDialog, file: Path, settle: Settle) -> None:
    """As far as the third step."""
    dialog.read_file(file)
    settle()
    assert dialog.focusWidget() is dialog.next_button
    dialog.next_button.click()
    settle()
    assert dialog.steps.currentWidget() is dialog.check, dialog.message_bar.text


PEOPLE = (
    "Fornavn;Etternavn;Telefon\nKari;Nordmann;91827364\nÅse;Lærum;91827365\nNy;Mentor;91827366\n"
)


@pytest.fixture
def twins(dialog: ImportDialog, settle: Settle, tmp_path: Path) -> ImportDialog:
    """Two rows that are likely known already, and a new one."""
    file = tmp_path / "mentorer.csv"
    file.write_text(PEOPLE, encoding="utf-8")
    dialog.file.kind.set_value(ImportKind.MENTORS)
    check(dialog, file, settle)
    return dialog
