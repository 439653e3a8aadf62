from datetime import timedelta
from uuid import UUID

import pytest

from mentorapp.domain.calls import Call
from mentorapp.domain.errors import InvalidField, NotFound
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.records import new_id
from mentorapp.operations import Database, Transaction, calls, pairings
from tests.factories import TODAY
from tests.mentorapp.operations.registering import pair

DAY = timedelta(days=1)


def test_a_call_is_noted_with_who_called_and_found_with_the_person_and_the_pair(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        person = _somebody(tx, made)
        first = calls.note(tx, Call(person_id=person, called_on=TODAY - DAY, reached=False), TODAY)
        second = calls.note(
            tx,
            Call(person_id=person, pairing_id=made.id, called_on=TODAY, note="  Both well "),
            TODAY,
        )

        assert (second.called_by, second.note) == ("mona", "Both well")
        assert calls.of_person(tx, person) == [second, first]
        assert calls.of_pairing(tx, made.id) == [second]


def test_a_call_that_was_noted_by_mistake_is_taken_back(database: Database) -> None:
    with database.write("mona") as tx:
        person = _somebody(tx, pair(tx))
        call = calls.note(tx, Call(person_id=person, called_on=TODAY), TODAY)

        calls.remove(tx, call.id)

        assert calls.of_person(tx, person) == []


def test_no_call_is_noted_for_tomorrow_or_with_somebody_unknown(database: Database) -> None:
    with database.write("mona") as tx:
        person = _somebody(tx, pair(tx))
        with pytest.raises(InvalidField):
            calls.note(tx, Call(person_id=person, called_on=TODAY + DAY), TODAY)
        with pytest.raises(NotFound):
            calls.note(tx, Call(person_id=new_id(), called_on=TODAY), TODAY)


def _somebody(tx: Transaction, made: Pairing) -> UUID:
    return pairings.row(tx, made.id, TODAY).newcomer_person_id
