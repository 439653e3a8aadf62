"""Kilometres between two people, computed once for each pair of places in a run."""

from mentorapp.matching.facts import Facts
from mentorapp.reference.places import distance_km


class Distances:
    """Remembers what it has computed; one for each run.

    The points of the Norwegian register are one for each postal place, so that two addresses in
    the same town are 0 km apart: those count as the same place, all others as at least 1 km.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}

    def between(self, one: Facts, other: Facts) -> int | None:
        """Whole kilometres, 0 for the same place; None when missing or when nobody may know."""
        if one.place is None or other.place is None:
            return None
        key = (one.place_key, other.place_key)
        km = self._known.get(key)
        if km is None:
            same = one.place_key == other.place_key or (
                (one.place.country, one.place.place) == (other.place.country, other.place.place)
                and one.place.municipality_code == other.place.municipality_code
            )
            km = 0 if same else max(1, round(distance_km(one.place, other.place)))
            self._known[key] = km
        return km
