"""Reading a file that somebody chose, beside the window's thread."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentorapp.domain.errors import CannotWriteFile, FileTrouble
from mentorapp.domain.files import trouble_of
from mentorapp.domain.imports import Columns, FileTooLarge, ImportKind, Limit
from mentorapp.operations import imports
from mentorapp.operations.imports import Setting, Source, SourceTable

_MOST_MEGABYTES = 50


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file as a table, with what its columns seem to be."""

    file: Path
    kind: ImportKind
    table: SourceTable
    columns: Columns


def load(file: Path, kind: ImportKind, sheet: str | None = None) -> Loaded:
    """The file's rows. Raises FileRefused, or CannotWriteFile when it cannot be opened."""
    table = imports.load(read_bytes(file), file.name, sheet)
    return Loaded(file, kind, table, imports.suggest(kind, table))


def read_bytes(file: Path) -> bytes:
    """All of the file, unless it is larger than any list."""
    most = _MOST_MEGABYTES * 1024 * 1024
    if file.is_dir():
        raise CannotWriteFile(file.name, FileTrouble.IS_FOLDER)
    try:
        size = file.stat().st_size
        if size > most:
            raise FileTooLarge(limit=Limit.BYTES, found=size, allowed=most)
        return file.read_bytes()
    except OSError as trouble:
        raise CannotWriteFile(file.name, trouble_of(trouble)) from trouble


def read_rows(loaded: Loaded, columns: Columns, office: Setting, today: date) -> Source:
    """Every row as values. Raises ColumnsMissing when none could be read."""
    return imports.read(loaded.kind, loaded.table, columns, office, today)
