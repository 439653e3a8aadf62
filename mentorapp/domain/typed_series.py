"""Reading figures by year as they are typed, pasted or kept in a small file.

A line is a year, a percentage and, where it is known, the base, with semicolons, tabs, colons or
spaces between: ``2013;65``, ``2014: 81 % 120``. Commas are decimal signs, as in Nordic sheets.
"""

import re
from collections.abc import Mapping

from mentorapp.domain.outcome_errors import NotASeries

_LINE = re.compile(
    r"((?:19|20|21)[0-9]{2})\s*[;:\t ]\s*([0-9]{1,3}(?:[.,][0-9]+)?)\s*%?\s*"
    r"(?:[;:\t ]\s*([0-9][0-9\u00a0\u202f ]*))?\s*;?"
)


def read_series(text: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Per mille and bases by year. A first line without a figure is the headings.

    Raises NotASeries for a line that cannot be read and for a year that comes twice.
    """
    per_mille: dict[str, int] = {}
    bases: dict[str, int] = {}
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        told = line.strip().strip('"')
        if not told or (number == 1 and not any(c.isdigit() for c in told)):
            continue
        found = _LINE.fullmatch(told.replace('"', ""))
        if found is None or found[1] in per_mille:
            raise NotASeries(number, told[:40])
        year, value, base = found.groups()
        per_mille[year] = round(10 * float(value.replace(",", ".")))
        if base:
            bases[year] = int(re.sub(r"\D", "", base))
    return per_mille, bases


def write_series(per_mille: Mapping[str, int], bases: Mapping[str, int]) -> str:
    """The same back again, a line for each year, to be edited."""
    return "\n".join(
        ";".join(
            (year, f"{per_mille[year] / 10:g}", *([str(bases[year])] if year in bases else []))
        )
        for year in sorted(per_mille)
    )
