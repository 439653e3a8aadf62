"""The yearly report of a real office, read back."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from mentorapp.domain.associations import Introduction
from mentorapp.domain.errors import QuarterNotBegun
from mentorapp.domain.goals import Measure, OfficeGoal
from mentorapp.domain.interviews import Quote
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.quarters import Year
from mentorapp.domain.records import new_id
from mentorapp.domain.report_kinds import ReportKind
from mentorapp.operations import (
    Database,
    goals,
    meetings,
    offices,
    organisations,
    pairing,
    pairings,
    quotes,
    yearly,
)
from mentorapp.operations.report_gathering import Wish, gather
from mentorapp.storage import records
from mentorapp.words import Words
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.joining import activity, association
from tests.mentorapp.operations.registering import (
    buddy,
    mentor_id,
    newcomer,
    newcomer_id,
    pair,
    register,
)


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
    assert "Bakeriet (business) : : 0 : :" in said  # one mentor and one pair, all of few


def test_five_years_stand_beside_each_other(database: Database) -> None:
    with database.read() as tx:
        values = yearly.year_values(tx, Year(TODAY.year - 1), TODAY)
    assert [[str(year) for year in one.points] for one in values.period.charts] == [
        [str(TODAY.year - back) for back in (5, 4, 3, 2, 1)]
    ] * len(values.period.charts)
    said = words_of(yearly.year_pdf(values, Words("nb")))
    assert "Årsrapport" in said
    assert "The joint effort" not in said


def test_the_year_has_every_table_and_chart_of_a_period_for_a_file(
    example_file: Path,
) -> None:
    wish = Wish(kind=ReportKind.YEAR, period=Year(2026))
    with closing(offices.open_office(example_file)) as office, office.read() as tx:
        report = gather(tx, wish, date(2026, 11, 2))
    figures, *others = report.tables(Words("nb"))
    assert [one.name for one in figures.columns[1:-1]] == ["2026", "av", "2025", "av"]
    keys = [one.key for one in others]
    assert {"scheme", "municipality", "organisations"} <= set(keys)
    assert "organisation" not in keys  # what each gave is counted in another way
    assert set(report.charts(Words("nb"))) == {"pairings_running", "meetings"}
    assert report.facts["figures"]["pairings_running"] is not None


def test_a_year_that_has_not_begun_is_refused(database: Database) -> None:
    with database.read() as tx, pytest.raises(QuarterNotBegun):
        yearly.year_values(tx, Year(TODAY.year + 1), TODAY)


def test_the_measures_tell_owner_deadline_and_result(database: Database) -> None:
    year = Year.of(TODAY)
    goal = OfficeGoal(
        title="40 placements",
        measure=Measure.TYPED,
        target=40,
        from_date=year.first,
        to_date=year.last,
        owner="Mona Hjelm",
        typed_result=31,
        result="Nine more are agreed.",
    )
    with database.write("mona") as tx:
        goals.save(tx, goal)
        goals.save(tx, replace(goal, id=new_id(), title="Long over", from_date=date(2019, 1, 1),
                               to_date=date(2019, 12, 31)))  # fmt: skip
        values = yearly.year_values(tx, year, TODAY)
    said = words_of(yearly.year_pdf(values, Words("en")))
    assert "Goals and measures" in said
    for text in ("40 placements", "31", "Mona Hjelm", "Nine more are agreed."):
        assert text in said
    assert "Long over" not in said


def test_a_goal_about_few_persons_is_hidden_on_the_report_and_the_sign_explained(
    database: Database,
) -> None:
    year = Year.of(TODAY)
    goal = OfficeGoal(
        title="Members of associations",
        measure=Measure.ASSOCIATION_MEMBERS,
        target=10,
        from_date=year.first,
        to_date=year.last,
    )
    with database.write("mona") as tx:
        joined = Introduction(
            person_id=register(tx, newcomer()),
            activity_id=activity(tx, association(tx)).id,
            introduced_on=TODAY,
            joined_on=TODAY,
        )
        records.add(tx, joined)
        goals.save(tx, goal)
        values = yearly.year_values(tx, year, TODAY)
        (row,) = values.goals
        said = words_of(yearly.year_pdf(values, Words("en")))
    assert row.counted is not None
    assert row.counted.part == 1
    assert "10 % of the way" not in said
    assert "“:” hidden, because it tells of fewer than 5 persons" in said


def test_only_words_somebody_agreed_to_are_printed(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=TODAY)
        person = pairings.read(tx, made.id, TODAY).row.newcomer_person_id
        for text, consent in (("I got out a little.", TODAY), ("Do not print.", None)):
            quotes.save(
                tx,
                Quote(
                    person_id=person,
                    text=text,
                    said_on=TODAY,
                    credit="woman, 20",
                    consent_on=consent,
                ),
                TODAY,
            )
        said = words_of(yearly.year_pdf(yearly.year_values(tx, Year.of(TODAY), TODAY), Words("en")))
    assert "“I got out a little.” – woman, 20" in said
    assert "Do not print" not in said
