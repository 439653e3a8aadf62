"""A list written as text and brought in, in one line."""

from collections.abc import Mapping

from mentorapp.operations import Transaction, imports
from mentorapp.operations.imports import Applied, Decision, ImportKind, PlannedRow, Source
from tests.factories import TODAY


def source(tx: Transaction, kind: ImportKind, text: str) -> Source:
    """The rows of a CSV text, read with the columns as recognised."""
    table = imports.load(text.strip().encode(), "list.csv")
    return imports.read(kind, table, imports.suggest(kind, table), imports.setting(tx), TODAY)


def look(tx: Transaction, kind: ImportKind, text: str) -> tuple[PlannedRow, ...]:
    """What would become of each row."""
    return imports.preview(tx, source(tx, kind, text), TODAY).rows


def bring(
    tx: Transaction, kind: ImportKind, text: str, decisions: Mapping[int, Decision] | None = None
) -> Applied:
    """Import it."""
    return imports.apply(tx, source(tx, kind, text), TODAY, decisions)


def statuses(tx: Transaction, kind: ImportKind, text: str) -> list[str]:
    """The status of each row."""
    return [row.status.value for row in look(tx, kind, text)]
