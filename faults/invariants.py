"""What must hold of an office file whatever happened to it."""

from collections.abc import Iterable
from pathlib import Path

from mentorapp.domain.backup_errors import SavesLost
from mentorapp.domain.errors import Refused
from mentorapp.operations import Database, Transaction
from mentorapp.storage.database import open_database
from mentorapp.storage.key_slots import OfficeKeys
from mentorapp.storage.tables import metadata

#: Writes that the audit counts, one for each version of a record; views and prints are not.
_WRITES = "'added', 'changed', 'deleted', 'restored'"
_VERSIONED = [table.name for table in metadata.sorted_tables if "version" in table.columns]


def trouble(path: Path, keys: OfficeKeys | None, said: Iterable[str], *, torn: bool = False) -> str:
    """What is wrong with the office; empty where all is as it must be.

    It opens, every page, index and reference is sound, every version of a record has its line in
    the audit and every line its record, and whatever was ``said`` to be saved is there. Nobody is
    told of saves that were lost, but with ``torn`` of the one that was being written.
    """
    try:
        database = open_database(path, create=False, keys=keys)
    except Refused as refused:
        return f"not opened: {type(refused).__name__}"
    try:
        database.check()
        with database.read() as tx:
            return _half(tx) or _lost(tx, said) or _told_for_nothing(database, torn=torn)
    except Refused as refused:
        return f"damaged: {type(refused).__name__}"
    finally:
        database.close()


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, to be compared."""
    with database.read() as tx:
        return {
            table.name: sorted(
                (tuple(row) for row in tx.connection.exec_driver_sql(_all_of(table.name))), key=repr
            )
            for table in metadata.sorted_tables
        }


def _all_of(table: str) -> str:
    return f"SELECT * FROM {table}"


def _half(tx: Transaction) -> str:
    """A transaction of which only a part is there."""
    for table in _VERSIONED:
        (odd,) = tx.connection.exec_driver_sql(
            f"SELECT count(*) FROM {table} AS t WHERE t.version <> (SELECT count(*) FROM audit"
            f" WHERE record = '{table}' AND record_id = t.id AND change IN ({_WRITES}))"
        ).one()
        (lonely,) = tx.connection.exec_driver_sql(
            f"SELECT count(*) FROM audit WHERE record = '{table}' AND change = 'added'"
            f" AND record_id NOT IN (SELECT id FROM {table})"
        ).one()
        if odd or lonely:
            return f"half a transaction in {table}"
    return ""


def _told_for_nothing(database: Database, *, torn: bool) -> str:
    told = database.warning
    rightly = told is None or (torn and isinstance(told, SavesLost) and not told.several)
    return "" if rightly else "told of a loss, and there is none"


def _lost(tx: Transaction, said: Iterable[str]) -> str:
    """The newest version of each record that was said to be saved."""
    newest: dict[tuple[str, str], int] = {}
    for line in said:
        name, record, told = line.split()
        newest[name, record] = max(newest.get((name, record), 0), int(told))
    for table in {table for table, _ in newest}:
        asked = f"SELECT id, version FROM {table}"
        there = {
            str(row[0]).replace("-", ""): row[1] for row in tx.connection.exec_driver_sql(asked)
        }
        for (of, record), version in newest.items():
            if of == table and there.get(record, 0) < version:
                return f"a saved change of {table} is lost"
    return ""
