from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from mentorapp.domain.errors import QuarterNotBegun
from mentorapp.domain.letters import LetterIssued, LetterKind
from mentorapp.domain.quarters import Year
from mentorapp.domain.questionnaires import OWN_WORDS, Moment, Questionnaire
from mentorapp.operations import Database, Transaction, evaluation, pairings, questionnaires
from mentorapp.operations.evaluation_paper import evaluation_paper
from mentorapp.storage import records
from mentorapp.words import LANGUAGES, Words
from tests.factories import TODAY
from tests.mentorapp.operations.registering import buddy, pair

YEAR = Year.of(TODAY)
AGREED = TODAY - timedelta(days=200)
WORDS = Words("en")


def answered(tx: Transaction, many: int) -> None:
    """So many pairs whose newcomers have come further and get on well."""
    for at in range(many):
        made = pair(tx, on=AGREED)
        mentor, newcomer = pairings.both(tx, made)
        pages = (
            (newcomer, Moment.START, {"own_goal": 1, "people_to_ask": 1}),
            (newcomer, Moment.CLOSING, {"own_goal": 3, "people_to_ask": 4, "fit": 1}),
            (mentor, Moment.START, {"support": 5}),
        )
        for person_id, when, answers in pages:
            page = Questionnaire(
                pairing_id=made.id,
                person_id=person_id,
                moment=when,
                answered_on=TODAY - timedelta(days=at),
                answers=answers,
                own_words={OWN_WORDS: "Sahra is the best"},
            )
            questionnaires.save(tx, page, TODAY, WORDS)
        letter = LetterIssued(
            kind=LetterKind.QUESTIONS_MIDWAY,
            person_id=mentor,
            pairing_id=made.id,
            language="nb",
            issued_at=tx.now.replace(year=TODAY.year, month=5, day=1),
            issued_by="mona",
            text="",
        )
        records.add(tx, letter)


def test_what_was_answered_is_counted_with_what_is_kept_of_the_network(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        answered(tx, 6)
        values = evaluation.evaluation_values(tx, buddy(tx), YEAR, TODAY)
    told = evaluation.as_json(values.figures)
    assert told["newcomer"]["questions"]["people_to_ask"]["change"] == {
        "persons": 6,
        "better": 6,
        "same": 0,
        "worse": 0,
        "before": 1.0,
        "after": 4.0,
    }
    assert told["mentor"]["questions"]["support"]["start"]["mean"] == 5.0
    assert told["mentor"]["pages"]["midway"] == {"given_out": 6, "answered": 0}


def test_the_report_has_no_name_and_nobodys_words(database: Database) -> None:
    with database.write("mona") as tx:
        answered(tx, 6)
        for language in LANGUAGES:
            pdf = evaluation.evaluation_report(tx, buddy(tx), YEAR, TODAY, Words(language))
            reader = PdfReader(BytesIO(pdf))
            text = " ".join(page.extract_text() for page in reader.pages)
            assert "Sahra" not in text
            assert "Marit" not in text
            assert "6" in text
        assert len(reader.pages) <= 2
        said = " ".join(text.split())
        assert "the same 6 persons: 6 better, 0 the same, 0 worse; on average from 1 to 4." in said


def test_few_answers_are_not_told(database: Database) -> None:
    with database.write("mona") as tx:
        answered(tx, 3)
        values = evaluation.evaluation_values(tx, buddy(tx), YEAR, TODAY)
        figures = evaluation.as_json(values.figures)["newcomer"]["questions"]["own_goal"]
        assert figures["closing"] == {"answered": None, "answers": {}, "mean": None}
        assert figures["change"]["persons"] is None
        pdf = evaluation.evaluation_pdf(values, WORDS)
    text = " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())
    assert "too few answered both times to be told" in text


def test_nobody_asked_and_a_period_to_come(database: Database) -> None:
    with database.read() as tx:
        pdf = evaluation.evaluation_report(tx, buddy(tx), YEAR, TODAY, WORDS)
        assert "Nobody was asked" in PdfReader(BytesIO(pdf)).pages[0].extract_text()
        with pytest.raises(QuarterNotBegun):
            evaluation.evaluation_values(tx, buddy(tx), YEAR.next(), date(2026, 11, 23))


def test_its_tables_hold_the_same_numbers_and_no_hidden_one(database: Database) -> None:
    with database.write("mona") as tx:
        answered(tx, 6)
        report = evaluation_paper(tx, buddy(tx), YEAR, TODAY)
    tables = {one.key: one for one in report.tables(WORDS)}
    goal = {row.key: row.cells for row in tables["newcomer_own_goal"].rows}
    assert goal["3_3"] == ("3", 0, None, 6)
    assert goal["mean"] == ("Mean", 1.0, None, 3.0)
    change = {row.key: row.cells for row in tables["newcomer_change"].rows}
    assert change["own_goal"][1:] == (6, 6, 0, 0, 1.0, 3.0)
    with database.write("mona") as tx:
        few = evaluation_paper(tx, buddy(tx), Year(2024), TODAY)
    assert [one.key for one in few.tables(WORDS)] == ["newcomer_pages", "mentor_pages"]
