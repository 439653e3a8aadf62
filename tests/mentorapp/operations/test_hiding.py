from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pypdfium2 import PdfDocument
from sqlalchemy import select

from mentorapp.domain.calls import Call
from mentorapp.domain.households import Household
from mentorapp.domain.letters import DUE_FOR_PAIRING, LetterIssued
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.operations import (
    Database,
    Transaction,
    calls,
    deleted,
    letters,
    meetings,
    organisations,
    people,
    undoing,
)
from mentorapp.storage import deletions, records, stored_files
from mentorapp.storage.tables import metadata
from tests.factories import TODAY, a_meeting, an_organisation
from tests.mentorapp.operations.registering import newcomer, pair, protect, register

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize("what", ["call", "meeting", "person"])
def test_what_was_deleted_about_somebody_protected_meanwhile_has_no_place_in_the_file(
    database: Database, what: str
) -> None:
    with database.write("mona", NOW) as tx:
        organisations.save(tx, an_organisation(number=0, name="Markørvika"))
        home = records.add(tx, Household(label="Guled"))
        made = pair(tx, on=TODAY - 10 * DAY, household_id=home.id)
        (role,) = records.find(tx, Newcomer, id=made.newcomer_id)
        ali = register(
            tx, newcomer("Ali Guled", household_id=home.id, notes="I Markørvika", address="Kaia 7")
        )
        call = Call(person_id=role.person_id, called_on=TODAY, note="I Markørvika")
        calls.note(tx, call, TODAY)
        met = a_meeting(pairing_id=made.id, held_on=TODAY - 5 * DAY, notes="I Markørvika")
        meetings.log(tx, met, TODAY)
    with database.write("mona", NOW + DAY) as tx:
        if what == "call":
            calls.remove(tx, call.id)
        elif what == "meeting":
            meetings.remove(tx, met.id)
        people.delete(tx, ali)
        changes = tuple(tx.changes)
    with database.write("mona", NOW + 2 * DAY) as tx:
        protect(tx, role.person_id, Protection.STRICT)

    with database.read() as tx:
        said = str(list(_texts(tx)))
    assert said.count("Markørvika") == 1  # the organisation itself
    assert "Kaia 7" not in said
    with database.write("mona", NOW + 3 * DAY) as tx:
        undoing.undo(tx, changes)
        assert records.get(tx, Person, ali).notes == "I …"


def test_what_a_deletion_changed_beside_it_names_no_place_of_somebody_protected_meanwhile(
    database: Database,
) -> None:
    with database.write("mona", NOW) as tx:
        sahra, oda = register(tx, newcomer(notes="I Bergen")), register(tx, newcomer("Oda Open"))
    with database.write("mona", NOW + DAY) as tx:
        person = records.get(tx, Person, sahra)
        records.amend(tx, replace(person, notes="Ringt", given_name="Sara"))
        people.delete(tx, oda)
    with database.read() as tx:
        assert "Bergen" in str([one.contents for one, _ in deletions.standing(tx)])
    with database.write("mona", NOW + 2 * DAY) as tx:
        protect(tx, sahra, Protection.STRICT)

    with database.write("mona", NOW + 3 * DAY) as tx:
        assert "Bergen" not in str([one.contents for one, _ in deletions.standing(tx)])
        deleted.restore(tx, deleted.rows(tx, TODAY)[0].id)
        back = records.get(tx, Person, sahra)
    assert (back.given_name, back.notes) == ("Sahra", "Ringt")


def test_letters_of_before_lose_their_pages_and_their_wording(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        made = pair(tx, address="Kaia 7", postal_code="8624")
        (role,) = records.find(tx, Newcomer, id=made.newcomer_id)
        sent = letters.record(
            tx, letters.render(tx, letters.for_pairing(tx, made.id, DUE_FOR_PAIRING), TODAY)
        )
        assert "Kaia 7" in _pages(tx, sent)
        assert "Rana" in str(list(_texts(tx)))
    with database.write("mona", NOW + DAY) as tx:
        protect(tx, role.person_id, Protection.STRICT)

    with database.read() as tx:
        assert stored_files.which(tx, [one.id for one in sent]) == set()
        assert {one.text for one in records.find(tx, LetterIssued)} == {""}


def _pages(tx: Transaction, sent: list[LetterIssued]) -> str:
    pages = [letters.as_printed(tx, one.id) for one in sent]
    return "".join(
        page.get_textpage().get_text_bounded() for pdf in pages for page in PdfDocument(pdf)
    )


def _texts(tx: Transaction) -> Iterator[str]:
    """Every row of the office file, what is deleted too."""
    for table in metadata.sorted_tables:
        yield from (str(tuple(row)) for row in tx.connection.execute(select(table)))
