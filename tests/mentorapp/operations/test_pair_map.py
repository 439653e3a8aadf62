"""The map: who waits and who has room by postal place, and nobody whose place may not be known."""

from dataclasses import replace
from uuid import UUID

import pytest

from mentorapp.domain.households import Household
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    Database,
    Transaction,
    offices,
    pair_map,
    pairing,
    pairings,
    schemes,
)
from mentorapp.operations.pair_map import PairMap, Shown
from mentorapp.storage import records
from tests.factories import TODAY
from tests.mentorapp.operations.registering import (
    buddy,
    end_early,
    mentor,
    mentor_id,
    newcomer,
    newcomer_id,
    pair,
    register,
)

LEVELS = [Protection.CONFIDENTIAL, Protection.STRICT]


def counts(found: PairMap) -> dict[str, tuple[int, ...]]:
    """Waiting, with room, pairs and proposals by the name of the place."""
    return {spot.place.place: tuple(len(spot.of(kind)) for kind in Shown) for spot in found.spots}


def protect(tx: Transaction, person_id: UUID, level: Protection) -> None:
    """Say so of somebody who is registered, with his contact details as they are."""
    person = records.get(tx, Person, person_id)
    records.amend(tx, replace(person, protection=level))


def test_places_tell_who_waits_and_who_has_room_the_largest_first(database: Database) -> None:
    with database.write("mona") as tx:
        for code in ("8250", "8200", "8200"):
            register(tx, newcomer(postal_code=code))
        register(tx, mentor(postal_code="8200"))
        register(tx, mentor(postal_code="8006"))
        found = pair_map.read(tx, None, TODAY)
    assert counts(found) == {"Fauske": (2, 1, 0, 0), "Bodø": (0, 1, 0, 0), "Rognan": (1, 0, 0, 0)}
    assert next(iter(counts(found))) == "Fauske"
    assert found.people_missing == found.pairs_missing == 0


def test_all_codes_of_a_postal_place_share_one_dot_that_tells_no_code(database: Database) -> None:
    with database.write("mona") as tx:
        for code in ("8003", "8006", "8012"):
            register(tx, newcomer(postal_code=code))
        (spot,) = pair_map.read(tx, None, TODAY).spots
    assert len(spot.waiting) == 3
    assert (spot.place.place, spot.place.code) == ("Bodø", "")


def test_the_longest_waiting_come_first(database: Database) -> None:
    with database.write("mona") as tx:
        register(tx, newcomer("Short Wait", registered_on=TODAY))
        register(tx, newcomer("Long Wait", registered_on=TODAY.replace(year=2025)))
        (spot,) = pair_map.read(tx, None, TODAY).spots
    assert [(one.name, one.days) for one in spot.waiting] == [("Long Wait", 365), ("Short Wait", 0)]


def test_a_pair_is_a_line_between_two_places_and_counts_in_both(database: Database) -> None:
    with database.write("mona") as tx:
        made = pairing.pair_by_hand(
            tx, buddy(tx), mentor_id(tx, postal_code="8200"), newcomer_id(tx, postal_code="8250"),
            TODAY, "Mona",
        )  # fmt: skip
        found = pair_map.read(tx, None, TODAY)
    (line,) = found.pairs
    assert (line.id, line.number) == (made.id, made.number)
    assert found.spots[line.mentor_at].place.place == "Fauske"
    assert found.spots[line.newcomer_at].place.place == "Rognan"
    assert 15 < line.km < 30
    assert counts(found) == {"Fauske": (0, 1, 1, 0), "Rognan": (0, 0, 1, 0)}


def test_a_pair_of_one_place_counts_once_there(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx)
        found = pair_map.read(tx, None, TODAY)
    assert counts(found) == {"Fauske": (0, 1, 1, 0)}
    assert found.pairs[0].km == 0


def test_a_pair_that_has_ended_is_no_line_and_the_newcomer_waits_again(database: Database) -> None:
    with database.write("mona") as tx:
        end_early(tx, pair(tx).id, TODAY, TODAY)
        found = pair_map.read(tx, None, TODAY)
    assert counts(found) == {"Fauske": (1, 1, 0, 0)}
    assert found.pairs == ()


