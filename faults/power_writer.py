"""What the program does while the power is going to be cut; says each thing once it is done.

``python -m faults.power_writer WHAT OFFICE SEED COUNT SYNCHRONOUS``, keys in hex on standard input.
"""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import Pool, event

from benchmarks.made_offices import ACTOR
from faults.intentions import committed
from mentorapp.operations import restoring
from mentorapp.storage import backups, key_file
from mentorapp.storage.database import open_database
from mentorapp.storage.key_slots import KeySlots, OfficeKeys, Way

#: So many saves before the office is closed and opened again, as in the evening.
_A_DAY = 20


def _save(path: Path, keys: OfficeKeys, seed: int, count: int) -> None:
    """One intention after another, for days."""
    for day in range(max(1, count // _A_DAY)):
        database = open_database(path, create=False, keys=keys)
        for line in islice(committed(database, seed + day), _A_DAY):
            _say(line)
        database.close()


def _change_keys(path: Path, keys: OfficeKeys, _seed: int, count: int) -> None:
    """One way in more each time."""
    slots: KeySlots = key_file.read(path)
    for at in range(count):
        slots = slots.with_secret(keys, Way.KEYRING, bytes([at % 256] * 32))
        key_file.write(path, slots, keys)
        _say(f"{len(slots.slots)}")


def _back_up(path: Path, keys: OfficeKeys, seed: int, count: int) -> None:
    """A backup after every few saves, and a second one beside the first."""
    database = open_database(path, create=False, keys=keys)
    saves = committed(database, seed)
    begin = datetime(2026, 11, 23, 8, tzinfo=UTC)
    for at in range(count):
        list(islice(saves, 3))
        made = backups.make(database, keys, path.parent / "first", begin + timedelta(minutes=at))
        _say(str(made.path))
        _say(str(backups.copied(made, path.parent / "second").path))
    database.close()


def _restore(path: Path, keys: OfficeKeys, seed: int, count: int) -> None:
    """The same backup again and again, with some saves in between that it does not hold."""
    now = datetime(2026, 11, 23, 8, tzinfo=UTC)
    database = open_database(path, create=False, keys=keys)
    made = backups.make(database, keys, path.parent / "first", now)
    database.close()
    for at in range(1, count + 1):
        database = open_database(path, create=False, keys=keys)
        list(islice(committed(database, seed + at), 3))
        database.close()
        restoring.restore(made.path, path, keys, ACTOR, now + timedelta(minutes=at))
        _say(str(at))


_JOBS: dict[str, Callable[[Path, OfficeKeys, int, int], None]] = {
    "save": _save,
    "change_keys": _change_keys,
    "back_up": _back_up,
    "restore": _restore,
}


def _say(line: str) -> None:
    os.write(1, line.encode() + b"\n")


def main() -> None:
    """Do it."""
    what, path, seed, count, synchronous = sys.argv[1:]
    office, salt = (bytes.fromhex(line) for line in sys.stdin.read().split())
    if synchronous:
        # For the controls alone: less careful than the program is.
        event.listen(
            Pool,
            "connect",
            lambda made, _: made.execute(f"PRAGMA synchronous = {synchronous}"),
        )
    _JOBS[what](Path(path), OfficeKeys(office, salt), int(seed), int(count))


if __name__ == "__main__":
    main()
