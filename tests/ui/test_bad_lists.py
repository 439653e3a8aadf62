"""Lists that cannot be imported, from the window: each is told in a sentence and loses nothing.

The same cases on the command line are in ``tests/mentorapp/cli/test_bad_input.py``.
"""

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.imports import ImportKind
from mentorapp.operations import lists, offices
from mentorapp.operations.imports import RowStatus
from tests.factories import TODAY
from tests.ui.pairs_office import furnish
from tests.ui.program_window import (
    Start,
    User,
    cells,
    labels,
    preferences,
    start,
    stored,
    user,
)
from ui.imports.dialog import ImportDialog

__all__ = ["preferences", "start", "user"]

DATA = Path(__file__).parents[1] / "data" / "imports"
HEADINGS = "Fornavn;Etternavn;Telefon;Postnr;Fødselsår"
MENTORS = ImportKind.MENTORS

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def registered(office_file: Path) -> Callable[[], list[str]]:
    """The names of the mentors that are stored."""
    return lambda: [
        row.name for row in stored(office_file, lambda tx: lists.mentor_rows(tx, TODAY))
    ]


def refused(user: User, file: Path, *words: str) -> ImportDialog:
    """Drop a file that is refused as a whole: said at once, and another one can be dropped."""
    dialog = user.import_file(MENTORS, file)
    for word in words:
        assert word in dialog.message_bar.text
    assert dialog.steps.currentWidget() is dialog.file
    assert dialog.file.isEnabled()
    return dialog


def why(dialog: ImportDialog) -> list[str]:
    """The reasons of the rows that cannot be read, as the list shows them."""
    assert dialog.steps.currentWidget() is dialog.check
    return [row[4] for row in cells(dialog.check) if row[1] == "cannot be read"]


# Files that are refused as a whole


def test_an_empty_file_is_refused(user: User) -> None:
    refused(user, DATA / "empty.csv", "The file is empty")


def test_headings_without_rows_are_refused(user: User, write: Write) -> None:
    refused(user, write("a.csv", HEADINGS + "\n"), "The file is empty")


def test_a_photo_named_xlsx_is_refused(user: User) -> None:
    refused(user, DATA / "photo.xlsx", "This is a picture")


def test_a_pdf_is_the_wrong_kind_of_file(user: User, tmp_path: Path) -> None:
    pdf = tmp_path / "liste.pdf"
    pdf.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n")
    refused(user, pdf, "PDF")


def test_an_office_is_the_wrong_kind_of_file(user: User, office_file: Path, tmp_path: Path) -> None:
    copyfile(office_file, tmp_path / "liste.csv")
    refused(user, tmp_path / "liste.csv", "database")


def test_a_text_without_columns_says_which_is_missing(
    user: User, write: Write, registered: Callable[[], list[str]]
) -> None:
    text = write("brev.txt", "Kjære alle sammen.\nVi møtes på tirsdag.\nHilsen Ingrid\n")
    dialog = user.import_file(MENTORS, text)
    user.click(dialog.next_button)

    assert "No column was recognised as" in dialog.message_bar.text
    assert dialog.steps.currentWidget() is dialog.columns
    assert registered() == []


def test_after_a_file_that_was_refused_another_one_is_imported(
    user: User, write: Write, registered: Callable[[], list[str]]
) -> None:
    dialog = refused(user, DATA / "photo.xlsx", "This is a picture")
    dialog.read_file(write("a.csv", f"{HEADINGS}\nKari;Holm;;8200;1980\n"))
    user.settle()
    user.click(dialog.next_button)
    user.click(dialog.next_button)

    assert dialog.outcome.outcome.text() == "1 new record"
    assert registered() == ["Kari Holm"]


# Rows that are left out


