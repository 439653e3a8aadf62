"""Reads a QR code of one block back, without the program's own encoder.

ISO/IEC 18004: patterns that every code has, what its format says, the mask taken off, the bits
along the columns from the right, and the bytes they make. Errors are found, not mended.
"""

from collections.abc import Iterator, Sequence

Rows = Sequence[Sequence[bool]]

_FINDER = ("#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######")
#: Of version 1 to 3 at level M: one block, so many of its bytes data and so many for errors.
_BYTES = {1: (16, 10), 2: (28, 16), 3: (44, 26)}
_LEVEL_M = 0b00
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_MASKS = (
    lambda x, y: (x + y) % 2,
    lambda _x, y: y % 2,
    lambda x, _y: x % 3,
    lambda x, y: (x + y) % 3,
    lambda x, y: (y // 2 + x // 3) % 2,
    lambda x, y: x * y % 2 + x * y % 3,
    lambda x, y: (x * y % 2 + x * y % 3) % 2,
    lambda x, y: ((x + y) % 2 + x * y % 3) % 2,
)


def read_back(rows: Rows) -> str:
    """What the code says; AssertionError where it is none that a scanner would read."""
    size = len(rows)
    version = (size - 17) // 4
    assert {len(row) for row in rows} == {size} == {17 + 4 * version}
    for left, top in ((0, 0), (size - 7, 0), (0, size - 7)):
        seen = ["".join(".#"[rows[top + y][left + x]] for x in range(7)) for y in range(7)]
        assert seen == list(_FINDER), (left, top)
    assert all(rows[6][at] == rows[at][6] == (at % 2 == 0) for at in range(8, size - 8))
    level, mask = _format(rows)
    assert level == _LEVEL_M
    data, errors = _BYTES[version]
    bits = [
        rows[y][x] != (_MASKS[mask](x, y) == 0) for x, y in _path(size) if not _is_fixed(x, y, size)
    ]
    block = [_number(bits[at : at + 8]) for at in range(0, 8 * (data + errors), 8)]
    assert not any(_remainders(block, errors)), "its bytes do not fit its check bytes"
    return _text(bits[: 8 * data])


def _format(rows: Rows) -> tuple[int, int]:
    """Level and mask; both copies say the same, and their check bits fit."""
    size = len(rows)
    first = [(8, y) for y in (0, 1, 2, 3, 4, 5, 7, 8)] + [(x, 8) for x in (7, 5, 4, 3, 2, 1, 0)]
    second = [(size - 1 - n, 8) for n in range(8)] + [(8, size - 7 + n) for n in range(7)]
    (said, again) = (
        sum(rows[y][x] << n for n, (x, y) in enumerate(copy)) ^ 0b101010000010010
        for copy in (first, second)
    )
    assert said == again
    assert rows[size - 8][8], "the square that is always dark"
    rest = said
    for at in range(14, 9, -1):
        rest ^= (0b10100110111 << (at - 10)) * (rest >> at & 1)
    assert rest == 0, "the format does not fit its check bits"
    return said >> 13, said >> 10 & 0b111


def _is_fixed(x: int, y: int, size: int) -> bool:
    """Whether the square belongs to a pattern and not to the bytes (versions below 7)."""
    corner = (x < 9 and y < 9) or (x >= size - 8 and y < 9) or (x < 9 and y >= size - 8)
    aligned = size > 21 and all(size - 9 <= one <= size - 5 for one in (x, y))
    return corner or aligned or 6 in (x, y)


def _path(size: int) -> Iterator[tuple[int, int]]:
    """Two columns at a time from the right, up and down by turns; the timing column is left out."""
    up = True
    for right in [*range(size - 1, 6, -2), 5, 3, 1]:
        for y in range(size - 1, -1, -1) if up else range(size):
            yield right, y
            yield right - 1, y
        up = not up


def _remainders(block: Sequence[int], errors: int) -> Iterator[int]:
    """The block as a polynomial at the roots of the check bytes: 0 where nothing is amiss."""
    root = 1
    for _ in range(errors):
        value = 0
        for one in block:
            value = _times(value, root) ^ one
        yield value
        root = _times(root, 2)


def _times(one: int, other: int) -> int:
    """In the field of 256 that QR codes reckon in."""
    product = 0
    while other:
        product ^= one * (other & 1)
        one = one << 1 ^ 0b100011101 * (one >> 7)
        other >>= 1
    return product


def _text(bits: Sequence[bool]) -> str:
    """Of one part: digits three by three, letters two by two, or bytes."""
    mode, rest = _number(bits[:4]), bits[4:]
    if mode == 0b0100:
        many, rest = _number(rest[:8]), rest[8:]
        return bytes(_number(rest[8 * n : 8 * n + 8]) for n in range(many)).decode()
    digits = mode == 0b0001
    assert digits or mode == 0b0010
    many, rest = (_number(rest[:10]), rest[10:]) if digits else (_number(rest[:9]), rest[9:])
    base, together, lengths = (10, 3, (0, 4, 7, 10)) if digits else (45, 2, (0, 6, 11))
    said = ""
    while len(said) < many:
        signs = min(together, many - len(said))
        value, rest = _number(rest[: lengths[signs]]), rest[lengths[signs] :]
        said += "".join(_SIGNS[value // base**n % base] for n in reversed(range(signs)))
    return said


def _number(bits: Sequence[bool]) -> int:
    return sum(bit << n for n, bit in enumerate(reversed(bits)))
