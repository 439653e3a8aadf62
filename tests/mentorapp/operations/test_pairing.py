from dataclasses import replace

import pytest

from mentorapp.domain.errors import (
    AlreadyPaired,
    MentorFull,
    NewcomerAlreadyPaired,
    NotReadyToPair,
    PairNotAllowed,
    ProposalDecided,
)
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus, ResidenceBasis
from mentorapp.domain.pairings import PairingStatus
from mentorapp.domain.proposals import (
    DecidedBy,
    Obstacle,
    Proposal,
    ProposalStatus,
    ReasonKind,
)
from mentorapp.operations import Database, offices, pairing, pairings, people, schemes
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import (
    buddy,
    end_early,
    mentor_id,
    newcomer_id,
)


def test_a_run_keeps_the_best_pairs_as_drafts_and_tells_who_is_left(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, name="Marit Bekkelund", capacity=1)
        newcomer_id(tx, name="Sahra Guled")
        newcomer_id(tx, name="Ana Silva", languages=frozenset())
        result = pairing.run(tx, buddy(tx), TODAY)
        assert [row.newcomer_name for row in result.rows] == ["Sahra Guled"]
        assert result.rows[0].proposal.status is ProposalStatus.DRAFT
        assert result.rows[0].waited_days == 114
        (left,) = result.left_over
        assert left.name == "Ana Silva"
        assert Obstacle.NO_COMMON_LANGUAGE in left.left_over.stopped
        assert pairings.rows(tx, TODAY) == []


def test_why_and_when_somebody_came_changes_no_pair(database: Database) -> None:
    with database.write("mona") as tx:
        for name in ("Marit Bekkelund", "Trond Hestvika"):
            mentor_id(tx, name=name, capacity=1)
        newcomers = [newcomer_id(tx, name=name) for name in ("Sahra Guled", "Ali Omar", "Ana Po")]

        def proposed() -> list[tuple[object, ...]]:
            rows = pairing.run(tx, buddy(tx), TODAY).rows
            return [
                (row.newcomer_name, row.mentor_name, row.proposal.score, row.proposal.reasons)
                for row in rows
            ]

        before = proposed()
        for basis in ResidenceBasis:
            for at, one in enumerate(newcomers):
                stored = records.get(tx, Newcomer, one)
                told = ResidenceBasis.NOT_GIVEN if at else basis
                records.amend(tx, replace(stored, residence_basis=told, arrived_year=2000 + at))
            assert proposed() == before
        assert len(before) == 2


