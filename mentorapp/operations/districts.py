"""The office's own districts, held against the register of postal codes."""

from bisect import bisect_left
from collections.abc import Mapping

from mentorapp.domain.districts import check_districts, parts, ranges, read_districts
from mentorapp.domain.errors import BadDistrict, Problem
from mentorapp.reference.places import code_numbers


def read(country: str, text: str) -> dict[str, str]:
    """The districts in a text of one a line; BadDistrict tells the line and what is wrong in it."""
    found = read_districts(text)
    lines = [at for at, line in enumerate(text.splitlines(), start=1) if line.strip()]
    for line, codes in zip(lines, found.values(), strict=True):
        _check_codes(country, line, codes)
    return found


def check(country: str, districts: Mapping[str, str]) -> None:
    """Raise BadDistrict for districts that cannot be right or name codes that do not exist."""
    check_districts(districts)
    for line, codes in enumerate(districts.values(), start=1):
        _check_codes(country, line, codes)


def _check_codes(country: str, line: int, codes: str) -> None:
    """A code must exist; a range of them may have gaps, but must hold one and end among them."""
    known = code_numbers(country)
    for part, (first, last) in zip(parts(codes), ranges(codes), strict=True):
        at = bisect_left(known, first)
        exists = at < len(known) and known[at] <= last
        if not exists or len(str(last)) > len(str(known[-1])):
            raise BadDistrict("districts", Problem.UNKNOWN_POSTAL_CODE, part, line=line)
