"""The least number that an office shows holds on every paper, and the paper says which it is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain.people import Gender
from mentorapp.domain.quarters import Quarter, Year
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.domain.sections import Hidden
from mentorapp.operations import Database, Transaction, offices
from mentorapp.operations.report_frame import Report
from mentorapp.operations.report_gathering import Wish, gather
from mentorapp.words import Words
from tests.factories import TODAY
from tests.mentorapp.operations.registering import newcomer, register

ENGLISH = Words("en")
#: Who waits, and for how many days: seven are few for an office that shows ten.
WAITING = ((Gender.MAN, 70, 7), (Gender.NOT_GIVEN, 100, 12), (Gender.WOMAN, 200, 20))


@pytest.fixture
def tx(database: Database) -> Iterator[Transaction]:
    with database.write("mona") as opened:
        for gender, days, count in WAITING:
            for _one in range(count):
                since = TODAY - timedelta(days=days)
                register(opened, newcomer(gender=gender, registered_on=since))
        yield opened


def shows(tx: Transaction, least: int) -> None:
    offices.save(tx, replace(offices.read(tx), least_shown=least))


def report(tx: Transaction, kind: ReportKind) -> Report:
    period = Year(2026) if kind is ReportKind.YEAR else Quarter(2026, 4)
    return gather(tx, Wish(kind=kind, period=period), TODAY)


def text_of(pdf: bytes) -> str:
    pages = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(pages.split())


@pytest.mark.parametrize("kind", [ReportKind.PERIOD, ReportKind.YEAR, ReportKind.WAITING])
def test_a_paper_that_hides_says_the_office_s_own_threshold(
    tx: Transaction, kind: ReportKind
) -> None:
    shows(tx, 13)
    said = text_of(report(tx, kind).make(ENGLISH))
    assert "fewer than 13 persons" in said
    assert "fewer than 5 persons" not in said


def test_no_table_shows_fewer_persons_than_the_office_does(tx: Transaction) -> None:
    def sevens() -> list[object]:
        return [
            cell
            for kind in (ReportKind.PERIOD, ReportKind.WAITING)
            for table in report(tx, kind).tables(ENGLISH)
            for row in table.rows
            for cell in row.cells[1:]
            if cell == 7 or isinstance(cell, Hidden)
        ]

    assert 7 in sevens()
    shows(tx, 10)
    assert 7 not in sevens()
    assert Hidden() in sevens()
