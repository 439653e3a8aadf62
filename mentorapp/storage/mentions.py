"""Where something is written in the file: for leaving a name out, and for showing that it is gone.

Texts are looked through as they lie in the file. Where a column holds several texts they are JSON,
in which a letter outside ASCII is written as its code. What the database finds is looked at once
more here: "Kari Berge" is not Kari Berg, and neither is Kari Berg-Olsen.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    LargeBinary,
    Table,
    Uuid,
    cast,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy import Text as SqlText

from mentorapp.domain.whole_words import longest_first, without_words
from mentorapp.storage.columns import Texts
from mentorapp.storage.database import Transaction
from mentorapp.storage.metadata import metadata
from mentorapp.storage.paper_tables import stored_files_table
from mentorapp.storage.tables import seals_table

#: What the office says of itself; a volunteer's name may be a coordinator's too.
_OFFICE = frozenset({"offices", "audit", "accounts", "absences"})


def written_in(tx: Transaction, texts: Iterable[str]) -> Mapping[str, set[UUID]]:
    """The rows in whose free texts one of these stands, by their table."""
    found: dict[str, set[UUID]] = {}
    wanted = longest_first(texts)
    for table in _tables():
        for column in _free(table) if wanted else ():
            ids = {
                row for row, text in _cells(tx, column, wanted) if _without(text, wanted) != text
            }
            if ids:
                found.setdefault(table.name, set()).update(ids)
    return found


def leave_out(tx: Transaction, texts: Iterable[str]) -> None:
    """Put "…" in their place in all free texts."""
    wanted = longest_first(texts)
    for table in _tables():
        for column in _free(table) if wanted else ():
            for row, text in _cells(tx, column, wanted):
                left = _without(text, wanted)
                if left != text:
                    tx.connection.execute(
                        update(table)
                        .where(table.c.id == row)
                        .values({column: literal(left, SqlText)})
                        .execution_options(synchronize_session=False)
                    )


def count(tx: Transaction, texts: Iterable[str]) -> tuple[int, int]:
    """In how many fields of the whole office one of these stands, and how many were looked at."""
    wanted, hits, looked = longest_first(texts), 0, 0
    for table in metadata.sorted_tables:
        # Pages are squeezed, and each goes with its letter; what is sealed goes with its person.
        if table in (stored_files_table, seals_table):
            continue
        columns = [one for one in table.c if not isinstance(one.type, (Uuid, LargeBinary))]
        rows = tx.connection.scalar(select(func.count()).select_from(table)) or 0
        looked += rows * len(columns)
        if wanted and columns and rows:
            hits += sum(_without(text, wanted) != text for text in _with_any(tx, columns, wanted))
    return hits, looked


def _with_any(
    tx: Transaction, columns: Sequence[Column[Any]], wanted: Sequence[str]
) -> Iterator[str]:
    """All that the rows hold in which one of these stands: one question for a whole table."""
    texts = [cast(one, SqlText) for one in columns]
    whole = func.concat_ws("\n", *texts)
    asked = select(*texts).where(or_(*(func.instr(whole, one) > 0 for one in _forms(wanted))))
    for row in tx.connection.execute(asked):
        yield from (text for text in row if text is not None)


def _tables() -> list[Table]:
    every = metadata.sorted_tables
    return [
        one for one in every if "id" in one.c and one.name not in _OFFICE and one is not seals_table
    ]


def _free(table: Table) -> list[Column[str]]:
    """Columns that hold what somebody wrote."""
    return [one for one in table.c if isinstance(one.type, (SqlText, Texts))]


def _cells(
    tx: Transaction, column: Column[str], wanted: Sequence[str]
) -> Iterable[tuple[UUID, str]]:
    asked = select(column.table.c.id, cast(column, SqlText)).where(_holds(column, wanted))
    return [(row, text) for row, text in tx.connection.execute(asked)]


def _holds(column: Column[str], wanted: Sequence[str]) -> ColumnElement[bool]:
    text = cast(column, SqlText)
    return or_(*(func.instr(text, form) > 0 for form in _forms(wanted)))


def _forms(wanted: Sequence[str]) -> Iterable[str]:
    return dict.fromkeys(form for one in wanted for form in (one, json.dumps(one)[1:-1]))


def _without(text: str, wanted: Sequence[str]) -> str:
    """The text, or what is in it as JSON, with ``LEFT_OUT`` for each of these."""

    def plain(told: str) -> str:
        return without_words(told, wanted)

    held = _json(text)
    if held is None:
        return plain(text)
    left = _each(held, plain)
    return text if left == held else json.dumps(left)


def _json(text: str) -> dict[str, object] | list[object] | None:
    if not text.startswith(("{", "[")):
        return None
    try:
        held = json.loads(text)
    except ValueError:
        return None
    return held if isinstance(held, (dict, list)) else None


def _each(held: object, plain: Callable[[str], str]) -> object:
    if isinstance(held, str):
        return plain(held)
    if isinstance(held, dict):
        return {plain(key): _each(one, plain) for key, one in held.items()}
    return [_each(one, plain) for one in held] if isinstance(held, list) else held
