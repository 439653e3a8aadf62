from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain.errors import InvalidField, StillInUse
from mentorapp.domain.interviews import Interview, Quote, Rating
from mentorapp.operations import Database, interviews, quotes
from mentorapp.words import Words
from tests.factories import TODAY
from tests.mentorapp.operations.registering import newcomer, register

DAY = timedelta(days=1)


def test_what_was_not_answered_is_left_out_and_who_asked_is_kept(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        made = Interview(
            person_id=person,
            held_on=TODAY,
            answers={"otherwise": "More hours ", "good": " "},
            ratings={"fit": 4},
        )
        saved = interviews.save(tx, made, TODAY)
        assert (saved.answers, saved.held_by) == ({"otherwise": "More hours"}, "mona")
        (row,) = interviews.all_rows(tx)
        assert (row.name, row.pairing_number) == ("Sahra Guled", 0)
        with pytest.raises(InvalidField):
            interviews.save(
                tx, Interview(person_id=person, held_on=TODAY, answers={"health": "bad"}), TODAY
            )


def test_figures_count_the_period_and_the_quotations_that_may_be_printed(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        for day, fit in ((TODAY - 400 * DAY, 1), (TODAY - 10 * DAY, 5)):
            interviews.save(
                tx, Interview(person_id=person, held_on=day, ratings={"fit": fit}), TODAY
            )
        quotes.save(
            tx,
            Quote(person_id=person, text="Good.", said_on=TODAY - 10 * DAY, consent_on=TODAY),
            TODAY,
        )
        counted = interviews.figures(tx, date(2026, 1, 1), date(2026, 12, 31), TODAY)
        assert (counted.interviews, counted.quotes) == (1, 1)
        assert counted.ratings[Rating.FIT].average == 5


def test_an_interview_with_a_quotation_stays(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        held = interviews.save(
            tx, Interview(person_id=person, held_on=TODAY, answers={"good": "All."}), TODAY
        )
        said = Quote(person_id=person, interview_id=held.id, text="All.", said_on=TODAY)
        said = quotes.save(tx, said, TODAY)
        with pytest.raises(StillInUse):
            interviews.remove(tx, held.id)
        quotes.remove(tx, said.id)
        gone = interviews.remove(tx, held.id)
        assert interviews.of_person(tx, person) == []
        interviews.restore(tx, gone)
        assert len(interviews.of_person(tx, person)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [("nb", "Hva bør kommunen gjøre annerledes?"), ("en", "What was hard?")],
)
def test_the_form_is_one_page_and_asks_for_the_consent_to_be_quoted(
    database: Database, language: str, text: str
) -> None:
    with database.read() as tx:
        reader = PdfReader(BytesIO(interviews.form_pdf(tx, Words(language))))
    (page,) = reader.pages
    told = page.extract_text()
    assert text in told
    consent = "The municipality may print what I said, without my name."
    assert Words(language).text(consent) in told
