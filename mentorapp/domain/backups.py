"""What is known of the backups of an office, without opening one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

#: How often somebody sees with his own eyes that a backup can be restored.
DRILL_EVERY = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """A backup that was checked when it was made; ``made`` is UTC, ``size`` bytes.

    Where it is ``encrypted`` its own key slots lie beside ``path``, as they do beside an office.
    """

    path: Path
    made: datetime
    size: int
    encrypted: bool
    in_second_place: bool = False


@dataclass(frozen=True, slots=True)
class BackupStatus:
    """How safe the office is now; all moments are UTC."""

    newest: datetime | None
    overdue: bool
    second: Path | None
    second_missing: bool
    """The second place was chosen and is not there now."""
    second_on_same_disk: bool
    newest_second: datetime | None
    drilled: datetime | None
    drill_due: bool
    in_plain_text: int = 0
    """Copies that are not encrypted, of an office that is."""

    @property
    def alarming(self) -> bool:
        """Whether it is told in red: too much would be lost today."""
        return self.overdue or self.second_missing


@dataclass(frozen=True, slots=True)
class Restored:
    """``replaced`` is the office as it was, where there was one; ``gone_again`` counts the rows
    that were in the backup and had been removed for good since, ``protected_again`` the people
    whose protection was raised since.

    With ``keys_of_then`` the passphrases are those of the backup, as it has another key. Accounts
    of the office as it was that the backup does not let in are ``shut_out``, and those of which no
    name could be read are ``shut_out_unnamed``.
    """

    office: Path
    replaced: Path | None
    gone_again: int
    keys_of_then: bool = False
    protected_again: int = 0
    shut_out: tuple[str, ...] = ()
    shut_out_unnamed: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """How many records of a kind came out of the backup, and how many the office has."""

    kind: str
    restored: int
    office: int


@dataclass(frozen=True, slots=True)
class Drill:
    """A backup that was restored to see whether it can be.

    Where nothing was ``changed_since``, both counts are the same or the backup is no good.
    """

    backup: FoundBackup
    counted: tuple[Counted, ...]
    changed_since: bool
    seconds: float

    @property
    def passed(self) -> bool:
        """Whether the backup may be relied on."""
        return self.changed_since or all(one.restored == one.office for one in self.counted)
