"""Reading and writing records of any kind; each write leaves its audit row beside it.

The one place where rows are inserted and changed, so that no write can forget its version or its
trace. The audit keeps field names, never values.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from itertools import compress
from operator import attrgetter
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import ColumnElement, select, update

from mentorapp.domain.audit import AuditEntry, Did
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import ChangedMeanwhile, NotFound
from mentorapp.domain.people import Person
from mentorapp.domain.records import Record
from mentorapp.storage import audit_chain, scopes, seals, shields
from mentorapp.storage.changes import Change
from mentorapp.storage.database import Transaction
from mentorapp.storage.inserting import insert_all
from mentorapp.storage.reading import read_all
from mentorapp.storage.tables import MIRRORS, audit_table

R = TypeVar("R", bound=Record)

_DONE = tuple(did.value for did in (Did.ADDED, Did.CHANGED, Did.DELETED, Did.RESTORED, Did.ERASED))
_UNTRACED = frozenset({"id", "version", "deleted_at"})
#: SQLite takes 32,766 values in a statement; long lists of ids are asked for in parts.
_PART = 5_000
_NAMES = {kind: tuple(f.name for f in fields(kind)) for kind in MIRRORS}
_TRACED = {
    kind: tuple(name for name in names if name not in _UNTRACED) for kind, names in _NAMES.items()
}
_USUAL = {
    kind: {f.name: f.default for f in fields(kind) if f.default is not MISSING} for kind in MIRRORS
}
#: Rows written at a time: tens of thousands of dicts at once would keep the garbage collector busy
#: for a third of an import (docs/performance.md).
_ROWS = 500


def kind_of(record: type[Record]) -> str:
    """The idea a record belongs to, as refusals name it: ``follow_up`` for FollowUp."""
    name = record.__name__
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def add(tx: Transaction, record: R) -> R:
    """Insert a new record."""
    add_all(tx, [record])
    return record


def add_all(tx: Transaction, records: Sequence[R]) -> None:
    """Insert many of one kind in one go: 10,000 rows take a fifth of a second, not ten."""
    for start in range(0, len(records), _ROWS):
        part = records[start : start + _ROWS]
        kind = type(part[0])
        _insert(tx, kind, {name: list(map(attrgetter(name), part)) for name in _NAMES[kind]})


def add_columns(tx: Transaction, kind: type[Record], columns: Mapping[str, Sequence[Any]]) -> None:
    """The same for new records as columns of fields, which need not be made one by one for it.

    The ids must be among them; a field that is left out has its default in every record.
    """
    many = len(columns["id"])
    whole = {
        name: columns[name] if name in columns else [_USUAL[kind][name]] * many
        for name in _NAMES[kind]
    }
    for start in range(0, many, _ROWS):
        part = slice(start, start + _ROWS)
        _insert(tx, kind, {name: values[part] for name, values in whole.items()})


def _insert(tx: Transaction, kind: type[Record], columns: Mapping[str, Sequence[Any]]) -> None:
    if kind is Person:  # who moves in may protect the others of the household
        shields.remember(tx)
    insert_all(tx, MIRRORS[kind], columns)
    ids = columns["id"]
    scopes.check_there(tx, MIRRORS[kind], ids)
    _trace(tx, kind, ids, Did.ADDED, _filled(_TRACED[kind], columns), columns["version"])


def check_added_there(tx: Transaction, kind: type[Record]) -> None:
    """Raise OutOfScope unless all that this transaction added of a kind is there for the account;
    for what was written with the whole in view.
    """
    for change in tx.changes:
        if change.kind is kind and change.did is Did.ADDED:
            scopes.check_there(tx, MIRRORS[kind], change.ids)


def amend(tx: Transaction, record: R) -> R:
    """Save a changed record; returns it with its new version, or as it is when nothing changed.

    Raises ChangedMeanwhile when the stored one has another version than the one handed in.
    """
    stored = get(tx, type(record), record.id)
    if stored.version != record.version:
        raise ChangedMeanwhile(kind_of(type(record)))
    changed = _differing(stored, record)
    if not changed:
        return stored
    _save(tx, record, changed)
    version = record.version + 1
    _trace(tx, type(record), [record.id], Did.CHANGED, [changed], [version], [stored])
    return replace(record, version=version)


def amend_all(tx: Transaction, changes: Iterable[tuple[R, R]]) -> None:
    """Save many changed records, each as (stored, changed): not read again, traced in one go."""
    done: dict[type[Record], list[tuple[Record, tuple[str, ...]]]] = {}
    for stored, record in changes:
        changed = _differing(stored, record)
        if not changed:
            continue
        _save(tx, record, changed)
        done.setdefault(type(record), []).append((stored, changed))
    for kind, saved in done.items():
        before = [stored for stored, _ in saved]
        _trace(
            tx,
            kind,
            [stored.id for stored in before],
            Did.CHANGED,
            [changed for _, changed in saved],
            [stored.version + 1 for stored in before],
            before,
        )


def reword_hidden(tx: Transaction, changes: Iterable[tuple[R, R]]) -> None:
    """Save other values in deleted records, each as (stored, changed), with a trace.

    They keep their version, so that Undo and Deleted still find them; this itself is not undone.
    """
    for stored, record in changes:
        changed = _differing(stored, record)
        if changed:
            table = MIRRORS[type(record)]
            tx.connection.execute(
                update(table)
                .where(table.c.id == record.id, table.c.deleted_at.is_not(None))
                .values({"version": record.version} | _to_write(tx, record, changed))
            )
            audit_chain.append(tx, table.name, [record.id], Did.CHANGED, [changed])


def _save(tx: Transaction, record: Record, changed: Sequence[str]) -> None:
    table = MIRRORS[type(record)]
    if isinstance(record, Person):
        shields.remember(tx)
    result = tx.connection.execute(
        update(table)
        .where(table.c.id == record.id, table.c.version == record.version)
        .values(_to_write(tx, record, changed) | {"version": record.version + 1})
    )
    if result.rowcount != 1:
        raise ChangedMeanwhile(kind_of(type(record)))


def remove(tx: Transaction, record: R) -> None:
    """Hide the record; it stays in the file until it is erased. Raises ChangedMeanwhile."""
    remove_all(tx, type(record), [(record.id, record.version)])


def remove_all(tx: Transaction, kind: type[Record], which: Sequence[tuple[UUID, int]]) -> None:
    """Hide many records of a kind, given as (id, version); ChangedMeanwhile if one was changed."""
    _set_hidden(tx, kind, which, hidden=True)


def restore(tx: Transaction, record: R) -> R:
    """Bring back a record that ``remove`` hid; ``record`` is the one from before."""
    restore_all(tx, type(record), [(record.id, record.version + 1)])
    return replace(record, version=record.version + 2, deleted_at=None)


def restore_all(tx: Transaction, kind: type[Record], which: Sequence[tuple[UUID, int]]) -> None:
    """Bring back many hidden records of a kind, as (id, the version they have hidden).

    Raises ChangedMeanwhile if one of them is not hidden or was changed.
    """
    _set_hidden(tx, kind, which, hidden=False)


def get(tx: Transaction, kind: type[R], record_id: UUID) -> R:
    """The record; NotFound when there is none or it was deleted."""
    found = find(tx, kind, id=record_id)
    if not found:
        raise NotFound(kind_of(kind), str(record_id)[:8])
    return found[0]


def find(tx: Transaction, kind: type[R], /, **equal: Any) -> list[R]:
    """All records whose fields have these values, deleted ones aside.

    A value that is a collection (not text) means "one of these".
    """
    return _found(tx, kind, equal, MIRRORS[kind].c.deleted_at.is_(None))


def find_hidden(tx: Transaction, kind: type[R], /, **equal: Any) -> list[R]:
    """The same of the deleted ones alone, as long as they are in the file."""
    return _found(tx, kind, equal, MIRRORS[kind].c.deleted_at.is_not(None))


def _found(
    tx: Transaction, kind: type[R], equal: Mapping[str, Any], among: ColumnElement[bool]
) -> list[R]:
    table = MIRRORS[kind]
    wanted = [among]
    parts: list[list[ColumnElement[bool]]] = [[]]
    for name, value in equal.items():
        column = table.c[name]
        if isinstance(value, Collection) and not isinstance(value, str):
            values = list(dict.fromkeys(value))  # twice in two parts would be found twice
            if not values:
                return []
            parts = [
                [*part, column.in_(values[start : start + _PART])]
                for part in parts
                for start in range(0, len(values), _PART)
            ]
        else:
            wanted.append(column.is_(None) if value is None else column == value)
    found: list[R] = []
    for part in parts:
        found += read_all(tx, kind, table, _NAMES[kind], [*wanted, *part])
    return _opened(tx, kind, found)


def stored(tx: Transaction, kind: type[R], ids: Collection[UUID]) -> list[R]:
    """The records with these ids, deleted ones too."""
    table, wanted = MIRRORS[kind], list(ids)
    found: list[R] = []
    for start in range(0, len(wanted), _PART):
        rows = tx.connection.execute(
            select(table).where(table.c.id.in_(wanted[start : start + _PART]))
        )
        found += [kind(**row) for row in rows.mappings()]
    return _opened(tx, kind, found)


def _opened(tx: Transaction, kind: type[R], found: list[R]) -> list[R]:
    if kind is not ContactDetails:
        return found
    return cast("list[R]", seals.opened(tx, cast("list[ContactDetails]", found)))


def _to_write(tx: Transaction, record: Record, names: Sequence[str]) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in names}
    return seals.kept_sealed(tx, record, values) if isinstance(record, ContactDetails) else values


def by_id(records: Iterable[R]) -> dict[UUID, R]:
    """The records by their ids."""
    return {record.id: record for record in records}


def traces(tx: Transaction, *record_ids: UUID) -> list[AuditEntry]:
    """What was done to these records, oldest first, as the audit has it; not who saw them."""
    a, found = audit_table, list[AuditEntry]()
    for start in range(0, len(record_ids), _PART):
        part = record_ids[start : start + _PART]
        asked = select(a).where(a.c.record_id.in_(part), a.c.change.in_(_DONE))
        rows = tx.connection.execute(asked)
        names = tuple(rows.keys())
        found += [AuditEntry(**dict(zip(names, row, strict=True))) for row in rows]
    return sorted(found, key=lambda row: row.seq)


def _set_hidden(
    tx: Transaction, kind: type[Record], which: Sequence[tuple[UUID, int]], *, hidden: bool
) -> None:
    table = MIRRORS[kind]
    if kind is Person:
        shields.remember(tx)
    by_version: dict[int, list[UUID]] = {}
    for record_id, version in which:
        by_version.setdefault(version, []).append(record_id)
    for version, ids in by_version.items():
        for start in range(0, len(ids), _PART):
            part = ids[start : start + _PART]
            many = len(part)
            result = tx.connection.execute(
                update(table)
                .where(
                    table.c.id.in_(part),
                    table.c.version == version,
                    table.c.deleted_at.is_(None) if hidden else table.c.deleted_at.is_not(None),
                )
                .values(deleted_at=tx.now if hidden else None, version=version + 1)
            )
            if result.rowcount != many:
                raise ChangedMeanwhile(kind_of(kind))
            did = Did.DELETED if hidden else Did.RESTORED
            _trace(tx, kind, part, did, [()] * many, [version + 1] * many)


def _trace(
    tx: Transaction,
    kind: type[Record],
    ids: Sequence[UUID],
    did: Did,
    changed: Sequence[tuple[str, ...]],
    versions: Sequence[int],
    before: Sequence[Record] = (),
) -> None:
    """Write the audit rows, and keep what it takes to undo the change."""
    if before:
        for stored, version in zip(before, versions, strict=True):
            tx.changes.append(Change(kind, did, tx.operation, [stored.id], [version], stored))
    else:
        tx.changes.append(Change(kind, did, tx.operation, ids, versions))
    audit_chain.append(tx, MIRRORS[kind].name, ids, did, changed)


def trace_erased(tx: Transaction, table: str, ids: Sequence[UUID]) -> None:
    """Note that rows of this table were removed for good: by whom, when and which, nothing else."""
    tx.erased += [(table, one) for one in ids]
    audit_chain.append(tx, table, ids, Did.ERASED, [()] * len(ids))


def trace_restored(tx: Transaction, table: str, ids: Sequence[UUID]) -> None:
    """Note that these came back with a backup of the whole office."""
    audit_chain.append(tx, table, ids, Did.PUT_BACK, [()] * len(ids))


def _differing(old: Record, new: Record) -> tuple[str, ...]:
    return tuple(name for name in _TRACED[type(new)] if getattr(old, name) != getattr(new, name))


def _filled(traced: Sequence[str], columns: Mapping[str, Sequence[Any]]) -> list[tuple[str, ...]]:
    """Fields that hold something: what was registered, without saying what."""
    known: dict[tuple[bool, ...], tuple[str, ...]] = {}
    found = []
    for filled in zip(*(map(bool, columns[name]) for name in traced), strict=True):
        if filled not in known:
            known[filled] = tuple(compress(traced, filled))
        found.append(known[filled])
    return found
