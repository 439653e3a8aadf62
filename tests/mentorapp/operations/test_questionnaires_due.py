from datetime import date, timedelta
from io import BytesIO

from pypdf import PdfReader

from mentorapp.domain.follow_up import AttentionKind
from mentorapp.domain.letters import LetterIssued, LetterKind
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.questionnaires import PAGES, Moment, Questionnaire, Respondent
from mentorapp.operations import (
    Database,
    Transaction,
    follow_up,
    letters,
    meetings,
    networks,
    pairings,
    questionnaires,
    questionnaires_due,
)
from mentorapp.operations.questionnaires_due import questions_due
from mentorapp.storage import records
from mentorapp.words import Words
from mentorapp.words.attention import say
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import pair

DAY = timedelta(days=1)


def met(tx: Transaction, agreed: date) -> Pairing:
    made = pair(tx, on=agreed)
    meetings.log(tx, a_meeting(pairing_id=made.id, held_on=agreed + 3 * DAY), TODAY)
    return made


def answered(tx: Transaction, made: Pairing, who: Respondent, when: Moment) -> None:
    page = Questionnaire(
        pairing_id=made.id,
        person_id=pairings.both(tx, made)[list(Respondent).index(who)],
        moment=when,
        answered_on=TODAY,
        answers={"fit": 1},
    )
    questionnaires.save(tx, page, TODAY, Words("en"))


def printed(tx: Transaction, made: Pairing, kind: LetterKind, days_ago: int) -> None:
    for person_id in pairings.both(tx, made):
        letter = LetterIssued(
            kind=kind,
            person_id=person_id,
            pairing_id=made.id,
            language="nb",
            issued_at=tx.now - days_ago * DAY,
            issued_by="mona",
            text="",
        )
        records.add(tx, letter)


def test_both_halves_are_due_until_they_answered(database: Database) -> None:
    with database.write("mona") as tx:
        made = met(tx, TODAY - 20 * DAY)
        pair(tx, on=TODAY - 40 * DAY)  # never met: there is nothing to ask
        due = questions_due(tx, TODAY)
        assert [(one.pairing_number, one.respondent, one.kind, one.due) for one in due] == [
            (made.number, who, LetterKind.QUESTIONS_START, TODAY - 10 * DAY) for who in Respondent
        ]
        answered(tx, made, Respondent.MENTOR, Moment.START)
        (left,) = questions_due(tx, TODAY, made.id)
        assert (left.name, left.printed_on) == ("Sahra Guled", None)


def test_the_moments_follow_the_talks_of_the_scheme(database: Database) -> None:
    with database.write("mona") as tx:
        made = met(tx, TODAY - 175 * DAY)  # the scheme talks midway after 180 days
        assert {one.moment for one in questions_due(tx, TODAY)} == {Moment.MIDWAY}
        assert {one.moment for one in questions_due(tx, TODAY - 3 * DAY)} == {Moment.START}
        talk = next(
            one for one in pairings.read(tx, made.id, TODAY).follow_ups if one.kind == "midway"
        )
        follow_up.postpone(tx, talk.id, TODAY + 30 * DAY, TODAY, "")
        assert {one.moment for one in questions_due(tx, TODAY)} == {Moment.START}


def test_what_was_printed_is_told_and_asked_for_when_it_does_not_come_back(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = met(tx, TODAY - 60 * DAY)
        printed(tx, made, LetterKind.QUESTIONS_START, 22)
        assert {one.printed_on for one in questions_due(tx, TODAY)} == {
            (tx.now - 22 * DAY).astimezone().date()
        }
        today = (tx.now).astimezone().date()
        (line,) = questionnaires_due.attention(tx, today)
        assert say(Words("en"), line) == (
            "Questions not come back after 22 days: at the start – "
            f"Sahra Guled – Marit Bekkelund ({made.number})"
        )
        answered(tx, made, Respondent.NEWCOMER, Moment.START)
        (line,) = questionnaires_due.attention(tx, today)
        assert line.who == "Marit Bekkelund"
        assert questionnaires_due.attention(tx, today - 5 * DAY) == ()


def test_the_pages_are_printed_with_the_letters_once(database: Database) -> None:
    with database.write("mona") as tx:
        made = met(tx, TODAY - 20 * DAY)
        wanted = [one for one in letters.due(tx, TODAY) if one.kind in PAGES.values()]
        assert [(one.number, one.receiver) for one in wanted] == [
            (made.number, "Marit Bekkelund"),
            (made.number, "Sahra Guled"),
        ]
        printed = letters.render(tx, wanted, TODAY)
    pages = [page.extract_text() for page in PdfReader(BytesIO(printed.pdf)).pages]
    assert [f"{made.number}-{half}1" in page for half, page in zip("MN", pages, strict=True)] == [
        True,
        True,
    ]
    with database.write("mona") as tx:
        letters.record(tx, printed)
        assert not [one for one in letters.due(tx, TODAY) if one.kind in PAGES.values()]


def test_what_is_on_paper_is_not_asked_on_the_telephone_too(database: Database) -> None:
    with database.write("mona") as tx:
        made = met(tx, TODAY - 60 * DAY)
        kinds = {line.kind for line in follow_up.today_list(tx, TODAY)}
        assert AttentionKind.NETWORK_QUESTION in kinds
        printed(tx, made, LetterKind.QUESTIONS_START, 3)
        assert networks.attention(tx, TODAY) == ()
