from datetime import date
from pathlib import Path

from mentorapp.domain.imports import ImportKind
from mentorapp.exchange import mentors
from mentorapp.exchange.headings import recognise_table
from mentorapp.exchange.readers import read_table
from mentorapp.exchange.rejected import suffix, write_rejected
from mentorapp.exchange.spreadsheets import write_xlsx
from mentorapp.exchange.tables import Cell, Format
from mentorapp.words import Words
from mentorapp.words.imports import row_problems

DATA = Path(__file__).parents[2] / "data" / "imports"
TODAY = date(2026, 11, 23)
ENGLISH = Words("en")


def test_rejected_rows_come_back_as_a_file_that_can_be_imported_again() -> None:
    table = read_table((DATA / "hostile.csv").read_bytes())
    columns = recognise_table(ImportKind.MENTORS, table)
    readings = mentors.read_rows(table, columns, today=TODAY)
    reasons = {row.number: row_problems(ENGLISH, row) for row in readings if row.problems}
    back = read_table(write_rejected(table, columns, reasons, ENGLISH))
    assert back.format is Format.CSV
    assert back.headings == (*table.headings, "Why it was not imported")
    assert len(back.rows) == 6
    assert back.rows[2].cells[0] == "Fremtid"
    assert back.rows[2].cells[-1] == "“Født”: 2062 is in the future"
    assert suffix(table) == ".csv"


def test_a_spreadsheet_goes_back_as_a_spreadsheet_with_its_kinds_of_cells() -> None:
    rows: list[list[Cell]] = [
        ["Ola", date(2062, 1, 2), 91827364],
        ["Kari", date(1980, 1, 2), 92345678],
    ]
    table = read_table(write_xlsx(["Navn", "Født", "Tlf"], rows, "Mentorer"))
    columns = recognise_table(ImportKind.MENTORS, table)
    back = read_table(write_rejected(table, columns, {2: "why"}, ENGLISH))
    assert back.format is Format.XLSX
    assert back.sheet == "Mentorer"
    assert back.rows[0].cells == ("Ola", date(2062, 1, 2), 91827364, "why")


def test_no_whereabouts_of_protected_people_and_no_identity_number_go_out_again() -> None:
    rows: list[list[Cell]] = [
        ["Ola", "kode 6", "Marker vei 1", "8006", "91827364", "Buddhist"],
        ["Kari", "hemmelig", "Marker vei 2", "8006", "91827365", "Buddhist"],
        ["Per", "nei", "Storgata 1", "8006", "91827366", "Buddhist"],
    ]
    headings = ["Navn", "Adressesperre", "Adresse", "Postnr", "Telefon", "Religion"]
    table = read_table(write_xlsx(headings, rows, "A"))
    columns = recognise_table(ImportKind.NEWCOMERS, table)
    back = read_table(write_rejected(table, columns, {2: "a", 3: "b", 4: "c"}, ENGLISH))
    cells = [row.cells for row in back.rows]
    assert cells[0] == ("Ola", "kode 6", None, None, None, None, "a")
    assert cells[1] == ("Kari", "hemmelig", None, None, None, None, "b")
    assert cells[2] == ("Per", "nei", "Storgata 1", "8006", "91827366", None, "c")


def test_a_row_the_office_knows_to_be_of_a_protected_person_tells_no_whereabouts() -> None:
    rows: list[list[Cell]] = [["Ola", "Marker vei 1"], ["Kari", "Storgata 2"]]
    table = read_table(write_xlsx(["Navn", "Adresse"], rows, "A"))
    columns = recognise_table(ImportKind.NEWCOMERS, table)
    back = read_table(write_rejected(table, columns, {2: "a", 3: "b"}, ENGLISH, {2}))
    assert back.rows[0].cells == ("Ola", None, "a")
    assert back.rows[1].cells == ("Kari", "Storgata 2", "b")
