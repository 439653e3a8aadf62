from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from filelock import FileLock
from sqlalchemy import Connection, text

from mentorapp.domain.errors import OfficeTooNew, ReadOnlyOffice
from mentorapp.storage import engines, schema
from mentorapp.storage.database import open_database
from mentorapp.storage.tables import metadata


def connected(path: Path) -> Any:
    """A connection as the office has it, on a file without tables."""
    return engines.engine(path, writable=True).connect().execution_options(immediate=True)


def everything(connection: Connection) -> set[tuple[Any, ...]]:
    """Tables with columns, constraints and indexes, as the database tells them."""
    told: set[tuple[Any, ...]] = set()
    names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
    for (table,) in names.fetchall():
        for pragma in ("table_xinfo", "foreign_key_list", "index_list"):
            rows = connection.exec_driver_sql(f"PRAGMA {pragma}({table})").fetchall()
            if pragma == "table_xinfo":
                # Neither the place in the order nor the default: columns that came later stand
                # last and need one for the rows there were; the program names and fills them all.
                told |= {
                    (table, pragma, name, kind, filled, key, hidden)
                    for _, name, kind, filled, _, key, hidden in rows
                }
            else:
                # The first values are only a place in the order.
                first = 2 if pragma == "foreign_key_list" else 1
                told |= {(table, pragma, *row[first:]) for row in rows}
            if pragma == "index_list":
                for row in rows:
                    asked = connection.exec_driver_sql(f"PRAGMA index_xinfo({row[1]})").fetchall()
                    told |= {(table, "index", row[1], one[0], *one[2:]) for one in asked}
    return told


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", "mentorapp:storage:migrations")
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def test_the_migrations_end_at_the_tables_of_the_code(tmp_path: Path) -> None:
    with connected(tmp_path / "migrated.db") as connection, connection.begin():
        schema.upgrade(connection)

        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_new_file_and_a_migrated_one_have_the_same_schema(tmp_path: Path) -> None:
    with connected(tmp_path / "migrated.db") as migrated, migrated.begin():
        schema.upgrade(migrated)
        with connected(tmp_path / "new.db") as new, new.begin():
            schema.create(new)

            assert everything(new) == everything(migrated)
            assert schema.version(new) == schema.version(migrated) == schema.HEAD


def test_head_is_the_newest_migration_and_there_is_one_line_of_them() -> None:
    assert scripts().get_heads() == [schema.HEAD]
    assert [script.revision for script in scripts().walk_revisions()] == sorted(
        (script.revision for script in scripts().walk_revisions()), reverse=True
    )


@pytest.fixture
def older(file: Path) -> Path:
    """An office from before the first migration that is in the code."""
    engine = engines.engine(file, writable=True)
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        metadata.drop_all(connection)
        connection.execute(text("DROP TABLE alembic_version"))
        connection.execute(text("CREATE TABLE kept (value TEXT)"))
        connection.execute(text("INSERT INTO kept VALUES ('here')"))
    engine.dispose()
    return file


def tables(path: Path) -> set[str]:
    engine = engines.engine(path, writable=False)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        names = {name for (name,) in found}
    engine.dispose()
    return names


def test_an_older_office_is_brought_up_to_date_and_keeps_what_it_has(older: Path) -> None:
    open_database(older).close()

    assert tables(older) == {*metadata.tables, "alembic_version", "kept"}


def test_a_migration_that_fails_half_way_leaves_nothing(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables(older)

    def migrate_and_fail(connection: Connection) -> None:
        upgrade(connection)
        raise KeyboardInterrupt

    upgrade = schema.upgrade
    monkeypatch.setattr(schema, "upgrade", migrate_and_fail)
    with pytest.raises(KeyboardInterrupt):
        open_database(older)

    assert tables(older) == before
    monkeypatch.undo()
    open_database(older).close()
    assert "people" in tables(older)


KILLED = """
import os, signal, sys
from pathlib import Path
from mentorapp.storage import schema
from mentorapp.storage.database import open_database

def migrate_and_die(connection):
    upgrade(connection)
    os.kill(os.getpid(), signal.SIGKILL)

upgrade, schema.upgrade = schema.upgrade, migrate_and_die
open_database(Path(sys.argv[1]))
"""


def test_a_migration_that_is_killed_leaves_nothing(older: Path, program: Any) -> None:
    before = tables(older)

    assert program(KILLED, older).wait(30) == -9

    assert tables(older) == before
    open_database(older).close()
    assert "people" in tables(older)


def test_an_older_office_that_another_program_has_says_so(older: Path) -> None:
    with FileLock(f"{older}.lock", timeout=0), pytest.raises(ReadOnlyOffice):
        open_database(older)

    assert "people" not in tables(older)


def test_an_office_of_a_newer_program_is_refused_and_stays_as_it_is(file: Path) -> None:
    engine = engines.engine(file, writable=True)
    with engine.connect() as connection, connection.begin():
        connection.execute(text("UPDATE alembic_version SET version_num = '9001'"))
    engine.dispose()
    before = file.read_bytes()

    with pytest.raises(OfficeTooNew) as refused:
        open_database(file)

    assert refused.value.version == "9001"
    assert file.read_bytes() == before
    assert not file.with_name(f"{file.name}.holder").exists()
