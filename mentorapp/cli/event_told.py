"""How events and their guests stand in answers."""

from typing import Any

from mentorapp.domain.events import Attendance, Event, EventCounts
from mentorapp.operations.events import GuestRow
from mentorapp.operations.handles import handle
from mentorapp.words import Words
from mentorapp.words.events import say_answer
from mentorapp.words.labels import label


def event_json(
    event: Event, counts: EventCounts | None = None, project: str = ""
) -> dict[str, Any]:
    """The event, with its counts where they are known."""
    told: dict[str, Any] = {
        "event": event.number,
        "name": event.name,
        "kind": event.kind.value,
        "starts_at": event.starts_at.isoformat(timespec="minutes"),
        "ends_at": event.ends_at.isoformat(timespec="minutes") if event.ends_at else None,
        "place": event.place or None,
        "seats": event.seats,
        "childcare": event.childcare,
        "project": project or None,
        "description": event.description or None,
        "cancelled_on": event.cancelled_on,
    }
    if counts is not None:
        told["counts"] = {name: getattr(counts, name) for name in counts.__slots__}
    return told


def guest_json(guest: GuestRow) -> dict[str, Any]:
    """``guest`` is the handle that ``answer`` and ``attendance`` take beside a person's number."""
    invitation = guest.invitation
    return {
        "guest": handle(invitation.id),
        "person": guest.number or None,
        "name": guest.name,
        "service": invitation.service or None,
        "protected": guest.protected,
        "invited_on": invitation.invited_on,
        "answer": invitation.answer.value,
        "answered_on": invitation.answered_on,
        "reserve": guest.reserve or None,
        "attendance": invitation.attendance.value,
        "letter_on": invitation.letter_on,
    }


def guest_line(words: Words, guest: GuestRow) -> str:
    """One guest on a line, by his number or handle."""
    invitation = guest.invitation
    told = [say_answer(words, invitation.answer, guest.reserve)]
    if invitation.attendance is not Attendance.NOT_NOTED:
        told.append(label(words, invitation.attendance))
    name = f"{guest.name} ({invitation.service})" if invitation.service else guest.name
    return f"  {guest.number or handle(invitation.id)}  {name}: {', '.join(told)}"
