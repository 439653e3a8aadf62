from dataclasses import replace
from datetime import timedelta

import pytest

from mentorapp.domain.errors import (
    InvalidField,
    MeetingAfterEnd,
    MeetingBeforePairing,
    MeetingInFuture,
)
from mentorapp.domain.meetings import MeetingForm
from mentorapp.domain.pairings import PairingStatus
from mentorapp.operations import Database, meetings, pairings
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import pair

DAY = timedelta(days=1)


def test_the_first_meeting_with_contact_begins_the_pairing(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=TODAY - 10 * DAY)
        attempt = a_meeting(
            pairing_id=made.id, held_on=TODAY - 8 * DAY, minutes=0, form=MeetingForm.ATTEMPTED
        )
        meetings.log(tx, attempt, TODAY)
        assert pairings.row(tx, made.id, TODAY).status is PairingStatus.AGREED
        meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY - 5 * DAY), TODAY)
        file = pairings.read(tx, made.id, TODAY)
        assert (file.pairing.status, file.pairing.started_on) == (
            PairingStatus.ACTIVE,
            TODAY - 5 * DAY,
        )


def test_an_earlier_slip_typed_later_moves_the_beginning_back(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=TODAY - 10 * DAY)
        for days in (2, 9):
            meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY - days * DAY), TODAY)
        assert pairings.read(tx, made.id, TODAY).pairing.started_on == TODAY - 9 * DAY


def test_the_same_meeting_handed_in_twice_is_written_once(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx)
        meeting = a_meeting(pairing_id=made.id, held_on=TODAY, logged_by="")
        assert meetings.log(tx, meeting, TODAY) == meetings.log(tx, meeting, TODAY)
        (stored,) = pairings.read(tx, made.id, TODAY).meetings
        assert stored.logged_by == "mona"


def test_a_meeting_lies_between_the_agreement_and_today(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=TODAY - 10 * DAY)
        with pytest.raises(MeetingInFuture):
            meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY + DAY), TODAY)
        with pytest.raises(MeetingBeforePairing):
            meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY - 11 * DAY), TODAY)
        pairings.end(tx, made.id, TODAY - 2 * DAY, TODAY, completed=True)
        late = a_meeting(pairing_id=made.id, held_on=TODAY - 3 * DAY)
        assert meetings.log(tx, late, TODAY) == late  # a slip that came late
        with pytest.raises(MeetingAfterEnd):
            meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY - DAY), TODAY)


def test_a_late_slip_does_not_open_an_ended_pairing(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=TODAY - 10 * DAY)
        pairings.end(tx, made.id, TODAY, TODAY, completed=True)
        meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY - 3 * DAY), TODAY)
        assert pairings.row(tx, made.id, TODAY).status is PairingStatus.COMPLETED


def test_a_mistyped_meeting_is_mended_taken_back_and_brought_back(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=TODAY - 10 * DAY)
        meeting = meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY), TODAY)
        mended = meetings.amend(
            tx, replace(meeting, minutes=45, place=" Biblio\u200bteket "), TODAY
        )
        assert pairings.row(tx, made.id, TODAY).minutes == 45
        assert mended.place.strip() == mended.place
        with pytest.raises(InvalidField):
            meetings.amend(tx, replace(mended, minutes=0), TODAY)
        gone = meetings.remove(tx, mended.id)
        assert pairings.row(tx, made.id, TODAY).meetings == 0
        meetings.restore(tx, gone)
        assert pairings.row(tx, made.id, TODAY).meetings == 1


def test_a_pair_whose_only_meeting_is_taken_back_has_only_agreed(database: Database) -> None:
    with database.write("Mona") as tx:
        made = pair(tx)
        only = meetings.log(tx, a_meeting(pairing_id=made.id, held_on=TODAY), TODAY)
        meetings.remove(tx, only.id)
        agreed = pairings.read(tx, made.id, TODAY).pairing
        meetings.restore(tx, only)
        begun = pairings.read(tx, made.id, TODAY).pairing

    assert (agreed.status, agreed.started_on) == (PairingStatus.AGREED, None)
    assert (begun.status, begun.started_on) == (PairingStatus.ACTIVE, TODAY)
