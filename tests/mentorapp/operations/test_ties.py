from uuid import UUID

import pytest

from mentorapp.domain.errors import InvalidField, NotFound, PairNotAllowed, Problem
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.proposals import Obstacle, ProposalStatus
from mentorapp.domain.protection import Protection
from mentorapp.domain.ties import TieKind
from mentorapp.operations import Database, Transaction, exports, pairing, people, ties
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import (
    buddy,
    changed,
    mentor,
    mentor_id,
    newcomer,
    newcomer_id,
    register,
    take_back,
)

RELATIVE, LANDLORD, OTHER = TieKind.RELATIVE, TieKind.LANDLORD, TieKind.OTHER


def two(tx: Transaction) -> tuple[UUID, UUID]:
    """A mentor and a newcomer, by person."""
    return register(tx, mentor("Marit Bekkelund")), register(tx, newcomer("Sahra Guled"))


def told(tx: Transaction, person_id: UUID) -> list[tuple[str, TieKind]]:
    return [(row.name, row.kind) for row in ties.of_person(tx, person_id)]


def test_a_tie_is_seen_from_both_sides(database: Database) -> None:
    with database.write("mona") as tx:
        marit, sahra = two(tx)
        ties.add(tx, marit, sahra, LANDLORD, TODAY)
        assert told(tx, marit) == [("Sahra Guled", LANDLORD)]
        assert told(tx, sahra) == [("Marit Bekkelund", LANDLORD)]
        assert people.read(tx, sahra, TODAY).ties == tuple(ties.of_person(tx, sahra))


def test_noted_twice_it_is_one_tie_of_the_kind_said_last(database: Database) -> None:
    with database.write("mona") as tx:
        marit, sahra = two(tx)
        first = ties.add(tx, marit, sahra, RELATIVE, TODAY).tie
        assert ties.add(tx, marit, sahra, RELATIVE, TODAY).tie == first
        assert ties.add(tx, sahra, marit, OTHER, TODAY).tie.id == first.id
        assert told(tx, marit) == [("Sahra Guled", OTHER)]


def test_a_tie_taken_away_comes_back_with_undo(database: Database) -> None:
    with database.write("mona") as tx:
        marit, sahra = two(tx)
        tie = ties.add(tx, marit, sahra, RELATIVE, TODAY).tie
        assert ties.remove_between(tx, sahra, marit) == tie
        assert told(tx, marit) == told(tx, sahra) == []
        ties.restore(tx, tie, TODAY)
        ties.restore(tx, tie, TODAY)
        assert told(tx, sahra) == [("Marit Bekkelund", RELATIVE)]


def test_what_does_not_tie_two_people_cannot_be_taken_away(database: Database) -> None:
    with database.write("mona") as tx:
        marit, sahra = two(tx)
        with pytest.raises(NotFound) as refused:
            ties.remove_between(tx, marit, sahra)
        assert refused.value.kind == "tie"


def test_nobody_is_tied_to_himself_or_to_somebody_deleted(database: Database) -> None:
    with database.write("mona") as tx:
        marit, sahra = two(tx)
        with pytest.raises(InvalidField):
            ties.add(tx, marit, marit, RELATIVE, TODAY)
        ties.add(tx, marit, sahra, RELATIVE, TODAY)
        before = len(tx.changes)
        people.delete(tx, sahra)
        assert told(tx, marit) == []
        with pytest.raises(NotFound):
            ties.add(tx, marit, sahra, RELATIVE, TODAY)
        take_back(tx, before)
        assert told(tx, marit) == [("Sahra Guled", RELATIVE)]


