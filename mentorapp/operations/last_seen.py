"""What this PC last saw of an encrypted office, to tell when an older copy took its place.

The end of its audit is noted outside the file, in the program's own folder: numbers, a code and
where it lay, nothing of what is in it. Whoever puts yesterday's file back can be told so, as nobody
who restores a backup with the program is: that is what it is for.
"""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from mentorapp.domain.audit_chain import End
from mentorapp.domain.errors import Refused
from mentorapp.domain.key_errors import OlderThanSeen
from mentorapp.operations import files, offices
from mentorapp.storage import audit_chain, key_file, scopes
from mentorapp.storage.database import Database, Transaction


def older(database: Database) -> OlderThanSeen | None:
    """What is to be told where the file is not the one that was last open here, or follows it."""
    found = _read(database.path)
    if found is None:
        return None
    seen, at, path = found
    with database.read() as tx, scopes.whole(tx):
        if audit_chain.holds(tx, seen):
            return None
        elsewhere = None if path == database.path.absolute() else path
        return OlderThanSeen(at, _last_write(tx), elsewhere)


def end(office: Path) -> End | None:
    """The end of the audit as it was noted here."""
    found = _read(office)
    return None if found is None else found[0]


def note(database: Database) -> None:
    """Note how far the office is now. What cannot be noted is not: the office works without."""
    with suppress(OSError, Refused):
        with database.read() as tx, scopes.whole(tx):
            last, at = audit_chain.end(tx), _last_write(tx)
        told = {"seq": last.seq, "mac": last.mac.hex(), "at": at.isoformat()}
        told["path"] = str(database.path.absolute())
        data = json.dumps(told).encode()
        files.write_whole(_path(database.path), data, make_folder=True)


def forget(office: Path) -> None:
    """A backup took its place, as was asked for."""
    with suppress(OSError, Refused):
        _path(office).unlink(missing_ok=True)


def _read(office: Path) -> tuple[End, datetime, Path | None] | None:
    with suppress(OSError, Refused, ValueError, TypeError, KeyError):
        told = json.loads(_path(office).read_text(encoding="utf-8"))
        end = End(int(told["seq"]), bytes.fromhex(told["mac"]))
        path = told.get("path")  # not noted by the program of before
        return end, datetime.fromisoformat(told["at"]), Path(path) if path else None
    return None


def _path(office: Path) -> Path:
    return offices.own_folder() / "last-seen" / f"{key_file.read(office).office}.json"


def _last_write(tx: Transaction) -> datetime:
    return audit_chain.last_write(tx) or tx.now
