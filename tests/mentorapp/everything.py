"""The whole content of an office, to be compared before and after."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from mentorapp.operations import Transaction
from mentorapp.storage.tables import MIRRORS, audit_table, deletions_table

#: What only grows, whatever is brought back.
_TRACES = {audit_table, deletions_table}


def everything(tx: Transaction) -> Mapping[str, Mapping[Any, Any]]:
    """Every row of every table that is not deleted, by table and id, without its version."""
    return {
        table.name: {
            row["id"]: {name: value for name, value in row.items() if name != "version"}
            for row in tx.connection.execute(select(table)).mappings()
            if row["deleted_at"] is None
        }
        for table in MIRRORS.values()
        if table not in _TRACES
    }


def counts(tx: Transaction) -> Mapping[str, int]:
    """How many rows there are in each table, those deleted aside."""
    return {name: len(rows) for name, rows in everything(tx).items()}