def test_proposals_are_lines_of_their_own(database: Database) -> None:
    with database.write("mona") as tx:
        mentor_id(tx, postal_code="8200")
        newcomer_id(tx, postal_code="8250")
        pairing.run(tx, buddy(tx), TODAY)
        found = pair_map.read(tx, buddy(tx), TODAY)
        other = pair_map.read(tx, schemes.find(tx, "work_mentor").id, TODAY)
    assert [line.kind for line in found.proposals] == [Shown.PROPOSALS]
    assert counts(found) == {"Fauske": (0, 1, 0, 1), "Rognan": (1, 0, 0, 1)}
    assert other.proposals == ()


def test_a_scheme_shows_only_who_is_open_to_it(database: Database) -> None:
    with database.write("mona") as tx:
        register(tx, newcomer(schemes=frozenset({"work_mentor"})))
        register(tx, mentor(schemes=frozenset({"buddy"}), postal_code="8250"))
        pair(tx)
        assert counts(pair_map.read(tx, buddy(tx), TODAY)) == {
            "Fauske": (0, 1, 1, 0),
            "Rognan": (0, 1, 0, 0),
        }
        work = pair_map.read(tx, schemes.find(tx, "work_mentor").id, TODAY)
    assert counts(work) == {"Fauske": (1, 1, 0, 0)}


def test_who_is_not_to_be_paired_has_no_dot(database: Database) -> None:
    with database.write("mona") as tx:
        register(tx, newcomer(status=NewcomerStatus.WITHDRAWN))
        register(tx, mentor(status=MentorStatus.PAUSED))
        register(tx, mentor(capacity=0))
        found = pair_map.read(tx, None, TODAY)
    assert (found.spots, found.people_missing) == ((), 0)


def test_who_has_no_known_postal_code_is_counted_and_no_more(database: Database) -> None:
    with database.write("mona") as tx:
        register(tx, newcomer(postal_code=""))
        found = pair_map.read(tx, None, TODAY)
    assert (found.spots, found.people_missing, found.pairs_missing) == ((), 1, 0)


@pytest.mark.parametrize("level", LEVELS)
def test_a_protected_person_has_no_dot_whatever_is_stored(
    database: Database, level: Protection
) -> None:
    with database.write("mona") as tx:
        protect(tx, register(tx, newcomer(postal_code="8624")), level)
        protect(tx, register(tx, mentor(postal_code="8624")), level)
        found = pair_map.read(tx, None, TODAY)
    assert (found.spots, found.people_missing) == ((), 2)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("side", ["mentor", "newcomer"])
def test_a_pair_with_a_protected_half_is_no_line(
    database: Database, level: Protection, side: str
) -> None:
    with database.write("mona") as tx:
        one = mentor_id(tx, postal_code="8200", capacity=1)
        other = newcomer_id(tx, postal_code="8250")
        made = pairing.pair_by_hand(tx, buddy(tx), one, other, TODAY, "Mona")
        row = pairings.rows(tx, TODAY)[0]
        protect(tx, getattr(row, f"{side}_person_id"), level)
        found = pair_map.read(tx, None, TODAY)
    assert made.number
    assert (found.spots, found.pairs) == ((), ())
    assert (found.people_missing, found.pairs_missing) == (1, 1)


@pytest.mark.parametrize("level", LEVELS)
def test_who_lives_with_a_protected_person_has_no_dot(
    database: Database, level: Protection
) -> None:
    with database.write("mona") as tx:
        home = records.add(tx, Household(label="Guled"))
        register(tx, newcomer("Sahra Guled", household_id=home.id, postal_code="8624"))
        child = register(tx, newcomer("Amal Guled", household_id=home.id, postal_code="8624"))
        assert len(pair_map.read(tx, None, TODAY).spots) == 1
        protect(tx, child, level)
        found = pair_map.read(tx, None, TODAY)
    assert (found.spots, found.people_missing) == ((), 2)


def test_the_office_lies_where_its_own_postal_code_says(database: Database) -> None:
    with database.write("mona") as tx:
        assert pair_map.read(tx, None, TODAY).home is None
        offices.save(tx, replace(offices.read(tx), postal_code="8006"))
        home = pair_map.read(tx, None, TODAY).home
    assert home is not None
    assert home.place == "Bodø"
