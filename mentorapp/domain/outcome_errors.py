"""Refusals about outcomes, series and goals; see ``errors``."""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.errors import Refused
from mentorapp.domain.outcomes import OutcomePoint
from mentorapp.domain.schemes import Scheme


@dataclass(eq=False)
class NotForStatistics(Refused):
    """The person has withdrawn the consent to statistics, so that nothing is asked or kept."""

    name: str


@dataclass(eq=False)
class AlreadyAnswered(Refused):
    """There is an answer for this point after this exit."""

    name: str
    point: OutcomePoint


@dataclass(eq=False)
class NotEnded(Refused):
    """The person has not ended in the scheme (on ``exit_on``, where a day was named)."""

    name: str
    scheme: Scheme
    exit_on: date | None = None


@dataclass(eq=False)
class PointNotReached(Refused):
    """The point lies ahead: it can be asked from ``day`` on."""

    day: date


@dataclass(eq=False)
class NotASeries(Refused):
    """A line of typed or imported figures is no year with a percentage; ``line`` counts from 1."""

    line: int
    text: str
