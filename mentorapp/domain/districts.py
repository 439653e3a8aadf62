"""The office's own districts: parts of a town by postal code.

All codes of a Norwegian town share one point on the map, so that a distance cannot tell its east
from its west (`mentorapp.reference.places`). Whoever knows the town can: a district is a name and
the codes that belong to it, written as people write them, ``8003-8009, 8012``.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from mentorapp.domain.errors import BadDistrict, InvalidField, Problem
from mentorapp.domain.text import NAME_LIMIT, folded

_RANGE = re.compile(r"(\d{3,5})\s*(?:[-–]\s*(\d{3,5}))?")


@lru_cache(maxsize=256)  # a run asks for every postal code of an office
def ranges(codes: str) -> tuple[tuple[int, int], ...]:
    """First and last code of each part, as numbers; InvalidField for what is no list of codes."""
    found = []
    for part in parts(codes):
        match = _RANGE.fullmatch(part.replace(" ", ""))
        if match is None:
            raise InvalidField("districts", Problem.NOT_POSTAL_CODES, part)
        first, last = match[1], match[2] or match[1]
        if int(last) < int(first):
            raise InvalidField("districts", Problem.NOT_POSTAL_CODES, part)
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


def read_districts(text: str) -> dict[str, str]:
    """One district a line, ``Sentrum: 8003-8009, 8012``, in the order of the lines.

    Raises BadDistrict with the line, blank ones counted too.
    """
    lines = []
    for at, line in enumerate(text.splitlines(), start=1):
        name, _, codes = line.partition(":")
        if line.strip():
            lines.append((at, name.strip(), codes.strip()))
    _check(lines)
    return {name: ", ".join(parts(codes)) for _, name, codes in lines}


def parts(codes: str) -> list[str]:
    """The single codes and ranges, as they are written."""
    return [part.strip() for part in re.split(r"[,;\n]", codes) if part.strip()]


def written_districts(districts: Mapping[str, str]) -> str:
    """The text that ``read_districts`` reads."""
    return "\n".join(f"{name}: {codes}" for name, codes in districts.items())


def check_districts(districts: Mapping[str, str]) -> None:
    """Raise BadDistrict for one without a name or codes, with what is no code, or with codes that
    another one has.
    """
    _check([(at, *pair) for at, pair in enumerate(districts.items(), start=1)])


def _check(lines: Sequence[tuple[int, str, str]]) -> None:
    taken: list[tuple[int, int, str]] = []
    names: set[str] = set()
    for line, name, codes in lines:
        if not name.strip():
            raise BadDistrict("districts", Problem.MISSING, line=line)
        if len(name) > NAME_LIMIT:
            raise BadDistrict("districts", Problem.TOO_LONG, "", str(NAME_LIMIT), line=line)
        if folded(name) in names:
            raise BadDistrict("districts", Problem.NOT_UNIQUE, name, line=line)
        names.add(folded(name))
        for first, last in _ranges_of_line(line, name, codes):
            for low, high, other in taken:
                if first <= high and low <= last:
                    shared = _written(max(first, low), min(last, high))
                    raise BadDistrict("districts", Problem.OVERLAPS, shared, line=line, other=other)
            taken.append((first, last, name))


def _ranges_of_line(line: int, name: str, codes: str) -> tuple[tuple[int, int], ...]:
    try:
        found = ranges(codes)
    except InvalidField as wrong:
        raise BadDistrict("districts", wrong.problem, wrong.value, line=line) from wrong
    if not found:
        raise BadDistrict("districts", Problem.NOT_POSTAL_CODES, line=line, other=name)
    return found


def _written(first: int, last: int) -> str:
    return f"{first:04}" if first == last else f"{first:04}-{last:04}"
