from datetime import timedelta
from typing import Any

import pytest

from mentorapp.domain.deleted import TakenMeanwhile
from mentorapp.domain.errors import InvalidField, Problem, StillInUse
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.networks import NetworkCheck, NetworkStage
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.protection import Protection
from mentorapp.domain.questionnaires import (
    OWN_WORDS,
    AlreadyAnswered,
    Item,
    Moment,
    NotOfThePair,
    Questionnaire,
    Respondent,
)
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.operations import (
    Database,
    Transaction,
    deleted,
    merging,
    networks,
    pairings,
    people,
    questionnaires,
    timeline,
    undoing,
)
from mentorapp.operations.questionnaires import Saved
from mentorapp.storage import records
from mentorapp.words import Words
from mentorapp.words.timeline import say_entry
from tests.factories import TODAY
from tests.mentorapp.operations.registering import newcomer, pair, protect, register

WORDS = Words("en")
AGREED = TODAY - timedelta(days=100)
NEWCOMER, MENTOR = Respondent.NEWCOMER, Respondent.MENTOR


def typed(
    tx: Transaction,
    made: Pairing,
    who: Respondent = NEWCOMER,
    when: Moment = Moment.START,
    **changes: Any,
) -> Saved:
    usual: dict[str, Any] = {
        "pairing_id": made.id,
        "person_id": pairings.both(tx, made)[list(Respondent).index(who)],
        "moment": when,
        "answered_on": TODAY,
        "answers": {"fit": 1, "support": 4},
    }
    return questionnaires.save(tx, Questionnaire(**(usual | changes)), TODAY, WORDS)


