"""The audit as a chain: each line carries a code over itself and the line before.

Who changes, removes, moves or adds a line without the key breaks the chain at that place. Lines
cut off at the end break nothing: that is seen where the end was noted elsewhere (an ``End`` in a
backup, on this computer, or its code printed on a report). The key lies in the office file: whoever
can open it and knows how could write the whole chain anew, and only such a note tells of it. That
is so with a key drawn from the office's own too, which would change whenever somebody is let out.

The log may be thinned: its oldest lines go, and a line at its end says up to which, with the code
of the last that went. From there on the chain is followed as before; whatever else is missing at
its beginning is missing.
"""

import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from mentorapp.domain.audit import Did

KEY_LENGTH = 32
_DIGEST = "sha256"
#: Crockford's base 32: nobody confuses its signs on paper.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("ILO", "110")
_SIGNS = 10
_THINNED = Did.THINNED.value.encode()


@dataclass(frozen=True, slots=True)
class End:
    """The last line at some moment: what is noted elsewhere."""

    seq: int
    mac: bytes

    @property
    def code(self) -> str:
        """Ten signs for paper; empty while there is no line."""
        return code_of(self.mac) if self.mac else ""


def code_of(mac: bytes) -> str:
    """The first 50 bits of a line's code, as ten signs in two groups."""
    bits = int.from_bytes(mac[:7]) >> 6
    signs = "".join(_ALPHABET[bits >> shift & 31] for shift in range(5 * _SIGNS - 5, -1, -5))
    return f"{signs[:5]}-{signs[5:]}"


def typed_code(text: str) -> str:
    """A code as somebody types it from paper, in the form of ``code_of``; empty if it is none."""
    signs = "".join(one for one in text.upper() if one.isalnum()).translate(_READ_AS)
    whole = len(signs) == _SIGNS and all(one in _ALPHABET for one in signs)
    return f"{signs[:5]}-{signs[5:]}" if whole else ""


class About(NamedTuple):
    """What many lines written at once have in common."""

    at: datetime
    actor: str
    operation: str
    record: str
    change: str


class Chain:
    """The end of a chain, to which lines are added."""

    def __init__(self, key: bytes, end: End) -> None:
        self._keyed = hmac.new(key, digestmod=_DIGEST)
        self.end = end

    def macs(
        self, about: About, record_ids: Sequence[UUID], fields: Sequence[tuple[str, ...]]
    ) -> list[bytes]:
        """The codes of the lines that follow; ``end`` is the last of them from now on."""
        head = _head(
            tuple(
                text.encode()
                for text in (
                    stored_moment(about.at),
                    about.actor,
                    about.operation,
                    about.record,
                    about.change,
                )
            )
        )
        mac, seq, found = self.end.mac, self.end.seq, []
        for record_id, names in zip(record_ids, fields, strict=True):
            seq += 1
            mac = self._next(mac, head, seq, record_id.hex.encode(), _stored_fields(names))
            found.append(mac)
        self.end = End(seq, mac)
        return found

    def follows(self, mac: bytes, row: "StoredRow") -> bytes:
        """The code that this stored line must have after a line with the code ``mac``."""
        head = _head((row.at, row.actor, row.operation, row.record, row.change))
        return self._next(mac, head, row.seq, row.record_id, row.fields)

    def _next(self, mac: bytes, head: bytes, seq: int, record_id: bytes, fields: bytes) -> bytes:
        keyed = self._keyed.copy()
        keyed.update(
            b"%b%b%d %d:%b%d:%b" % (mac, head, seq, len(record_id), record_id, len(fields), fields)
        )
        return keyed.digest()


def stored_moment(at: datetime) -> str:
    """A moment in UTC as it stands in the file."""
    return f"{at:%Y-%m-%d %H:%M:%S.%f}"


@lru_cache(maxsize=10_000)
def _stored_fields(names: tuple[str, ...]) -> bytes:
    return json.dumps(names).encode()


@lru_cache(maxsize=1_000)
def _head(parts: tuple[bytes, ...]) -> bytes:
    """With their lengths, so that no letter can be moved from one to the next."""
    return b"".join(b"%d:%b" % (len(part), part) for part in parts)


class StoredRow(NamedTuple):
    """A line byte by byte as it lies in the file. ``sound`` says that every value is of its type:
    what is stored as another one would not be found by those who look for it.
    """

    seq: int
    at: bytes
    actor: bytes
    operation: bytes
    record: bytes
    record_id: bytes
    change: bytes
    fields: bytes
    mac: bytes
    sound: int


