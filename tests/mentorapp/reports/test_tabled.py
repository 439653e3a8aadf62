"""Reports of tables as pages: what there is nothing of has no heading."""

from collections.abc import Callable
from datetime import date

from mentorapp.domain.office import Office
from mentorapp.domain.report_tables import Column, ReportTable, Row
from mentorapp.reports.tabled import Paper, tabled_report
from mentorapp.words import Words

COLUMNS = (Column("name", "Scheme", numbers=False), Column("waiting", "Waiting"))

Pages = Callable[[bytes], list[str]]


def a_table(title: str, *counts: int | None) -> ReportTable:
    rows = tuple(Row(str(at), (f"Row {at}", count)) for at, count in enumerate(counts, 1))
    return ReportTable(title, title, COLUMNS, rows)


def printed(office: Office, *tables: ReportTable) -> bytes:
    paper = Paper(title="Waiting times", about=(), tables=tables)
    return tabled_report(paper, office, Words("en"), date(2026, 11, 23))


def test_tables_of_nothing_are_left_out(office: Office, pages_of: Pages) -> None:
    tables = (a_table("By scheme", 3, 0), a_table("By municipality"), a_table("By band", 0, None))
    (page,) = pages_of(printed(office, *tables))
    assert "By scheme" in page
    assert "By municipality" not in page
    assert "By band" not in page


def test_a_report_of_nothing_says_so(office: Office, pages_of: Pages) -> None:
    (page,) = pages_of(printed(office, a_table("By scheme")))
    assert "There is nothing to count yet." in page


def test_no_row_of_a_long_table_stands_alone(office: Office, pages_of: Pages) -> None:
    for many in range(36, 48):  # the page ends among these
        pages = pages_of(printed(office, a_table("By scheme", *range(1, many + 1))))
        for page in pages:
            assert page.count("Row ") >= 3
        assert sum(page.count("Row ") for page in pages) == many
