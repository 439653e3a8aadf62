from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from mentorapp.domain.calls import Call
from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.deleted import AlreadyBack, DeletedItself, How, TakenMeanwhile
from mentorapp.domain.households import Household
from mentorapp.domain.pairings import PairingStatus
from mentorapp.domain.placements import Placement
from mentorapp.domain.protection import Protection
from mentorapp.domain.unfinished_forms import FormKind, UnfinishedForm
from mentorapp.operations import (
    Database,
    calls,
    competences,
    deleted,
    events,
    invitations,
    meetings,
    organisations,
    people,
    placements,
    ties,
    undoing,
    unfinished_forms,
)
from mentorapp.storage import deletions, records
from tests.factories import TODAY, a_meeting, a_placement, an_event, an_organisation
from tests.mentorapp.everything import everything
from tests.mentorapp.operations.registering import mentor, newcomer, pair, protect, register

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def test_a_line_tells_what_by_whom_when_and_for_how_long(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        sahra = register(tx, newcomer("Sahra Guled"))
    with database.write("kari", NOW + DAY) as tx:
        people.delete(tx, sahra)

    with database.read() as tx:
        (row,) = deleted.rows(tx, TODAY + 11 * DAY)

    assert (row.kind, row.names, row.actor) == ("person", ("Sahra Guled",), "kari")
    assert (row.on, row.days_left, row.how) == (TODAY + DAY, 20, How.DELETED)


@pytest.mark.parametrize("level", [Protection.CONFIDENTIAL, Protection.STRICT])
def test_the_line_of_a_protected_person_tells_no_place(
    database: Database, level: Protection
) -> None:
    with database.write("mona", NOW) as tx:
        club = organisations.save(tx, an_organisation(number=0, name="Markørvika IL"))
        sahra = register(tx, newcomer())
        place = placements.register(tx, placed(sahra, club.id), TODAY)
    with database.write("mona", NOW + DAY) as tx:
        protect(tx, sahra, level)
        placements.delete(tx, place.id)

    with database.read() as tx:
        (row,) = deleted.rows(tx, TODAY)

    assert row.names == ("Sahra Guled",)


@pytest.mark.parametrize("level", Protection)
def test_a_deleted_invitation_of_somebody_protected_tells_no_event(
    database: Database, level: Protection
) -> None:
    home = {} if level is Protection.NONE else {"phone": "", "address": "", "postal_code": ""}
    with database.write("mona", NOW) as tx:
        event = events.save(tx, an_event(number=0, name="Markørvika IL"), TODAY)
        guest = register(tx, newcomer(protection=level, **home))
        invited = invitations.invite_person(tx, event.id, guest, TODAY)
    with database.write("mona", NOW + DAY) as tx:
        invitations.uninvite(tx, [invited])

    with database.read() as tx:
        (row,) = deleted.rows(tx, TODAY)

    shown = ("Markørvika IL",) if level is Protection.NONE else ()
    assert row.names == ("Sahra Guled", *shown)


def placed(person_id: Any, organisation_id: Any) -> Placement:
    return a_placement(number=0, person_id=person_id, organisation_id=organisation_id)


def test_the_first_meeting_comes_back_with_the_beginning_of_the_pair(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        made = pair(tx, on=TODAY - 10 * DAY)
        met = meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY - 5 * DAY), TODAY)
    with database.read() as tx:
        before = everything(tx)
    with database.write("mona", NOW + DAY) as tx:
        meetings.remove(tx, met.id)

    with database.write("kari", NOW + 2 * DAY) as tx:
        deleted.restore(tx, deleted.rows(tx, TODAY)[0].id)

    with database.read() as tx:
        assert everything(tx) == before


def test_what_was_changed_since_stays_as_it_is_now(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        made = pair(tx, on=TODAY - 10 * DAY)
        met = meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY - 5 * DAY), TODAY)
    with database.write("mona", NOW + DAY) as tx:
        meetings.remove(tx, met.id)
        now = records.get(tx, type(made), made.id)
    with database.write("mona", NOW + 2 * DAY) as tx:
        records.amend(tx, replace(now, notes="Ringt"))

    with database.write("kari", NOW + 3 * DAY) as tx:
        deleted.restore(tx, deleted.rows(tx, TODAY)[0].id)
        stored = records.get(tx, type(made), made.id)

    assert (stored.status, stored.notes) == (PairingStatus.ACTIVE, "Ringt")


