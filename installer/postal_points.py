"""Finds postal codes whose point lies plainly elsewhere, and gives them a better one.

The method, in the order it is applied, is told in `resources/postal_codes/README.md`.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

Point = tuple[float, float]

MIDDLE_OF_A_COUNTY: Final = 3  # municipalities that share one point: it is nobody's own
GUESS_FAR_FROM_ITS_OWN_KM: Final = 40.0
FAR_FROM_ITS_OWN_KM: Final = 90.0  # Lapland has true ones at 80
TIMES_THE_SPREAD: Final = 4.0
NEARBY_ENOUGH_KM: Final = 10.0
SAME_NAME_ELSEWHERE_KM: Final = 250.0
TOWN: Final = 1_000

#: Far from the rest of their municipality, and truly there: islands, mountain and border places.
TRULY_THERE: Final = frozenset(
    {
        ("DK", "8592"),  # Anholt
        ("DK", "8789"),  # Endelave
        ("NO", "6462"),  # Raudsand, once Nesset
        ("NO", "8591"),  # Kjøpsvik, once Tysfjord
        ("SE", "917 04"),  # Borgafjäll
        ("SE", "920 64"),  # Tärnaby
        ("SE", "920 66"),  # Hemavan
        ("SE", "980 16"),  # Karesuando
        ("SE", "981 94"),  # Riksgränsen
        ("SE", "830 90"),  # Gäddede
        ("SE", "833 04"),
        ("SE", "833 61"),
        ("SE", "833 99"),  # Stora Blåsjön
        ("SE", "830 93"),
        ("FI", "99490"),  # Kilpisjärvi
        ("FI", "99470"),  # Karesuvanto
        ("FI", "99999"),  # Korvatunturi, where Father Christmas lives
        ("SJ", "9173"),  # Ny-Ålesund
    }
)
#: Set by hand where the source guesses and no place of that name is in the gazetteer.
BY_HAND: Final[Mapping[tuple[str, str], Point]] = {
    ("NO", "8050"): (67.3006, 14.7385),  # Tverlandet: Løding, its middle
    ("NO", "8058"): (67.3006, 14.7385),
    ("NO", "8215"): (67.2789, 15.1131),  # Valnesfjord: Strømsnes, not the town of Fauske
    ("NO", "8233"): (67.2789, 15.1131),
    ("SE", "930 27"): (64.59, 19.97),  # Kalvträsk, roughly
    ("SE", "932 94"): (64.3667, 21.3000),  # Lövånger
    ("SJ", "9174"): (76.51, 25.01),  # Hopen
    ("SJ", "9176"): (74.50, 19.00),  # Bjørnøya
    ("GL", "3953"): (69.2472, -53.5333),  # Qeqertarsuaq
    ("GL", "3972"): (81.5969, -16.6578),  # Station Nord
    ("GL", "3982"): (72.2350, -23.9000),  # Mestersvig
    ("GL", "3992"): (74.3000, -20.2333),  # Daneborg
}


@dataclass(frozen=True, slots=True)
class Row:
    """A code as the source has it; `estimated` or `measured` where the source says so."""

    country: str
    code: str
    place: str
    county: str
    municipality: str
    municipality_code: str
    point: Point
    estimated: bool
    measured: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A populated place of the gazetteer."""

    point: Point
    county: str
    people: int


Gazetteer = Mapping[tuple[str, str], Sequence[Known]]