def test_each_half_answers_once_at_each_moment(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        first = typed(tx, made)
        typed(tx, made, MENTOR)
        typed(tx, made, when=Moment.MIDWAY)
        with pytest.raises(AlreadyAnswered) as why:
            typed(tx, made)
        assert (why.value.number, why.value.answered_on) == (made.number, TODAY)
        held = records.get(tx, Questionnaire, first.filled.id)
        assert held.typed_by == "mona"
        typed(tx, made, id=held.id, answers={"fit": 2})
        told = [
            (one.respondent, one.questionnaire.moment, dict(one.answers))
            for one in questionnaires.of_pairing(tx, made.id)
        ]
        assert told == [
            (MENTOR, Moment.START, {"fit": 1, "support": 4}),
            (NEWCOMER, Moment.START, {"fit": 2}),
            (NEWCOMER, Moment.MIDWAY, {"fit": 1, "support": 4}),
        ]


def test_it_belongs_to_one_of_the_pair(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        other = register(tx, newcomer("Khaled Fares"))
        with pytest.raises(NotOfThePair):
            typed(tx, made, person_id=other)


def test_what_is_asked_of_the_network_is_kept_with_the_network(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        saved = typed(tx, made, answers={"fit": 1, "people_to_ask": 4})
        (check,) = records.find(tx, NetworkCheck)
        assert (check.stage, check.people_to_ask, check.language_days) == (
            NetworkStage.START,
            4,
            None,
        )
        assert records.get(tx, Questionnaire, saved.filled.id).answers == {"fit": 1}
        assert saved.filled.answers == {"fit": 1, "people_to_ask": 4}
        typed(tx, made, id=saved.filled.id, answers={"fit": 1, "language_days": 7})
        (check,) = records.find(tx, NetworkCheck)
        assert (check.people_to_ask, check.language_days) == (None, 7)
        typed(tx, made, id=saved.filled.id, answers={"fit": 1})
        assert records.find(tx, NetworkCheck) == []


def test_an_open_answer_takes_nothing_away_that_was_asked_otherwise(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        asked = NetworkCheck(
            person_id=pairings.both(tx, made)[1],
            pairing_id=made.id,
            stage=NetworkStage.START,
            asked_on=TODAY - timedelta(days=9),
            people_to_ask=2,
            language_days=1,
        )
        networks.save(tx, asked, TODAY)
        saved = typed(tx, made, answers={"fit": 1, "language_days": 3})
        assert saved.filled.answers == {"fit": 1, "people_to_ask": 2, "language_days": 3}
        questionnaires.remove(tx, saved.filled.id)
        assert len(records.find(tx, NetworkCheck)) == 1


def test_a_low_answer_makes_one_follow_up_with_the_question_in_words(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        planned = len(records.find(tx, FollowUp))
        saved = typed(tx, made, MENTOR, answers={"fit": 3, "support": 1, "roles": 1})
        follow_up = saved.follow_up
        assert follow_up is not None
        assert (follow_up.kind, follow_up.pairing_id) == (FollowUpKind.CALL, made.id)
        assert TODAY < follow_up.due <= TODAY + timedelta(days=5)
        assert follow_up.due.weekday() < 5
        assert follow_up.note == (
            "Marit Bekkelund: Do the two of you get on well together? – No, not well\n"
            "Do you get the help you need from the office? – 1 of 5"
        )
        assert typed(tx, made, MENTOR, id=saved.filled.id, answers={"fit": 3}).follow_up is None
        assert len(records.find(tx, FollowUp)) == planned + 1


def test_good_answers_make_none_until_one_is_mended_to_a_low_one(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        saved = typed(tx, made)
        assert saved.follow_up is None
        assert typed(tx, made, id=saved.filled.id, answers={"call_me": 1}).follow_up is not None


def test_undo_takes_page_network_and_follow_up_back(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        planned = len(records.find(tx, FollowUp))
    with database.write("mona") as tx:
        typed(tx, made, answers={"fit": 3, "people_to_ask": 1})
        changes = tuple(tx.changes)
    with database.write("mona") as tx:
        undoing.undo(tx, changes)
        assert records.find(tx, Questionnaire) == []
        assert records.find(tx, NetworkCheck) == []
        assert len(records.find(tx, FollowUp)) == planned


def test_what_is_deleted_comes_back_with_its_network_unless_there_is_another(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        saved = typed(tx, made, answers={"people_to_ask": 3})
    with database.write("mona") as tx:
        questionnaires.remove(tx, saved.filled.id)
    with database.write("mona") as tx:
        assert records.find(tx, NetworkCheck) == []
        (row,) = deleted.rows(tx, TODAY)
        assert (row.kind, row.names) == ("questionnaire", ("Sahra Guled",))
        deleted.restore(tx, row.id)
        assert questionnaires.read(tx, saved.filled.id).answers == {"people_to_ask": 3}
    with database.write("mona") as tx:
        questionnaires.remove(tx, saved.filled.id)
    with database.write("mona") as tx:
        typed(tx, made)
        (row,) = deleted.rows(tx, TODAY)
        with pytest.raises(TakenMeanwhile):
            deleted.restore(tx, row.id)


def test_own_words_tell_no_place_of_either_half_that_is_strictly_protected(
    database: Database,
) -> None:
    said = {OWN_WORDS: "Vi møtes i Bodø"}
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        saved = typed(tx, made, MENTOR, own_words=said)
        protect(tx, pairings.both(tx, made)[1], Protection.STRICT)
        kept = records.get(tx, Questionnaire, saved.filled.id)
        assert "Bodø" not in kept.own_words[OWN_WORDS]
        with pytest.raises(InvalidField) as why:
            typed(tx, made, MENTOR, when=Moment.MIDWAY, own_words=said)
        assert (why.value.field, why.value.problem) == ("answer.told", Problem.NAMES_PLACE)
        assert all(not one.questionnaire.own_words for one in questionnaires.for_list(tx))


def test_who_answered_is_not_deleted_and_takes_the_answers_along_when_merged(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        saved = typed(tx, made)
        twice = register(tx, newcomer("Sahra Gulled"))
        whose = saved.filled.questionnaire.person_id
        with pytest.raises(StillInUse):
            people.delete(tx, whose)
        merging.merge(tx, twice, whose, TODAY)
        assert questionnaires.read(tx, saved.filled.id).questionnaire.person_id == twice


def test_the_story_of_the_pair_tells_of_both_and_of_a_person_of_his_own(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        typed(tx, made)
        typed(tx, made, MENTOR, own_words={OWN_WORDS: "Det går fint."})
        told = [
            (say_entry(WORDS, one), one.text)
            for one in timeline.of_pairing(tx, made.id, TODAY)
            if one.happened == "questions_answered"
        ]
        assert told == [
            ("Questions answered, at the start · Marit Bekkelund", "Det går fint."),
            ("Questions answered, at the start · Sahra Guled", ""),
        ]
        mentor, _newcomer = pairings.both(tx, made)
        (own,) = (
            one
            for one in timeline.of_person(tx, mentor, TODAY)
            if one.happened == "questions_answered"
        )
        assert say_entry(WORDS, own) == "Questions answered, at the start · Sahra Guled"


def test_a_code_leads_to_the_page_and_a_number_to_what_is_missing(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        found = questionnaires.wanted(tx, f"{made.number}-M3", TODAY)
        assert (found.row.id, found.respondent, found.moment) == (made.id, MENTOR, Moment.CLOSING)
        found = questionnaires.wanted(tx, str(made.number), TODAY)
        assert (found.respondent, found.moment) == (NEWCOMER, Moment.START)
        saved = typed(tx, made)
        found = questionnaires.wanted(tx, str(made.number), TODAY)
        assert (found.respondent, found.moment) == (MENTOR, Moment.START)
        there = found.there(NEWCOMER, Moment.START)
        assert there is not None
        assert there.id == saved.filled.id
        assert found.there(MENTOR, Moment.START) is None
        assert found.person_id(NEWCOMER) == saved.filled.questionnaire.person_id
        assert Item.FIT in {one.item for one in saved.filled.asked}
