"""Rows of a list of competence cards."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from mentorapp.domain.imports import Columns, RowReading
from mentorapp.exchange import cells, pairs
from mentorapp.exchange.cells import Context, Partly, Unreadable
from mentorapp.exchange.rows import Draft, Field, Settings, read_all
from mentorapp.exchange.tables import Cell, SourceTable


def _several(cell: Cell, context: Context) -> tuple[str, ...] | Unreadable | Partly:
    """Several in one cell have commas, semicolons or line breaks between them."""
    text = cells.long_text(cell, context)
    if isinstance(text, Unreadable):
        return text
    kept = str(text.value) if isinstance(text, Partly) else text
    parts = kept.replace(";", ",").replace("\n", ",").split(",")
    found = tuple(part.strip() for part in parts if part.strip())
    return Partly(found, text.left, text.reason) if isinstance(text, Partly) else found


FIELDS: Final[Mapping[str, Field]] = {
    "person": Field(pairs.person),
    "education_field": Field(cells.short_text),
    "experience": Field(cells.long_text),
    "skills": Field(_several),
    "licences": Field(_several),
    "certificates": Field(_several),
}


def read_rows(
    table: SourceTable, columns: Columns, *, today: date, country: str = "NO"
) -> tuple[RowReading, ...]:
    """Values by the names of ``CompetenceCard``; ``person`` is a ``PersonReference``."""
    return read_all(table, columns, FIELDS, Settings(today, country), _finish)


def _finish(draft: Draft, _settings: Settings) -> None:
    pairs.need(draft, "person")
