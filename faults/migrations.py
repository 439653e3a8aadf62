"""Programs killed at each statement of an upgrade: the office is as it was, or as it should be."""

import os
import signal
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, event

from faults import processes
from faults.intentions import furnished
from faults.invariants import trouble
from faults.processes import Say
from faults.results import Result, Size, Tally
from mentorapp.storage import engines, schema
from mentorapp.storage.database import open_database
from mentorapp.storage.key_slots import OfficeKeys

_Dump = dict[str, list[tuple[Any, ...]]]


def results(folder: Path, size: Size) -> Sequence[Result]:
    """From the first version of the tables and from the last one before this."""
    keys = OfficeKeys.new()
    last = f"{int(schema.HEAD) - 1:04}"
    return [
        _each_statement(folder, keys, first, size).result(
            f"killed at each statement of the upgrade from {first} to {schema.HEAD}: "
            "all of it or nothing, and the next start brings it to its end"
        )
        for first in ("0001", last)
    ]


def _each_statement(folder: Path, keys: OfficeKeys, version: str, size: Size) -> Tally:
    old = _older(
        folder / f"old-{version}.db", furnished(folder / f"new-{version}.db", keys), keys, version
    )
    before = _dump(old, keys)
    path, tally = folder / "office.db", Tally()
    statements = _statements(old, path, keys)
    step = max(1, round(1 / max(size.share, 1 / statements)))
    for at in range(1, statements + 1, step):
        _put(old, path)
        _, status = _killed_at(at, path, keys).end()
        if status != -signal.SIGKILL:
            tally.add("the program was not killed")
            continue
        there = _dump(path, keys)
        half = there != before and there["alembic_version"] != [(schema.HEAD,)]
        tally.add("half an upgrade" if half else trouble(path, keys, []))
    return tally


def _statements(old: Path, path: Path, keys: OfficeKeys) -> int:
    """How many statements the whole upgrade has."""
    _put(old, path)
    lines, status = _killed_at(0, path, keys).end()
    if status:
        message = "the upgrade does not even work undisturbed"
        raise RuntimeError(message)
    return len(lines)


def _killed_at(at: int, path: Path, keys: OfficeKeys) -> processes.Child:
    """The program on its way through the upgrade; says a line for each statement."""

    def work(say: Say) -> None:
        done = 0

        def count(*_what: object) -> None:
            nonlocal done
            done += 1
            say(str(done))
            if done == at:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", count)
        open_database(path, create=False, keys=keys).close()

    return processes.start(work)


def _put(old: Path, path: Path) -> None:
    for beside in path.parent.glob(f"{path.name}*"):
        beside.unlink()
    copyfile(old, path)


def _older(path: Path, new: Path, keys: OfficeKeys, version: str) -> Path:
    """An office of an older program: its tables, with what of ``new`` has a place in them."""
    engine = engines.engine(path, writable=True, keys=keys)
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", "mentorapp:storage:migrations")
        config.set_main_option("path_separator", "os")
        command.upgrade(config, version)
    engine.dispose()
    with closing(engines.at_rest(path, keys, writable=True)) as connection:
        connection.isolation_level = None
        key = f"x'{keys.office.hex()}{keys.salt.hex()}'"
        connection.execute(f"ATTACH '{new}' AS new KEY \"{key}\"")
        connection.execute("PRAGMA foreign_keys = OFF")
        for table in _tables(connection, "main"):
            if table != "alembic_version":
                _take_over(connection, table)
        (mark,) = connection.execute("PRAGMA new.application_id").fetchone()
        connection.execute(f"PRAGMA main.application_id = {mark}")
    return path


def _take_over(connection: Any, table: str) -> None:
    """Rows of ``new``; what had to be filled and is no column any more is filled in their order."""
    there = {row[1] for row in connection.execute(f"PRAGMA new.table_info({table})")}
    values = {}
    for _, name, _, needed, usual, _ in connection.execute(f"PRAGMA main.table_info({table})"):
        if name in there:
            values[name] = name
        elif needed and usual is None:
            values[name] = "printf('%032x', rowid)"
    connection.execute(
        f"INSERT INTO main.{table} ({', '.join(values)})"
        f" SELECT {', '.join(values.values())} FROM new.{table}"
    )


def _tables(connection: Any, of: str) -> list[str]:
    found = connection.execute(
        f"SELECT name FROM {of}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return [name for (name,) in found]


def _dump(path: Path, keys: OfficeKeys) -> _Dump:
    """Everything in the file, whatever tables it has; its log is taken in first, as at a start."""
    engine = engines.engine(path, writable=True, keys=keys)
    with closing(engine.raw_connection()) as connection:
        driver: Any = connection.driver_connection
        found: _Dump = {
            "": driver.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
        }
        for table in _tables(driver, "main"):
            found[table] = driver.execute(f"SELECT * FROM {table}").fetchall()
    engine.dispose()
    return found
