"""What one organisation is told: its own people's share as it is, of newcomers no few."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain.quarters import Quarter
from mentorapp.domain.report_tables import Cell
from mentorapp.domain.sections import Hidden
from mentorapp.exchange.readers import read_table
from mentorapp.exchange.report_files import csv_files, workbook
from mentorapp.operations import Database, meetings, pairing
from mentorapp.operations.organisation_report import organisation_report
from mentorapp.operations.report_frame import Report
from mentorapp.words import Words
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.joining import activity, association, introduced
from tests.mentorapp.operations.placing import place
from tests.mentorapp.operations.registering import (
    buddy,
    mentor_id,
    newcomer,
    newcomer_id,
    register,
)

ENGLISH = Words("en")
DAY = timedelta(days=1)


@pytest.fixture
def report(database: Database) -> Callable[..., Report]:
    """Of a club with one pair that met once, and so many newcomers introduced and placed."""

    def make(introductions: int, placements: int) -> Report:
        with database.write("mona") as tx:
            club = association(tx)
            mentor = mentor_id(tx, organisation_id=club.id)
            made = pairing.pair_by_hand(
                tx, buddy(tx), mentor, newcomer_id(tx), TODAY - 9 * DAY, "Mona"
            )
            held = a_meeting(pairing_id=made.id, held_on=TODAY - 2 * DAY, minutes=60)
            meetings.log(tx, held, TODAY)
            offered = activity(tx, club)
            for at in range(introductions):
                introduced(tx, register(tx, newcomer(f"Guest {'abcdefgh'[at]}")), offered)
            for at in range(placements):
                place(tx, f"Trainee {'abcdefgh'[at]}", organisation_id=club.id)
            return organisation_report(tx, club.id, Quarter.of(TODAY), TODAY)

    return make


def read(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def now(told: Report) -> dict[str, Cell]:
    table = next(one for one in told.tables(ENGLISH) if one.key == "gave")
    return {row.key: row.cells[1] for row in table.rows}


def test_few_newcomers_are_hidden_on_paper_in_files_and_in_what_is_kept(
    report: Callable[..., Report],
) -> None:
    told = report(introductions=3, placements=2)
    assert [now(told)[one] for one in ("introduced", "placements")] == [Hidden(), Hidden()]
    assert told.told.figures["gave.introduced.now"] is None

    page = read(told.make(ENGLISH))
    assert "Newcomers introduced to activities : 0" in page
    assert "Placements : :" in page  # they ran in the quarter before too
    assert "hidden, because it tells of fewer than 5 persons" in page

    rows = [row.cells for row in read_table(workbook(told.tables(ENGLISH))).rows]
    assert ("Placements", ":", ":") in rows
    assert "Newcomers introduced to activities;:;0" in csv_files(told.tables(ENGLISH))[
        "gave"
    ].decode("utf-8-sig")


def test_what_its_own_people_gave_is_told_however_few_they_are(
    report: Callable[..., Report],
) -> None:
    told = report(introductions=5, placements=0)
    gave = now(told)
    assert gave == {"mentors": 1, "pairings": 1, "meetings": 1, "minutes": 1.0, "introduced": 5}
    assert "hidden, because" not in read(told.make(ENGLISH))
