"""Handing out short numbers, gap or no gap, never twice."""

from sqlalchemy import insert, update

from mentorapp.domain.numbers import NumberKind, short_number
from mentorapp.storage.database import Transaction
from mentorapp.storage.tables import counters_table


def next_numbers(tx: Transaction, kind: NumberKind, count: int = 1) -> list[int]:
    """The next ``count`` numbers of a kind.

    The row is changed before it is read, so that two programs wait for each other on any database.
    """
    key = kind.name.lower()
    step = (
        update(counters_table)
        .where(counters_table.c.kind == key)
        .values(last=counters_table.c.last + count)
        .returning(counters_table.c.last)
    )
    last = tx.connection.execute(step).scalar()
    if last is None:
        tx.connection.execute(insert(counters_table).values(kind=key, last=count))
        last = count
    return [short_number(kind, counter) for counter in range(last - count + 1, last + 1)]
