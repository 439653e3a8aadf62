from dataclasses import replace
from uuid import UUID

from mentorapp.domain.pairings import Pairing
from mentorapp.domain.proposals import (
    LOCATING,
    Obstacle,
    Proposal,
    ReasonKind,
)
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, Transaction, pairing, pairings, people
from tests.factories import TODAY
from tests.mentorapp.operations.registering import (
    buddy,
    changed,
    mentor_id,
    newcomer,
    newcomer_id,
    register,
)


def test_the_strictly_confidential_are_paired_by_hand_only(database: Database) -> None:
    with database.write("mona") as tx:
        one = mentor_id(tx)
        other = newcomer_id(tx, protection=Protection.STRICT, postal_code="")
        result = pairing.run(tx, buddy(tx), TODAY)
        assert result.rows == []
        assert Obstacle.BY_HAND_ONLY in result.left_over[0].left_over.stopped
        check = pairing.check_by_hand(tx, buddy(tx), one, other, TODAY)
        assert check.obstacles == ()
        assert pairing.pair_by_hand(tx, buddy(tx), one, other, TODAY).number


def test_of_the_confidential_no_distance_is_used_or_shown(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, postal_code="8200", max_distance_km=1)
        newcomer_id(tx, postal_code="8624", protection=Protection.CONFIDENTIAL)
        gathered = pairing.gather(tx, buddy(tx), TODAY)
        assert gathered.newcomers[0].place is None
        for row in pairing.run(tx, buddy(tx), TODAY).rows:
            assert not {reason.kind for reason in row.proposal.reasons} & LOCATING


def test_a_protection_hides_places_in_what_was_proposed_and_agreed_before(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, capacity=1)
        person = register(tx, newcomer())
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        assert {reason.kind for reason in row.proposal.reasons} & LOCATING
        _protect(tx, person)
        (hidden,) = pairing.drafts(tx, buddy(tx), TODAY)
        assert not {reason.kind for reason in hidden.proposal.reasons} & LOCATING
        assert _told_points(hidden.proposal) == 0
        assert ReasonKind.SHARED_INTERESTS in {one.kind for one in hidden.proposal.reasons}
        agreed = pairing.accept(tx, row.proposal.id, TODAY)
        assert not {reason.kind for reason in agreed.reasons} & LOCATING
        assert _told_points(agreed) == 0


def test_a_protection_hides_places_in_a_pairing_that_runs(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx)
        person = register(tx, newcomer())
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        agreed = pairing.accept(tx, row.proposal.id, TODAY)
        _protect(tx, person)
        file = pairings.read(tx, agreed.id, TODAY)
        assert not {reason.kind for reason in file.pairing.reasons} & LOCATING
        assert _told_points(agreed) == 2 * agreed.score
        assert _told_points(file.pairing) == 0


def test_drafts_of_those_who_became_strict_are_not_accepted_with_the_rest(
    database: Database,
) -> None:
    """Only one by one, so that somebody thinks about it who knows."""
    with database.write("mona") as tx:
        mentor_id(tx)
        person = register(tx, newcomer(postal_code=""))
        (row,) = pairing.run(tx, buddy(tx), TODAY).rows
        _protect(tx, person, Protection.STRICT)
        assert pairing.accept_all(tx, buddy(tx), TODAY).agreed == []
        assert pairing.accept(tx, row.proposal.id, TODAY).number


def _protect(tx: Transaction, person: UUID, level: Protection = Protection.CONFIDENTIAL) -> None:
    file = people.read(tx, person, TODAY)
    registration = changed(file.registration, protection=level)
    if level is Protection.STRICT:
        empty = replace(registration.details, phone="", email="", address="", postal_code="")
        registration = replace(registration, details=empty)
    people.save(tx, registration, TODAY)


def _told_points(one: Proposal | Pairing) -> int:
    """All points that are told: what is missing from the score would be the distance's."""
    return sum(one.points.values()) + sum(reason.points for reason in one.reasons)
