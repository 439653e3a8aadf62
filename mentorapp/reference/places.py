"""Postal codes of the Nordic countries with municipality and a point on the map.

A point is the middle of a post town, not of a street: in Norway all codes of one town share it, so
a distance of 0 km means "the same post town" and distances are good to some kilometres.
Data: GeoNames (www.geonames.org), CC BY 4.0, see `resources/postal_codes/README.md`.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

import resources

COUNTRIES: Final = ("NO", "DK", "SE", "FI", "IS", "FO", "GL", "SJ", "AX")

#: Written as a code of the first country, though it has a table of its own.
_PART_OF: Final = {"NO": ("SJ",), "FI": ("AX",), "DK": ("GL",)}
_EARTH_RADIUS_KM: Final = 6371.0


@dataclass(frozen=True, slots=True)
class Place:
    """One postal code. `municipality` is empty where the source has none (IS, FO, GL, part of SE).

    `code` and `municipality_code` are text: Norwegian codes begin with zeros, Swedish ones carry a
    space. Latitude and longitude are degrees (WGS 84).
    """

    country: str
    code: str
    place: str
    municipality: str
    municipality_code: str
    latitude: float
    longitude: float


@lru_cache(maxsize=30_000)
def place(country: str, postal_code: str) -> Place | None:
    """The place of a code as people write it ("N-8200", "8200 ", "10005"); None if there is none.

    A Norwegian code is looked for on Svalbard too, a Finnish one on Åland, a Danish one in
    Greenland: nobody writes those countries on an envelope.
    """
    for table in (country, *_PART_OF.get(country, ())):
        line = _lines(table).get(normalised(table, postal_code)) if table in COUNTRIES else None
        if line is not None:
            return _read(table, line)
    return None


def normalised(country: str, postal_code: str) -> str:
    """The code as the table has it. What Excel took for a number gets its zeros back.

    Three digits at least: fewer are somebody still typing.
    """
    digits = "".join(re.findall(r"[0-9]", postal_code))
    match country:
        case "NO" | "SJ" | "DK":
            return digits.zfill(4) if len(digits) >= 3 else ""
        case "FI" | "AX":
            return digits.zfill(5) if len(digits) >= 3 else ""
        case "SE":
            return f"{digits[:3]} {digits[3:]}"
        case _:
            return digits


def places_of(country: str) -> Iterator[Place]:
    """All places of a country in the order of their codes; none for one we do not know."""
    if country in COUNTRIES:
        yield from (_read(country, line) for line in _lines(country).values())


@cache
def code_numbers(country: str) -> tuple[int, ...]:
    """Every code that is written in a country as a number, ascending: to look ranges up in."""
    tables = (country, *_PART_OF.get(country, ()))
    codes = {
        int(re.sub(r"[^0-9]", "", code))
        for table in tables
        if table in COUNTRIES
        for code in _lines(table)
    }
    return tuple(sorted(codes))


def distance_km(a: Place, b: Place) -> float:
    """Great circle distance, kilometres: as the crow flies, so a fjord is not in the way."""
    lat_a, lon_a, lat_b, lon_b = map(
        math.radians, (a.latitude, a.longitude, b.latitude, b.longitude)
    )
    haversine = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    )
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(haversine)))


def middle_of(place: Place) -> tuple[float, float]:
    """Latitude and longitude that stand for the whole postal place: those of its first code.

    For a place that the tables do not have, its own.
    """
    own = place.latitude, place.longitude
    if place.country not in COUNTRIES:
        return own
    return _middles(place.country).get((place.place, place.municipality_code), own)


@cache
def _middles(country: str) -> Mapping[tuple[str, str], tuple[float, float]]:
    found: dict[tuple[str, str], tuple[float, float]] = {}
    for line in _lines(country).values():
        _, name, _, number, latitude, longitude = line.split("\t")
        if (name, number) not in found:
            found[name, number] = float(latitude), float(longitude)
    return MappingProxyType(found)


@cache
def municipality_middle(country: str, municipality_code: str) -> Place | None:
    """The municipality's first post town, standing for all of it; None for a code that is unknown.

    Its postal code and post town are left empty: nobody is said to live there.
    """
    if not municipality_code:
        return None
    found = [one for one in places_of(country) if one.municipality_code == municipality_code]
    if not found:
        return None
    latitude, longitude = middle_of(found[0])
    name = found[0].municipality
    return Place(country, "", name, name, municipality_code, latitude, longitude)


@cache
def _lines(country: str) -> Mapping[str, str]:
    """Code -> its line, taken apart only when asked for: Sweden has nineteen thousand."""
    text = resources.path(f"postal_codes/{country}.tsv").read_text(encoding="utf-8")
    return MappingProxyType({line.partition("\t")[0]: line for line in text.splitlines()[1:]})


def _read(country: str, line: str) -> Place:
    code, name, municipality, number, latitude, longitude = line.split("\t")
    return Place(country, code, name, municipality, number, float(latitude), float(longitude))
