from datetime import timedelta
from typing import Any

import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.questionnaires import (
    ASKED,
    OF_NETWORK,
    OWN_WORDS,
    Item,
    Moment,
    Questionnaire,
    Respondent,
    Scale,
    asked,
    check_questionnaire,
    low_items,
)
from mentorapp.domain.records import new_id
from tests.factories import TODAY, a_pairing

PAIRING = a_pairing(agreed_on=TODAY - timedelta(days=60))
EVERY_PAGE = [(who, when) for who in Respondent for when in Moment]


def page(**changes: Any) -> Questionnaire:
    usual: dict[str, Any] = {
        "pairing_id": PAIRING.id,
        "person_id": new_id(),
        "moment": Moment.START,
        "answered_on": TODAY,
        "answers": {"fit": 1},
    }
    return Questionnaire(**(usual | changes))


def refused(who: Respondent, **changes: Any) -> InvalidField:
    with pytest.raises(InvalidField) as why:
        check_questionnaire(page(**changes), who, PAIRING, TODAY)
    return why.value


def test_a_page_has_few_questions_and_what_changes_is_asked_every_time() -> None:
    assert all(4 <= len(asked(who, when)) <= 8 for who, when in EVERY_PAGE)
    start, midway, closing = ({one.item for one in asked(Respondent.NEWCOMER, m)} for m in Moment)
    always = {Item.LANGUAGE_DAYS, Item.PEOPLE_TO_ASK, Item.OWN_GOAL, Item.FIT, Item.SUPPORT}
    assert always <= start & midway & closing
    assert {Item.ROLES, Item.INTERPRETER} <= start - midway - closing


def test_only_newcomers_are_asked_about_network_language_and_goal() -> None:
    of_mentors = {one.item for when in Moment for one in asked(Respondent.MENTOR, when)}
    assert not of_mentors & {*OF_NETWORK, Item.OWN_GOAL, Item.LANGUAGE_BETTER}


def test_every_low_answer_stands_on_its_scale() -> None:
    assert {one.item for one in ASKED} == set(Item)
    assert all(one.low and one.low <= set(one.scale.steps) for one in ASKED)
    assert len(Scale.NUMBER.steps) > 100


def test_low_is_what_calls_for_a_follow_up_at_that_moment() -> None:
    answers = {"own_goal": 0, "language_days": 0, "fit": 3, "support": 2, "roles": 1}
    newcomer = Respondent.NEWCOMER
    assert low_items(newcomer, Moment.START, answers) == (Item.FIT, Item.SUPPORT)
    assert low_items(newcomer, Moment.MIDWAY, answers) == (
        Item.LANGUAGE_DAYS,
        Item.OWN_GOAL,
        Item.FIT,
        Item.SUPPORT,
    )
    assert low_items(newcomer, Moment.START, {"fit": 2, "support": 3, "call_me": 2}) == ()
    assert low_items(newcomer, Moment.START, {"call_me": 1}) == (Item.CALL_ME,)


def test_one_answer_is_enough_and_so_are_own_words() -> None:
    check_questionnaire(page(), Respondent.MENTOR, PAIRING, TODAY)
    said = page(answers={}, own_words={OWN_WORDS: "Takk"})
    check_questionnaire(said, Respondent.MENTOR, PAIRING, TODAY)
    assert refused(Respondent.MENTOR, answers={}).problem is Problem.MISSING
    assert refused(Respondent.MENTOR, answers={}, own_words={OWN_WORDS: " "}).field == "questions"


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"answers": {"fit": 4}}, "item.fit", Problem.OUT_OF_RANGE),
        ({"answers": {"own_goal": 0}}, "questions", Problem.UNKNOWN_VALUE),
        ({"answers": {"health": 1}}, "questions", Problem.UNKNOWN_VALUE),
        ({"own_words": {"faith": "x"}}, "questions", Problem.UNKNOWN_VALUE),
        ({"own_words": {OWN_WORDS: "x" * 10_001}}, "answer.told", Problem.TOO_LONG),
        ({"answered_on": TODAY + timedelta(days=1)}, "answered_on", Problem.IN_FUTURE),
        ({"answered_on": TODAY - timedelta(days=61)}, "answered_on", Problem.BEFORE_START),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(
    changes: dict[str, Any], field: str, problem: Problem
) -> None:
    why = refused(Respondent.MENTOR, **changes)
    assert (why.field, why.problem) == (field, problem)