@pytest.mark.parametrize("sent", [False, True])
def test_an_open_proposal_of_the_two_is_dropped_with_the_tie_and_never_made_again(
    sent: bool, database: Database
) -> None:
    with database.write("mona") as tx:
        marit = records.get(tx, Mentor, mentor_id(tx)).person_id
        sahra = records.get(tx, Newcomer, newcomer_id(tx)).person_id
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        if sent:
            pairing.send(tx, row.proposal.id)
        assert ties.add(tx, sahra, marit, RELATIVE, TODAY).discarded == 1
        dropped = records.get(tx, type(row.proposal), row.proposal.id)
        assert dropped.status is ProposalStatus.DISCARDED
        assert dropped.decided_on == TODAY
        assert pairing.run(tx, buddy(tx), TODAY).rows == []
        assert ties.add(tx, sahra, marit, OTHER, TODAY).discarded == 0


def test_a_running_pair_is_told_and_goes_on(database: Database) -> None:
    with database.write("mona") as tx:
        made = pairing.pair_by_hand(tx, buddy(tx), mentor_id(tx), newcomer_id(tx), TODAY)
        marit = records.get(tx, Mentor, made.mentor_id).person_id
        sahra = records.get(tx, Newcomer, made.newcomer_id).person_id
        tied = ties.add(tx, marit, sahra, RELATIVE, TODAY)
        assert (tied.discarded, tied.running) == (0, (made.number,))
        assert records.get(tx, type(made), made.id) == made


def test_two_who_are_tied_are_not_paired_by_hand_either(database: Database) -> None:
    with database.write("mona") as tx:
        marit, sahra = mentor_id(tx), newcomer_id(tx)
        ties.add(
            tx,
            records.get(tx, Mentor, marit).person_id,
            records.get(tx, Newcomer, sahra).person_id,
            LANDLORD,
            TODAY,
        )
        with pytest.raises(PairNotAllowed) as refused:
            pairing.pair_by_hand(tx, buddy(tx), marit, sahra, TODAY)
        assert refused.value.obstacles == (Obstacle.LANDLORD,)


def test_the_landlord_of_a_strictly_confidential_person_is_not_stored(database: Database) -> None:
    with database.write("mona") as tx:
        marit = register(tx, mentor())
        hidden = register(
            tx, newcomer("Hidden Person", protection=Protection.STRICT, postal_code="")
        )
        for one, other in ((marit, hidden), (hidden, marit)):
            with pytest.raises(InvalidField) as refused:
                ties.add(tx, one, other, LANDLORD, TODAY)
            assert refused.value.problem is Problem.TELLS_WHERE
        ties.add(tx, marit, hidden, OTHER, TODAY)
        assert told(tx, marit) == [("Hidden Person", OTHER)]


def test_protection_that_comes_later_hides_a_landlord_everywhere(database: Database) -> None:
    with database.write("mona") as tx:
        marit, sahra = two(tx)
        ties.add(tx, marit, sahra, LANDLORD, TODAY)
        assert [one.ties for one in exports.export_people(tx)] != [(), ()]
        stored = people.read(tx, sahra, TODAY).registration
        people.save(tx, changed(stored, protection=Protection.CONFIDENTIAL), TODAY)
        assert told(tx, marit) == [("Sahra Guled", OTHER)]
        assert told(tx, sahra) == [("Marit Bekkelund", OTHER)]
        assert [one.ties for one in exports.export_people(tx)] == [(), ()]
        mentors, newcomers = records.find(tx, Mentor), records.find(tx, Newcomer)
        with pytest.raises(PairNotAllowed) as refused:
            pairing.pair_by_hand(tx, buddy(tx), mentors[0].id, newcomers[0].id, TODAY)
        assert refused.value.obstacles == (Obstacle.OTHER_TIE,)


def test_a_tie_leaves_its_trace_under_its_own_name(database: Database) -> None:
    with database.write("mona") as tx:
        marit, sahra = two(tx)
        tie = ties.add(tx, marit, sahra, RELATIVE, TODAY).tie
        ties.remove(tx, tie)
        assert [one.operation for one in records.traces(tx, tie.id)] == ["ties.add", "ties.remove"]
