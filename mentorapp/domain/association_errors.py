"""Refusals about associations; see ``errors``."""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class AlreadyIntroduced(Refused):
    """The person was introduced to the activity and has neither left nor given up."""

    activity: str


@dataclass(eq=False)
class NotTakingPeople(Refused):
    """The activity takes no new people now."""

    activity: str


@dataclass(eq=False)
class IntroductionOver(Refused):
    """The person has left, or nothing came of it: whether he is a member is asked no more."""

    left_on: date


@dataclass(eq=False)
class IntroductionProtected(Refused):
    """A weekly time and place would be kept about somebody with a protected address."""
