"""Refusals about associations; see ``errors``."""

from dataclasses import dataclass

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class AlreadyIntroduced(Refused):
    """The person was introduced to the activity and has neither left nor given up."""

    activity: str


@dataclass(eq=False)
class IntroductionProtected(Refused):
    """A weekly time and place would be kept about somebody with a protected address."""
