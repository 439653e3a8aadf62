"""To whom somebody complains about how his data are used, by the country of the office."""

import csv
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import resources


@cache
def data_authorities() -> Mapping[str, str]:
    """Country code -> the authority's own name. A country that is not there is not guessed at."""
    file = resources.path("reference/data_authorities.csv")
    with file.open(encoding="utf-8", newline="") as rows:
        return MappingProxyType({row["country"]: row["authority"] for row in csv.DictReader(rows)})
