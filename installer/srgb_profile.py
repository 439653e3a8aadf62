"""Write resources/colour/srgb.icc, the colour space that every PDF names: kept to be repeated.

An ICC profile of version 2.1 with the primaries and the curve of IEC 61966-2-1, made from the
figures in that standard, so that no foreign file has to be shipped. Run: installer/srgb_profile.py
"""

import struct
from pathlib import Path

_FILE = Path(__file__).parent.parent / "resources/colour/srgb.icc"
_CURVE = 1024
#: Adapted to the white of the profile connection space, D50, as the profiles of ICC have them.
_COLUMNS = {
    "rXYZ": (0.43607, 0.22249, 0.01392),
    "gXYZ": (0.38515, 0.71687, 0.09708),
    "bXYZ": (0.14307, 0.06061, 0.71410),
}
_D50 = (0.9642, 1.0, 0.8249)


def profile() -> bytes:
    """The profile; the same bytes each time."""
    curve = _curve()
    parts = {
        "desc": _description("sRGB"),
        "cprt": b"text\0\0\0\0CC0 1.0 Universal\0",
        "wtpt": _xyz(_D50),
        **{name: _xyz(column) for name, column in _COLUMNS.items()},
        "rTRC": curve,
        "gTRC": curve,
        "bTRC": curve,
    }
    places: dict[bytes, int] = {}
    body, start = b"", 128 + 4 + 12 * len(parts)
    table = struct.pack(">I", len(parts))
    for name, part in parts.items():
        if part not in places:
            places[part] = start + len(body)
            body += part + b"\0" * (-len(part) % 4)
        table += struct.pack(">4sII", name.encode(), places[part], len(part))
    return _header(start + len(body)) + table + body


def _header(size: int) -> bytes:
    return struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI3i4s44x",
        size,
        b"\0\0\0\0",
        0x02100000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2026, 1, 1, 0, 0, 0),
        b"acsp",
        b"\0\0\0\0",
        0,
        b"\0\0\0\0",
        b"\0\0\0\0",
        0,
        0,
        *map(_fixed, _D50),
        b"\0\0\0\0",
    )


def _fixed(value: float) -> int:
    return round(value * 65536)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *map(_fixed, values))


def _curve() -> bytes:
    steps = (at / (_CURVE - 1) for at in range(_CURVE))
    linear = (
        step / 12.92 if step <= 0.04045 else ((step + 0.055) / 1.055) ** 2.4 for step in steps
    )
    return b"curv\0\0\0\0" + struct.pack(
        f">I{_CURVE}H", _CURVE, *(round(value * 65535) for value in linear)
    )


def _description(name: str) -> bytes:
    said = name.encode() + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(said)) + said + b"\0" * (4 + 4 + 2 + 1 + 67)


if __name__ == "__main__":
    _FILE.parent.mkdir(exist_ok=True)
    _FILE.write_bytes(profile())
    print(f"{_FILE}: {_FILE.stat().st_size} bytes")
