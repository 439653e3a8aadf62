"""A list of mentors brought into a new office, against reading the file and bare inserts."""

import csv
from collections.abc import Callable, Mapping
from functools import partial
from itertools import count as counter
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

from sqlcipher3 import dbapi2

from benchmarks.crowd import TODAY, mentors_csv
from benchmarks.made_offices import ACTOR, an_office
from benchmarks.measuring import Figure, Run, against, alone, interleaved, timed
from mentorapp.operations import Database, imports

T = TypeVar("T")

_TABLES = ("people", "contact_details", "mentors", "status_changes", "audit")
_STAGES = ("load", "suggest", "read", "preview", "apply")
_READING = "csv module reading the file"
_INSERTING = "that, and executemany of the same rows"


def figures(folder: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """Load, recognise, read, preview, apply: all that the import dialog does, without waiting."""
    count = 200 if quick else 10_000
    file = folder / "mentorer.csv"
    file.write_bytes(mentors_csv(count))
    numbers = counter()
    first = folder / "imported.db"
    with an_office(first) as database:
        _import(database, file)
        stored = _stored(database)
    runs: list[Run] = [
        partial(_bare_read, file),
        lambda: _bare_insert(folder / f"bare{next(numbers)}.db", file, stored),
        lambda: _whole(folder / f"import{next(numbers)}.db", file),
    ]
    series = interleaved(runs, rounds)
    return [
        against(series, "whole", _READING, f"Import of {count} mentors from CSV"),
        against(series, "whole", _INSERTING, "… the same against reading and writing"),
        *(Figure(f"… of it: {name}", alone(series, name).program) for name in _STAGES),
    ]


def _bare_read(file: Path) -> Mapping[str, float]:
    return {_READING: timed(lambda: _rows(file))}


def _rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.reader(opened, delimiter=";"))


def _bare_insert(
    path: Path, file: Path, stored: Mapping[str, list[tuple[Any, ...]]]
) -> Mapping[str, float]:
    """What the import left in the office, written by the bare driver in one transaction."""
    with an_office(path):
        pass
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")

    def work() -> None:
        _rows(file)
        connection.execute("BEGIN IMMEDIATE")
        for table, rows in stored.items():
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)  # noqa: S608
        connection.execute("COMMIT")

    seconds = timed(work)
    connection.close()
    return {_INSERTING: seconds}


def _stored(database: Database) -> Mapping[str, list[tuple[Any, ...]]]:
    with database.read() as tx:
        return {
            table: [
                tuple(row)
                for row in tx.connection.exec_driver_sql(f"SELECT * FROM {table}")  # noqa: S608
            ]
            for table in _TABLES
        }


def _whole(path: Path, file: Path) -> Mapping[str, float]:
    with an_office(path) as database:
        stages: dict[str, float] = {}
        whole = timed(lambda: stages.update(_import(database, file)))
    return {"whole": whole, **stages}


def _import(database: Database, file: Path) -> dict[str, float]:
    """Seconds of each stage; raises AssertionError when a row was left out."""
    seconds: dict[str, float] = {}

    def stage(name: str, work: Callable[[], T]) -> T:
        start = perf_counter()
        found = work()
        seconds[name] = perf_counter() - start
        return found

    kind = imports.ImportKind.MENTORS
    table = stage("load", lambda: imports.load(file.read_bytes(), file.name))
    columns = stage("suggest", lambda: imports.suggest(kind, table))
    with database.read() as tx:
        setting = imports.setting(tx)
    source = stage("read", lambda: imports.read(kind, table, columns, setting, TODAY))
    with database.read() as tx:
        found = stage("preview", lambda: imports.preview(tx, source, TODAY))

    def write() -> imports.Applied:
        with database.write(ACTOR) as tx:
            return imports.apply(tx, source, TODAY)

    applied = stage("apply", write)
    if applied.new != len(found.rows):
        raise AssertionError(f"{applied.left_out} of {len(found.rows)} rows were left out")
    return seconds
