"""What is missing before a period's reports tell what happened: each can be seen to by somebody."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class LackKind(StrEnum):
    """In the order in which one sees to them: what changes most figures first."""

    SLIPS = "slips"
    NOT_STARTED = "not_started"
    PAST_END = "past_end"
    END_REASON = "end_reason"
    FOLLOW_UP = "follow_up"
    OUTCOME = "outcome"
    PLACEMENT_OVER = "placement_over"
    ATTENDANCE = "attendance"
    PROPOSAL = "proposal"
    NO_ANSWER = "no_answer"
    MUNICIPALITY = "municipality"
    BIRTH_YEAR = "birth_year"
    GENDER = "gender"


class LackPlace(StrEnum):
    """Where one sees to it; ``subject`` is the pairing or the person whose page that is."""

    PAIRING = "pairing"
    PERSON = "person"
    OUTCOMES = "outcomes"
    PLACEMENTS = "placements"
    PROPOSALS = "proposals"
    EVENTS = "events"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One thing that is missing. ``number`` and ``name`` are of the pair, person or event;
    ``since`` is the day from which it is.
    """

    kind: LackKind
    place: LackPlace
    subject: UUID
    number: int
    name: str
    since: date

    @property
    def id(self) -> tuple[LackKind, UUID, date]:
        """What tells it apart in a list."""
        return self.kind, self.subject, self.since


def in_order(lacks: list[Lack]) -> tuple[Lack, ...]:
    """By kind, within one the oldest first."""
    kinds = list(LackKind)
    return tuple(sorted(lacks, key=lambda one: (kinds.index(one.kind), one.since, one.number)))
