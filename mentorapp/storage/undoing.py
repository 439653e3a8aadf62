"""Taking back what a transaction did: every record as it was before it, or nothing at all.

The inverse is written from what the transaction kept (``Transaction.changes``), so that each
intention of the program can be undone without an inverse of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import func, select

from mentorapp.domain.audit import Did
from mentorapp.domain.deleted import RemovedForGood
from mentorapp.domain.errors import ChangedMeanwhile, StillInUse
from mentorapp.domain.records import Record
from mentorapp.storage import records
from mentorapp.storage.changes import Change
from mentorapp.storage.database import Transaction
from mentorapp.storage.scopes import knowing_all
from mentorapp.storage.tables import MIRRORS

#: SQLite takes 32,766 values in a statement.
_PART = 5_000


@dataclass(slots=True)
class Net:
    """What became of one record over the whole transaction."""

    first: Did
    version: int
    before: Record | None = None
    hidden: bool = False

    @property
    def came(self) -> bool:
        """It is there now and was not before."""
        return self.first in (Did.ADDED, Did.RESTORED) and not self.hidden

    @property
    def went(self) -> bool:
        """It was there before and is not now."""
        return self.first in (Did.CHANGED, Did.DELETED) and self.hidden


def undo(tx: Transaction, changes: Sequence[Change]) -> None:
    """Put every record back to what it was before ``changes``, which were committed together.

    The undoing is itself a list of changes (``tx.changes``): undoing that does it all again.
    Raises ChangedMeanwhile when one of the records was changed since, RemovedForGood when one is no
    longer in the file and StillInUse when another record points to one that would be hidden; then
    nothing is to be committed.
    """
    net = net_of(changes)
    for kind, found in net.items():
        _check_unchanged(tx, kind, found)
    hidden: dict[type[Record], list[UUID]] = {}
    for kind, found in reversed(net.items()):
        _show(tx, kind, found, [one for one, had in found.items() if had.went])
        for had in found.values():
            if had.before is not None:
                records.amend(tx, replace(had.before, version=had.version, deleted_at=None))
        hidden[kind] = [one for one, had in found.items() if had.came]
        records.remove_all(tx, kind, [(one, found[one].version) for one in hidden[kind]])
    for kind, ids in hidden.items():
        check_nothing_points_there(tx, kind, ids)


def net_of(changes: Sequence[Change]) -> dict[type[Record], dict[UUID, Net]]:
    """What became of each record, kind by kind in the order in which they were first written."""
    net: dict[type[Record], dict[UUID, Net]] = {}
    for change in changes:
        found = net.setdefault(change.kind, {})
        for record_id, version in zip(change.ids, change.versions, strict=True):
            had = found.setdefault(record_id, Net(change.did, version))
            had.version = version
            had.hidden = change.did is Did.DELETED
            # A record that was made or brought back in the same transaction had no state before.
            if had.before is None and had.first in (Did.CHANGED, Did.DELETED):
                had.before = change.before
    return net


def _check_unchanged(tx: Transaction, kind: type[Record], found: dict[UUID, Net]) -> None:
    table, ids = MIRRORS[kind], list(found)
    for start in range(0, len(ids), _PART):
        part = ids[start : start + _PART]
        rows = tx.connection.execute(
            select(table.c.id, table.c.version, table.c.deleted_at).where(table.c.id.in_(part))
        ).all()
        there = {record_id: (version, gone is not None) for record_id, version, gone in rows}
        if len(there) < len(part):
            raise RemovedForGood
        if any(there.get(one) != (found[one].version, found[one].hidden) for one in part):
            raise ChangedMeanwhile(records.kind_of(kind))


@knowing_all
def check_nothing_points_there(tx: Transaction, kind: type[Record], ids: Sequence[UUID]) -> None:
    """What is hidden must leave nobody pointing at it: the database itself sees only deletions."""
    for other, table in MIRRORS.items():
        for key in table.foreign_keys:
            if key.column.table is not MIRRORS[kind]:
                continue
            for start in range(0, len(ids), _PART):
                count = tx.connection.scalar(
                    select(func.count())
                    .select_from(table)
                    .where(key.parent.in_(ids[start : start + _PART]), table.c.deleted_at.is_(None))
                )
                if count:
                    raise StillInUse(records.kind_of(kind), records.kind_of(other), count)


def _show(tx: Transaction, kind: type[Record], found: dict[UUID, Net], ids: Sequence[UUID]) -> None:
    records.restore_all(tx, kind, [(one, found[one].version) for one in ids])
    for one in ids:
        found[one].version += 1


def carried_over(
    changes: Sequence[Change], undone: Sequence[Change], inverse: Sequence[Change]
) -> tuple[Change, ...]:
    """Earlier ``changes`` after a later write was ``undone`` by ``inverse``.

    A record that is back to what an earlier write left has a version of its own since, for versions
    only grow; without this the earlier write could no longer be undone.
    """
    now = {one: version for change in inverse for one, version in _versions(change)}
    before: dict[tuple[type[Record], UUID], int] = {}
    for change in undone:
        for one, version in _versions(change):
            before.setdefault(one, version - 1)
    return tuple(
        replace(
            change,
            versions=[
                now.get(one, version) if before.get(one) == version else version
                for one, version in _versions(change)
            ],
        )
        for change in changes
    )


def _versions(change: Change) -> list[tuple[tuple[type[Record], UUID], int]]:
    return [
        ((change.kind, one), version)
        for one, version in zip(change.ids, change.versions, strict=True)
    ]
