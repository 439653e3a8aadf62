"""What an event asks of the coordinator: answers before it, the list of who was there after it."""

from datetime import date

from mentorapp.domain.events import Event, EventCounts
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity

#: Answers are asked for from so many days before.
_ASK_BEFORE = 10
_URGENT_BEFORE = 3
#: Who was there is asked for so long after; later nobody remembers.
_ASK_AFTER = 60
_LATE_AFTER = 7


def event_attention(event: Event, counts: EventCounts, today: date) -> Attention | None:
    """At most one line for an event; ``detail`` is how many guests it is about.

    Nothing is asked of a talk between services that nobody was invited to.
    """
    if event.cancelled_on is not None:
        return None
    before, after = (event.day - today).days, (today - event.last_day).days
    if 0 <= before <= _ASK_BEFORE and counts.unanswered:
        kind, days, guests = AttentionKind.EVENT_SOON, -before, counts.unanswered
        pressing = before <= _URGENT_BEFORE
    elif 1 <= after <= _ASK_AFTER and counts.invited and counts.not_noted == counts.invited:
        kind, days, guests = AttentionKind.EVENT_ATTENDANCE, after, counts.invited
        pressing = after > _LATE_AFTER
    else:
        return None
    return Attention(
        kind=kind,
        severity=Severity.YELLOW if pressing else Severity.CALM,
        who=event.name,
        days=days,
        subject_id=event.id,
        detail=str(guests),
    )
