from datetime import timedelta
from typing import Any
from uuid import UUID

from mentorapp.domain.evaluation import (
    Back,
    Evaluation,
    GivenOut,
    ItemFigures,
    Told,
    bands,
    evaluate,
)
from mentorapp.domain.questionnaires import Item, Moment, Respondent, Scale
from mentorapp.domain.records import new_id
from tests.factories import TODAY

DAY = timedelta(days=1)
FIRST = TODAY - 300 * DAY
NEWCOMER, MENTOR = Respondent.NEWCOMER, Respondent.MENTOR


def told(answers: dict[str, int], when: Moment = Moment.CLOSING, **changes: Any) -> Told:
    usual: dict[str, Any] = {
        "pairing_id": new_id(),
        "person_id": new_id(),
        "respondent": NEWCOMER,
        "answered_on": TODAY - 10 * DAY,
    }
    return Told(moment=when, answers=answers, **(usual | changes))


def course(start: dict[str, int], end: dict[str, int], **changes: Any) -> list[Told]:
    """One pair's answers at the start, before the period, and at the end."""
    same = {"pairing_id": new_id(), "person_id": new_id(), **changes}
    early = {"answered_on": FIRST - 30 * DAY}
    return [told(start, Moment.START, **same, **early), told(end, **same)]


def counted(pages: list[Told], given: list[GivenOut] | None = None, least: int = 5) -> Evaluation:
    return evaluate(pages, given or [], FIRST, TODAY, least)


def item(found: Evaluation, which: Item, who: Respondent = NEWCOMER) -> ItemFigures:
    return next(one for one in found.items[who] if one.asked.item is which)


def test_answers_are_counted_with_their_mean() -> None:
    pages = [told({"support": answer}) for answer in (5, 5, 5, 5, 5, 4, 4, 4, 4, 4)]
    at_end = item(counted(pages), Item.SUPPORT).at[Moment.CLOSING]
    assert (at_end.people, at_end.mean) == (10, 4.5)
    assert [count for _band, count in at_end.counts] == [0, 0, 0, 5, 5]


def test_what_tells_of_few_is_hidden_and_the_mean_with_it() -> None:
    pages = [told({"support": answer}) for answer in (5,) * 12 + (4,) * 6 + (1,) * 2]
    at_end = item(counted(pages), Item.SUPPORT).at[Moment.CLOSING]
    shown = [count for _band, count in at_end.counts]
    assert shown == [None, None, None, None, 12]  # with nought told, they could not be nought
    assert at_end.mean is None
    few = item(counted(pages[:4]), Item.SUPPORT).at[Moment.CLOSING]
    assert (few.people, few.counts, few.mean) == (None, (), None)


def test_the_office_says_what_is_few() -> None:
    pages = [told({"fit": 1}) for _at in range(4)]
    assert item(counted(pages, least=3), Item.FIT).at[Moment.CLOSING].people == 4
    assert item(counted(pages), Item.FIT).at[Moment.CLOSING].people is None


def test_a_change_is_of_the_same_persons_and_the_best_fit_is_1() -> None:
    pages = [page for _at in range(6) for page in course({"fit": 3}, {"fit": 1})]
    pages += [told({"fit": 2}) for _at in range(5)]  # no answer at the start
    change = item(counted(pages), Item.FIT).change
    assert change is not None
    assert (change.people, change.better, change.same, change.worse) == (6, 6, 0, 0)
    assert change.before is None
    goals = [page for _at in range(5) for page in course({"own_goal": 1}, {"own_goal": 3})]
    change = item(counted(goals), Item.OWN_GOAL).change
    assert change is not None
    assert (change.better, change.before, change.after) == (5, 1.0, 3.0)


def test_a_change_of_few_is_not_told() -> None:
    pages = [page for _at in range(4) for page in course({"own_goal": 1}, {"own_goal": 3})]
    change = item(counted(pages), Item.OWN_GOAL).change
    assert change is not None
    assert (change.people, change.better, change.before) == (None, None, None)
    mixed = [page for _at in range(6) for page in course({"own_goal": 1}, {"own_goal": 3})]
    mixed += [page for _at in range(2) for page in course({"own_goal": 1}, {"own_goal": 0})]
    change = item(counted(mixed), Item.OWN_GOAL).change
    assert change is not None
    assert (change.people, change.worse, change.better) == (8, None, None)
    assert change.before is None


def test_each_person_counts_once_with_the_newest_answer_of_the_period() -> None:
    whose = new_id()
    pages = [told({"fit": 1}) for _at in range(5)]
    pages += [
        told({"fit": 3}, person_id=whose, answered_on=TODAY - 50 * DAY),
        told({"fit": 1}, person_id=whose, answered_on=TODAY - 5 * DAY),
        told({"fit": 3}, answered_on=TODAY + DAY),
    ]
    at_end = item(counted(pages), Item.FIT).at[Moment.CLOSING]
    assert [count for _band, count in at_end.counts] == [6, 0, 0]


def test_mentors_stand_apart_and_a_wish_to_be_called_is_no_figure() -> None:
    pages = [told({"fit": 2, "call_me": 1}, respondent=MENTOR) for _at in range(5)]
    found = counted(pages)
    assert item(found, Item.FIT, MENTOR).at[Moment.CLOSING].people == 5
    assert item(found, Item.FIT).at[Moment.CLOSING].people == 0
    assert Item.CALL_ME not in {one.asked.item for who in Respondent for one in found.items[who]}


def test_pages_are_told_with_those_given_out_and_none_is_answered_that_was_not() -> None:
    def given(one: Told, day: int, person_id: UUID | None = None) -> GivenOut:
        return GivenOut(
            pairing_id=one.pairing_id,
            person_id=person_id or one.person_id,
            respondent=one.respondent,
            moment=one.moment,
            printed_on=TODAY - day * DAY,
        )

    answered, unprinted, before = (told({"fit": 1}) for _at in range(3))
    lost = told({"fit": 1})
    printed = [given(answered, 40), given(lost, 40, new_id()), given(before, 400)]
    found = counted([answered, unprinted, before], printed)
    assert found.back[NEWCOMER, Moment.CLOSING] == Back(3, 2)
    assert found.back[MENTOR, Moment.CLOSING] == Back(0, 0)
    assert found.has_data
    assert not counted([]).has_data


def test_long_scales_are_counted_in_bands_that_leave_nothing_out() -> None:
    for scale in Scale:
        steps = [step for low, high in bands(scale) for step in range(low, high + 1)]
        assert steps == list(scale.steps)
