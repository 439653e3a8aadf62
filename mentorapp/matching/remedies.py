"""The smallest change that would get somebody who was left over a mentor.

Looked at are mentors whom nothing but obstacles of one kind keeps away: one change, by one person
or one signature, and they are possible. Whether that pairs one more person, or only hands a mentor
from one to another, follows from what a place with that mentor costs the present set: where it can
be given up without losing a pair, the newcomer who gets it is one more.

Strictly confidential people are nobody's remedy, and of the protected no distance is known here.
"""

from collections.abc import Callable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from mentorapp.domain.explanations import ASKING, Remedy, RemedyKind
from mentorapp.domain.proposals import Obstacle
from mentorapp.matching.bits import age_bands_in, gender_in, occupation_in, slots_in
from mentorapp.matching.criteria import ENOUGH_TO_TALK
from mentorapp.matching.crowd import BITS
from mentorapp.matching.facts import NewcomerFacts
from mentorapp.matching.openings import Openings
from mentorapp.matching.remedy_kinds import LOOKS

_ORDER = {kind: place for place, kind in enumerate(RemedyKind)}
_TOLD_LANGUAGES = 2
_TOLD_TIMES = 3


def remedies_for(
    openings: Openings,
    newcomer: NewcomerFacts,
    mask: NDArray[np.integer],
    best_allowed: int | None = None,
) -> tuple[Remedy, ...]:
    """What would help this newcomer: what is proven to first, then the smallest effort.

    ``mask`` (mentors,) is what keeps each mentor away, as ``crowd.BITS``; ``best_allowed`` the one
    who fits best of those whom nothing does, None where there is none. Where nothing is proven to
    help, the kind of mentor to recruit comes last; not where the newcomer has to be asked first.
    """
    if newcomer.by_hand:
        return ()
    found = [*_one_more_place(openings, mask, best_allowed), *_changes(openings, newcomer, mask)]
    found.sort(key=lambda one: (not one.helps, _ORDER[one.kind]))
    unasked = any(one.kind in ASKING and one.mentor_id is None for one in found)
    if not unasked and not any(one.helps for one in found):
        found.append(_recruit(openings, newcomer, mask))
    return tuple(found)


def _one_more_place(
    openings: Openings, mask: NDArray[np.integer], best_allowed: int | None
) -> Iterator[Remedy]:
    full = np.flatnonzero(mask == BITS[Obstacle.MENTOR_FULL])
    if best_allowed is not None or len(full):
        which = openings.easiest(full) if best_allowed is None else best_allowed
        yield Remedy(
            kind=RemedyKind.CAPACITY,
            mentor_id=openings.mentors[which].role_id,
            opens=1,
            helps=openings.standings.more_places_help,
        )


def _changes(
    openings: Openings, newcomer: NewcomerFacts, mask: NDArray[np.integer]
) -> Iterator[Remedy]:
    alone = np.flatnonzero((mask & (mask - 1) == 0) & (mask != 0))
    kept_by = mask[alone]
    for obstacle, look in LOOKS.items():
        some = alone[kept_by == BITS[obstacle]]
        if len(some):
            yield from look(openings, newcomer, some)


def _recruit(openings: Openings, newcomer: NewcomerFacts, mask: NDArray[np.integer]) -> Remedy:
    """The kind of mentor who is missing, by all that keeps anybody away.

    A new mentor of that kind has a place for this newcomer and is one more pair.
    """
    others = mask[mask & BITS[Obstacle.BY_HAND_ONLY] == 0]
    met = int(np.bitwise_or.reduce(others, initial=0))
    values = tuple(
        value
        for obstacle, wanted in _WANTED.items()
        if met & BITS[obstacle]
        for value in wanted(newcomer)
    )
    return Remedy(kind=RemedyKind.RECRUIT, values=values, helps=openings.standings.more_places_help)


def _languages(newcomer: NewcomerFacts) -> tuple[str, ...]:
    """The languages in which the newcomer talks best, or the best of those that do not suffice."""
    spoken = sorted((-rank, code) for rank, code in newcomer.languages.values())
    enough = [code for rank, code in spoken if -rank >= ENOUGH_TO_TALK]
    best = enough[:_TOLD_LANGUAGES] or [code for _, code in spoken[:1]]
    return tuple(f"language:{code}" for code in best)


def _occupation(newcomer: NewcomerFacts) -> tuple[str, ...]:
    wished = newcomer.wished_occupation or newcomer.earlier_occupation
    return (f"occupation:{occupation_in(wished)}",) if wished else ()


_WANTED: Mapping[Obstacle, Callable[[NewcomerFacts], tuple[str, ...]]] = {
    Obstacle.NEWCOMER_GENDER_WISH: lambda one: (f"gender:{gender_in(one.wish_gender)}",),
    Obstacle.NEWCOMER_AGE_WISH: lambda one: tuple(
        f"age:{band}" for band in age_bands_in(one.wish_age_bands)
    ),
    Obstacle.NO_COMMON_LANGUAGE: _languages,
    Obstacle.TOO_FAR: lambda _one: ("place",),
    Obstacle.NO_COMMON_TIME: lambda one: tuple(
        f"time:{slot}" for slot in slots_in(one.slots)[:_TOLD_TIMES]
    ),
    Obstacle.NO_COMMON_INTEREST: lambda _one: ("interest",),
    Obstacle.NO_COMMON_OCCUPATION: _occupation,
    Obstacle.CERTIFICATE_MISSING: lambda _one: ("certificate",),
}
