"""What organisations have given, counted from a real office."""

from datetime import date

import pytest

from mentorapp.domain.capacity import OfferedPlaces
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.placements import PlacementKind
from mentorapp.operations import Database, meetings, organisations, pairing, pairings
from mentorapp.operations.contributions import contributions
from mentorapp.storage import records
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import buddy, mentor_id, newcomer_id, pair

FIRST, LAST = date(TODAY.year, 1, 1), date(TODAY.year, 12, 31)


@pytest.fixture
def bakery(database: Database) -> Organisation:
    with database.write("mona") as tx:
        return organisations.save(tx, Organisation(name="Bakeriet"))


def test_an_organisation_gives_its_mentors_pairs_and_hours(
    database: Database, bakery: Organisation
) -> None:
    begun = date(TODAY.year, 10, 5)
    with database.write("mona") as tx:
        mentor = mentor_id(tx, organisation_id=bakery.id)
        made = pairing.pair_by_hand(tx, buddy(tx), mentor, newcomer_id(tx), begun, "Mona")
        pair(tx, on=begun)  # of nobody's organisation
        for day, minutes in ((begun, 60), (date(TODAY.year, 11, 2), 45)):
            meetings.log(tx, a_meeting(pairing_id=made.id, held_on=day, minutes=minutes), TODAY)
        ((_id, told),) = contributions(tx, FIRST, LAST)
        assert (told.name, told.mentors, told.pairings, told.minutes) == ("Bakeriet", 1, 1, 105)
        assert pairings.read(tx, made.id, TODAY).pairing.is_running
        assert contributions(tx, date(begun.year, 1, 1), date(begun.year, 9, 30)) == ()


def test_places_are_the_most_offered_at_once(database: Database, bakery: Organisation) -> None:
    with database.write("mona") as tx:
        for places, begin, end in (
            (2, date(2026, 1, 1), date(2026, 6, 30)),
            (3, date(2026, 5, 1), None),
            (4, date(2026, 9, 1), date(2026, 9, 30)),
            (9, date(2025, 1, 1), date(2025, 12, 31)),
        ):
            records.add(
                tx,
                OfferedPlaces(
                    organisation_id=bakery.id,
                    kind=PlacementKind.WORK,
                    places=places,
                    from_date=begin,
                    to_date=end,
                ),
            )
        ((_id, told),) = contributions(tx, FIRST, LAST)
    assert told.places == 7


def test_an_organisation_that_gave_nothing_is_not_thanked(
    database: Database, bakery: Organisation
) -> None:
    with database.read() as tx:
        assert contributions(tx, FIRST, LAST) == ()
