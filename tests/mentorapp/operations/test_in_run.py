from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from mentorapp.domain.errors import NewcomerAlreadyPaired, NotFound, NotReadyToPair
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer, NewcomerStatus
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.domain.run_errors import AnswerAwaited, ByHandOnly, NotInScheme
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import Database, Transaction, in_run, pairing, schemes
from mentorapp.storage import records
from tests.factories import TODAY, a_newcomer
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id


def _number(tx: Transaction, role: Mentor | Newcomer) -> str:
    return str(records.get(tx, Person, role.person_id).number)


def _of_mentor(tx: Transaction, role_id: UUID) -> str:
    return _number(tx, records.get(tx, Mentor, role_id))


def _of_newcomer(tx: Transaction, role_id: UUID) -> str:
    return _number(tx, records.get(tx, Newcomer, role_id))


def _buddy(tx: Transaction) -> Scheme:
    return records.get(tx, Scheme, buddy(tx))


def test_people_in_the_run_are_found_by_their_numbers(database: Database) -> None:
    with database.write("mona") as tx:
        mentor, newcomer = mentor_id(tx), newcomer_id(tx)
        assert in_run.mentor_in_run(tx, _buddy(tx), _of_mentor(tx, mentor)) == mentor
        found = in_run.newcomer_in_run(tx, _buddy(tx), _of_newcomer(tx, newcomer))
        assert found == newcomer
        assert in_run.is_asked_as_mentor(tx, _of_mentor(tx, mentor))
        assert not in_run.is_asked_as_mentor(tx, _of_newcomer(tx, newcomer))


def test_a_mentor_who_is_a_newcomer_too_is_asked_about_as_one(database: Database) -> None:
    with database.write("mona") as tx:
        mentor = records.get(tx, Mentor, mentor_id(tx))
        records.add(tx, a_newcomer(person_id=mentor.person_id))
        assert not in_run.is_asked_as_mentor(tx, _number(tx, mentor))


@pytest.mark.parametrize("status", NewcomerStatus)
def test_a_former_newcomer_who_is_an_approved_mentor_is_asked_about_as_one(
    status: NewcomerStatus, database: Database
) -> None:
    with database.write("mona") as tx:
        mentor = records.get(tx, Mentor, mentor_id(tx))
        records.add(tx, a_newcomer(person_id=mentor.person_id, status=status))
        number = _number(tx, mentor)
        assert in_run.is_asked_as_mentor(tx, number) == (status not in TO_BE_PAIRED)
        records.amend(tx, replace(mentor, status=MentorStatus.APPLIED))
        assert not in_run.is_asked_as_mentor(tx, number)


def test_a_newcomer_whom_no_run_looks_at_is_refused_with_the_reason(database: Database) -> None:
    with database.write("mona") as tx:
        scheme, mentor = _buddy(tx), mentor_id(tx)

        def refusal(role_id: UUID) -> Callable[[], UUID]:
            return lambda: in_run.newcomer_in_run(tx, scheme, _of_newcomer(tx, role_id))

        with pytest.raises(NotFound):
            in_run.newcomer_in_run(tx, scheme, _of_mentor(tx, mentor))
        with pytest.raises(ByHandOnly):
            refusal(newcomer_id(tx, protection=Protection.STRICT, postal_code=""))()
        with pytest.raises(NotReadyToPair):
            refusal(newcomer_id(tx, status=NewcomerStatus.REGISTERED))()
        with pytest.raises(NotInScheme):
            refusal(newcomer_id(tx, schemes=frozenset({"practice_driving"})))()
        paired = newcomer_id(tx, name="A A")
        made = pairing.pair_by_hand(tx, scheme.id, mentor, paired, TODAY)
        with pytest.raises(NewcomerAlreadyPaired) as refused:
            refusal(paired)()
        assert refused.value.number == made.number
        asked = newcomer_id(tx, name="B B")
        rows = pairing.run(tx, scheme.id, TODAY).rows
        (row,) = [row for row in rows if row.proposal.newcomer_id == asked]
        pairing.send(tx, row.proposal.id)
        with pytest.raises(AnswerAwaited):
            refusal(asked)()


def test_a_mentor_whom_no_run_looks_at_is_refused_with_the_reason(database: Database) -> None:
    with database.write("mona") as tx:
        scheme = _buddy(tx)

        def refuse(role_id: UUID) -> None:
            in_run.mentor_in_run(tx, scheme, _of_mentor(tx, role_id))

        with pytest.raises(NotFound):
            in_run.mentor_in_run(tx, scheme, _of_newcomer(tx, newcomer_id(tx)))
        with pytest.raises(NotReadyToPair):
            refuse(mentor_id(tx, status=MentorStatus.APPLIED))
        with pytest.raises(ByHandOnly):
            refuse(mentor_id(tx, protection=Protection.STRICT, postal_code=""))
        with pytest.raises(NotInScheme):
            refuse(mentor_id(tx, schemes=frozenset({"practice_driving"})))


def test_the_scheme_is_the_drafts_else_the_first_that_was_chosen(database: Database) -> None:
    with database.write("mona") as tx:
        mentor = mentor_id(tx)
        newcomer = newcomer_id(tx, schemes=frozenset({"buddy", "language_practice"}))
        number = _of_newcomer(tx, newcomer)
        assert in_run.scheme_for(tx, number).key == "buddy"
        pairing.run(tx, schemes.find(tx, "language_practice").id, TODAY)
        assert in_run.scheme_for(tx, number).key == "language_practice"
        assert in_run.scheme_for(tx, _of_mentor(tx, mentor)).key == "language_practice"
        for one in schemes.all_schemes(tx):
            records.amend(tx, replace(one, active=False))
        assert in_run.scheme_for(tx, number).key == "language_practice"