def test_only_approved_mentors_and_waiting_newcomers_of_the_scheme_are_looked_at(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        for status in MentorStatus:
            mentor_id(tx, name=f"Mentor {status}", status=status)
        mentor_id(tx, name="Other Scheme", schemes=frozenset({"practice_driving"}))
        mentor_id(tx, name="Of Scheme", schemes=frozenset({"buddy", "practice_driving"}))
        for step in NewcomerStatus:
            newcomer_id(tx, name=f"Newcomer {step}", status=step)
        gathered = pairing.gather(tx, buddy(tx), TODAY)
        names = gathered.names
        assert {names[one.role_id] for one in gathered.mentors} == {"Mentor approved", "Of Scheme"}
        assert {names[one.role_id] for one in gathered.newcomers} == {
            "Newcomer ready",
            "Newcomer waiting",
        }
        assert pairing.mentors_not_ready(tx, buddy(tx)) == 2


def test_a_mentor_takes_as_many_as_agreed(database: Database) -> None:
    with database.write("mona") as tx:
        full = mentor_id(tx, capacity=1)
        first, second = newcomer_id(tx, name="A A"), newcomer_id(tx, name="B B")
        assert len(pairing.run(tx, buddy(tx), TODAY).rows) == 1
        pairing.pair_by_hand(tx, buddy(tx), full, first, TODAY)
        with pytest.raises(MentorFull):
            pairing.pair_by_hand(tx, buddy(tx), full, second, TODAY)
        result = pairing.run(tx, buddy(tx), TODAY)
        assert result.rows == []
        assert Obstacle.MENTOR_FULL in result.left_over[0].left_over.stopped


def test_a_locked_draft_stays_through_later_runs(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, capacity=1)
        newcomer_id(tx)
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        pairing.lock(tx, row.proposal.id, locked=True)
        (kept,) = pairing.run(tx, buddy(tx), TODAY).rows
        assert kept.proposal.id == row.proposal.id
        assert kept.proposal.locked
        pairing.lock(tx, row.proposal.id, locked=False)
        (made_anew,) = pairing.run(tx, buddy(tx), TODAY).rows
        assert made_anew.proposal.id != row.proposal.id


def test_a_locked_draft_that_holds_is_told_as_the_newest_run_found_it(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, capacity=1)
        newcomer_id(tx)
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        pairing.lock(tx, row.proposal.id, locked=True)
        scheme = schemes.find(tx, "buddy")
        records.amend(tx, replace(scheme, weights={**scheme.weights, "interests": "off"}))
        result = pairing.run(tx, buddy(tx), TODAY)
        (kept,) = result.rows
        assert kept.proposal.id == row.proposal.id
        assert kept.proposal.run_id == result.run.id
        assert kept.proposal.score == result.total != row.proposal.score
        assert kept.proposal.weights["interests"] == "off"
        assert kept.proposal.points.keys() == row.proposal.points.keys() - {"interests"}
        assert sum(kept.proposal.points.values()) == kept.proposal.score
        assert ReasonKind.SHARED_INTERESTS not in {one.kind for one in kept.proposal.reasons}


def test_a_forbidden_pair_is_never_proposed_until_allowed_again(database: Database) -> None:
    with database.write("mona") as tx:
        one, other = mentor_id(tx), newcomer_id(tx)
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        pairing.forbid(tx, row.proposal.id, TODAY, "cousins")
        result = pairing.run(tx, buddy(tx), TODAY)
        assert result.rows == []
        assert Obstacle.FORBIDDEN_PAIR in result.left_over[0].left_over.stopped
        with pytest.raises(PairNotAllowed):
            pairing.pair_by_hand(tx, buddy(tx), one, other, TODAY)
        pairing.allow_again(tx, one, other)
        assert len(pairing.run(tx, buddy(tx), TODAY).rows) == 1


def test_a_discarded_draft_may_come_again_and_be_brought_back(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx)
        newcomer_id(tx)
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        discarded = pairing.discard(tx, row.proposal.id, TODAY, "not now")
        assert pairing.drafts(tx, buddy(tx), TODAY) == []
        pairing.undo_discard(tx, discarded)
        assert len(pairing.drafts(tx, buddy(tx), TODAY)) == 1


def test_a_sent_proposal_waits_outside_of_later_runs_and_takes_the_mentors_room(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, capacity=1)
        newcomer_id(tx, name="A A")
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        pairing.send(tx, row.proposal.id)
        newcomer_id(tx, name="B B")
        result = pairing.run(tx, buddy(tx), TODAY)
        assert [(one.newcomer_name, one.proposal.status) for one in result.rows] == [
            ("A A", ProposalStatus.SENT)
        ]
        assert [one.name for one in result.left_over] == ["B B"]


def test_a_declined_proposal_tells_who_said_no_and_why(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx)
        newcomer_id(tx)
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        pairing.send(tx, row.proposal.id)
        said = pairing.decline(tx, row.proposal.id, TODAY, DecidedBy.MENTOR, "no time")
        assert (said.status, said.decided_by, said.decision_reason, said.decided_on) == (
            ProposalStatus.DECLINED,
            DecidedBy.MENTOR,
            "no time",
            TODAY,
        )
        with pytest.raises(ProposalDecided):
            pairing.accept(tx, row.proposal.id, TODAY)


def test_accepting_begins_the_pairing_with_all_that_follows(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx)
        waiting = newcomer_id(tx)
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        agreed = pairing.accept(tx, row.proposal.id, TODAY, "Jon Stensund")
        file = pairings.read(tx, agreed.id, TODAY)
        assert file.pairing.status is PairingStatus.AGREED
        assert str(agreed.number).startswith("3")
        assert [(one.due - TODAY).days for one in file.follow_ups] == [14, 30, 90, 180, 270]
        assert [one.coordinator for one in file.responsibilities] == ["Jon Stensund"]
        kept, proposed = file.pairing, row.proposal
        assert (kept.score, kept.reasons) == (proposed.score, proposed.reasons)
        assert kept.points == proposed.points != {}
        assert kept.weights == proposed.weights != {}
        newcomers = records.find(tx, Newcomer, id=waiting)
        assert newcomers[0].status is NewcomerStatus.PAIRED
        with pytest.raises(ProposalDecided):
            pairing.accept(tx, row.proposal.id, TODAY)


@pytest.mark.parametrize(
    ("names", "actor", "responsible"),
    [
        (("Mona Elvestrand", "Jon Stensund"), "kno042", ["Mona Elvestrand"]),
        (("Mona Elvestrand", "Jon Stensund"), "Jon Stensund", ["Jon Stensund"]),
        ((), "kno042", []),
    ],
)
def test_nobodys_login_name_becomes_responsible(
    database: Database, names: tuple[str, ...], actor: str, responsible: list[str]
) -> None:
    with database.write(actor) as tx:
        offices.save(tx, replace(offices.read(tx), coordinators=names))
        made = pairing.pair_by_hand(tx, buddy(tx), mentor_id(tx), newcomer_id(tx), TODAY)
        file = pairings.read(tx, made.id, TODAY)
        assert [one.coordinator for one in file.responsibilities] == responsible


def test_a_refused_acceptance_leaves_nothing_half_made(database: Database) -> None:
    with database.write("mona") as tx:
        one = mentor_id(tx)
        newcomer_id(tx)
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        people.set_mentor_status(tx, one, MentorStatus.PAUSED, TODAY)
    with pytest.raises(NotReadyToPair), database.write("mona") as tx:
        pairing.accept(tx, row.proposal.id, TODAY)
    with database.read() as tx:
        assert pairings.rows(tx, TODAY) == []
        (draft,) = pairing.drafts(tx, buddy(tx), TODAY)
        assert draft.proposal.status is ProposalStatus.DRAFT


def test_accepting_all_leaves_what_was_sent(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, capacity=3)
        for name in ("A A", "B B", "C C"):
            newcomer_id(tx, name=name)
        rows = pairing.run(tx, buddy(tx), TODAY).rows
        pairing.send(tx, rows[0].proposal.id)
        agreed = pairing.accept_all(tx, buddy(tx), TODAY).agreed
        assert len(agreed) == 2
        (left,) = pairing.drafts(tx, buddy(tx), TODAY)
        assert left.proposal.id == rows[0].proposal.id


def test_who_was_a_pair_once_is_not_proposed_again(database: Database) -> None:
    with database.write("mona") as tx:
        one, other = mentor_id(tx), newcomer_id(tx)
        first = pairing.pair_by_hand(tx, buddy(tx), one, other, TODAY)
        with pytest.raises((AlreadyPaired, PairNotAllowed)):
            pairing.pair_by_hand(tx, buddy(tx), one, other, TODAY)
        end_early(tx, first.id, TODAY, TODAY)
        result = pairing.run(tx, buddy(tx), TODAY)
        assert result.rows == []
        assert Obstacle.EARLIER_PAIR in result.left_over[0].left_over.stopped


def test_a_newcomer_has_one_mentor_in_a_scheme_but_may_have_one_in_each(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        other = newcomer_id(tx)
        pairing.pair_by_hand(tx, buddy(tx), mentor_id(tx, name="A A"), other, TODAY)
        second = mentor_id(tx, name="B B")
        with pytest.raises(NewcomerAlreadyPaired):
            pairing.pair_by_hand(tx, buddy(tx), second, other, TODAY)
        work = schemes.find(tx, "work_mentor").id
        pairing.pair_by_hand(tx, work, second, other, TODAY)
        assert len(pairings.rows(tx, TODAY)) == 2


def test_forbidding_a_pair_drops_what_was_proposed(database: Database) -> None:
    with database.write("mona") as tx:
        one, other = mentor_id(tx), newcomer_id(tx)
        pairing.run(tx, buddy(tx), TODAY)
        pairing.forbid_pair(tx, one, other, TODAY)
        assert pairing.drafts(tx, buddy(tx), TODAY) == []


def test_those_to_choose_from_by_hand_are_ready_and_tell_their_room(database: Database) -> None:
    with database.write("mona") as tx:
        one = mentor_id(tx, capacity=2)
        mentor_id(tx, name="Not Ready", status=MentorStatus.APPLIED)
        pairing.pair_by_hand(tx, buddy(tx), one, newcomer_id(tx), TODAY)
        newcomer_id(tx, name="Next One")
        mentors, newcomers = pairing.choices(tx, buddy(tx))
        assert [(choice.name, choice.free) for choice in mentors] == [("Marit Bekkelund", 1)]
        assert [choice.name for choice in newcomers] == ["Next One"]


def test_drafts_that_a_pairing_by_hand_overtook_are_dropped(database: Database) -> None:
    with database.write("mona") as tx:
        one, second, other = mentor_id(tx), mentor_id(tx, name="B B"), newcomer_id(tx)
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        by_hand = second if row.proposal.mentor_id == one else one
        pairing.pair_by_hand(tx, buddy(tx), by_hand, other, TODAY)
        assert pairing.drafts(tx, buddy(tx), TODAY) == []
        assert records.get(tx, Proposal, row.proposal.id).status is ProposalStatus.DISCARDED
