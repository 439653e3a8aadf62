"""What the example office shows of contacts, barriers, interviews and networks."""

from datetime import date
from pathlib import Path

import pytest

from mentorapp.domain.networks import NetworkStage
from mentorapp.domain.newcomers import ArrivalBand
from mentorapp.operations import (
    Database,
    barriers,
    contact_overview,
    contact_points,
    interviews,
    lists,
    networks,
    offices,
    quotes,
)
from tests.factories import TODAY
from tests.mentorapp.conftest import DemoRan


@pytest.fixture
def example(example_file: Path) -> Database:
    return offices.open_office(example_file, create=False)


def test_two_newcomers_have_a_double_contact_and_some_have_nobody(example: Database) -> None:
    with example.read() as tx:
        lines = contact_overview.lines(tx, TODAY)
        typed = {one.person_id for one in contact_points.all_typed(tx)}
    example.close()
    assert sum(bool(line.doubles) for line in lines) == 2
    assert len(typed) >= 25
    assert any(not line.contacts for line in lines)
    assert any(line.stand_in for line in lines)


def test_what_people_say_is_there_over_the_years(example: Database) -> None:
    with example.read() as tx:
        asked = barriers.figures(tx, date.min, TODAY, TODAY)
        held = interviews.figures(tx, date.min, TODAY, TODAY)
        said = [row for row in quotes.all_rows(tx) if row.quote.interview_id is not None]
        went = networks.figures(tx, date.min, TODAY, TODAY)
        years = {row.check.asked_on.year for row in networks.all_rows(tx)}
    example.close()
    assert asked.asked >= 30
    assert any(share.part for share in asked.gone.values())
    assert held.interviews == 10
    assert len(said) == 6
    assert sum(row.may_be_printed for row in said) == 4
    assert sum(row.quote.withdrawn_on is not None for row in said) == 1
    assert went.people.pairs >= 15
    assert went.people.fewer >= 1
    assert went.asked[NetworkStage.START] >= 20
    assert len(years) >= 3


def test_some_came_long_ago(example: Database) -> None:
    with example.read() as tx:
        bands = {row.arrival for row in lists.newcomer_rows(tx, TODAY)}
    example.close()
    assert bands >= {*ArrivalBand, None}


def test_its_papers_are_printed(demo: DemoRan) -> None:
    printed = {path.name for path in demo.folder.glob("*.pdf")}
    assert printed >= {"who-helps-me.pdf", "barriers.pdf", "interview-form.pdf"}