def test_bringing_back_can_be_undone_and_is_then_in_the_list_again(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        sahra = register(tx, newcomer())
    with database.write("mona", NOW + DAY) as tx:
        people.delete(tx, sahra)
    with database.write("mona", NOW + 2 * DAY) as tx:
        deleted.restore(tx, deleted.rows(tx, TODAY)[0].id)
        changes = tuple(tx.changes)

    with database.write("mona", NOW + 3 * DAY) as tx:
        undoing.undo(tx, changes)

    with database.read() as tx:
        (row,) = deleted.rows(tx, TODAY)
    assert (row.names, row.how) == (("Sahra Guled",), How.UNDONE)


def test_a_deletion_that_was_undone_is_not_in_the_list(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        sahra = register(tx, newcomer())
    with database.write("mona", NOW + DAY) as tx:
        people.delete(tx, sahra)
        changes = tuple(tx.changes)
    with database.read() as tx:
        (line,) = deleted.rows(tx, TODAY)

    with database.write("mona", NOW + 2 * DAY) as tx:
        undoing.undo(tx, changes)

    with database.write("mona", NOW + 3 * DAY) as tx:
        assert deleted.rows(tx, TODAY) == []
        with pytest.raises(AlreadyBack):
            deleted.restore(tx, line.id)


def test_several_things_deleted_at_once_are_one_line(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        made = pair(tx, on=TODAY - 10 * DAY)
        held = [
            meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY - n * DAY), TODAY)
            for n in (3, 2, 1)
        ]
    with database.write("mona", NOW + DAY) as tx:
        for one in held:
            meetings.remove(tx, one.id)

    with database.read() as tx:
        (row,) = deleted.rows(tx, TODAY)

    assert (row.kind, row.others, row.day) == ("meeting", 2, TODAY - 3 * DAY)


def test_what_belongs_to_something_deleted_waits_for_it(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        sahra = register(tx, newcomer())
        call = calls.note(tx, Call(person_id=sahra, called_on=TODAY), TODAY)
    with database.write("mona", NOW + DAY) as tx:
        calls.remove(tx, call.id)
    with database.write("mona", NOW + 2 * DAY) as tx:
        people.delete(tx, sahra)

    with database.write("mona", NOW + 3 * DAY) as tx:
        person, its_call = deleted.rows(tx, TODAY)
        with pytest.raises(DeletedItself) as refused:
            deleted.restore(tx, its_call.id)
        assert refused.value.kind == "person"
        deleted.restore(tx, person.id)
        deleted.restore(tx, its_call.id)
        assert deleted.rows(tx, TODAY) == []


def test_a_second_competence_card_does_not_come_back_beside_a_new_one(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        sahra = register(tx, newcomer())
        competences.save(tx, CompetenceCard(person_id=sahra, updated_on=TODAY), TODAY)
    with database.write("mona", NOW + DAY) as tx:
        competences.remove(tx, sahra)
    with database.write("mona", NOW + 2 * DAY) as tx:
        competences.save(tx, CompetenceCard(person_id=sahra, updated_on=TODAY), TODAY)

    with database.write("mona", NOW + 3 * DAY) as tx, pytest.raises(TakenMeanwhile):
        deleted.restore(tx, deleted.rows(tx, TODAY)[0].id)


def test_what_comes_back_names_no_place_of_somebody_protected_meanwhile(
    database: Database,
) -> None:
    with database.write("mona", NOW) as tx:
        sahra = register(tx, newcomer())
        call = calls.note(
            tx, Call(person_id=sahra, called_on=TODAY, note="Flytter til Bergen"), TODAY
        )
    with database.write("mona", NOW + DAY) as tx:
        calls.remove(tx, call.id)
    with database.write("mona", NOW + 2 * DAY) as tx:
        protect(tx, sahra, Protection.STRICT)

    with database.write("mona", NOW + 3 * DAY) as tx:
        deleted.restore(tx, deleted.rows(tx, TODAY)[0].id)
        (back,) = calls.of_person(tx, sahra)

    assert "Bergen" not in back.note


def test_nothing_typed_and_never_saved_is_kept_in_deleted(database: Database) -> None:
    form = UnfinishedForm(
        form=FormKind.NEWCOMER.value, contents={"given_name": "Sahra"}, kept_at=NOW
    )
    with database.write("mona", NOW) as tx:
        unfinished_forms.keep(tx, form)
    with database.write("mona", NOW + DAY) as tx:
        unfinished_forms.discard(tx, form.id)

    with database.read() as tx:
        assert deletions.standing(tx) == []
        assert tx.connection.scalar(text("SELECT count(*) FROM deletions")) == 0


def test_a_tie_taken_away_comes_back(database: Database) -> None:
    with database.write("mona", NOW) as tx:
        one, other = register(tx, newcomer()), register(tx, mentor())
        tie = ties.add(tx, one, other, "relative", TODAY).tie  # type: ignore[arg-type]
    with database.write("mona", NOW + DAY) as tx:
        ties.remove(tx, tie)

    with database.write("mona", NOW + 2 * DAY) as tx:
        (row,) = deleted.rows(tx, TODAY)
        deleted.restore(tx, row.id)
        assert [found.name for found in ties.of_person(tx, one)] == ["Marit Bekkelund"]
    assert row.names == ("Sahra Guled", "Marit Bekkelund")


def test_contact_details_of_a_new_household_with_a_protected_person_do_not_come_back(
    database: Database,
) -> None:
    with database.write("mona", NOW) as tx:
        home = records.add(tx, Household(label="Familien"))
        sahra = register(tx, newcomer(household_id=home.id, phone="91827364"))
    with database.write("mona", NOW + DAY) as tx:
        people.delete(tx, sahra)
    with database.write("mona", NOW + 2 * DAY) as tx:
        register(
            tx,
            newcomer(
                "Ali Streng",
                household_id=home.id,
                postal_code="",
                protection=Protection.STRICT,
            ),
        )

    with database.write("mona", NOW + 3 * DAY) as tx:
        deleted.restore(tx, deleted.rows(tx, TODAY)[0].id)
        (details,) = records.find(tx, ContactDetails, person_id=sahra)

    assert (details.phone, details.postal_code) == ("", "")
