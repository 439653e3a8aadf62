"""Where the end of the log was noted outside the office: on this computer and in its backups.

Whoever cuts off the end of the log, or writes it anew, has to reach them all. What a restore has
left behind is no sign of that: it stands in the log itself that the office was put back.
"""

from contextlib import suppress
from datetime import datetime

from mentorapp.domain.audit_chain import End
from mentorapp.domain.errors import Refused
from mentorapp.operations import last_seen, restoring
from mentorapp.storage import audit_lines, backups
from mentorapp.storage.database import Database

#: A backup takes a hundredth of a second to look into; the newest tell most.
_MOST = 40


def of(database: Database) -> list[End]:
    """All that can be read; what is encrypted with a key of before is left out."""
    with database.read() as tx:
        restores = audit_lines.restores(tx)
    found = []
    for backup in restoring.of_office(database.path)[:_MOST]:
        with suppress(Refused, OSError):
            end = backups.end_of_audit(backup.path, database.keys)
            if not _left_behind(end, backup.made, restores):
                found.append(end)
    seen = last_seen.end(database.path)
    return [*found, *([seen] if seen is not None else [])]


def _left_behind(end: End, made: datetime, restores: list[tuple[int, datetime]]) -> bool:
    return any(made < at and end.seq >= seq for seq, at in restores)
