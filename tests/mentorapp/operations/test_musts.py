"""What has come up since a draft was made: a lock that no longer holds, a must, no more room."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import MentorFull, PairNotAllowed
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.proposals import Proposal
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, Transaction, pairing, pairings, people
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import (
    buddy,
    changed,
    mentor_id,
    newcomer,
    newcomer_id,
    register,
)


def _amend(tx: Transaction, role_id: UUID, **changes: Any) -> None:
    records.amend(tx, replace(records.get(tx, Mentor, role_id), **changes))


def _lock_all(tx: Transaction) -> list[pairing.ProposalRow]:
    rows = pairing.run(tx, buddy(tx), TODAY).rows
    for row in rows:
        pairing.lock(tx, row.proposal.id, locked=True)
    return rows


def _minor_with_a_mentor(tx: Transaction) -> UUID:
    """A pair that hangs on the mentor's certificate; the mentor."""
    newcomer_id(tx, name="Young One", birth_year=TODAY.year - 14)
    return mentor_id(tx, certificate_seen_on=TODAY - timedelta(days=30))


def test_a_lock_that_an_obstacle_broke_leaves_no_draft(database: Database) -> None:
    with database.write("mona") as tx:
        one = _minor_with_a_mentor(tx)
        assert len(_lock_all(tx)) == 1
        _amend(tx, one, certificate_seen_on=None)
        assert pairing.run(tx, buddy(tx), TODAY).rows == []


def test_a_lock_without_room_gives_way_to_the_new_set(database: Database) -> None:
    with database.write("mona") as tx:
        one = mentor_id(tx, capacity=1)
        newcomer_id(tx)
        _lock_all(tx)
        _amend(tx, one, capacity=0)
        other = mentor_id(tx, name="Ola Ny", capacity=1)
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        assert row.proposal.mentor_id == other


def test_the_lock_of_strictly_confidential_people_stays_unless_an_obstacle_broke_it(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        one = mentor_id(tx)
        person = register(tx, newcomer(postal_code=""))
        _lock_all(tx)
        found = people.read(tx, person, TODAY).registration
        people.save(tx, changed(found, protection=Protection.STRICT), TODAY)
        people.set_mentor_status(tx, one, MentorStatus.PAUSED, TODAY)
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        assert row.proposal.locked
        people.set_mentor_status(tx, one, MentorStatus.APPROVED, TODAY)
        _amend(tx, one, capacity=0)
        assert pairing.run(tx, buddy(tx), TODAY).rows == []


def test_a_must_that_came_after_the_draft_refuses_the_pair(database: Database) -> None:
    with database.write("mona") as tx:
        one = _minor_with_a_mentor(tx)
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        _amend(tx, one, certificate_seen_on=None)
        with pytest.raises(PairNotAllowed) as refused:
            pairing.accept(tx, row.proposal.id, TODAY)
        assert refused.value.obstacles == ("certificate_missing",)
        (draft,) = pairing.drafts(tx, buddy(tx), TODAY)
        assert draft.proposal == row.proposal
        assert pairings.rows(tx, TODAY) == []


def test_accepting_all_agrees_what_may_be_and_tells_the_rest(database: Database) -> None:
    with database.write("mona") as tx:
        one = _minor_with_a_mentor(tx)
        pairing.run(tx, buddy(tx), TODAY)
        _amend(tx, one, certificate_seen_on=None, capacity=1)
        full = mentor_id(tx, name="Full One", capacity=1)
        for name in ("A A", "B B"):
            other = newcomer_id(tx, name=name)
            _draft(tx, full, other)
        accepted = pairing.accept_all(tx, buddy(tx), TODAY)
        assert len(accepted.agreed) == 1
        assert [row.mentor_name for row in pairings.rows(tx, TODAY)] == ["Full One"]
        assert {type(why) for _, why in accepted.refused} == {PairNotAllowed, MentorFull}
        left = {row.who for row in pairing.drafts(tx, buddy(tx), TODAY)}
        assert left == {row.who for row, _ in accepted.refused}


def test_whoever_left_the_run_since_is_looked_at_all_the_same(database: Database) -> None:
    with database.write("mona") as tx:
        one = _minor_with_a_mentor(tx)
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        _amend(tx, one, certificate_seen_on=None, schemes=frozenset({"practice_driving"}))
        ((draft, why),) = pairing.accept_all(tx, buddy(tx), TODAY).refused
        assert (draft.proposal.id, type(why)) == (row.proposal.id, PairNotAllowed)


def _draft(tx: Transaction, mentor_role: UUID, newcomer_role: UUID) -> None:
    check = pairing.check_by_hand(tx, buddy(tx), mentor_role, newcomer_role, TODAY)
    records.add(
        tx,
        Proposal(
            scheme_id=buddy(tx),
            mentor_id=mentor_role,
            newcomer_id=newcomer_role,
            score=check.score,
            weights={},
            proposed_on=TODAY,
        ),
    )
