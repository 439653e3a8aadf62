from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.errors import InvalidField
from mentorapp.domain.networks import (
    NetworkCheck,
    NetworkStage,
    check_network_check,
    development,
    network_due,
    network_figures,
)
from mentorapp.domain.pairings import PairingStatus
from mentorapp.domain.records import new_id
from tests.factories import TODAY, a_pairing

START, MIDWAY, END = NetworkStage
DAY = timedelta(days=1)


def check(stage: NetworkStage = START, **changes: Any) -> NetworkCheck:
    usual: dict[str, Any] = {
        "person_id": new_id(),
        "stage": stage,
        "asked_on": date(2026, 3, 1),
        "people_to_ask": 2,
        "language_days": 1,
    }
    return NetworkCheck(**(usual | changes))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"asked_on": TODAY + DAY}, "asked_on"),
        ({"people_to_ask": None, "language_days": None}, "people_to_ask"),
        ({"people_to_ask": -1}, "people_to_ask"),
        ({"people_to_ask": 501}, "people_to_ask"),
        ({"language_days": 8}, "language_days"),
    ],
)
def test_an_answer_that_cannot_be_right_is_refused(changes: dict[str, Any], field: str) -> None:
    check_network_check(check(), TODAY)
    check_network_check(check(people_to_ask=None, language_days=0), TODAY)
    with pytest.raises(InvalidField) as refused:
        check_network_check(check(**changes), TODAY)
    assert refused.value.field == field


def test_the_start_is_due_a_month_after_the_agreement_and_no_day_sooner() -> None:
    pairing = a_pairing(agreed_on=date(2026, 9, 1))
    due = date(2026, 10, 1)
    assert network_due(pairing, [], due - DAY) is None
    assert network_due(pairing, [], due) == (START, due)
    assert network_due(pairing, [START], due) is None
    assert network_due(pairing, [MIDWAY], due) is None  # too late for a start


def test_midway_is_due_from_the_middle_of_the_pair_and_takes_the_place_of_a_missed_start() -> None:
    pairing = a_pairing(agreed_on=date(2026, 1, 1), planned_end=date(2026, 7, 20))
    middle = date(2026, 4, 11)
    assert network_due(pairing, [START], middle - DAY) is None
    assert network_due(pairing, [START], middle) == (MIDWAY, middle)
    assert network_due(pairing, [], middle - DAY) == (START, date(2026, 1, 31))
    assert network_due(pairing, [], middle) == (MIDWAY, middle)
    assert network_due(pairing, [START, MIDWAY], middle) is None


def test_without_a_planned_end_the_middle_is_ninety_days_on() -> None:
    pairing = a_pairing(agreed_on=date(2026, 1, 1), planned_end=None)
    assert network_due(pairing, [START], date(2026, 4, 1)) == (MIDWAY, date(2026, 4, 1))


def test_a_short_pair_is_not_asked_twice_in_two_months() -> None:
    pairing = a_pairing(agreed_on=date(2026, 1, 1), planned_end=date(2026, 2, 20))
    assert network_due(pairing, [START], date(2026, 3, 1)) is None
    assert network_due(pairing, [START], date(2026, 3, 2)) == (MIDWAY, date(2026, 3, 2))


def test_the_end_is_due_when_the_pair_ends_for_ninety_days() -> None:
    ended = a_pairing(status=PairingStatus.COMPLETED, ended_on=date(2026, 10, 31))
    assert network_due(ended, [START], TODAY) == (END, date(2026, 10, 31))
    assert network_due(ended, [START, END], TODAY) is None
    assert network_due(ended, [START], date(2026, 10, 31) + 91 * DAY) is None


def pair(pairing_id: UUID, before: int | None, after: int | None, day: date) -> list[NetworkCheck]:
    return [
        check(START, pairing_id=pairing_id, people_to_ask=before, asked_on=day - 200 * DAY),
        check(END, pairing_id=pairing_id, people_to_ask=after, asked_on=day, language_days=None),
    ]


def test_the_development_is_told_over_pairs_that_answered_twice() -> None:
    last = date(2026, 6, 30)
    checks = [
        *pair(new_id(), 1, 5, last),
        *pair(new_id(), 3, 3, last),
        *pair(new_id(), None, 9, last),  # not answered at the start
        *pair(new_id(), 1, 8, last + DAY),  # ended after the period
        check(START, pairing_id=new_id(), asked_on=last),
    ]
    counted = network_figures(checks, date(2026, 1, 1), last)
    assert counted.people == development([(1, 5), (3, 3)])
    assert (counted.people.pairs, counted.people.before, counted.people.after) == (2, 2, 4)
    assert (counted.people.more, counted.people.same, counted.people.fewer) == (1, 1, 0)
    assert counted.language.pairs == 0
    assert counted.language.before is None
    assert counted.asked == {START: 1, MIDWAY: 0, END: 3}


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))))
def test_more_the_same_and_fewer_add_up_to_the_pairs(values: list[tuple[int, int]]) -> None:
    one = development(values)
    assert one.more + one.same + one.fewer == one.pairs == len(values)
