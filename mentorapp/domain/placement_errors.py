"""Refusals about placements; see ``errors``."""

from dataclasses import dataclass

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class PlacementEnded(Refused):
    """The placement has ended, and this is only for one that has not."""

    number: int


@dataclass(eq=False)
class PlacementProtected(Refused):
    """It would tell where a protected person is during the day."""
