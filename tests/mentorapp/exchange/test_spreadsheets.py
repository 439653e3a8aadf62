from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.exchange.readers import read_table
from mentorapp.exchange.spreadsheets import guarded, sheet_name, write_csv, write_xlsx

HOSTILE = [
    "=cmd()",
    "+4791827364",
    "-1+2",
    "@SUM(A1)",
    "＝1+1",
    "\t=1",
    "'=1",
    "''x",
    "<b>",
    "O'Brien",
]


@pytest.mark.parametrize("text", ["=cmd()", "+47", "-1", "@a", " =1", "＝1", "＋1", "\t1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == "'" + text
    assert f"'{text}" in write_csv(["A"], [[text]]).decode("utf-8-sig")


@pytest.mark.parametrize("text", ["Ola", "O'Brien", "1=1", "a@b.no", "", "0150", "'s-Hage"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_hostile_cells_come_back_as_they_were() -> None:
    rows = [["Ola", text] for text in HOSTILE]
    expected = [("Ola", text.strip()) for text in HOSTILE]
    assert [row.cells for row in read_table(write_csv(["Navn", "Tekst"], rows)).rows] == expected


def test_a_workbook_that_was_a_guarded_csv_loses_the_apostrophes() -> None:
    saved_again = write_xlsx(["Navn", "Telefon"], [["Ola", "'+4791827364"]], "A")
    assert read_table(saved_again).rows[0].cells == ("Ola", "+4791827364")


def test_a_csv_has_a_byte_order_mark_and_semicolons() -> None:
    data = write_csv(["Navn", "Født"], [["Åse", date(1980, 2, 1)]])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == "Navn;Født\r\nÅse;01.02.1980\r\n"


def test_a_workbook_holds_no_formula() -> None:
    data = write_xlsx(["=A1"], [["=1+1"], ["http://example.no"]], "A")
    table = read_table(data)
    assert table.headings == ("=A1",)
    assert table.rows[0].cells == ("=1+1",)


def test_numbers_times_and_old_dates_are_written() -> None:
    data = write_xlsx(["A", "B", "C", "D"], [[1.5, time(9, 30), date(1899, 1, 2), True]], "A")
    assert read_table(data).rows[0].cells == (1.5, time(9, 30), "02.01.1899", True)


def test_a_sheet_name_excel_forbids_is_mended() -> None:
    assert (
        sheet_name("Møter [2026]/Q3: alle? og en veldig lang hale")
        == "Møter 2026Q3 alle og en veldig "[:31]
    )
    assert sheet_name("'") == "1"


cell = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C"]), max_size=30)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(cell, cell), min_size=1, max_size=5))
def test_any_text_survives_a_csv(rows: list[tuple[str, str]]) -> None:
    table = read_table(write_csv(["Navn", "Tekst", "Slutt"], [(*row, "x") for row in rows]))
    white = " \t\r\n\f\v\u00a0\ufeff"
    expected = [(a.strip(white) or None, b.strip(white) or None, "x") for a, b in rows]
    assert [row.cells for row in table.rows] == expected