class Fault(StrEnum):
    """What is wrong with a chain."""

    CHANGED = "changed"
    """The line, or its place among the others, is not what was written."""
    MISSING = "missing"
    """Lines between others are gone."""
    CUT = "cut"
    """Lines at the end are gone that were noted elsewhere, or an older office was put back."""
    REPLACED = "replaced"
    """The line that was noted elsewhere is there, but another one: written anew from some place."""
    NOT_THERE = "not_there"
    """No line has the code that stands on a paper."""


@dataclass(frozen=True, slots=True)
class Break:
    """What is wrong with these lines, first and last."""

    fault: Fault
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many lines were looked at, where they end, and what is wrong; sound when nothing is.

    ``thinned`` is the last line that the log itself says it no longer has, removed by
    ``thinned_by``.
    """

    lines: int
    end: End
    breaks: tuple[Break, ...]
    thinned: int = 0
    thinned_at: datetime | None = None
    thinned_by: str = ""


class _Thinned(NamedTuple):
    """What a line tells of thinning; of no line that the log was never thinned."""

    last: End = End(0, b"")
    at: datetime | None = None
    by: str = ""


def thinning(last: End) -> tuple[str, str]:
    """What the line says that tells of thinning: the last line that went, and its code."""
    return str(last.seq), last.mac.hex()


def verify(key: bytes, rows: Iterable[StoredRow], noted: Iterable[End] = ()) -> Verdict:
    """Follow the chain from the first line to the last; ``rows`` come by ``seq``."""
    chain, end, lines = Chain(key, End(0, b"")), End(0, b""), 0
    breaks: list[Break] = []
    wanted = {one.seq: one.mac for one in noted if one.seq}
    start: StoredRow | None = None
    thinned = _Thinned()
    for row in rows:
        lines += 1
        followed = False
        if row.seq > end.seq + 1:
            if lines == 1:
                start = row  # judged at the end: what went before it is told further on
            else:
                breaks.append(Break(Fault.MISSING, end.seq + 1, row.seq - 1))
            sound = row.sound  # after a gap nobody knows which code came before
        else:
            followed = bool(
                row.seq == end.seq + 1 and row.sound and chain.follows(end.mac, row) == row.mac
            )
            sound = followed
        if not sound:
            _grow(breaks, row.seq)
        elif wanted.get(row.seq, row.mac) != row.mac:
            breaks.append(Break(Fault.REPLACED, row.seq, row.seq))
        elif row.change == _THINNED:
            told = _thinned_by(row)
            # All but this line may have gone: then its code follows that of the line it names.
            if followed or (row is start and chain.follows(told.last.mac, row) == row.mac):
                thinned = max(thinned, told, key=lambda one: one.last.seq)
        wanted.pop(row.seq, None)
        end = End(max(row.seq, end.seq), row.mac)
    if start is not None:
        breaks[:0] = _at_the_beginning(chain, start, thinned.last, wanted)
    if wanted and max(wanted) > end.seq:
        breaks.append(Break(Fault.CUT, end.seq + 1, max(wanted)))
    return Verdict(lines, end, tuple(breaks), thinned.last.seq, thinned.at, thinned.by)


def _at_the_beginning(
    chain: Chain, start: StoredRow, thinned: End, wanted: Mapping[int, bytes]
) -> list[Break]:
    """What is wrong where the first line is not number 1."""
    if thinned.seq != start.seq - 1:
        first = thinned.seq + 1 if thinned.seq < start.seq else 1
        return [Break(Fault.MISSING, first, start.seq - 1)]
    if start.sound and chain.follows(thinned.mac, start) != start.mac:
        return [Break(Fault.CHANGED, start.seq, start.seq)]
    if wanted.get(thinned.seq, thinned.mac) != thinned.mac:
        return [Break(Fault.REPLACED, thinned.seq, thinned.seq)]
    return []


def _thinned_by(row: StoredRow) -> _Thinned:
    # Of a line that somebody made.
    with suppress(ValueError, TypeError, OverflowError, RecursionError):
        seq, mac = json.loads(row.fields)
        at = datetime.fromisoformat(row.at.decode()).replace(tzinfo=UTC)
        return _Thinned(End(int(seq), bytes.fromhex(mac)), at, row.actor.decode())
    return _Thinned()


def _grow(breaks: list[Break], seq: int) -> None:
    """One break for lines after each other that were changed."""
    last = breaks[-1] if breaks else None
    if last and last.fault is Fault.CHANGED and last.last == seq - 1:
        breaks[-1] = Break(Fault.CHANGED, last.first, seq)
    else:
        breaks.append(Break(Fault.CHANGED, seq, seq))
