"""What each organisation has given in a period: the joint effort, told by organisation.

Odense: «Det er den fælles indsats, som skaber en god integration».
"""

from dataclasses import dataclass

from mentorapp.domain.organisations import OrganisationKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """``mentors`` had a pair in the period; ``meetings`` and ``minutes`` are of theirs in it.

    ``pairings`` ran and ``placements`` ran on at least one day of it, ``places`` is the most
    offered at once, ``events`` were held with the organisation as host, ``introduced`` newcomers
    were introduced to its activities.
    """

    name: str
    kind: OrganisationKind
    mentors: int = 0
    pairings: int = 0
    meetings: int = 0
    minutes: int = 0
    places: int = 0
    placements: int = 0
    events: int = 0
    introduced: int = 0

    @property
    def gave(self) -> bool:
        """Whether there is anything to thank for."""
        return any(
            (
                self.mentors,
                self.pairings,
                self.places,
                self.placements,
                self.events,
                self.introduced,
            )
        )


def in_order(contributions: list[Contribution]) -> tuple[Contribution, ...]:
    """Those that gave something, the most hours first, then by name."""
    gave = [one for one in contributions if one.gave]
    return tuple(sorted(gave, key=lambda one: (-one.minutes, -one.placements, one.name.casefold())))
