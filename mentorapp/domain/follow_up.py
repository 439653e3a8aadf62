"""Follow-ups of a pairing, and what needs the coordinator's attention on a given day.

Limits: the first meeting within 14 days, a pair silent for 14 days is yellow and for 30 days red
(Torch's 10 and 14 days, casa's 14 and 30); each office can set its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing, months_later
from mentorapp.domain.records import Record
from mentorapp.domain.schemes import FollowUpKind, Scheme

#: How many lines of one kind the list of the day has where there may be very many.
_CAP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Record):
    """Something to do for a pairing on ``due``; done when ``done_on`` is set."""

    pairing_id: UUID
    due: date
    kind: FollowUpKind
    done_on: date | None = None
    done_by: str = ""
    note: str = ""


class AttentionKind(StrEnum):
    """Why something is on the list of the day."""

    FOLLOW_UP = "follow_up"
    FIRST_MEETING = "first_meeting"
    SILENT = "silent"
    CERTIFICATE = "certificate"
    WAITING = "waiting"
    LETTER = "letter"
    PROPOSAL = "proposal"
    OUTCOME = "outcome"
    GOAL = "goal"
    FIRST_VISIT = "first_visit"
    STILL_MEMBER = "still_member"
    PLAN_STEP = "plan_step"
    EVENT_SOON = "event_soon"
    EVENT_ATTENDANCE = "event_attendance"
    PLACEMENT_MIDWAY = "placement_midway"
    PLACEMENT_ENDS = "placement_ends"
    PLACEMENT_OVER = "placement_over"
    DRIVING_PERMIT = "driving_permit"
    PAIR_ENDS = "pair_ends"
    AGREEMENT = "agreement"
    NO_COORDINATOR = "no_coordinator"
    NETWORK_QUESTION = "network_question"
    QUESTIONS_OUT = "questions_out"
    UNFINISHED_FORM = "unfinished_form"


_ABOUT_NO_PERSON = frozenset(
    {
        AttentionKind.GOAL,
        AttentionKind.EVENT_SOON,
        AttentionKind.EVENT_ATTENDANCE,
        AttentionKind.UNFINISHED_FORM,
    }
)


class Severity(StrEnum):
    """How soon: RED first."""

    RED = "red"
    YELLOW = "yellow"
    CALM = "calm"

    @property
    def rank(self) -> int:
        """0 for RED."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """One line of "Today". ``who`` is one or two names, a goal's title or an event's name; ``days``
    late, silent, waiting or left.

    ``subject_id`` is the follow-up, pairing, mentor, newcomer, letter's pairing, person to be
    asked, person with a plan, goal, event, placement or unfinished form it is about; ``person_id``
    the person whose file tells more. ``detail`` is a code: the kind of follow-up, of letter or of
    form, the point after an exit, or when in the course of a pair one asks; the activity's name of
    an introduction to an association; how many steps of a plan are late; how many guests of an
    event are meant; a placement's number. ``more`` of the same kind are not on the list.
    """

    kind: AttentionKind
    severity: Severity
    who: str
    days: int
    subject_id: UUID
    pairing_id: UUID | None = None
    pairing_number: int = 0
    detail: str = ""
    person_id: UUID | None = None
    more: int = 0


def check_due(due: date, today: date) -> None:
    """Raise InvalidField for a day that a follow-up cannot be meant for: past, or ten years on."""
    if due < today:
        raise InvalidField("due", Problem.OUT_OF_RANGE, due.isoformat())
    if due > months_later(today, 120):
        raise InvalidField("due", Problem.TOO_FAR_AHEAD, due.isoformat())


def planned_follow_ups(pairing: Pairing, scheme: Scheme) -> tuple[FollowUp, ...]:
    """The follow-ups that a new pairing gets from its scheme, counted from the agreement."""
    return tuple(
        FollowUp(
            pairing_id=pairing.id,
            due=pairing.agreed_on + timedelta(days=point.days),
            kind=point.kind,
        )
        for point in sorted(scheme.follow_up_points)
    )


def silence(scheme: Scheme, office: Office) -> tuple[int, int]:
    """After how many days without a meeting a pair of the scheme is yellow, and red.

    A scheme that sets only one of them never turns red before yellow.
    """
    yellow = office.yellow_days if scheme.yellow_days is None else scheme.yellow_days
    red = office.red_days if scheme.red_days is None else scheme.red_days
    if scheme.red_days is None:
        return yellow, max(yellow, red)
    return min(yellow, red), red


def pair_attention(
    pairing: Pairing,
    who: str,
    last_meeting: date | None,
    today: date,
    limits: Office,
    scheme: Scheme,
) -> Attention | None:
    """What is wrong with the contact of a running pair, if anything.

    A pair that never met is asked about its first meeting, not about its silence.
    """
    yellow, red = silence(scheme, limits)
    if not pairing.is_running:
        return None
    days = (today - (last_meeting or pairing.agreed_on)).days
    if last_meeting is None:
        if days <= limits.first_meeting_days:
            return None
        kind = AttentionKind.FIRST_MEETING
    elif days < yellow:
        return None
    else:
        kind = AttentionKind.SILENT
    severity = Severity.RED if days >= red else Severity.YELLOW
    return Attention(
        kind=kind,
        severity=severity,
        who=who,
        days=days,
        subject_id=pairing.id,
        pairing_id=pairing.id,
        pairing_number=pairing.number,
    )


def by_urgency(lines: Iterable[Attention]) -> tuple[Attention, ...]:
    """Red before yellow before calm; within each pairs, then other people, then goals and events.

    A pair that falls silent is lost in weeks; a question or a goal waits. The longest come first.
    """
    return tuple(
        sorted(lines, key=lambda line: (line.severity.rank, _group(line), -line.days, line.who))
    )


def _group(line: Attention) -> int:
    if line.pairing_id is not None:
        return 0
    return 2 if line.kind in _ABOUT_NO_PERSON else 1


def capped(lines: Iterable[Attention]) -> tuple[Attention, ...]:
    """The first few of what can wait; the last of them tells how many ``more`` there are."""
    ordered = by_urgency(lines)
    shown, left = ordered[:_CAP], len(ordered) - _CAP
    return (*shown[:-1], replace(shown[-1], more=left)) if left > 0 else shown
