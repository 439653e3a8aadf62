"""The office's own districts: parts of a town by postal code.

All codes of a Norwegian town share one point on the map, so that a distance cannot tell its east
from its west (`mentorapp.reference.places`). Whoever knows the town can: a district is a name and
the codes that belong to it, written as people write them, ``8003-8009, 8012``.
"""

import re
from collections.abc import Mapping

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.text import NAME_LIMIT, check_length

_RANGE = re.compile(r"(\d{3,5})\s*(?:[-–]\s*(\d{3,5}))?")


def ranges(codes: str) -> tuple[tuple[int, int], ...]:
    """First and last code of each part, as numbers; InvalidField for what is no list of codes."""
    found = []
    for part in re.split(r"[,;\n]", codes):
        text = part.replace(" ", "")
        if not text:
            continue
        match = _RANGE.fullmatch(text)
        if match is None:
            raise InvalidField("districts", Problem.NOT_POSTAL_CODES, part.strip())
        first, last = match[1], match[2] or match[1]
        if int(last) < int(first):
            raise InvalidField("districts", Problem.NOT_POSTAL_CODES, part.strip())
        found.append((int(first), int(last)))
    return tuple(found)


def district_of(districts: Mapping[str, str], postal_code: str) -> str:
    """The name of the first district with this code; empty when none has it."""
    digits = re.sub(r"\D", "", postal_code)
    if not digits:
        return ""
    code = int(digits)
    for name, codes in districts.items():
        if any(first <= code <= last for first, last in ranges(codes)):
            return name
    return ""


def check_districts(districts: Mapping[str, str]) -> None:
    """Raise InvalidField for a district without a name or codes, or with what is no code."""
    for name, codes in districts.items():
        if not name.strip() or not ranges(codes):
            raise InvalidField("districts", Problem.MISSING, name)
        check_length("districts", name, NAME_LIMIT)
