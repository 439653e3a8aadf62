"""Why somebody is not removed, or not yet."""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class OnHold(Refused):
    """Somebody decided that nothing is removed until the hold is lifted."""

    reason: str


@dataclass(eq=False)
class KeptLonger(Refused):
    """Somebody decided to keep it until that day, and said why."""

    until: date
    reason: str


@dataclass(eq=False)
class LogStillKept(Refused):
    """The oldest lines of the log are kept until that day: a clock set ahead removes nothing."""

    until: date


@dataclass(eq=False)
class HasNotLeft(Refused):
    """Only who has left can be made anonymous: the figures of those who are here would change."""


@dataclass(eq=False)
class NotInStatistics(Refused):
    """Somebody who wants to be in no statistics is erased, not made anonymous."""


@dataclass(eq=False)
class NotConfirmed(Refused):
    """It cannot be undone, and nobody is there to be asked; ``option`` says that it is meant."""

    option: str


@dataclass(eq=False)
class OtherNumber(Refused):
    """What was typed to be sure is not the ``number`` of the person."""

    number: int


@dataclass(eq=False)
class AlreadyAnonymous(Refused):
    """Nothing is left that could be given, kept longer or removed."""
