"""Writing lines of the audit into the file, each tied to the one before, and reading them raw.

One transaction looks up the end of the chain once; 10,000 lines cost what their inserting costs and
a hundredth of a second for each thousand more.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select

from mentorapp.domain.audit import Did
from mentorapp.domain.audit_chain import About, Chain, End, StoredRow, thinning
from mentorapp.domain.looks import Look
from mentorapp.storage.database import Transaction
from mentorapp.storage.inserting import insert_all
from mentorapp.storage.tables import audit_keys_table, audit_table, people_table

_TEXTS = ("at", "actor", "operation", "record", "record_id", "change", "fields")
_AS_BYTES = ", ".join(f"CAST({name} AS BLOB)" for name in _TEXTS)
_TYPES = " AND ".join(f"typeof({name}) = 'text'" for name in _TEXTS)
_RAW = (
    f"SELECT seq, {_AS_BYTES}, CAST(mac AS BLOB), {_TYPES} AND typeof(mac) = 'blob' "  # noqa: S608
    "FROM main.audit ORDER BY seq"
)


def append(
    tx: Transaction, table: str, ids: Sequence[UUID], did: Did, fields: Sequence[tuple[str, ...]]
) -> None:
    """One line for each of these records, in the order given."""
    many = len(ids)
    if not many:
        return
    if tx.chain is None:
        tx.chain = Chain(key(tx), end(tx))
    at = tx.now.astimezone(UTC)
    first = tx.chain.end.seq + 1
    about = About(at, tx.actor, tx.operation, table, did.value)
    columns: dict[str, Sequence[Any]] = {
        "seq": list(range(first, first + many)),
        "at": [at] * many,
        "actor": [about.actor] * many,
        "operation": [about.operation] * many,
        "record": [about.record] * many,
        "record_id": ids,
        "change": [about.change] * many,
        "fields": fields,
        "mac": tx.chain.macs(about, ids, fields),
    }
    insert_all(tx, audit_table, columns)


def append_looks(tx: Transaction, looks: Sequence[Look]) -> None:
    """One line for each person who was shown, named after what showed him."""
    outer = tx.operation
    for look in looks:
        tx.operation = look.operation
        append(tx, people_table.name, look.people, look.did, [()] * len(look.people))
    tx.operation = outer


def end(tx: Transaction) -> End:
    """The last line there is: what to note elsewhere, to see later whether lines were cut off."""
    a = audit_table
    last = tx.connection.execute(
        select(a.c.seq, a.c.mac).order_by(a.c.seq.desc()).limit(1)
    ).one_or_none()
    return End(0, b"") if last is None else End(last.seq, last.mac)


def last_write(tx: Transaction) -> datetime | None:
    """When the last line was written, if there is any."""
    a = audit_table
    return tx.connection.scalar(select(a.c.at).order_by(a.c.seq.desc()).limit(1))


def end_before(tx: Transaction, moment: datetime) -> End:
    """The last line written before that moment (UTC)."""
    a = audit_table
    asked = select(a.c.seq, a.c.mac).where(a.c.at < moment).order_by(a.c.seq.desc()).limit(1)
    last = tx.connection.execute(asked).one_or_none()
    return End(0, b"") if last is None else End(last.seq, last.mac)


def holds(tx: Transaction, noted: End) -> bool:
    """Whether the line that was noted elsewhere is still what it was; no line is always there, and
    so is one that went when the log was thinned.
    """
    a = audit_table
    mac = tx.connection.scalar(select(a.c.mac).where(a.c.seq == noted.seq))
    return mac == noted.mac if mac is not None else noted.seq <= thinned_to(tx)


def thinned_to(tx: Transaction) -> int:
    """The last line that the log says it no longer has; 0 where it has them all."""
    a = audit_table
    asked = select(a.c.fields).where(a.c.change == Did.THINNED.value).order_by(a.c.seq.desc())
    last = tx.connection.scalar(asked.limit(1))
    told = last[0] if last else ""
    return int(told) if str(told).isdecimal() else 0


def thin(tx: Transaction, table: str, record_id: UUID, before: datetime) -> int:
    """Remove the lines from the first to the last that was written before that moment (UTC), and
    note so about that record. Gives how many went. A line that is older but was written after a
    younger one, by a clock that went wrong, waits for that.
    """
    a = audit_table
    kept = select(func.min(a.c.seq)).where(a.c.at >= before).scalar_subquery()
    asked = select(a.c.seq, a.c.mac).where(a.c.seq < func.coalesce(kept, end(tx).seq + 1))
    last = tx.connection.execute(asked.order_by(a.c.seq.desc()).limit(1)).one_or_none()
    if last is None:
        return 0
    # Noted before they go: should all of them go, the numbers would begin anew.
    append(tx, table, [record_id], Did.THINNED, [thinning(End(last.seq, last.mac))])
    return tx.connection.execute(delete(a).where(a.c.seq <= last.seq)).rowcount


def key(tx: Transaction) -> bytes:
    """The key of the chain; empty where somebody took it out, which breaks every line."""
    return tx.connection.scalar(select(audit_keys_table.c.key)) or b""


def raw(tx: Transaction) -> Iterator[StoredRow]:
    """Every line byte by byte, by ``seq``: also what no reader would understand any more."""
    for row in tx.connection.exec_driver_sql(_RAW):
        yield StoredRow._make(row)
