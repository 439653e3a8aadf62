"""Writes the next migration: what `mentorapp.storage.tables` has that the last migration lacks.

    make migration NAME="tell the transport of a mentor"

An empty database is brought to the last migration and compared with the tables. Read what comes
out: Alembic takes a renamed column for one dropped and one added, and would lose what it holds.
"""

import sys
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from mentorapp.storage import schema
from mentorapp.storage.tables import metadata

VERSIONS = Path(schema.__file__).parent / "migrations" / "versions"


def write(name: str) -> str:
    """The number of the migration written, the next after the newest file."""
    number = f"{1 + max(int(path.name[:4]) for path in VERSIONS.glob('[0-9]*.py')):04}"
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        schema.upgrade(connection)
        config = Config(attributes={"connection": connection, "metadata": metadata})
        config.set_main_option("script_location", "mentorapp:storage:migrations")
        config.set_main_option("path_separator", "os")
        config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
        command.revision(config, name, autogenerate=True, rev_id=number)
    return number


if __name__ == "__main__":
    if len(sys.argv) != 2 or not sys.argv[1].strip():
        sys.exit('A migration needs a name: make migration NAME="what it does"')
    print(f'Now read it, and set HEAD = "{write(sys.argv[1])}" in mentorapp/storage/schema.py.')