def kilometres(a: Point, b: Point) -> float:
    """Great circle distance on a sphere of 6371 km."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    chord = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    )
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(chord)))


def middle(points: Iterable[Point]) -> Point:
    """The median of either coordinate: one stray point does not move it."""
    listed = list(points)
    return median(p[0] for p in listed), median(p[1] for p in listed)


def mend(rows: Sequence[Row], gazetteer: Gazetteer) -> tuple[list[Row], Counter[str]]:
    """The rows of one country in their order, and how many were mended for which reason."""
    counties = _counties(rows, gazetteer)
    centres = _centres(rows)
    sound = dict(enumerate(rows))
    reasons: Counter[str] = Counter()
    lost: list[tuple[int, str]] = []
    for number, reason in _suspects(rows):
        row = rows[number]
        centre = centres.get(row.municipality_code)
        if reason == "by hand":
            sound[number] = replace(row, point=BY_HAND[row.country, row.code])
            reasons[reason] += 1
        elif known := _of_that_name(row, reason, gazetteer, counties, centre):
            sound[number] = replace(row, point=known.point)
            reasons[f"{reason}: the place of that name"] += 1
        elif reason in {"middle of a county", "far from its municipality"}:
            lost.append((number, reason))
            del sound[number]
    believed = list(sound.values())
    for number, reason in lost:
        point = _from_neighbours(rows[number], believed)
        sound[number] = replace(rows[number], point=point)
        reasons[f"{reason}: its neighbours"] += point != rows[number].point
    return [sound[number] for number in range(len(rows))], reasons


def _centres(rows: Sequence[Row]) -> dict[str, Point]:
    points: dict[str, list[Point]] = defaultdict(list)
    for row in rows:
        if row.municipality_code:
            points[row.municipality_code].append(row.point)
    return {code: middle(own) for code, own in points.items()}


def _suspects(rows: Sequence[Row]) -> Iterable[tuple[int, str]]:
    """Row number and why it is doubted, the gravest reason only."""
    centroids = _centroids(rows)
    members: dict[str, list[Point]] = defaultdict(list)
    for row in rows:
        if row.point not in centroids:
            members[row.municipality_code].append(row.point)
    for number, row in enumerate(rows):
        if (row.country, row.code) in BY_HAND:
            yield number, "by hand"
        elif (row.country, row.code) in TRULY_THERE:
            continue
        elif row.point in centroids:
            yield number, "middle of a county"
        elif _far_off(number, rows, members[row.municipality_code]):
            yield number, "far from its municipality"
        elif row.estimated:
            yield number, "estimated"
        elif not row.measured:
            yield number, "elsewhere than the town it names"


def _centroids(rows: Sequence[Row]) -> set[Point]:
    """Points that places of several municipalities share: the middle of a county, or a slip."""
    sharing: dict[Point, set[str]] = defaultdict(set)
    places: dict[Point, set[str]] = defaultdict(set)
    for row in rows:
        sharing[row.point].add(row.municipality_code)
        places[row.point].add(row.place)
    return {
        point
        for point, codes in sharing.items()
        if min(len(codes - {""}), len(places[point])) >= MIDDLE_OF_A_COUNTY
    }


def _far_off(number: int, rows: Sequence[Row], own: Sequence[Point]) -> bool:
    row = rows[number]
    beside = (*rows[max(0, number - 4) : number], *rows[number + 1 : number + 5])
    around = [other.point for other in beside if other.point != row.point]
    if not row.municipality_code or not around:
        return False
    centre = middle(own)
    spread = median(kilometres(point, centre) for point in own)
    limit = GUESS_FAR_FROM_ITS_OWN_KM if row.estimated else FAR_FROM_ITS_OWN_KM
    return (
        kilometres(row.point, centre) > max(limit, TIMES_THE_SPREAD * spread)
        and kilometres(row.point, middle(around)) > GUESS_FAR_FROM_ITS_OWN_KM
    )


def _counties(rows: Sequence[Row], gazetteer: Gazetteer) -> dict[str, str]:
    """Which county of the gazetteer a county of the postal file is, by the places both agree on."""
    agreed: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for known in gazetteer.get((row.country, row.place.casefold()), ()):
            if kilometres(known.point, row.point) < NEARBY_ENOUGH_KM:
                agreed[row.county][known.county] += 1
    return {county: counted.most_common(1)[0][0] for county, counted in agreed.items()}


def _of_that_name(
    row: Row, reason: str, gazetteer: Gazetteer, counties: Mapping[str, str], centre: Point | None
) -> Known | None:
    """The nearest place of the code's name in its county, if it is the likelier one of the two.

    A point that is somebody's guess gives way to any such place; any other only to a town that
    lies well apart from it, and nearer to the middle of the municipality.
    """
    names = [row.place, row.place.removesuffix(" N").removesuffix(" S")]
    if reason == "middle of a county":
        names.append(row.municipality)
    found: list[tuple[float, Known]] = []
    while names and not found:
        found = [
            (kilometres(known.point, row.point), known)
            for known in gazetteer.get((row.country, names[0].casefold()), ())
            if known.county == counties.get(row.county)
        ]
        names.pop(0)
    if not found:
        return None
    distance, nearest = min(found, key=lambda pair: pair[0])
    if not NEARBY_ENOUGH_KM < distance < SAME_NAME_ELSEWHERE_KM:
        return None
    if reason != "elsewhere than the town it names":
        return nearest
    if centre is None or nearest.people < TOWN:
        return None
    return nearest if kilometres(nearest.point, centre) < kilometres(row.point, centre) else None


def _from_neighbours(row: Row, sound: Iterable[Row]) -> Point:
    """Middle of the sound codes of the same place, else of the municipality, else as it was."""
    own = [r for r in sound if r.municipality_code == row.municipality_code]
    same_place = [r for r in own if r.place == row.place]
    return middle(r.point for r in (same_place or own or [row]))
