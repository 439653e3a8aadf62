"""Makes `resources/map/coast.tsv`: the land of the Nordic countries and what lies around them.

    python -m installer.coast FOLDER

FOLDER holds `countries-10m.json` and `countries-50m.json` of the npm package `world-atlas`: Natural
Earth's countries as TopoJSON. Greenland is taken from the coarser of the two.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Point = tuple[float, float]  # longitude, latitude
Ring = list[Point]

#: Whole, by Natural Earth's number of the country.
NORDIC = {"578": "NO", "752": "SE", "208": "DK", "246": "FI", "352": "IS", "234": "FO", "248": "AX"}
COARSE = {"304": "GL"}
#: Cut off at the edges of `BOX`, so that land borders on land and not on sea.
AROUND = {
    "643": "RU", "233": "EE", "428": "LV", "440": "LT", "616": "PL", "276": "DE", "112": "BY",
    "528": "NL", "826": "GB",
}  # fmt: skip
BOX = (-9.0, 52.0, 38.0, 72.0)  # west, south, east, north
UNIT = 500  # steps to the degree: 220 m, about what the source has
#: Degrees a point may lie beside the line without it: what is cut away is finer than a stroke.
TOLERANCE, TOLERANCE_AROUND = 0.0022, 0.01


@dataclass(frozen=True)
class Topology:
    """The arcs of a TopoJSON file in degrees."""

    arcs: list[Ring]
    countries: list[dict[str, Any]]

    def rings(self, number: str) -> Iterator[Ring]:
        """The outer and inner rings of a country, each of them closed."""
        for country in self.countries:
            if country.get("id") == number:
                several = country["type"] == "MultiPolygon"
                for polygon in country["arcs"] if several else [country["arcs"]]:
                    yield from map(self._ring, polygon)

    def _ring(self, arcs: Sequence[int]) -> Ring:
        points: Ring = []
        for at in arcs:
            arc = self.arcs[at] if at >= 0 else self.arcs[~at][::-1]
            points += arc[1:] if points else arc
        return unbroken(points)


def read(file: Path) -> Topology:
    """The countries of a file of `world-atlas`."""
    content = json.loads(file.read_text(encoding="utf-8"))
    (scale_x, scale_y), (west, south) = (
        content["transform"]["scale"],
        content["transform"]["translate"],
    )
    arcs = []
    for steps in content["arcs"]:
        x = y = 0
        arc: Ring = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            arc.append((x * scale_x + west, y * scale_y + south))
        arcs.append(arc)
    return Topology(arcs, content["objects"]["countries"]["geometries"])


def unbroken(ring: Ring) -> Ring:
    """A ring that crosses 180° goes on beyond it: Russia ends in the east, not at the far west."""
    made: Ring = []
    turns = 0
    for longitude, latitude in ring:
        if made and abs(longitude + 360 * turns - made[-1][0]) > 180:
            turns += 1 if longitude < made[-1][0] - 360 * turns else -1
        made.append((longitude + 360 * turns, latitude))
    behind = min((longitude for longitude, _ in made), default=0.0) < -180
    return [(longitude + 360, latitude) for longitude, latitude in made] if behind else made


def cut(ring: Ring, box: tuple[float, float, float, float]) -> Ring:
    """The part of a ring within a box (Sutherland and Hodgman); empty when there is none."""
    west, south, east, north = box
    for axis, edge, keep in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        inside: Ring = []
        for before, now in zip(ring[-1:] + ring[:-1], ring, strict=True):
            was, is_in = keep * (before[axis] - edge) >= 0, keep * (now[axis] - edge) >= 0
            if was is not is_in:
                inside.append(_crossing(before, now, axis, edge))
            if is_in:
                inside.append(now)
        ring = inside
    return ring


def _crossing(one: Point, other: Point, axis: int, edge: float) -> Point:
    part = (edge - one[axis]) / (other[axis] - one[axis])
    return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])


def thinned(ring: Ring, tolerance: float) -> Ring:
    """Fewer points (Douglas and Peucker); a degree of longitude counts half, as at 60° north."""
    keep = {0, len(ring) - 1}
    parts = [(0, len(ring) - 1)]
    while parts:
        first, last = parts.pop()
        far, at = max(
            ((_beside(ring[i], ring[first], ring[last]), i) for i in range(first + 1, last)),
            default=(0.0, 0),
        )
        if far > tolerance:
            keep.add(at)
            parts += [(first, at), (at, last)]
    return [ring[i] for i in sorted(keep)]


def _beside(point: Point, one: Point, other: Point) -> float:
    px, py = (point[0] - one[0]) / 2, point[1] - one[1]
    dx, dy = (other[0] - one[0]) / 2, other[1] - one[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return float(((px - along * dx) ** 2 + (py - along * dy) ** 2) ** 0.5)


def line_of(country: str, ring: Ring) -> str | None:
    """A line of the file; None for an island that is smaller than a step."""
    steps: list[str] = []
    x = y = 0
    for longitude, latitude in ring:
        next_x, next_y = round(longitude * UNIT), round(latitude * UNIT)
        if not steps or (next_x, next_y) != (x, y):
            steps.append(f"{next_y - y} {next_x - x}")
        x, y = next_x, next_y
    return f"{country}\t{' '.join(steps)}\n" if len(steps) > 3 else None


def lines(fine: Topology, coarse: Topology) -> Iterator[str]:
    """What lies around first: the Nordic countries are painted over it."""
    for countries, source, tolerance in (
        (AROUND, fine, TOLERANCE_AROUND),
        (COARSE, coarse, TOLERANCE),
        (NORDIC, fine, TOLERANCE),
    ):
        for number, country in countries.items():
            for ring in source.rings(number):
                part = cut(ring, BOX) if countries is AROUND else ring
                made = line_of(country, thinned(part, tolerance)) if len(part) > 3 else None
                if made is not None:
                    yield made


def main(arguments: Sequence[str]) -> int:
    """Writes the file and says how large it is."""
    (folder,) = map(Path, arguments)
    target = Path(__file__).parents[1] / "resources" / "map" / "coast.tsv"
    target.parent.mkdir(exist_ok=True)
    made = list(lines(read(folder / "countries-10m.json"), read(folder / "countries-50m.json")))
    with target.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(["country\tsteps\n", *made])
    points = sum(line.count(" ") + 1 for line in made) // 2
    print(f"{len(made)} rings, {points} points, {target.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
