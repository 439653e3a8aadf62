from datetime import date, timedelta

from mentorapp.domain.barriers import Barrier, BarrierCheck
from mentorapp.domain.statistics import Share
from mentorapp.operations import Database, barriers, households
from tests.factories import TODAY, a_household
from tests.mentorapp.operations.registering import newcomer, register

DAY = timedelta(days=1)


def test_earlier_looks_stay_and_the_newest_counts(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        first = BarrierCheck(
            person_id=person, checked_on=TODAY - 90 * DAY, barriers=frozenset({Barrier.HOUSING})
        )
        barriers.save(tx, first, TODAY)
        barriers.save(tx, BarrierCheck(person_id=person, checked_on=TODAY), TODAY)
        assert [one.checked_on for one in barriers.of_person(tx, person)] == [
            TODAY,
            TODAY - 90 * DAY,
        ]
        (row,) = barriers.rows(tx)
        assert (row.checked_on, row.barriers) == (TODAY, frozenset())
        counted = barriers.figures(tx, date.min, TODAY, TODAY)
        assert counted.counts[Barrier.HOUSING] == Share(0, 1)
        assert counted.gone[Barrier.HOUSING] == Share(1, 1)
        earlier = barriers.figures(tx, TODAY - 100 * DAY, TODAY - 50 * DAY, TODAY)
        assert earlier.counts[Barrier.HOUSING] == Share(1, 1)


def test_a_look_that_is_removed_comes_back_as_it_was(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        saved = barriers.save(tx, BarrierCheck(person_id=person, checked_on=TODAY), TODAY)
        held = barriers.remove(tx, saved.id)
        assert barriers.rows(tx) == []
        barriers.restore(tx, held)
        assert [row.checked_on for row in barriers.rows(tx)] == [TODAY]


def test_a_household_that_needs_childcare_is_counted(database: Database) -> None:
    with database.write("mona") as tx:
        home = households.save(tx, a_household(childcare_needed=True))
        asked = register(tx, newcomer(household_id=home.id))
        register(tx, newcomer("Amina Guled", household_id=home.id))
        barriers.save(tx, BarrierCheck(person_id=asked, checked_on=TODAY), TODAY)
        counted = barriers.figures(tx, date.min, TODAY, TODAY)
        assert counted.counts[Barrier.CHILDCARE] == Share(1, 1)
        assert counted.childcare_not_asked == 1
        assert barriers.childcare_at_home(tx, asked)
        assert barriers.rows(tx)[0].childcare_at_home
