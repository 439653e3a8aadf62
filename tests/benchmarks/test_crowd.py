from benchmarks.crowd import SEED, TODAY, mentors, mentors_csv, newcomers
from mentorapp.domain.contact_details import check_contact_details
from mentorapp.operations import imports
from mentorapp.operations.registrations import check_new


def test_the_same_seed_invents_the_same_people() -> None:
    assert mentors(20) == mentors(20)
    assert newcomers(20) == newcomers(20)
    assert mentors_csv(20) == mentors_csv(20)


def test_another_seed_invents_others() -> None:
    assert mentors_csv(20) != mentors_csv(20, SEED + 7)


def test_invented_people_are_such_as_the_office_takes() -> None:
    for one in (*mentors(50), *newcomers(50)):
        check_new(one, TODAY)
        check_contact_details(one.details)


def test_no_two_mentors_of_a_file_have_the_same_name() -> None:
    table = imports.load(mentors_csv(10_000), "mentorer.csv")
    names = [row.cells[:2] for row in table.rows]
    assert len(set(names)) == len(names) == 10_000
