"""Where something is written in the file: for leaving a name out, and for showing that it is gone.

Texts are looked through as they lie in the file. Where a column holds several texts they are JSON,
in which a letter outside ASCII is written as its code.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    LargeBinary,
    Table,
    Uuid,
    case,
    cast,
    func,
    or_,
    select,
    update,
)
from sqlalchemy import Text as SqlText

from mentorapp.domain.named_places import LEFT_OUT
from mentorapp.storage.columns import Texts
from mentorapp.storage.database import Transaction
from mentorapp.storage.metadata import metadata
from mentorapp.storage.paper_tables import stored_files_table

#: What the office says of itself; a volunteer's name may be a coordinator's too.
_OFFICE = frozenset({"offices", "audit", "accounts", "absences"})


def written_in(tx: Transaction, texts: Iterable[str]) -> Mapping[str, set[UUID]]:
    """The rows in whose free texts one of these stands, by their table."""
    found: dict[str, set[UUID]] = {}
    wanted = _forms(texts)
    for table in _tables():
        columns = _free(table)
        if not wanted or not columns:
            continue
        asked = select(table.c.id).where(or_(*(_holds(one, wanted) for one in columns)))
        ids = set(tx.connection.scalars(asked))
        if ids:
            found[table.name] = ids
    return found


def leave_out(tx: Transaction, texts: Iterable[str]) -> None:
    """Put ``LEFT_OUT`` in their place in all free texts."""
    found = written_in(tx, texts)
    for form in _forms(texts) if found else ():
        for table in _tables():
            for column in _free(table) if table.name in found else ():
                tx.connection.execute(
                    update(table)
                    .where(_holds(column, [form]))
                    .values({column: func.replace(cast(column, SqlText), form, LEFT_OUT)})
                    .execution_options(synchronize_session=False)
                )


def count(tx: Transaction, texts: Iterable[str]) -> tuple[int, int]:
    """In how many fields of the whole office one of these stands, and how many were looked at."""
    wanted, hits, looked = _forms(texts), 0, 0
    for table in metadata.sorted_tables:
        if table is stored_files_table:  # pages are squeezed; each goes with its letter
            continue
        columns = [one for one in table.c if not isinstance(one.type, (Uuid, LargeBinary))]
        holding = [func.count(case((_holds(one, wanted), 1))) for one in columns if wanted]
        rows, *found = tx.connection.execute(
            select(func.count(), *holding).select_from(table)
        ).one()
        looked += rows * len(columns)
        hits += sum(found)
    return hits, looked


def _tables() -> list[Table]:
    return [one for one in metadata.sorted_tables if "id" in one.c and one.name not in _OFFICE]


def _free(table: Table) -> list[Column[str]]:
    """Columns that hold what somebody wrote."""
    return [one for one in table.c if isinstance(one.type, (SqlText, Texts))]


def _forms(texts: Iterable[str]) -> list[str]:
    plain = [one for one in dict.fromkeys(texts) if one.strip()]
    return list(dict.fromkeys(form for one in plain for form in (one, json.dumps(one)[1:-1])))


def _holds(column: Column[str], forms: Sequence[str]) -> ColumnElement[bool]:
    text = cast(column, SqlText)
    return or_(*(func.instr(text, form) > 0 for form in forms))
