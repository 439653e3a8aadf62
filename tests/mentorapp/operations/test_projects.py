"""Named projects: kept, tagged, reported."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain.errors import NotFound, StillInUse
from mentorapp.domain.office_errors import NameTaken
from mentorapp.domain.placements import PlacementEnd
from mentorapp.domain.projects import Project
from mentorapp.operations import Database, organisations, pairings, projects
from mentorapp.operations.handles import handle
from mentorapp.words import Words
from tests.factories import TODAY
from tests.mentorapp.operations.joining import association
from tests.mentorapp.operations.registering import pair

SYSTUA = Project(name="Systua", from_date=date(2025, 1, 1))


def text_of(pdf: bytes) -> str:
    reader = PdfReader(BytesIO(pdf))
    assert len(reader.pages) == 1
    return " ".join(reader.pages[0].extract_text().split())


def test_a_project_is_kept_with_its_partners_and_found_again(database: Database) -> None:
    with database.write("mona") as tx:
        partner = association(tx, name="Møbelhuset")
        made = projects.save(tx, replace(SYSTUA, partners=frozenset({partner.id})))
        (row,) = projects.rows(tx)
        assert row.partners == ("Møbelhuset",)
        assert projects.find(tx, "systua") == projects.find(tx, handle(made.id)) == made
        assert projects.choices(tx) == [(made.id, "Systua")]
        with pytest.raises(NotFound):
            projects.save(tx, replace(made, partners=frozenset({made.id})))
        with pytest.raises(StillInUse):
            organisations.delete(tx, partner.id)


def test_a_pairing_is_put_under_a_project_and_the_project_stays_then(database: Database) -> None:
    with database.write("mona") as tx:
        made, agreed = projects.save(tx, SYSTUA), pair(tx)
        projects.tag_pairing(tx, agreed.id, made.id)
        assert pairings.row(tx, agreed.id, TODAY).project == "Systua"
        assert projects.row(tx, made.id).pairings == 1
        with pytest.raises(StillInUse):
            projects.delete(tx, made.id)
        projects.tag_pairing(tx, agreed.id, None)
        held = projects.delete(tx, made.id)
        assert projects.rows(tx) == []
        projects.restore(tx, held)
        assert [row.id for row in projects.rows(tx)] == [made.id]


def test_the_page_tells_period_partners_and_figures(database: Database) -> None:
    with database.write("mona") as tx:
        partner = association(tx, name="Møbelhuset")
        made = projects.save(tx, replace(SYSTUA, partners=frozenset({partner.id})))
        projects.tag_pairing(tx, pair(tx).id, made.id)
        values = projects.report(tx, made.id, TODAY)
    text = text_of(projects.report_pdf(values, Words("en")))
    for said in ("Systua", "since 1 Jan 2025", "Møbelhuset", "Pairs begun"):
        assert said in text
    assert "hidden" not in text


def test_a_small_number_of_those_whose_placement_ended_is_not_printed(database: Database) -> None:
    with database.write("mona") as tx:
        values = projects.report(tx, projects.save(tx, SYSTUA).id, TODAY)
    ends = {PlacementEnd.JOB: 9, PlacementEnd.STOPPED: 1, PlacementEnd.EDUCATION: 7}
    figures = replace(values.figures, placements=17, placement_ends=ends)
    text = text_of(projects.report_pdf(replace(values, figures=figures), Words("en")))
    assert "Led to: others :" in text
    assert "stopped" not in text
    assert "Led to: job 9" in text
    assert "“:” hidden, because" in text


def test_where_all_ends_are_few_not_even_their_names_are_printed(database: Database) -> None:
    with database.write("mona") as tx:
        values = projects.report(tx, projects.save(tx, SYSTUA).id, TODAY)
    figures = replace(values.figures, placements=3, placement_ends={PlacementEnd.JOB: 3})
    text = text_of(projects.report_pdf(replace(values, figures=figures), Words("en")))
    assert "What they led to :" in text
    assert "Led to: job" not in text


def test_two_projects_are_never_called_the_same(database: Database) -> None:
    with database.write("mona") as tx:
        made = projects.save(tx, SYSTUA)
        with pytest.raises(NameTaken):
            projects.save(tx, Project(name="SYSTUA", from_date=date(2026, 1, 1)))
        projects.save(tx, replace(made, to_date=date(2026, 1, 1)))
        assert len(projects.rows(tx)) == 1
