"""Whom to invite: a filter over people with a role, from facts that are read beforehand."""

from dataclasses import dataclass, fields
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.text import folded


class GuestRole(StrEnum):
    """Which of the two; a person may be both."""

    MENTOR = "mentor"
    NEWCOMER = "newcomer"


class GuestPair(StrEnum):
    """PAIRED has a running pairing; WAITING is a newcomer to be paired or a mentor with room."""

    PAIRED = "paired"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Everything that is set must fit; within a set one of its members is enough.

    The empty filter is everybody with a role. ``schemes`` are keys; a role open to all schemes is
    in each. ``municipality`` and ``district`` are names, without regard to capitals and accents.
    ``childcare`` asks for households that need it, ``untrained`` for mentors without training.
    ``former`` takes newcomers too who have completed; without it they are left in peace.
    """

    roles: frozenset[GuestRole] = frozenset()
    schemes: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    genders: frozenset[Gender] = frozenset()
    age_bands: frozenset[AgeBand] = frozenset()
    municipality: str = ""
    district: str = ""
    pair: GuestPair | None = None
    childcare: bool = False
    untrained: bool = False
    former: bool = False

    @property
    def asks_place(self) -> bool:
        """Whether it asks where people live, which is never told of the protected."""
        return bool(self.municipality or self.district)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not any(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTraits:
    """One role of somebody who takes part: ended mentors and withdrawn newcomers have none.

    No ``schemes`` is open to all. ``trained`` is True for newcomers, who need none.
    """

    role: GuestRole
    schemes: frozenset[str]
    paired: bool
    waiting: bool
    trained: bool = True
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestTraits:
    """What the filter looks at. Both places are empty for the protected."""

    person_id: UUID
    roles: tuple[RoleTraits, ...]
    languages: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    gender: Gender = Gender.NOT_GIVEN
    age_band: AgeBand | None = None
    municipality: str = ""
    district: str = ""
    childcare: bool = False


def fits(wanted: EventFilter, guest: GuestTraits) -> bool:
    """Whether the filter takes somebody. What it asks of a role, one role must have all of."""
    return (
        any(_role_fits(wanted, role) for role in guest.roles)
        and (not wanted.languages or bool(wanted.languages & guest.languages))
        and (not wanted.interests or bool(wanted.interests & guest.interests))
        and (not wanted.genders or guest.gender in wanted.genders)
        and (not wanted.age_bands or guest.age_band in wanted.age_bands)
        and (not wanted.municipality or folded(wanted.municipality) == folded(guest.municipality))
        and (not wanted.district or folded(wanted.district) == folded(guest.district))
        and (not wanted.childcare or guest.childcare)
    )


def _role_fits(wanted: EventFilter, role: RoleTraits) -> bool:
    return (
        (not wanted.roles or role.role in wanted.roles)
        and (not wanted.schemes or not role.schemes or bool(wanted.schemes & role.schemes))
        and (wanted.pair is not GuestPair.PAIRED or role.paired)
        and (wanted.pair is not GuestPair.WAITING or role.waiting)
        and (not wanted.untrained or not role.trained)
        and (wanted.former or not role.former)
    )
