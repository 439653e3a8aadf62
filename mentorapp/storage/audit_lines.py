"""Lines of the audit as somebody looks for them, and the numbers of what they are about."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, func, select

from mentorapp.domain.audit import AuditEntry, Did
from mentorapp.storage.database import Transaction
from mentorapp.storage.parts import parts
from mentorapp.storage.tables import MIRRORS, audit_table

_TABLES = {table.name: table for table in MIRRORS.values()}
#: By what a record without a number of its own is told: the first of these that it has.
_ABOUT = ("person_id", "pairing_id", "organisation_id", "event_id")


def newest(
    tx: Transaction,
    since: datetime,
    until: datetime,
    actor: str,
    changes: Sequence[Did],
    most: int,
) -> list[AuditEntry]:
    """Lines from ``since`` and before ``until`` (UTC), the newest first, at most so many."""
    a = audit_table.c
    wanted = [a.at >= since, a.at < until, a.change.in_([one.value for one in changes])]
    if actor:
        wanted.append(a.actor == actor)
    return list(_entries(tx, wanted, most))


def about(
    tx: Transaction, record_ids: Collection[UUID], changes: Sequence[Did]
) -> list[AuditEntry]:
    """Lines about any of these records, the newest first."""
    a = audit_table.c
    found: list[AuditEntry] = []
    for part in parts(record_ids):
        done = a.change.in_([one.value for one in changes])
        found += _entries(tx, [a.record_id.in_(part), done])
    return sorted(found, key=lambda one: one.seq, reverse=True)


def actors(tx: Transaction) -> list[str]:
    """Everybody who stands in the audit, by name; nobody's name is empty."""
    asked = select(audit_table.c.actor).distinct().where(audit_table.c.actor != "")
    return sorted(tx.connection.scalars(asked), key=str.casefold)


def codes(tx: Transaction) -> Iterator[tuple[int, bytes]]:
    """The number and the code of each line."""
    yield from tx.connection.execute(select(audit_table.c.seq, audit_table.c.mac))


def first_at(tx: Transaction) -> datetime | None:
    """When the first line that is there was written (UTC)."""
    a = audit_table.c
    return tx.connection.scalar(select(a.at).order_by(a.seq).limit(1))


def last_before(tx: Transaction, moment: datetime) -> datetime | None:
    """When the last line was written that says it was before that moment (UTC)."""
    a = audit_table.c
    asked = select(a.at).where(a.at < moment).order_by(a.seq.desc()).limit(1)
    return tx.connection.scalar(asked)


def count_before(tx: Transaction, year: int) -> int:
    """How many lines were written in the years before."""
    a = audit_table.c
    begin = datetime(year, 1, 1, tzinfo=UTC)
    return tx.connection.scalar(select(func.count()).where(a.at < begin)) or 0


def restores(tx: Transaction) -> list[tuple[int, datetime]]:
    """The lines which tell that the office was put back from a backup, and when."""
    asked = select(audit_table.c.seq, audit_table.c.at).where(
        audit_table.c.change == Did.PUT_BACK.value
    )
    return [(seq, at) for seq, at in tx.connection.execute(asked)]


def numbers(tx: Transaction, entries: Iterable[AuditEntry]) -> Mapping[UUID, int]:
    """The number people know each record by, or the one it belongs to; missing where it is gone
    or is not there for whoever asks.
    """
    by_table: dict[str, set[UUID]] = {}
    for entry in entries:
        by_table.setdefault(entry.record, set()).add(entry.record_id)
    found: dict[UUID, int] = {}
    for name, ids in by_table.items():
        table = _TABLES.get(name)
        if table is not None:
            found |= _numbers(tx, table, ids)
    return found


def _numbers(tx: Transaction, table: Table, ids: set[UUID]) -> Mapping[UUID, int]:
    if "number" in table.c:
        return dict(_pairs(tx, table, "number", ids))
    for name in _ABOUT:
        if name in table.c:
            owners = {one: owner for one, owner in _pairs(tx, table, name, ids) if owner}
            (key,) = table.c[name].foreign_keys
            known = dict(_pairs(tx, key.column.table, "number", set(owners.values())))
            return {one: known[owner] for one, owner in owners.items() if owner in known}
    return {}


def _pairs(tx: Transaction, table: Table, name: str, ids: set[UUID]) -> Iterator[tuple[UUID, Any]]:
    for part in parts(ids):
        asked = select(table.c.id, table.c[name]).where(table.c.id.in_(part))
        yield from tx.connection.execute(asked)


def _entries(
    tx: Transaction, wanted: Sequence[ColumnElement[bool]], most: int | None = None
) -> Iterator[AuditEntry]:
    asked = select(audit_table).where(*wanted).order_by(audit_table.c.seq.desc()).limit(most)
    for row in tx.connection.execute(asked).mappings():
        yield AuditEntry(**row)
