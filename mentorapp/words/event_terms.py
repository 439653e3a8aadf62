"""The user's words for events: fields, refusals and values; see ``fields`` and ``labels``."""

from collections.abc import Callable
from enum import Enum

from mentorapp.domain import event_errors
from mentorapp.domain.errors import Refused
from mentorapp.domain.event_filters import GuestPair, GuestRole
from mentorapp.words import N_
from mentorapp.words.saying import says

EVENT_FIELDS = {
    "starts_at": N_("Begins"),
    "ends_at": N_("Ends"),
    "seats": N_("Room for"),
    "childcare": N_("Childcare there"),
    "description": N_("What it is about"),
    "cancelled_on": N_("Cancelled on"),
    "guest": N_("Guest"),
    "invited_on": N_("Invited on"),
    "answer": N_("Answer"),
    "answered_on": N_("Answered on"),
    "attendance": N_("Attendance"),
}

EVENT_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    event_errors.AttendanceTooEarly: says(
        N_("The event is on %(starts_on)s. Who was there is noted on that day or later.")
    ),
    event_errors.EventIsCancelled: says(
        N_("Event %(number)s is cancelled: it has no guests. Take the cancellation back first.")
    ),
    event_errors.AlreadyInvited: says(N_("%(name)s is invited already.")),
    event_errors.NobodyToInvite: says(
        N_("Nobody new fits. Ask for less, or look at who is invited already.")
    ),
    event_errors.AttendanceNoted: says(
        N_("Guests noted as present: %(count)s. Take that back first.")
    ),
}

EVENT_LABELS: tuple[tuple[Enum, str], ...] = (
    (GuestRole.MENTOR, N_("mentors")),
    (GuestRole.NEWCOMER, N_("newcomers")),
    (GuestPair.PAIRED, N_("in a running pairing")),
    (GuestPair.WAITING, N_("waiting for a pairing")),
)
