"""How long ago newcomers came, counted: those furthest from work came long ago (Odense 2017)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mentorapp.domain.newcomers import ArrivalBand, Newcomer, arrival_band
from mentorapp.domain.statistics import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalFigures:
    """Newcomers registered in a period by years since arrival, in the year of the last day.

    ``known`` is those whose year of arrival is known, of all registered in the period; the base of
    ``long_ago`` (five years or more) are the known.
    """

    known: Share
    bands: Mapping[ArrivalBand, int]
    long_ago: Share


def arrival_figures(newcomers: Iterable[Newcomer], year: int) -> ArrivalFigures:
    """Count those registered in the period."""
    bands = [arrival_band(one.arrived_year, year) for one in newcomers]
    known = [band for band in bands if band is not None]
    counted = Counter(known)
    long_ago = counted[ArrivalBand.FIVE] + counted[ArrivalBand.TEN]
    return ArrivalFigures(
        known=Share(len(known), len(bands)),
        bands={band: counted[band] for band in ArrivalBand},
        long_ago=Share(long_ago, len(known)),
    )
