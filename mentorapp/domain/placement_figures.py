"""What reports tell about placements, each figure with its definition and denominator."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.capacity import Places, PlacesSum, sum_of
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.placements import (
    Placement,
    PlacementEnd,
    PlacementKind,
    length_warning,
)
from mentorapp.domain.statistics import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementFigures:
    """Counts of placements, not of persons: who had two in the period counts twice.

    ``first`` and ``last`` are the days counted, both included; ``last`` is never after today.
    """

    first: date
    last: date
    started: Mapping[PlacementKind, int]
    """Begun from ``first`` to ``last``, by kind; kinds with none are left out."""
    running: Mapping[PlacementKind, int]
    """Running on ``last``, by kind."""
    ended: Mapping[PlacementEnd, int]
    """Ended from ``first`` to ``last``, by what they led to."""
    to_job: Share
    """Ended with a job, of all that ended; those that were extended go on and are in neither."""
    to_education: Share
    """Ended with education, of the same."""
    stopped: Share
    """Stopped before their time, of the same."""
    midway_held: Share
    """Midway talk held, of those whose day for it fell into the period and who were still there."""
    signed: Share
    """With a signed agreement, of those running on ``last``."""
    rose: Share
    """Ended with a higher level of the language, of those that ended with both levels known."""
    outside_length: int
    """Running on ``last`` and planned for less than three or more than twelve months."""
    places: PlacesSum
    """Offered, taken and free on ``last``."""
    places_by_sector: Mapping[OrganisationKind, PlacesSum]
    """The same by the kind of organisation; public bodies beside businesses and others."""

    @property
    def any(self) -> bool:
        """Whether there is something to tell."""
        return bool(self.started or self.running or self.ended or self.places.offered)


def placement_figures(
    placements: Iterable[Placement],
    places: Iterable[Places],
    sectors: Mapping[UUID, OrganisationKind],
    first: date,
    last: date,
) -> PlacementFigures:
    """Count them; ``places`` are those on ``last``, ``sectors`` the organisations' kinds by id."""
    placements, places = tuple(placements), tuple(places)
    running = [one for one in placements if one.is_running(last)]
    ended = [
        one for one in placements if one.ended_on is not None and first <= one.ended_on <= last
    ]
    over = [one for one in ended if one.end is not PlacementEnd.EXTENSION]
    levels = [
        one.level_after.rank > one.level_before.rank
        for one in over
        if one.level_before is not None and one.level_after is not None
    ]
    talks = [one for one in placements if _midway_expected(one, first, last)]
    by_end = Counter(one.end for one in ended if one.end is not None)
    return PlacementFigures(
        first=first,
        last=last,
        started=_by_kind(one for one in placements if first <= one.started_on <= last),
        running=_by_kind(running),
        ended={end: by_end[end] for end in PlacementEnd if by_end[end]},
        to_job=Share(by_end[PlacementEnd.JOB], len(over)),
        to_education=Share(by_end[PlacementEnd.EDUCATION], len(over)),
        stopped=Share(by_end[PlacementEnd.STOPPED], len(over)),
        midway_held=Share(sum(_held(one, last) for one in talks), len(talks)),
        signed=Share(sum(one.agreement_signed_on is not None for one in running), len(running)),
        rose=Share(sum(levels), len(levels)),
        outside_length=sum(length_warning(one) is not None for one in running),
        places=sum_of(places),
        places_by_sector={
            sector: sum_of(mine)
            for sector in OrganisationKind
            if (mine := [one for one in places if sectors.get(one.organisation_id) is sector])
        },
    )


def _by_kind(placements: Iterable[Placement]) -> dict[PlacementKind, int]:
    counts = Counter(one.kind for one in placements)
    return {kind: counts[kind] for kind in PlacementKind if counts[kind]}


def _midway_expected(placement: Placement, first: date, last: date) -> bool:
    day = placement.midway_on
    if day is None or not first <= day <= last:
        return False
    return placement.ended_on is None or placement.ended_on > day


def _held(placement: Placement, last: date) -> bool:
    return placement.midway_done_on is not None and placement.midway_done_on <= last
