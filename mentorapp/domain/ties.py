"""Ties between two people that keep them from being a pair: a conflict of interest.

What the office knows beside employer, case officer and household. A tie holds both ways. Why: the
rules of impartiality (forvaltningsloven § 6) are what a municipality is measured by.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import Record


class TieKind(StrEnum):
    """What binds the two."""

    RELATIVE = "relative"
    LANDLORD = "landlord"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie(Record):
    """Two people who are not to be paired with each other, in whatever order they are named."""

    person_id: UUID
    other_id: UUID
    kind: TieKind = TieKind.RELATIVE


def check_tie(tie: Tie, protection: Protection) -> None:
    """Raise InvalidField for somebody tied to himself, and for what would tell where he lives.

    ``protection`` is the stricter of the two people's.
    """
    if tie.person_id == tie.other_id:
        raise InvalidField("other", Problem.SAME_PERSON)
    if protection is Protection.STRICT and tie.kind is TieKind.LANDLORD:
        raise InvalidField("ties", Problem.TELLS_WHERE)


def told_kind(kind: TieKind, protection: Protection) -> TieKind:
    """The kind as far as it may be shown: who knows a protected person's landlord finds the house.

    ``protection`` is the stricter of the two people's, which may have come after the tie.
    """
    hidden = kind is TieKind.LANDLORD and protection is not Protection.NONE
    return TieKind.OTHER if hidden else kind
