"""Which activities suit somebody: the points of the pairing, with the activity in a mentor's place.

Interests count high and distance medium, as for buddies, who open the doors of associations.
Protected people get the middle for every distance, so that the order tells nothing of where they
are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.people import Transport
from mentorapp.domain.schemes import Weight
from mentorapp.matching import criteria, distances
from mentorapp.matching.bits import bits_of, group_bits, interest_bits, interests_in
from mentorapp.matching.facts import reach_of
from mentorapp.matching.scores import MULTIPLIERS
from mentorapp.reference.places import Place

_INTERESTS, _DISTANCE = MULTIPLIERS[Weight.HIGH], MULTIPLIERS[Weight.MEDIUM]
#: Farther off nobody goes every week for a hobby.
TOO_FAR_KM = 30
FULL = criteria.FULL * (_INTERESTS + _DISTANCE)


@dataclass(frozen=True, slots=True)
class Looking:
    """Whom activities are to suit. ``hidden`` goes with no place: nobody may know it."""

    interests: frozenset[str]
    place: Place | None
    transport: frozenset[Transport] = frozenset()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """An open activity; ``interests`` fall back on its association's."""

    id: UUID
    name: str
    interests: frozenset[str]
    place: Place | None
    welcomes_beginners: bool


@dataclass(frozen=True, slots=True)
class Suiting:
    """How an offer suits: what both have, whole kilometres (None: not known or not to be known).

    ``points`` are a whole number from 0 to ``FULL``.
    """

    offer: Offer
    shared: tuple[str, ...]
    km: int | None
    points: int


def rank(looking: Looking, offers: Iterable[Offer]) -> list[Suiting]:
    """The best first: those that welcome beginners, then by points, nearness and name.

    What is farther off than people go for a hobby is left out.
    """
    judged = (_judge(looking, offer) for offer in offers)
    return sorted(
        (one for one in judged if one.km is None or one.km <= TOO_FAR_KM),
        key=lambda one: (
            not one.offer.welcomes_beginners,
            -one.points,
            TOO_FAR_KM if one.km is None else one.km,
            one.offer.name,
            one.offer.id,
        ),
    )


def _judge(looking: Looking, offer: Offer) -> Suiting:
    ours, theirs = (bits_of(one.interests, interest_bits()) for one in (looking, offer))
    groups = bits_of(looking.interests, group_bits()) & bits_of(offer.interests, group_bits())
    shared = ours & theirs
    points = _INTERESTS * criteria.interest_points(shared.bit_count(), groups.bit_count())
    if looking.hidden:
        return Suiting(offer, interests_in(shared), None, points + _DISTANCE * criteria.HIDDEN)
    km = distances.between(
        distances.point_of(looking.place) if looking.place else None,
        distances.point_of(offer.place) if offer.place else None,
    )
    near = criteria.MISSING
    if km is not None:
        near = criteria.distance_points(km, reach_of(looking.transport), 0)
    return Suiting(offer, interests_in(shared), km, points + _DISTANCE * near)
