from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.follow_up import AttentionKind
from mentorapp.domain.networks import AlreadyAsked, NetworkCheck, NetworkStage
from mentorapp.domain.pairings import Pairing
from mentorapp.operations import Database, Transaction, follow_up, networks, pairings
from tests.factories import TODAY
from tests.mentorapp.operations.registering import end_early, newcomer, pair, register

DAY = timedelta(days=1)
AGREED = TODAY - 200 * DAY


def asked(tx: Transaction, made: Pairing, stage: NetworkStage, **changes: Any) -> NetworkCheck:
    usual: dict[str, Any] = {
        "person_id": person_of(tx, made),
        "pairing_id": made.id,
        "stage": stage,
        "asked_on": TODAY,
        "people_to_ask": 3,
        "language_days": 2,
    }
    return networks.save(tx, NetworkCheck(**(usual | changes)), TODAY)


def person_of(tx: Transaction, made: Pairing) -> UUID:
    return pairings.row(tx, made.id, TODAY).newcomer_person_id


def test_a_stage_of_a_pairing_is_asked_once(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        first = asked(tx, made, NetworkStage.START)
        with pytest.raises(AlreadyAsked) as refused:
            asked(tx, made, NetworkStage.START)
        assert (refused.value.number, refused.value.asked_on) == (made.number, TODAY)
        mended = asked(tx, made, NetworkStage.START, id=first.id, people_to_ask=4)
        assert mended.people_to_ask == 4
        assert [row.pairing_number for row in networks.of_person(tx, first.person_id)] == [
            made.number
        ]


def test_an_answer_belongs_to_the_newcomer_of_the_pair_and_to_its_time(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        other = register(tx, newcomer("Khaled Fares"))
        with pytest.raises(InvalidField):
            asked(tx, made, NetworkStage.START, person_id=other)
        with pytest.raises(InvalidField) as refused:
            asked(tx, made, NetworkStage.START, asked_on=AGREED - DAY)
        assert refused.value.problem is Problem.BEFORE_START


def test_what_was_not_asked_is_due_until_it_is(database: Database) -> None:
    with database.write("mona") as tx:
        agreed = TODAY - 40 * DAY
        made = pair(tx, on=agreed)
        fresh = pair(tx, on=TODAY)
        (due,) = networks.due(tx, TODAY)
        assert (due.pairing_number, due.stage, due.due) == (
            made.number,
            NetworkStage.START,
            agreed + 30 * DAY,
        )
        assert networks.due(tx, TODAY, person_of(tx, fresh)) == []
        asked(tx, made, NetworkStage.START)
        assert networks.due(tx, TODAY) == []
        end_early(tx, made.id, TODAY, TODAY)
        assert [one.stage for one in networks.due(tx, TODAY)] == [NetworkStage.END]


def test_the_longest_due_stand_in_the_list_of_the_day_and_how_many_more(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = [pair(tx, on=TODAY - days * DAY) for days in (31, 32, 33, 34, 35)]
        lines = [
            (line.pairing_number, line.days, line.detail, line.more)
            for line in follow_up.today_list(tx, TODAY)
            if line.kind is AttentionKind.NETWORK_QUESTION
        ]
        assert lines == [
            (made[4].number, 5, NetworkStage.START, 0),
            (made[3].number, 4, NetworkStage.START, 0),
            (made[2].number, 3, NetworkStage.START, 2),
        ]
        asked(tx, made[4], NetworkStage.START)
        assert [line.days for line in networks.attention(tx, TODAY)] == [4, 3, 2]


def test_the_development_is_read_from_start_to_end(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=AGREED)
        asked(tx, made, NetworkStage.START, asked_on=AGREED + DAY)
        last = asked(tx, made, NetworkStage.END, people_to_ask=7, language_days=None)
        counted = networks.figures(tx, TODAY - 10 * DAY, TODAY, TODAY)
        assert (counted.people.pairs, counted.people.before, counted.people.after) == (1, 3, 7)
        assert counted.language.pairs == 0
        held = networks.remove(tx, last.id)
        assert networks.figures(tx, TODAY - 10 * DAY, TODAY, TODAY).people.pairs == 0
        networks.restore(tx, held)
        assert len(networks.all_rows(tx)) == 2
