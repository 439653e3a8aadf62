"""What a placement asks of the coordinator on a given day."""

from datetime import date

from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.placements import Placement

#: An end this many days ahead is told, so that there is time to find what comes after it.
_ENDS_WITHIN = 30
#: After so many days, what was asked for is late.
_LATE = 14


def placement_attention(placement: Placement, who: str, today: date) -> Attention | None:
    """One line at most: the end that nobody told, else the midway talk, else the end that comes.

    Nothing about one whose end is told. ``detail`` is the number; nothing says where it is, because
    the list of the day is seen by everybody in the room.
    """
    if not placement.is_running(today) or placement.ended_on is not None:
        return None
    left = (placement.planned_end - today).days
    late = None if placement.midway_on is None else (today - placement.midway_on).days
    if left < 0:
        severity = Severity.RED if -left > _LATE else Severity.YELLOW
        kind, days = AttentionKind.PLACEMENT_OVER, -left
    elif placement.midway_done_on is None and late is not None and late >= 0:
        severity = Severity.RED if late > _LATE else Severity.YELLOW
        kind, days = AttentionKind.PLACEMENT_MIDWAY, late
    elif left <= _ENDS_WITHIN:
        severity, kind, days = Severity.CALM, AttentionKind.PLACEMENT_ENDS, -left
    else:
        return None
    return Attention(
        kind=kind,
        severity=severity,
        who=who,
        days=days,
        subject_id=placement.id,
        person_id=placement.person_id,
        detail=str(placement.number),
    )
