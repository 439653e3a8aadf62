from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader

from mentorapp.domain.contact_details import Share
from mentorapp.domain.contact_points import ContactPoint, ContactRole, ContactTask
from mentorapp.domain.errors import InvalidField, NothingToPrint, Problem, ProtectedLocation
from mentorapp.domain.languages import LetterLanguage
from mentorapp.domain.protection import Protection, Purpose
from mentorapp.operations import Database, Transaction, contact_points, pairing, pairings, people
from tests.factories import TODAY
from tests.mentorapp.operations.registering import (
    buddy,
    end_early,
    mentor,
    newcomer,
    register,
)

DAY = timedelta(days=1)
LANGUAGE = frozenset({ContactTask.LANGUAGE})


def a_contact(person_id: UUID, **changes: Any) -> ContactPoint:
    usual: dict[str, Any] = {
        "person_id": person_id,
        "role": ContactRole.TEACHER,
        "name": "Kari Strand",
        "service": "Fjordvik voksenopplæring",
        "phone": "75 54 12 00",
        "tasks": LANGUAGE,
        "since": TODAY - 100 * DAY,
    }
    return ContactPoint(**(usual | changes))


def a_pair(tx: Transaction, **person: Any) -> tuple[UUID, UUID]:
    """The newcomer's person and the pairing."""
    helper = people.save(
        tx, mentor(phone="91827364", shares=frozenset({Share.PHONE})), TODAY - 50 * DAY
    ).mentor
    helped = people.save(tx, newcomer(**person), TODAY - 50 * DAY)
    assert helper is not None
    assert helped.newcomer is not None
    made = pairing.pair_by_hand(
        tx, buddy(tx), helper.id, helped.newcomer.id, TODAY - 40 * DAY, "Mona Elvestrand"
    )
    return helped.person.id, made.id


def words_of(pdf: bytes) -> str:
    reader = PdfReader(BytesIO(pdf))
    assert len(reader.pages) == 1
    return reader.pages[0].extract_text() + str(reader.metadata)


def test_mentor_and_coordinator_of_a_running_pairing_stand_there_by_themselves(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        person, pair = a_pair(tx)
        saved = contact_points.save(tx, a_contact(person), TODAY)
        assert saved.phone == "+4775541200"
        pairings.hand_over(tx, pair, "Jon Stensund", TODAY - DAY, stand_in="Mona Elvestrand")
        rows = contact_points.of_person(tx, person, TODAY)
        told = [(r.contact.role, r.contact.name, r.contact.stand_in, r.derived) for r in rows]
        assert told == [
            (ContactRole.COORDINATOR, "Jon Stensund", "Mona Elvestrand", True),
            (ContactRole.MENTOR, "Marit Bekkelund", "", True),
            (ContactRole.TEACHER, "Kari Strand", "", False),
        ]
        assert rows[1].contact.phone == "+4791827364"
        end_early(tx, pair, TODAY, TODAY)
        assert [r.contact.role for r in contact_points.of_person(tx, person, TODAY)] == [
            ContactRole.TEACHER
        ]


def test_what_the_mentor_does_not_share_is_not_told(database: Database) -> None:
    with database.write("mona") as tx:
        helper = people.save(tx, mentor(phone="91827364"), TODAY).mentor
        helped = people.save(tx, newcomer(), TODAY)
        assert helper is not None
        assert helped.newcomer is not None
        pairing.pair_by_hand(tx, buddy(tx), helper.id, helped.newcomer.id, TODAY, "Mona")
        rows = contact_points.of_person(tx, helped.person.id, TODAY)
        (told,) = (row for row in rows if row.contact.role is ContactRole.MENTOR)
        assert told.contact.phone == ""


def test_the_same_coordinator_handed_over_to_again_changes_the_stand_in_alone(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        _person, pair = a_pair(tx)
        held = pairings.hand_over(tx, pair, "Mona Elvestrand", TODAY, stand_in="Jon Stensund")
        (only,) = pairings.read(tx, pair, TODAY).responsibilities
        assert (only.id, only.stand_in, only.from_date) == (
            held.id,
            "Jon Stensund",
            TODAY - 40 * DAY,
        )
        with pytest.raises(InvalidField) as refused:
            pairings.hand_over(tx, pair, "Mona", TODAY, stand_in="Mona")
        assert (refused.value.field, refused.value.problem) == ("stand_in", Problem.SAME_PERSON)
        with pytest.raises(InvalidField):
            pairings.hand_over(tx, pair, " ", TODAY)


def test_a_contact_that_is_removed_comes_back(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        saved = contact_points.save(tx, a_contact(person), TODAY)
        held = contact_points.remove(tx, saved.id)
        assert contact_points.of_person(tx, person, TODAY) == []
        contact_points.restore(tx, held)
        (row,) = contact_points.of_person(tx, person, TODAY)
        assert row.contact.name == "Kari Strand"


def test_the_card_is_in_the_language_of_the_persons_letters(database: Database) -> None:
    with database.write("mona") as tx:
        person, _pair = a_pair(tx, letter_language=LetterLanguage.EN, address="Skogveien 1")
        contact_points.save(tx, a_contact(person, stand_in="Ola Vik"), TODAY)
        contact_points.save(tx, a_contact(person, name="Gone Away", until=TODAY - DAY), TODAY)
        english = words_of(contact_points.card_pdf(tx, person, TODAY))
        for text in (
            "Who helps me with what",
            "Kari Strand",
            "+47 75 54 12 00",
            "Ola Vik",
            "Your teacher helps you to learn the language.",
            "Marit",
        ):
            assert text in english.replace("\xa0", " ")
        assert "Skogveien" not in english
        assert "Gone Away" not in english
        other = register(tx, newcomer("Ali Omar", letter_language=LetterLanguage.TI))
        contact_points.save(tx, a_contact(other), TODAY)
        assert "Hvem hjelper meg med hva" in words_of(contact_points.card_pdf(tx, other, TODAY))


def test_a_card_of_nobody_is_not_printed(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer())
        with pytest.raises(NothingToPrint):
            contact_points.card_pdf(tx, person, TODAY)


def test_lists_and_card_do_not_tell_where_a_confidential_person_goes(database: Database) -> None:
    with database.write("mona") as tx:
        person = register(tx, newcomer(protection=Protection.CONFIDENTIAL))
        contact_points.save(tx, a_contact(person), TODAY)
        (care,) = contact_points.of_person(tx, person, TODAY)
        assert care.contact.service == "Fjordvik voksenopplæring"
        (listed,) = contact_points.of_person(tx, person, TODAY, Purpose.LIST)
        assert (listed.contact.service, listed.contact.phone) == ("", "")
        card = words_of(contact_points.card_pdf(tx, person, TODAY))
        assert "voksenopplæring" not in card
        assert "75 54" not in card.replace("\xa0", " ")


def test_what_was_typed_before_somebody_was_hidden_goes_with_the_next_change(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        registration = people.save(tx, newcomer(postal_code=""), TODAY)
        person = registration.person
        saved = contact_points.save(tx, a_contact(person.id), TODAY)
        hidden = replace(person, protection=Protection.STRICT)
        people.save(tx, replace(registration, person=hidden), TODAY)
        (row,) = contact_points.of_person(tx, person.id, TODAY)
        assert row.contact.service == ""
        with pytest.raises(ProtectedLocation):
            contact_points.save(tx, saved, TODAY)
        assert contact_points.end(tx, saved.id, TODAY, TODAY).service == ""
