"""Short numbers with a check digit: what stands on paper and is typed with the number keys.

The first digit tells the kind (1 person, 2 organisation, 3 pairing, 4 pairing run, 5 placement,
6 event), then follows a counter of at least three digits, then a Damm check digit, which catches
every single wrong digit and every swap of two neighbours (Damm 2004), the two mistakes people make
when they type from paper.
"""

from enum import IntEnum

from mentorapp.domain.errors import NumberMistyped, NumberOfAnotherKind

_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


#: More digits than any office will need, and few enough for an integer column.
LONGEST = 15
#: Its kind, a counter of three digits and the check digit.
SHORTEST = 5


class NumberKind(IntEnum):
    """What a short number stands for; the value is its first digit."""

    PERSON = 1
    ORGANISATION = 2
    PAIRING = 3
    RUN = 4
    PLACEMENT = 5
    EVENT = 6


def check_digit(digits: str) -> int:
    """The digit that makes the Damm sum of ``digits`` plus itself zero."""
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return interim


def short_number(kind: NumberKind, counter: int) -> int:
    """The number to print for the ``counter``-th record of its kind (1, 2, 3 …)."""
    body = f"{int(kind)}{counter:03d}"
    return int(f"{body}{check_digit(body)}")


def read_number(text: str, kind: NumberKind) -> int:
    """The number somebody typed, spaces and hyphens aside.

    Raises NumberMistyped when the check digit does not fit and NumberOfAnotherKind when it is,
    say, a person's number where a pairing's is wanted.
    """
    digits = "".join(text.split()).replace("-", "")
    readable = digits.isascii() and digits.isdigit() and SHORTEST <= len(digits) <= LONGEST
    if not readable or check_digit(digits) != 0:
        raise NumberMistyped(text=text)
    first = int(digits[0])
    if first != kind:
        known = first in tuple(NumberKind)
        raise NumberOfAnotherKind(
            text=digits,
            found=NumberKind(first).name.lower() if known else "",
            wanted=kind.name.lower(),
        )
    return int(digits)
