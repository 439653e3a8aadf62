"""Finding anything: what there is to be found, and what comes first."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, IntEnum, StrEnum
from uuid import UUID

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import NewcomerStatus
from mentorapp.domain.schemes import Scheme

#: Somebody whose every role is one of these is told after the others.
LEFT = frozenset({MentorStatus.ENDED, NewcomerStatus.COMPLETED, NewcomerStatus.WITHDRAWN})


class Place(IntEnum):
    """Where what was typed stands; the lower the better."""

    WHOLE_NUMBER = 0
    TITLE = 1  # it begins the name or the number
    BEGINNING = 2  # it begins words
    MIDDLE = 3


class FoundKind(StrEnum):
    """What can be found, in the order in which equally good ones are told."""

    PERSON = "person"
    PAIRING = "pairing"
    ORGANISATION = "organisation"
    PLACEMENT = "placement"
    EVENT = "event"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Found:
    """``states`` are its kind and status, to be said in words; nothing here tells where anybody is.

    ``number`` is the pairing's for a letter. ``scheme`` is a pairing's, ``day`` the day of a letter
    or an event and the first of a placement. ``protected``: about somebody with a protected
    address; no list of what was looked at names it.
    """

    kind: FoundKind
    id: UUID
    title: str
    number: int
    states: tuple[Enum, ...] = ()
    day: date | None = None
    scheme: Scheme | None = None
    ended: bool = False
    protected: bool = False
    place: Place = Place.MIDDLE


def best_kind_first(found: list[list[Found]]) -> list[list[Found]]:
    """Kinds of which something was found, the one with the best first; each is sorted already."""
    return sorted((one for one in found if one), key=lambda one: (one[0].place, one[0].ended))
