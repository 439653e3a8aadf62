from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.audit_chain import (
    About,
    Break,
    Chain,
    End,
    Fault,
    StoredRow,
    Verdict,
    code_of,
    stored_moment,
    typed_code,
    verify,
)

KEY = bytes(range(32))
AT = datetime(2026, 11, 23, 9, 30, 0, 5, UTC)
NOTHING = End(0, b"")


def a_chain(many: int, key: bytes = KEY) -> list[StoredRow]:
    """As it lies in the file, written in two goes."""
    chain, rows = Chain(key, NOTHING), list[StoredRow]()
    for part in (range(many // 2), range(many // 2, many)):
        about = About(AT, "Ingrid", "people.save", "people", "changed")
        ids = [UUID(int=at + 1) for at in part]
        macs = chain.macs(about, ids, [("notes", "given_name")] * len(ids))
        rows += [
            StoredRow(
                seq=at + 1,
                at=stored_moment(AT).encode(),
                actor=b"Ingrid",
                operation=b"people.save",
                record=b"people",
                record_id=record_id.hex.encode(),
                change=b"changed",
                fields=b'["notes", "given_name"]',
                mac=mac,
                sound=1,
            )
            for at, record_id, mac in zip(part, ids, macs, strict=True)
        ]
    return rows


def breaks(rows: Sequence[StoredRow], *noted: End) -> tuple[Break, ...]:
    return verify(KEY, rows, noted).breaks


def test_a_chain_that_nobody_touched_is_sound_and_says_where_it_ends() -> None:
    rows = a_chain(9)

    assert verify(KEY, rows) == Verdict(9, End(9, rows[-1].mac), ())
    assert verify(KEY, rows, [End(4, rows[3].mac), End(9, rows[8].mac), NOTHING]).breaks == ()
    assert verify(KEY, []) == Verdict(0, NOTHING, ())


@pytest.mark.parametrize(
    "name", ["at", "actor", "operation", "record", "record_id", "change", "fields", "mac"]
)
def test_a_changed_value_is_found_at_its_line(name: str) -> None:
    rows = a_chain(9)
    value: bytes = getattr(rows[3], name)
    changed: dict[str, Any] = {name: bytes([value[0] ^ 1]) + value[1:]}
    rows[3] = rows[3]._replace(**changed)

    # The code of a line is what the next one stands on.
    assert breaks(rows) == (Break(Fault.CHANGED, 4, 5 if name == "mac" else 4),)


def test_letters_moved_from_one_value_to_the_next_are_found() -> None:
    rows = a_chain(3)
    rows[1] = rows[1]._replace(actor=b"Ingridpeople", operation=b".save")

    assert breaks(rows) == (Break(Fault.CHANGED, 2, 2),)


def test_a_value_of_another_type_is_found_though_its_bytes_are_the_same() -> None:
    rows = a_chain(3)
    rows[1] = rows[1]._replace(sound=0)

    assert breaks(rows) == (Break(Fault.CHANGED, 2, 2),)


def test_removed_lines_leave_a_gap() -> None:
    rows = a_chain(9)

    assert breaks(rows[:3] + rows[5:]) == (Break(Fault.MISSING, 4, 5),)
    assert breaks(rows[2:]) == (Break(Fault.MISSING, 1, 2),)


def test_removed_lines_are_found_when_the_rest_was_numbered_anew() -> None:
    rows = a_chain(9)
    closed = [row._replace(seq=at) for at, row in enumerate(rows[:3] + rows[5:], 1)]

    assert breaks(closed) == (Break(Fault.CHANGED, 4, 7),)


def test_two_lines_that_changed_places_are_found() -> None:
    rows = a_chain(9)
    rows[2], rows[6] = rows[6]._replace(seq=3), rows[2]._replace(seq=7)

    assert [one.fault for one in breaks(rows)] == [Fault.CHANGED, Fault.CHANGED]


def test_a_line_that_nobody_wrote_is_found_wherever_it_stands() -> None:
    rows = a_chain(9)
    forged = rows[4]._replace(seq=10, mac=b"x" * 32)

    assert breaks([*rows, forged]) == (Break(Fault.CHANGED, 10, 10),)
    assert breaks([forged._replace(seq=0), *rows])[0] == Break(Fault.CHANGED, 0, 1)


def test_lines_cut_off_at_the_end_are_found_where_the_end_was_noted() -> None:
    rows = a_chain(9)

    assert breaks(rows[:6]) == ()
    assert breaks(rows[:6], End(9, rows[8].mac)) == (Break(Fault.CUT, 7, 9),)
    assert breaks([], End(9, rows[8].mac)) == (Break(Fault.CUT, 1, 9),)


def test_a_chain_written_anew_with_the_key_is_found_where_a_line_was_noted() -> None:
    other = a_chain(9)[:4]
    chain = Chain(KEY, End(4, other[3].mac))
    about = About(AT, "Somebody else", "people.save", "people", "changed")
    macs = chain.macs(about, [UUID(int=5)] * 5, [()] * 5)
    rows = [
        *other,
        *(
            a_chain(1)[0]._replace(
                seq=at,
                actor=b"Somebody else",
                record_id=UUID(int=5).hex.encode(),
                fields=b"[]",
                mac=mac,
            )
            for at, mac in enumerate(macs, 5)
        ),
    ]

    assert breaks(rows) == ()
    assert breaks(rows, End(9, a_chain(9)[8].mac)) == (Break(Fault.REPLACED, 9, 9),)


def test_another_key_fits_no_line() -> None:
    assert verify(bytes(32), a_chain(3)).breaks == (Break(Fault.CHANGED, 1, 3),)


def test_a_code_is_ten_signs_and_is_known_again_as_it_is_typed() -> None:
    end = End(1, bytes.fromhex("0123456789abcdef" * 4))

    assert end.code == code_of(end.mac) == "04HMA-SW9NF"
    assert typed_code(" o4hma sw9nf ") == end.code
    assert typed_code("04HMA-SW9N") == typed_code("") == typed_code("UUUUU-UUUUU") == ""
    assert replace(NOTHING).code == ""
