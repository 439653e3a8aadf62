"""Meetings of a pair, mostly typed from paper slips."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import (
    InvalidField,
    MeetingAfterEnd,
    MeetingBeforePairing,
    MeetingInFuture,
    Problem,
)
from mentorapp.domain.pairings import Pairing, months_later
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length


class MeetingForm(StrEnum):
    """How they met; ATTEMPTED is a try without contact and does not count as a meeting."""

    IN_PERSON = "in_person"
    TELEPHONE = "telephone"
    VIDEO = "video"
    ACTIVITY = "activity"
    ATTEMPTED = "attempted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """``minutes`` is the duration; ``slip`` the office's mark on the paper slip, if any."""

    pairing_id: UUID
    held_on: date
    minutes: int = 60
    form: MeetingForm = MeetingForm.IN_PERSON
    place: str = ""
    notes: str = ""
    next_on: date | None = None
    logged_by: str = ""
    slip: str = ""

    @property
    def counts(self) -> bool:
        """Whether the two were in contact."""
        return self.form is not MeetingForm.ATTEMPTED


def check_meeting(meeting: Meeting, pairing: Pairing, today: date) -> None:
    """Raise when the meeting cannot have taken place as told.

    A closed pairing still takes late slips for the time it ran: figures must be right.
    """
    if meeting.held_on > today:
        raise MeetingInFuture(meeting.held_on)
    if meeting.held_on < pairing.agreed_on:
        raise MeetingBeforePairing(meeting.held_on, pairing.agreed_on)
    if pairing.ended_on is not None and meeting.held_on > pairing.ended_on:
        raise MeetingAfterEnd(meeting.held_on, pairing.ended_on)
    if not 0 <= meeting.minutes <= 24 * 60 or (meeting.minutes == 0 and meeting.counts):
        raise InvalidField("minutes", Problem.OUT_OF_RANGE, str(meeting.minutes), "1–1440")
    if meeting.next_on is not None:
        if meeting.next_on < meeting.held_on:
            raise InvalidField("next_on", Problem.BEFORE_START, meeting.next_on.isoformat())
        if meeting.next_on > months_later(today, 24):
            raise InvalidField("next_on", Problem.TOO_FAR_AHEAD, meeting.next_on.isoformat())
    check_length("place", meeting.place, NAME_LIMIT)
    check_length("notes", meeting.notes, NOTE_LIMIT)
