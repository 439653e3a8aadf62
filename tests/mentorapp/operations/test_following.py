from dataclasses import replace
from uuid import UUID

import pytest

from mentorapp.domain.errors import ChangedMeanwhile
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.pairing_runs import PairingRun
from mentorapp.domain.proposals import ForbiddenPair, Proposal, ProposalStatus
from mentorapp.domain.records import new_id
from mentorapp.domain.run_errors import NotInRun
from mentorapp.operations import Database, Transaction, following, pairing
from mentorapp.operations.explaining import Solved
from mentorapp.operations.following import after_forbid, after_lock, check_in_run, open_drafts
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id


def solved(tx: Transaction) -> Solved:
    """Two newcomers and two mentors who take one each, run and kept."""
    for name in ("Marit Bekkelund", "Kari Nordmann"):
        mentor_id(tx, name=name, capacity=1)
    for name in ("Sahra Guled", "Ana Silva"):
        newcomer_id(tx, name=name)
    gathered = pairing.gather(tx, buddy(tx), TODAY)
    run = pairing.solve(gathered)
    pairing.keep(tx, gathered, run)
    return Solved(gathered, run)


def pairs(tx: Transaction) -> dict[UUID, UUID]:
    return {one.newcomer_id: one.mentor_id for one in open_drafts(tx, buddy(tx))}


def test_a_ban_makes_the_drafts_the_best_set_without_the_pair(database: Database) -> None:
    with database.write("mona") as tx:
        at_hand = solved(tx)
        drafts = open_drafts(tx, buddy(tx))
        before, one = pairs(tx), drafts[0]
        found = after_forbid(at_hand, drafts, one.newcomer_id, one.mentor_id)
        followed = following.forbid(tx, found, one.id, TODAY, "cousins")
        after = pairs(tx)
        assert after == at_hand.pairs
        # With a place each, whoever may not have the one has the other's.
        assert after == dict(zip(before, reversed(before.values()), strict=True))
        assert {move.newcomer_id for move in found.moves} == before.keys()
        assert followed.forbidden is not None
        assert followed.forbidden.reason == "cousins"
        assert len(after) == 2


def test_undo_makes_the_drafts_exactly_what_they_were(database: Database) -> None:
    with database.write("mona") as tx:
        at_hand = solved(tx)
        drafts = open_drafts(tx, buddy(tx))
        one = drafts[0]
        found = after_forbid(at_hand, drafts, one.newcomer_id, one.mentor_id)
        followed = following.forbid(tx, found, one.id, TODAY)
        following.undo(tx, followed)
        again = {draft.id: draft for draft in open_drafts(tx, buddy(tx))}
        assert again.keys() == {draft.id for draft in drafts}
        for draft in drafts:
            assert (again[draft.id].mentor_id, again[draft.id].score, again[draft.id].run_id) == (
                draft.mentor_id,
                draft.score,
                draft.run_id,
            )
        assert records.find(tx, ForbiddenPair) == []


