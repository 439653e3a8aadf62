from dataclasses import replace
from datetime import timedelta

import pytest

from mentorapp.domain.errors import (
    ChangedMeanwhile,
    InvalidField,
    NotFound,
    NumberMistyped,
    NumberOfAnotherKind,
    PairingClosed,
    ProtectedLocation,
    WrongStep,
)
from mentorapp.domain.follow_up import Severity
from mentorapp.domain.numbers import NumberKind, short_number
from mentorapp.domain.pairings import Fit
from mentorapp.domain.protection import Protection
from mentorapp.operations import Database, meetings, pairing, pairings, people
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import buddy, changed, mentor_id, newcomer, pair

DAY = timedelta(days=1)


def test_a_pairing_is_found_by_the_number_on_paper(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        assert pairings.by_number(tx, str(made.number)).id == made.id
        assert pairings.by_number(tx, f" {str(made.number)[:2]}-{str(made.number)[2:]} ") == made
        with pytest.raises(NumberMistyped):
            pairings.by_number(tx, str(made.number + 1))
        with pytest.raises(NumberOfAnotherKind):
            pairings.by_number(tx, str(short_number(NumberKind.PERSON, 1)))
        with pytest.raises(NotFound):
            pairings.by_number(tx, str(short_number(NumberKind.PAIRING, 999)))


def test_the_list_counts_meetings_with_contact(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=TODAY - 40 * DAY)
        for days, minutes in ((35, 60), (20, 90)):
            held = TODAY - days * DAY
            meetings.log(tx, a_meeting(pairing_id=made.id, held_on=held, minutes=minutes), TODAY)
        row = pairings.row(tx, made.id, TODAY)
        assert (row.meetings, row.minutes, row.last_meeting) == (2, 150, TODAY - 20 * DAY)
        assert row.severity is Severity.YELLOW
        assert pairings.row(tx, made.id, TODAY + 15 * DAY).severity is Severity.RED
        assert pairings.row(tx, made.id, TODAY - 10 * DAY).severity is Severity.CALM
        assert row.who == "Sahra Guled – Marit Bekkelund"


def test_what_is_agreed_is_saved_and_checked(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        saved = pairings.save(tx, replace(made, agreement_signed_on=TODAY, fit=Fit.GOOD), TODAY)
        assert saved.version == made.version + 1
        with pytest.raises(ChangedMeanwhile):
            pairings.save(tx, replace(made, fit=Fit.NOT_GOOD), TODAY)
        with pytest.raises(InvalidField):
            pairings.save(tx, replace(saved, agreement_signed_on=TODAY + DAY), TODAY)
        with pytest.raises(InvalidField):
            pairings.save(tx, replace(saved, planned_end=TODAY - DAY), TODAY)


def test_no_place_is_written_for_a_protected_pair(database: Database) -> None:
    with database.write("mona") as tx:
        first = mentor_id(tx)
        other = people.save(tx, newcomer(protection=Protection.CONFIDENTIAL), TODAY).newcomer
        assert other is not None
        made = pairing.pair_by_hand(tx, buddy(tx), first, other.id, TODAY)
        with pytest.raises(ProtectedLocation):
            pairings.save(tx, replace(made, start_meeting_place="Biblioteket"), TODAY)
        with pytest.raises(ProtectedLocation):
            meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY, place="Kafé"), TODAY)
        assert pairings.row(tx, made.id, TODAY).protection is Protection.CONFIDENTIAL


def test_places_noted_before_the_protection_are_not_shown_and_go_with_the_next_save(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        somebody = people.save(tx, newcomer(), TODAY)
        assert somebody.newcomer is not None
        made = pairing.pair_by_hand(tx, buddy(tx), mentor_id(tx), somebody.newcomer.id, TODAY)
        pairings.save(tx, replace(made, start_meeting_place="Biblioteket"), TODAY)
        meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY, place="Kafé"), TODAY)
        known = people.read(tx, somebody.person.id, TODAY).registration
        people.save(tx, changed(known, protection=Protection.CONFIDENTIAL), TODAY)

        file = pairings.read(tx, made.id, TODAY)
        assert file.pairing.start_meeting_place == ""
        assert [one.place for one in file.meetings] == [""]

        meetings.amend(tx, replace(file.meetings[0], minutes=90), TODAY)
        pairings.save(tx, file.pairing, TODAY)
        known = people.read(tx, somebody.person.id, TODAY).registration
        people.save(tx, changed(known, protection=Protection.NONE), TODAY)
        file = pairings.read(tx, made.id, TODAY)
        assert (file.pairing.start_meeting_place, file.meetings[0].place) == ("", "")


def test_a_pairing_ends_once_and_not_in_the_future(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        with pytest.raises(InvalidField):
            pairings.end(tx, made.id, TODAY + DAY, TODAY, completed=True)
        pairings.end(tx, made.id, TODAY, TODAY, completed=True)
        with pytest.raises(PairingClosed):
            pairings.end(tx, made.id, TODAY, TODAY, completed=True)
        with pytest.raises(WrongStep):
            pairings.start(tx, made.id, TODAY)


def test_responsibility_goes_over_on_a_day_and_stays_on_record(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=TODAY - 10 * DAY)
        pairings.hand_over(tx, made.id, "Jon Stensund", TODAY)
        first, second = pairings.read(tx, made.id, TODAY).responsibilities
        assert (first.coordinator, first.from_date, first.to_date) == (
            "Mona Elvestrand",
            TODAY - 10 * DAY,
            TODAY,
        )
        assert (second.coordinator, second.from_date, second.to_date) == (
            "Jon Stensund",
            TODAY,
            None,
        )
        assert pairings.row(tx, made.id, TODAY).coordinator == "Jon Stensund"


def test_a_persons_pairings_are_found_in_either_role(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        row = pairings.row(tx, made.id, TODAY)
        for person in (row.mentor_person_id, row.newcomer_person_id):
            assert pairings.rows_of_person(tx, person, TODAY) == [row]
            assert people.read(tx, person, TODAY).pairings == (row,)
