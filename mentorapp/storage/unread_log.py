"""What the write-ahead log of a program that was killed holds and the engine could not read back.

The engine goes by the log up to the first frame whose checksum is wrong, and says nothing of the
rest: one bit is enough to lose all that was saved after it. The headers of the frames are plain in
an encrypted office too, so that saves beyond that place can be counted before it is opened
(https://www.sqlite.org/fileformat2.html, 4).
"""

import struct
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Engine

from mentorapp.domain.backup_errors import SavesLost

_HEADER = struct.Struct(">4sIII8sII")
_FRAME = struct.Struct(">II8sII")
_ORDERS = {b"\x37\x7f\x06\x82": "<", b"\x37\x7f\x06\x83": ">"}
#: As the engine has it, where the header cannot be believed.
_PAGE = 4_096


@dataclass(frozen=True, slots=True)
class Log:
    """The frames that end a save, counted from 1, and when the log was last written to."""

    saves: tuple[int, ...]
    at: datetime


def look(office: Path) -> Log | None:
    """The log beside an office that nobody has open; None where none was left behind."""
    path = office.with_name(f"{office.name}-wal")
    with suppress(OSError), path.open("rb") as file:
        saves = tuple(_saves(file))
        return Log(saves, datetime.fromtimestamp(path.stat().st_mtime, UTC))
    return None


def lost(log: Log, engine: Engine) -> SavesLost | None:
    """What is to be told where the engine, which reads the log now, ends before its last save.

    The one commit that the power cut short looks as a damaged one does.
    """
    with closing(engine.raw_connection()) as connection:
        asked = connection.cursor().execute("PRAGMA wal_checkpoint(NOOP)")
        _busy, frames, _done = asked.fetchone()
    beyond = sum(one > frames for one in log.saves)
    return SavesLost(log.at, several=beyond > 1) if beyond else None


def _saves(file: BinaryIO) -> Iterator[int]:
    header = file.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return
    page, salts = _told(header)
    whole, begin = file.seek(0, SEEK_END), file.seek(_HEADER.size)
    for at, place in enumerate(range(begin, whole - _FRAME.size - page + 1, _FRAME.size + page), 1):
        file.seek(place)
        _number, size_after, own, *_sums = _FRAME.unpack(file.read(_FRAME.size))
        salts = salts or own
        # What another round of the log left behind has other salts.
        if size_after and own == salts:
            yield at


def _told(header: bytes) -> tuple[int, bytes]:
    """The size of a page and the salts of this round; the usual size and none for a bad header."""
    magic, _version, page, _round, salts, *sums = _HEADER.unpack(header)
    order = _ORDERS.get(magic)
    if order is None or list(_checksum(header[:24], order)) != sums:
        return _PAGE, b""
    return page, salts


def _checksum(data: bytes, order: str) -> tuple[int, int]:
    first = second = 0
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for one, other in zip(words, words, strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
