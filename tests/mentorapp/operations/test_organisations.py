from dataclasses import replace

import pytest

from mentorapp.domain.errors import InvalidField, Problem, StillInUse
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.organisations import ContactPerson
from mentorapp.operations import Database, organisations
from tests.factories import an_organisation
from tests.mentorapp.operations.registering import mentor_id, newcomer_id, take_back


@pytest.mark.parametrize(
    ("number", "country", "stored"),
    [
        ("974 760 673", "NO", "974760673"),
        ("13585628", "DK", "13585628"),
        ("DK 13585628", "DK", "13585628"),
        ("556036-0793", "SE", "556036-0793"),
        ("", "NO", ""),
    ],
)
def test_a_number_is_stored_in_its_one_form(
    number: str, country: str, stored: str, database: Database
) -> None:
    with database.write("mona") as tx:
        made = an_organisation(
            number=0, registration_number=number, country=country, postal_code=""
        )
        assert organisations.save(tx, made).registration_number == stored


@pytest.mark.parametrize(
    ("number", "country"), [("974760674", "NO"), ("123", "NO"), ("13585629", "DK"), ("abc", "NO")]
)
def test_a_number_whose_check_digit_does_not_fit_is_refused(
    number: str, country: str, database: Database
) -> None:
    made = an_organisation(number=0, registration_number=number, country=country, postal_code="")
    with database.write("mona") as tx:
        with pytest.raises(InvalidField) as refused:
            organisations.save(tx, made)
        assert refused.value.problem is Problem.BAD_ORGANISATION_NUMBER
        assert organisations.rows(tx) == []


def test_an_organisation_gets_a_short_number_and_counts_its_mentors(database: Database) -> None:
    with database.write("mona") as tx:
        saved = organisations.save(tx, an_organisation(number=0))
        assert str(saved.number).startswith("2")
        mentor_id(tx, organisation_id=saved.id)
        mentor_id(tx, organisation_id=saved.id, status=MentorStatus.PAUSED)
        (row,) = organisations.rows(tx)
        assert (row.mentors, row.promised_mentors, row.place) == (2, 3, "Fauske")
        assert row.approved == 1
        assert organisations.choices(tx) == [(saved.id, saved.name)]
        changed = organisations.save(tx, replace(saved, name="Nytt navn"))
        assert organisations.read(tx, saved.id) == changed


def test_an_organisation_in_use_is_not_deleted_another_is_and_comes_back(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        kept = organisations.save(tx, an_organisation(number=0))
        employer = organisations.save(
            tx, an_organisation(number=0, name="Havbruk", registration_number="")
        )
        free = organisations.save(tx, an_organisation(number=0, name="X", registration_number=""))
        mentor_id(tx, organisation_id=kept.id)
        newcomer_id(tx, employer_id=employer.id)
        for one in (kept, employer):
            with pytest.raises(StillInUse):
                organisations.delete(tx, one.id)
        before = len(tx.changes)
        organisations.delete(tx, free.id)
        assert len(organisations.rows(tx)) == 2
        take_back(tx, before)
        assert len(organisations.rows(tx)) == 3


@pytest.mark.parametrize("changes", [{"phone": "abc"}, {"email": "nobody"}])
def test_a_contact_person_who_cannot_be_reached_like_that_is_refused(
    changes: dict[str, str], database: Database
) -> None:
    contact = ContactPerson(name="Anne Vik", **changes)
    with database.write("mona") as tx, pytest.raises(InvalidField) as refused:
        organisations.save(tx, an_organisation(number=0, contact_persons=(contact,)))
    assert refused.value.field == "contact_persons"