def test_half_a_row_is_left_out(
    user: User, write: Write, registered: Callable[[], list[str]]
) -> None:
    rows = [f"Mentor{n};Holm;4000000{n};8200;198{n}" for n in range(6)] + ["Kari;Hol"]
    dialog = user.check(MENTORS, write("a.csv", "\n".join([HEADINGS, *rows])))
    (reason,) = why(dialog)
    assert "fewer cells" in reason

    user.click(dialog.next_button)

    assert dialog.outcome.outcome.text() == "6 new records · 1 row left out"
    assert len(registered()) == 6


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(f"{HEADINGS}\nKari;Holm;;9999;1980\n", "9999", id="postal code"),
        pytest.param(f"{HEADINGS}\nKari;Holm;;8200;2062\n", "2062", id="born in 2062"),
        pytest.param(
            "Fornavn;Etternavn;Registrert dato\nKari;Holm;24.12.2062\n", "2062", id="in 2062"
        ),
        pytest.param(f"{HEADINGS}\n{'A' * 300};Holm;;8200;1980\n", "longer than 200", id="name"),
    ],
)
def test_an_unknown_postal_code_a_year_2062_and_a_name_of_300_characters_are_left_out(
    user: User, write: Write, registered: Callable[[], list[str]], text: str, said: str
) -> None:
    dialog = user.check(MENTORS, write("a.csv", text))
    (reason,) = why(dialog)

    assert said in reason
    assert not dialog.next_button.isEnabled()
    dialog.reject()
    assert registered() == []


def test_a_meeting_in_2062_is_left_out(
    start: Start, qtbot: QtBot, office_file: Path, write: Write
) -> None:
    database = offices.open_office(office_file)
    number = furnish(database).pair.number
    database.close()
    user = User(qtbot, start("--office", str(office_file)))
    text = f"Koblingsnummer;Dato;Varighet\n{number};24.12.2062;60\n{number};20.11.2026;60\n"

    dialog = user.check(ImportKind.MEETINGS, write("a.csv", text))

    (reason,) = why(dialog)
    assert "2062" in reason
    assert dialog.next_button.text() == "Import 1 row"


# Text that is taken as it is


def test_markup_and_formulas_are_imported_and_shown_as_text(user: User, write: Write) -> None:
    text = f'{HEADINGS}\n"<img src=""x.png"">";Holm;;8200;1980\n=cmd();Dahl;;8200;1981\n'
    dialog = user.check(MENTORS, write("a.csv", text))
    assert [row[2] for row in cells(dialog.check)] == ['<img src="x.png"> Holm', "=cmd() Dahl"]
    for label in labels(dialog, "<img"):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert labels(dialog, "<img")

    user.click(dialog.next_button)
    user.click(dialog.close_button)

    page = user.go("mentors")
    user.until(lambda: len(cells(page)) == 2)
    assert {"=cmd() Dahl", '<img src="x.png"> Holm'} <= {row[0] for row in cells(page)}


def test_a_formula_comes_back_guarded_in_the_file_of_rejected_rows(
    user: User, write: Write, tmp_path: Path
) -> None:
    text = f"{HEADINGS}\n=cmd();Holm;;9999;1980\nOla;Dahl;;8200;1981\n"
    dialog = user.check(MENTORS, write("a.csv", text))
    user.click(dialog.next_button)
    assert dialog.outcome.outcome.text() == "1 new record · 1 row left out"

    user.choosing(tmp_path / "rest.csv", dialog.outcome.save_button)
    user.until(lambda: dialog.message_bar.text)

    assert "Saved as rest.csv" in dialog.message_bar.text
    rest = (tmp_path / "rest.csv").read_text(encoding="utf-8-sig")
    assert "'=cmd();Holm" in rest
    assert "9999" in rest
    assert "Dahl" not in rest


def test_arabic_and_cyrillic_names_are_imported_as_written(user: User, write: Write) -> None:
    text = f"{HEADINGS}\nخالد;فارس;;8200;1980\nЛариса;Ковальчук;;8200;1981\n"
    dialog = user.check(MENTORS, write("a.csv", text))
    assert [row.status for row in dialog.check.model.all_rows()] == [RowStatus.NEW] * 2
    user.click(dialog.next_button)
    user.click(dialog.close_button)

    page = user.go("mentors")
    user.until(lambda: len(cells(page)) == 2)
    assert {row[0] for row in cells(page)} == {"خالد فارس", "Лариса Ковальчук"}
