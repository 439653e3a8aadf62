"""What a disk may hold when the power is cut: made from the journal that ``power_shim.c`` wrote.

A file keeps what it held at its last fsync; of what was written since, the disk may have nothing,
everything, any part, or torn sectors. Names (created, renamed, removed) are safe once their folder
was synced; of those since, the disk has a first part in their order. That is what POSIX promises
and no more: a file system that keeps more loses less.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_HEAD = struct.Struct("=cIqI")
_SECTOR = 512
_WAYS = ("none", "all", "random", "random", "torn", "torn")


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the journal; see the shim."""

    kind: str
    file: int
    offset: int
    data: bytes


@dataclass(slots=True)
class _Content:
    durable: bytearray
    pending: list[Event] = field(default_factory=list)


def read(journal: Path) -> tuple[list[Event], dict[int, str]]:
    """The events, and the path of each file."""
    data, at = journal.read_bytes(), 0
    events: list[Event] = []
    names: dict[int, str] = {}
    while at + _HEAD.size <= len(data):
        kind, file, offset, length = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        event = Event(kind.decode(), file, offset, data[at : at + length])
        at += length
        if event.kind == "N":
            names[file] = event.data.decode()
        else:
            events.append(event)
    return events, names


class Disk:
    """A folder as the disk has it, event by event."""

    def __init__(self, folder: str, start: dict[str, bytes], names: dict[int, str]) -> None:
        self._folder = folder
        self._names = names
        self._contents = [_Content(bytearray(data)) for data in start.values()]
        self._safe = {path: at for at, path in enumerate(start)}
        self._seen = dict(self._safe)
        #: Names given and taken since their folder was synced: path, and content or None.
        self._since: list[tuple[str, int | None]] = []
        self.said = b""

    def happen(self, event: Event) -> None:
        """One event more."""
        path = self._names.get(event.file, "")
        if event.kind == "A":
            self.said += event.data
        elif event.kind == "C":
            self._contents.append(_Content(bytearray()))
            self._name(path, len(self._contents) - 1)
        elif event.kind == "U":
            self._name(path, None)
        elif event.kind == "R":
            self._name(self._names[event.offset], self._seen.get(path))
            self._name(path, None)
        elif path in self._seen:
            self._write(self._contents[self._seen[path]], event)
        elif event.kind == "S":
            self._sync_folder(path)

    def _name(self, path: str, content: int | None) -> None:
        self._since.append((path, content))
        _set(self._seen, path, content)

    def _write(self, content: _Content, event: Event) -> None:
        if event.kind == "S":
            for one in content.pending:
                _apply(content.durable, one)
            content.pending = []
        else:
            content.pending.append(event)

    def _sync_folder(self, folder: str) -> None:
        rest: list[tuple[str, int | None]] = []
        for path, content in self._since:
            if str(Path(path).parent) == folder.rstrip("/"):
                _set(self._safe, path, content)
            else:
                rest.append((path, content))
        self._since = rest

    def cut(self, rnd: random.Random) -> Iterator[tuple[str, bytes]]:
        """Files, by their path within the folder, as they may be found when the power is back."""
        way = rnd.choice(_WAYS)
        kept = {"none": 0, "all": len(self._since)}.get(way, rnd.randint(0, len(self._since)))
        tree = dict(self._safe)
        for path, named in self._since[:kept]:
            _set(tree, path, named)
        for path, at in tree.items():
            content = self._contents[at]
            found = bytearray(content.durable)
            for event in content.pending:
                if way == "all":
                    _apply(found, event)
                elif way != "none":
                    _part(found, event, rnd, torn=way == "torn")
            yield path.removeprefix(self._folder).lstrip("/"), bytes(found)


def _part(found: bytearray, event: Event, rnd: random.Random, *, torn: bool) -> None:
    if rnd.random() < 0.5:
        return
    if not (torn and event.kind == "W" and rnd.random() < 0.5):
        _apply(found, event)
        return
    for start in range(0, len(event.data), _SECTOR):
        if rnd.random() < 0.5:
            part = event.data[start : start + _SECTOR]
            _apply(found, Event("W", event.file, event.offset + start, part))


def _apply(content: bytearray, event: Event) -> None:
    if event.kind == "T":
        del content[event.offset :]
        content.extend(bytes(event.offset - len(content)))
        return
    content.extend(bytes(max(0, event.offset + len(event.data) - len(content))))
    content[event.offset : event.offset + len(event.data)] = event.data


def _set(names: dict[str, int], path: str, content: int | None) -> None:
    if content is None:
        names.pop(path, None)
    else:
        names[path] = content
