"""What the engine is given: people who are ready for a scheme, with all that pairing looks at."""

from dataclasses import dataclass

from mentorapp.domain.households import Household
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.reference.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorCandidate:
    """An approved mentor of the scheme.

    ``protection`` is the effective one, the household's included. ``place`` is None when the postal
    code is missing or the person protected. ``running`` counts the mentor's running pairings in all
    schemes, proposals already sent included. ``organisation`` is where the mentor comes from: what
    it offers and what it asks of newcomers. ``district`` is the office's own name for the part of
    the town, empty where it has none.
    """

    role: Mentor
    person: Person
    protection: Protection = Protection.NONE
    place: Place | None = None
    district: str = ""
    household: Household | None = None
    running: int = 0
    organisation: Organisation | None = None

    @property
    def room(self) -> int:
        """How many more newcomers the mentor can take."""
        return max(self.role.capacity - self.running, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewcomerCandidate:
    """A newcomer who wants a mentor in the scheme and has waited so many days."""

    role: Newcomer
    person: Person
    protection: Protection = Protection.NONE
    place: Place | None = None
    district: str = ""
    household: Household | None = None
    waited_days: int = 0


def in_order(candidate: MentorCandidate | NewcomerCandidate) -> tuple[int, str]:
    """Sort key that depends on nothing but the person: number, then the role's id."""
    return candidate.person.number, str(candidate.role.id)
