"""Is the file's schema ours? Make it, bring an older one up to date, refuse a newer one.

A new file gets its tables at once and is stamped; only an older file needs Alembic, whose import
alone costs half a second. A test holds that both ways end in the same schema.
"""

from pathlib import Path
from secrets import token_bytes

from sqlalchemy import Connection, insert, inspect, text

from mentorapp.domain.audit_chain import KEY_LENGTH
from mentorapp.domain.errors import OfficeTooNew, ReadOnlyOffice
from mentorapp.storage import disks
from mentorapp.storage.tables import audit_keys_table, metadata

#: The newest migration in ``mentorapp/storage/migrations/versions``.
HEAD = "0007"


def create(connection: Connection) -> None:
    """Make all tables in an empty database, with a key for its audit, and stamp them with HEAD."""
    metadata.create_all(connection)
    connection.execute(
        text(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
    connection.execute(insert(audit_keys_table).values(id=1, key=token_bytes(KEY_LENGTH)))


def version(connection: Connection) -> str:
    """The migration the file stands at; empty when there is none."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or ""


def is_older(connection: Connection) -> bool:
    """Whether migrations are missing."""
    return version(connection) < HEAD


def bring_up_to_date(connection: Connection, path: Path, *, writable: bool) -> None:
    """Run the migrations that are missing, in the caller's transaction.

    Raises OfficeTooNew for a file of a newer program and ReadOnlyOffice for an older one that may
    not be changed.
    """
    found = version(connection)
    if found == HEAD:
        return
    if found > HEAD:
        raise OfficeTooNew(path, found)
    if not writable:
        raise ReadOnlyOffice(reason=disks.trouble(path) or "")
    upgrade(connection)


def upgrade(connection: Connection) -> None:
    """Run all missing migrations on ``connection``, whose transaction is the caller's."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "mentorapp:storage:migrations")
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")
