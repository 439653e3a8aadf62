"""The yearly report of a real office, read back."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain.errors import QuarterNotBegun
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.quarters import Year
from mentorapp.operations import Database, meetings, offices, organisations, pairing, yearly
from mentorapp.words import Words
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id


def words_of(pdf: bytes) -> str:
    reader = PdfReader(BytesIO(pdf))
    return " ".join("\n".join(page.extract_text() for page in reader.pages).split())


def test_the_year_is_addressed_to_the_committee_and_thanks_the_organisations(
    database: Database,
) -> None:
    begun = date(TODAY.year, 10, 5)
    with database.write("mona") as tx:
        offices.save(tx, replace(offices.read(tx), committee="Komité for oppvekst"))
        bakery = organisations.save(tx, Organisation(name="Bakeriet"))
        mentor = mentor_id(tx, organisation_id=bakery.id)
        made = pairing.pair_by_hand(tx, buddy(tx), mentor, newcomer_id(tx), begun, "Mona")
        meetings.log(tx, a_meeting(pairing_id=made.id, held_on=begun, minutes=90), TODAY)
        values = yearly.year_values(tx, Year.of(TODAY), TODAY)
    said = words_of(yearly.year_pdf(values, Words("en")))
    assert f"Yearly report {TODAY.year}" in said
    assert "To Komité for oppvekst" in said
    assert "so far" in said
    assert "Bakeriet (business) 1 1 1.5" in said


def test_five_years_stand_beside_each_other(database: Database) -> None:
    with database.read() as tx:
        values = yearly.year_values(tx, Year(TODAY.year - 1), TODAY)
    assert [str(one.period) for one in values.figures] == [
        str(TODAY.year - back) for back in (5, 4, 3, 2, 1)
    ]
    said = words_of(yearly.year_pdf(values, Words("nb")))
    assert "Årsrapport" in said
    assert "The joint effort" not in said


def test_a_year_that_has_not_begun_is_refused(database: Database) -> None:
    with database.read() as tx, pytest.raises(QuarterNotBegun):
        yearly.year_values(tx, Year(TODAY.year + 1), TODAY)
