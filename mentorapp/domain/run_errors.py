"""Refusals of questions to a pairing run; see ``errors``."""

from dataclasses import dataclass

from mentorapp.domain.errors import Refused


@dataclass(eq=False)
class NotInRun(Refused):
    """Somebody is asked about whom no run looks at any more."""


@dataclass(eq=False)
class ByHandOnly(Refused):
    """The person has a strictly confidential address, so that no run looks at him."""

    name: str


@dataclass(eq=False)
class NotInScheme(Refused):
    """The person has named schemes, and this is none of them; ``scheme`` is its name or key."""

    name: str
    scheme: str


@dataclass(eq=False)
class SchemeCompleted(Refused):
    """The newcomer has completed the scheme, and waits for another or is paired in one."""

    name: str
    scheme: str


@dataclass(eq=False)
class AnswerAwaited(Refused):
    """A proposal was sent to the newcomer, who is in no run until it is answered."""

    name: str


@dataclass(eq=False)
class PairsContradict(Refused):
    """A pair is to be locked and forbidden at once, or a newcomer locked to two mentors."""

    name: str
