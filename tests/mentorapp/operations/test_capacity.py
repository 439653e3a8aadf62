from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.errors import InvalidField, NotFound
from mentorapp.domain.goals import GoalUnit, Measure, OfficeGoal
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import new_id
from mentorapp.operations import Database, capacity
from mentorapp.storage import records
from tests.factories import TODAY, offered_places
from tests.mentorapp.operations.placing import organisation, place


def test_offers_are_kept_changed_deleted_and_brought_back(database: Database) -> None:
    with database.write("mona") as tx:
        here = organisation(tx)
        offer = capacity.save(tx, offered_places(organisation_id=here, notes=" Lager "))
        assert offer.notes == "Lager"
        offer = capacity.save(tx, replace(offer, places=5))
        (row,) = capacity.offers(tx, TODAY)
        assert (row.offer.places, row.organisation, row.holds) == (5, "Nordlys Mekaniske AS", True)
        gone = capacity.delete(tx, offer.id)
        assert capacity.offers(tx, TODAY) == []
        capacity.restore(tx, gone)
        assert len(capacity.offers(tx, TODAY)) == 1


def test_an_offer_that_cannot_be_is_refused(database: Database) -> None:
    with database.write("mona") as tx:
        with pytest.raises(NotFound):
            capacity.save(tx, offered_places(organisation_id=new_id()))
        with pytest.raises(InvalidField):
            capacity.save(tx, offered_places(organisation_id=organisation(tx), places=0))
        assert capacity.offers(tx, TODAY) == []


def test_places_stand_by_the_name_of_the_organisation_and_its_sector(database: Database) -> None:
    with database.write("mona") as tx:
        here = organisation(tx, name="Åsen skole", kind=OrganisationKind.PUBLIC)
        there = organisation(tx, name="Bakeriet")
        capacity.save(tx, offered_places(organisation_id=here))
        place(tx, organisation_id=there)
        rows = capacity.rows(tx, TODAY)
        assert [(row.organisation, row.sector, row.places.free) for row in rows] == [
            ("Bakeriet", OrganisationKind.BUSINESS, 0),
            ("Åsen skole", OrganisationKind.PUBLIC, 2),
        ]
        assert rows[0].places.over == 1


def test_a_place_that_a_protected_person_has_is_taken(database: Database) -> None:
    with database.write("mona") as tx:
        here = organisation(tx)
        capacity.save(tx, offered_places(organisation_id=here))
        place(tx, organisation_id=here, person={"protection": Protection.CONFIDENTIAL})
        (now,) = capacity.of_organisation(tx, here, TODAY).now
        assert (now.taken, now.free) == (1, 1)


def test_the_file_of_an_organisation_tells_now_the_offers_and_the_years(database: Database) -> None:
    with database.write("mona") as tx:
        here = organisation(tx)
        capacity.save(tx, offered_places(organisation_id=here))
        over = offered_places(
            organisation_id=here, from_date=date(2025, 1, 1), to_date=date(2025, 12, 31)
        )
        capacity.save(tx, over)
        place(tx, organisation_id=here)
        found = capacity.of_organisation(tx, here, TODAY)
        assert [row.holds for row in found.offers] == [True, False]
        assert [(one.year, one.offered, one.taken) for one in found.years] == [
            (2026, 2, 1),
            (2025, 2, 0),
        ]


def test_goals_about_places_are_counted_once_they_have_begun(database: Database) -> None:
    with database.write("mona") as tx:
        here = organisation(tx)
        capacity.save(tx, offered_places(organisation_id=here))
        goal = OfficeGoal(
            title="3 % av arbeidsstokken",
            measure=Measure.PLACES,
            unit=GoalUnit.SHARE,
            target=30,
            base=1200,
            from_date=date(2026, 1, 1),
            to_date=date(2026, 12, 31),
        )
        for one in (
            goal,
            replace(goal, id=new_id(), measure=Measure.PAIRINGS),
            replace(goal, id=new_id(), from_date=date(2026, 12, 1)),
        ):
            records.add(tx, one)
        (found,) = capacity.goals(tx, TODAY)
        assert (found.wanted, found.reached, found.missing) == (36, 2, 34)
