"""Refusals about events and their guests; see ``errors``."""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class AttendanceTooEarly(Refused):
    """Somebody was there before the event began."""

    starts_on: date


@dataclass(eq=False)
class EventIsCancelled(Refused):
    """The event does not take place: nobody is invited to it and nobody was there."""

    number: int


@dataclass(eq=False)
class AlreadyInvited(Refused):
    """The guest stands on the list already."""

    name: str


@dataclass(eq=False)
class NobodyToInvite(Refused):
    """Nobody fits the filter, or all who do are invited already."""


@dataclass(eq=False)
class AttendanceNoted(Refused):
    """``count`` guests were there, so that the event cannot be deleted or cancelled."""

    count: int
