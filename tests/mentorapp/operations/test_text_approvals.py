from datetime import timedelta

import pytest

from mentorapp.domain.errors import InvalidField
from mentorapp.domain.event_filters import EventFilter
from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.letter_errors import NoSuchText
from mentorapp.domain.letter_texts import OtherText
from mentorapp.domain.letters import LetterDue, LetterKind
from mentorapp.domain.questionnaires import Moment, Respondent
from mentorapp.operations import (
    Database,
    Transaction,
    event_papers,
    events,
    invitations,
    letters,
    own_texts,
    questionnaire_papers,
    text_approvals,
)
from tests.factories import TODAY, an_event
from tests.mentorapp.operations.registering import pair

NEWCOMER = LetterKind.PAIRING_NEWCOMER
BESIDE = "Ingen med språket som morsmål har godkjent oversettelsen"


def to_a_newcomer_who_reads(tx: Transaction, language: LetterLanguage) -> list[LetterDue]:
    made = pair(tx, letter_language=language)
    return letters.for_pairing(tx, made.id, [NEWCOMER])


def printed(tx: Transaction, dues: list[LetterDue]) -> tuple[str, str]:
    made = letters.render(tx, dues, TODAY)
    return made.languages[0], made.texts[0]


def test_a_text_that_nobody_approved_is_printed_beside_the_offices_until_somebody_does(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        dues = to_a_newcomer_who_reads(tx, LetterLanguage.TI)

        language, said = printed(tx, dues)
        assert language == "ti"
        assert BESIDE in said
        assert "ሰላም" in said
        assert "Du skal møte" in said

        text_approvals.approve(tx, NEWCOMER, "ti", approved_by="  Selam Tesfay ", approved_on=TODAY)
        language, said = printed(tx, dues)
        assert language == "ti"
        assert BESIDE not in said
        assert "Du skal møte" not in said

        (state,) = (
            one for one in text_approvals.states(tx) if (one.kind, one.language) == (NEWCOMER, "ti")
        )
        assert state.approval is not None
        assert state.approval.approved_by == "Selam Tesfay"
        assert not state.is_beside


def test_any_change_of_the_text_takes_the_approval_away(database: Database) -> None:
    with database.write("mona") as tx:
        dues = to_a_newcomer_who_reads(tx, LetterLanguage.PL)
        text_approvals.approve(tx, NEWCOMER, "pl", approved_by="Ola", approved_on=TODAY)
        assert BESIDE not in printed(tx, dues)[1]

        own_texts.save(tx, NEWCOMER, "pl", "# Cześć, {newcomer_first_name}")
        assert BESIDE in printed(tx, dues)[1]

        text_approvals.approve(tx, NEWCOMER, "pl", approved_by="Ola", approved_on=TODAY)
        assert BESIDE not in printed(tx, dues)[1]

        text_approvals.withdraw(tx, NEWCOMER, "pl")
        assert BESIDE in printed(tx, dues)[1]


def test_what_the_office_reads_itself_needs_no_approval(database: Database) -> None:
    with database.write("mona") as tx:
        dues = to_a_newcomer_who_reads(tx, LetterLanguage.EN)

        language, said = printed(tx, dues)

        assert language == "en"
        assert BESIDE not in said
        own = [one for one in text_approvals.states(tx) if one.language in ("nb", "nn", "da", "en")]
        assert own
        assert not any(one.is_beside for one in own)


def test_an_approval_needs_a_name_and_a_text(database: Database) -> None:
    with database.write("mona") as tx:
        with pytest.raises(InvalidField):
            text_approvals.approve(tx, NEWCOMER, "ti", approved_by=" ", approved_on=TODAY)
        with pytest.raises(NoSuchText):
            text_approvals.approve(
                tx,
                LetterKind.HOURS_CERTIFICATE,
                "ti",
                approved_by="Selam",
                approved_on=TODAY - timedelta(days=1),
            )


def test_the_preview_of_a_text_shows_both_columns_too(database: Database) -> None:
    with database.write("mona") as tx:
        text = own_texts.in_force(tx, NEWCOMER, "so", "standard")
        made = letters.make(own_texts.example(tx, NEWCOMER, "so", text, TODAY))

    assert BESIDE in made.texts[0]


def test_questionnaires_and_invitations_to_events_are_approved_as_letters_are(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx, letter_language=LetterLanguage.AR)
        newcomers = [Respondent.NEWCOMER]
        (page,) = questionnaire_papers.gather(tx, made.id, TODAY, Moment.MIDWAY, newcomers).pages
        assert (page.language, page.beside) == ("ar", "nb")
        for kind in (LetterKind.QUESTIONS_MIDWAY, OtherText.EVENT_INVITATION):
            text_approvals.approve(tx, kind, "ar", approved_by="Huda", approved_on=TODAY)
        (page,) = questionnaire_papers.gather(tx, made.id, TODAY, Moment.MIDWAY, newcomers).pages
        assert (page.language, page.beside) == ("ar", "")
        (page,) = questionnaire_papers.gather(tx, made.id, TODAY, Moment.START, newcomers).pages
        assert page.beside == "nb"

        event = events.save(tx, an_event(number=0), TODAY)
        invitations.invite(tx, event.id, EventFilter(), TODAY)
        letters_ = event_papers.prepare_letters(tx, event.id, TODAY).letters
        assert {(one.language, one.beside) for one in letters_} == {("nb", ""), ("ar", "")}
        text_approvals.withdraw(tx, OtherText.EVENT_INVITATION, "ar")
        letters_ = event_papers.prepare_letters(tx, event.id, TODAY).letters
        assert {(one.language, one.beside) for one in letters_} == {("nb", ""), ("ar", "nb")}


def test_the_list_has_the_texts_that_no_office_rewrites_and_what_they_say(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        fixed = [one for one in text_approvals.states(tx) if one.row is None]
        assert {one.kind for one in fixed} == {
            LetterKind.QUESTIONS_START,
            LetterKind.QUESTIONS_MIDWAY,
            LetterKind.QUESTIONS_CLOSING,
            LetterKind.WHO_IS_WHO,
            OtherText.EVENT_INVITATION,
        }
        assert all(one.is_beside and one.own is None for one in fixed)
        assert all(text_approvals.wording(tx, *one.id) for one in fixed)
