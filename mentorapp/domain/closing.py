"""Closing a pairing: how it ended, and what now for each of the two."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.outcomes import OutcomeStatus
from mentorapp.domain.pairings import EndReason, Initiator


class NewcomerNext(StrEnum):
    """What the newcomer does now; PAIRED_AGAIN waits for the moment that finding a mentor takes."""

    WAITS = "waits"
    PAIRED_AGAIN = "paired_again"
    FINISHED = "finished"
    WITHDRAWN = "withdrawn"


class MentorNext(StrEnum):
    """What the mentor does now."""

    FREE = "free"
    PAUSED = "paused"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """``reason`` and ``initiator`` go with a pairing that ended early.

    ``newcomer`` None lets the rule decide (``taking_part.status_after``), ``mentor`` None leaves
    the mentor as he is. ``outcome`` is what became of the newcomer, None to be asked later.
    """

    ended_on: date
    completed: bool
    reason: EndReason | None = None
    initiator: Initiator | None = None
    note: str = ""
    newcomer: NewcomerNext | None = None
    mentor: MentorNext | None = None
    outcome: OutcomeStatus | None = None
    weekly_minutes: int | None = None


def newcomer_after(following: NewcomerNext | None) -> NewcomerStatus | None:
    """The status that was chosen; None to let the rule decide."""
    return None if following is None else _NEWCOMER[following]


def mentor_after(following: MentorNext | None, now: MentorStatus) -> MentorStatus:
    """The status that was chosen. Who is free again and had no pause stays what he is."""
    if following is None or (following is MentorNext.FREE and now is not MentorStatus.PAUSED):
        return now
    return _MENTOR[following]


_NEWCOMER = {
    NewcomerNext.WAITS: NewcomerStatus.WAITING,
    NewcomerNext.PAIRED_AGAIN: NewcomerStatus.WAITING,
    NewcomerNext.FINISHED: NewcomerStatus.COMPLETED,
    NewcomerNext.WITHDRAWN: NewcomerStatus.WITHDRAWN,
}
_MENTOR = {
    MentorNext.FREE: MentorStatus.APPROVED,
    MentorNext.PAUSED: MentorStatus.PAUSED,
    MentorNext.FINISHED: MentorStatus.ENDED,
}
