"""What leaves the program about people."""

from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, people
from mentorapp.operations.exports import export_people
from tests.mentorapp.operations.registering import changed, mentor, newcomer, register


def test_a_case_officer_is_told_by_number_and_of_a_protected_person_not_at_all(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        officer = register(tx, mentor("Eli Marken"))
        register(tx, newcomer("Siv Synlig", case_officer_id=officer))
        secret = changed(newcomer("Hanna Skjult", phone="40000001", case_officer_id=officer),
                         protection=Protection.CONFIDENTIAL)  # fmt: skip
        register(tx, secret)
        number = people.all_people(tx)[0].person.number
        exported = export_people(tx)
        assert [one.case_officer for one in exported] == [None, number, None]
        assert exported[1].summary.details is not None
        assert exported[2].summary.details is None
