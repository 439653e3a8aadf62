"""From the globe to a flat map around one place, and back.

Azimuthal equidistant: distances and directions from the middle are true, and within a thousand
kilometres of it no distance is told half a per cent too long. So one scale bar holds for the area
of an office, wherever it lies.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_EARTH_RADIUS_KM: Final = 6371.0

#: Kilometres east and south of the middle: the second grows downwards, as on a screen.
Flat = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Projection:
    """A map around a latitude and a longitude in degrees."""

    latitude: float
    longitude: float

    def flat(self, latitude: float, longitude: float) -> Flat:
        """Where a point of the globe lies on the map."""
        return next(self.flat_all([(latitude, longitude)]))

    def flat_all(self, points: Iterable[tuple[float, float]]) -> Iterator[Flat]:
        """The same for many points."""
        sin_middle = math.sin(math.radians(self.latitude))
        cos_middle = math.cos(math.radians(self.latitude))
        east_of = math.radians(self.longitude)
        for latitude, longitude in points:
            lat, lon = math.radians(latitude), math.radians(longitude) - east_of
            sin_lat, cos_lat, cos_lon = math.sin(lat), math.cos(lat), math.cos(lon)
            east = cos_lat * math.sin(lon)
            north = cos_middle * sin_lat - sin_middle * cos_lat * cos_lon
            away = math.hypot(east, north)
            angle = math.atan2(away, sin_middle * sin_lat + cos_middle * cos_lat * cos_lon)
            longer = _EARTH_RADIUS_KM * (angle / away if away > 1e-12 else 1.0)
            yield east * longer, -north * longer

    def globe(self, flat: Flat) -> tuple[float, float]:
        """Latitude and longitude of a point of the map."""
        east, south = flat
        away = math.hypot(east, south)
        if away == 0:
            return self.latitude, self.longitude
        angle = away / _EARTH_RADIUS_KM
        middle = math.radians(self.latitude)
        north = -south / away
        sin_lat = math.cos(angle) * math.sin(middle) + north * math.sin(angle) * math.cos(middle)
        lon = math.atan2(
            east / away * math.sin(angle),
            math.cos(middle) * math.cos(angle) - north * math.sin(middle) * math.sin(angle),
        )
        longitude = (self.longitude + math.degrees(lon) + 180) % 360 - 180
        return math.degrees(math.asin(max(-1.0, min(1.0, sin_lat)))), longitude
