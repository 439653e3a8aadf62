from datetime import date

from mentorapp.domain.newcomers import Education
from mentorapp.domain.people import Gender
from mentorapp.operations import Database, lists, schooling
from tests.factories import TODAY
from tests.mentorapp.operations.registering import newcomer, register


def test_newcomers_of_the_period_are_counted_by_gender_and_schooling(database: Database) -> None:
    with database.write("Mona") as tx:
        for name, level, day in (
            ("A A", Education.NONE, TODAY),
            ("B B", Education.NONE, date(2026, 1, 1)),
            ("C C", Education.HIGHER, date(2025, 12, 31)),
        ):
            register(tx, newcomer(name, education=level, registered_on=day))
        found = schooling.figures(tx, date(2026, 1, 1), TODAY)

        assert found[Gender.WOMAN, Education.NONE] == 2
        assert sum(found.values()) == 2
        assert {row.education for row in lists.newcomer_rows(tx, TODAY)} == {
            Education.NONE,
            Education.HIGHER,
        }
