from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.follow_up import AttentionKind
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, meetings, next_step, pairings, telephone
from mentorapp.operations import Transaction as Tx
from mentorapp.storage import records
from mentorapp.words import Words
from mentorapp.words.next_step import say_next_step
from tests.factories import TODAY, an_organisation
from tests.mentorapp.operations.registering import pair


def protect(tx: Tx, person_id: UUID, level: Protection) -> None:
    (person,) = records.find(tx, Person, id=person_id)
    records.amend(tx, replace(person, protection=level))
    (details,) = records.find(tx, ContactDetails, person_id=person_id)
    records.amend(tx, replace(details, phone="+4740000905"))


@pytest.mark.parametrize("level", [Protection.CONFIDENTIAL, Protection.STRICT])
def test_a_protected_phone_is_told_neither_in_the_file_nor_on_the_page_of_the_pair(
    level: Protection, database: Database
) -> None:
    with database.write("Test") as tx:
        made = pair(tx)
        row = pairings.row(tx, made.id, TODAY)
        protect(tx, row.newcomer_person_id, level)
        protect(tx, row.mentor_person_id, Protection.NONE)

        own = telephone.of_person(tx, row.newcomer_person_id, TODAY)
        of_pair = telephone.of_pairing(tx, made.id, TODAY)

    assert [own.speakers[0].callee.phone, of_pair.speakers[0].callee.phone] == ["", ""]
    assert of_pair.speakers[1].callee.phone == "40 00 09 05"


def test_the_next_meeting_is_the_nearest_day_ahead(database: Database) -> None:
    with database.write("Test") as tx:
        made = pair(tx)
        for days in (9, 5):
            meeting = Meeting(
                pairing_id=made.id, held_on=TODAY, next_on=TODAY + timedelta(days=days)
            )
            meetings.log(tx, meeting, TODAY)

        (running,) = telephone.of_pairing(tx, made.id, TODAY).pairs

    assert running.next_meeting == TODAY + timedelta(days=5)


def test_what_is_open_with_a_pair_is_what_today_says_of_it_and_of_no_other(
    database: Database,
) -> None:
    with database.write("Test") as tx:
        long_ago = TODAY - timedelta(days=20)
        made, other = pair(tx, on=long_ago), pair(tx, on=long_ago)
        row = pairings.row(tx, made.id, TODAY)

        lines = next_step.of_pairing(tx, made.id, TODAY)
        of_person = next_step.of_person(tx, row.mentor_person_id, TODAY)

    assert {line.pairing_id for line in lines} == {made.id} != {other.id}
    assert set(of_person) == set(lines)
    (silent,) = (line for line in lines if line.kind is AttentionKind.FIRST_MEETING)
    assert say_next_step(Words("en"), [silent], TODAY) == "No first meeting after 20 days: call"


def test_that_nothing_is_due_is_said_too() -> None:
    assert say_next_step(Words("en"), (), TODAY) == "Nothing is due."


def test_the_status_of_each_role_and_the_organisation_of_a_mentor_are_told(
    database: Database,
) -> None:
    with database.write("Test") as tx:
        made = pair(tx)
        row = pairings.row(tx, made.id, TODAY)
        (mentor,) = records.find(tx, Mentor, person_id=row.mentor_person_id)
        firm = records.add(tx, an_organisation(name="Nordbygg"))
        records.amend(tx, replace(mentor, organisation_id=firm.id))

        newcomer, at_firm = telephone.of_pairing(tx, made.id, TODAY).speakers

    assert (newcomer.newcomer_status, newcomer.mentor_status) == (NewcomerStatus.PAIRED, None)
    assert (at_firm.newcomer_status, at_firm.mentor_status) == (None, MentorStatus.APPROVED)
    assert (newcomer.organisation, at_firm.organisation) == ("", "Nordbygg")
