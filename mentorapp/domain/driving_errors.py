"""Refusals of practice driving; see ``errors``."""

from dataclasses import dataclass

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class NotADrivingPair(Refused):
    """The pairing's scheme has no practice driving."""

    number: int