def test_a_pair_that_was_not_proposed_is_locked_as_a_draft_and_the_other_moves(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        at_hand = solved(tx)
        drafts = open_drafts(tx, buddy(tx))
        newcomer, other = drafts[0].newcomer_id, drafts[1].mentor_id
        found = after_lock(at_hand, drafts, newcomer, other)
        following.lock(tx, found, None)
        assert pairs(tx)[newcomer] == other
        locked = [one for one in open_drafts(tx, buddy(tx)) if one.locked]
        assert [(one.newcomer_id, one.mentor_id) for one in locked] == [(newcomer, other)]
        assert len(pairs(tx)) == 2
        assert sum(locked[0].points.values()) == locked[0].score


def test_a_lock_of_what_is_proposed_moves_nobody(database: Database) -> None:
    with database.write("mona") as tx:
        at_hand = solved(tx)
        drafts = open_drafts(tx, buddy(tx))
        found = after_lock(at_hand, drafts, drafts[0].newcomer_id, drafts[0].mentor_id)
        following.lock(tx, found, drafts[0].id)
        assert found.moves == ()
        assert {one.id for one in open_drafts(tx, buddy(tx))} == {one.id for one in drafts}


def test_whoever_gets_nobody_is_told_with_what_stopped_him(database: Database) -> None:
    with database.write("mona") as tx:
        at_hand = solved(tx)
        for draft in open_drafts(tx, buddy(tx)):
            drafts = open_drafts(tx, buddy(tx))
            mentor = pairs(tx)[draft.newcomer_id]
            now = next(one for one in drafts if one.newcomer_id == draft.newcomer_id)
            found = after_forbid(at_hand, drafts, draft.newcomer_id, mentor)
            following.forbid(tx, found, now.id, TODAY)
        (left,) = found.left_over
        assert left.name == at_hand.names[left.left_over.role_id]
        assert sum(left.left_over.stopped.values()) + left.left_over.free == 2


def test_a_discarded_proposal_is_not_made_again_by_a_decision_about_others(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        at_hand = solved(tx)
        dropped, kept = open_drafts(tx, buddy(tx))
        pairing.discard(tx, dropped.id, TODAY)
        found = after_lock(at_hand, open_drafts(tx, buddy(tx)), kept.newcomer_id, kept.mentor_id)
        following.lock(tx, found, kept.id)
        assert pairs(tx) == {kept.newcomer_id: kept.mentor_id}


def test_drafts_of_an_office_that_has_changed_give_way_to_the_set_of_now(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        solved(tx)
        drafts = open_drafts(tx, buddy(tx))
        pairing.forbid_pair(tx, drafts[0].mentor_id, drafts[0].newcomer_id, TODAY)
        gathered = pairing.gather(tx, buddy(tx), TODAY)
        anew = Solved(gathered, pairing.solve(gathered))
        left = open_drafts(tx, buddy(tx))
        found = after_lock(anew, left, left[0].newcomer_id, drafts[0].mentor_id)
        following.lock(tx, found, None)
        assert pairs(tx) == anew.pairs


def test_undo_is_refused_when_a_draft_was_decided_since(database: Database) -> None:
    with database.write("mona") as tx:
        at_hand = solved(tx)
        drafts = open_drafts(tx, buddy(tx))
        found = after_forbid(at_hand, drafts, drafts[0].newcomer_id, drafts[0].mentor_id)
        followed = following.forbid(tx, found, drafts[0].id, TODAY)
        pairing.send(tx, followed.added[0].id)
        with pytest.raises(ChangedMeanwhile):
            following.undo(tx, followed)


def test_somebody_who_is_in_no_run_cannot_be_asked_about(database: Database) -> None:
    with database.write("mona") as tx:
        at_hand = solved(tx)
        draft = records.find(tx, Proposal, status=ProposalStatus.DRAFT)[0]
        check_in_run(at_hand, draft.newcomer_id, draft.mentor_id)
        with pytest.raises(NotInRun):
            after_lock(at_hand, [], new_id(), draft.mentor_id)


def test_drafts_that_follow_are_of_the_run_whose_set_was_changed(database: Database) -> None:
    with database.write("mona") as tx:
        at_hand = solved(tx)
        drafts = open_drafts(tx, buddy(tx))
        found = after_forbid(at_hand, drafts, drafts[0].newcomer_id, drafts[0].mentor_id)
        following.forbid(tx, found, drafts[0].id, TODAY)
        (run,) = records.find(tx, PairingRun)
        now = open_drafts(tx, buddy(tx))
        assert not {one.id for one in now} & {one.id for one in drafts}
        assert {one.run_id for one in now} == {run.id}


@pytest.mark.parametrize("locked", [True, False])
def test_a_locked_draft_of_somebody_else_stays(database: Database, locked: bool) -> None:
    """Even one that the set at hand knows nothing of."""
    with database.write("mona") as tx:
        at_hand = solved(tx)
        one, other = open_drafts(tx, buddy(tx))
        after_lock(at_hand, [one, other], one.newcomer_id, other.mentor_id)
        pairing.lock(tx, other.id, locked=locked)
        drafts = open_drafts(tx, buddy(tx))
        found = after_lock(at_hand, drafts, one.newcomer_id, other.mentor_id)
        assert (other.id not in {draft.id for draft in found.removed}) == locked
        assert one.id in {draft.id for draft in found.removed}
        following.lock(tx, found, None)
        assert (pairs(tx)[other.newcomer_id] == other.mentor_id) == locked
        assert len(open_drafts(tx, buddy(tx))) == 2


def test_a_locked_draft_whose_lock_an_obstacle_broke_gives_way(database: Database) -> None:
    with database.write("mona") as tx:
        solved(tx)
        for draft in open_drafts(tx, buddy(tx)):
            pairing.lock(tx, draft.id, locked=True)
        one, other = open_drafts(tx, buddy(tx))
        mentor = records.get(tx, Mentor, other.mentor_id)
        records.amend(tx, replace(mentor, capacity=0))
        gathered = pairing.gather(tx, buddy(tx), TODAY)
        at_hand = Solved(gathered, pairing.solve(gathered))
        found = after_lock(at_hand, [one, other], one.newcomer_id, one.mentor_id)
        assert [draft.id for draft in found.removed] == [other.id]


def test_two_who_are_not_proposed_are_ruled_out_and_allowed_again_by_undo(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        at_hand = solved(tx)
        drafts = open_drafts(tx, buddy(tx))
        before, pair = pairs(tx), (drafts[0].newcomer_id, drafts[1].mentor_id)
        found = after_forbid(at_hand, drafts, *pair)
        followed = following.rule_out(tx, found, *pair, TODAY, "cousins")
        assert pairs(tx) == before
        (forbidden,) = records.find(tx, ForbiddenPair)
        assert (forbidden.newcomer_id, forbidden.mentor_id, forbidden.reason) == (*pair, "cousins")
        following.undo(tx, followed)
        assert records.find(tx, ForbiddenPair) == []
