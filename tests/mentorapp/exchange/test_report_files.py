from datetime import date

from mentorapp.domain.report_tables import Column, ReportTable, Row
from mentorapp.domain.sections import Hidden
from mentorapp.exchange.readers import read_table
from mentorapp.exchange.report_files import csv_files, workbook
from mentorapp.words import Words
from mentorapp.words.report_tables import say_cell
from mentorapp.words.small_numbers import HIDDEN

TABLE = ReportTable(
    "organisations",
    "What each organisation gave",
    (
        Column("name", "Organisation", numbers=False),
        Column("pairs", "Pairs"),
        Column("hours", "Hours"),
        Column("since", "Since", numbers=False),
    ),
    (
        Row("1", ("Bakeriet", 7, 12.5, date(2026, 2, 1))),
        Row("2", ("=cmd()", Hidden(), 3.0, None)),
    ),
)


def test_a_workbook_has_numbers_as_numbers_days_as_days_and_the_sign_of_what_is_hidden() -> None:
    table = read_table(workbook([TABLE]))

    assert table.headings == ("Organisation", "Pairs", "Hours", "Since")
    assert [row.cells for row in table.rows] == [
        ("Bakeriet", 7, 12.5, date(2026, 2, 1)),
        ("=cmd()", HIDDEN, 3),
    ]


def test_tables_that_are_called_the_same_have_sheets_of_their_own() -> None:
    assert len(set(read_table(workbook([TABLE, TABLE, TABLE])).sheets)) == 3


def test_a_csv_opens_rightly_in_a_nordic_excel_and_runs_nothing() -> None:
    (data,) = csv_files([TABLE]).values()

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines() == [
        "Organisation;Pairs;Hours;Since",
        "Bakeriet;7;12,5;01.02.2026",
        f"'=cmd();{HIDDEN};3;",
    ]


def test_the_page_says_the_same_as_the_files() -> None:
    (data,) = csv_files([TABLE]).values()
    lines = [line.split(";") for line in data.decode("utf-8-sig").splitlines()[1:]]

    for row, written in zip(TABLE.rows, lines, strict=True):
        said = [say_cell(Words("nb"), cell) for cell in row.cells]
        assert [cell if cell != "–" else "" for cell in said] == [
            one.removeprefix("'") for one in written
        ]
