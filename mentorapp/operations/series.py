"""Series of figures that others have counted: type, import, change, list."""

from uuid import UUID

from mentorapp.domain.series import Series, check_series
from mentorapp.operations.intention import intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def all_series(tx: Transaction) -> list[Series]:
    """Every series: results before goals, by name."""
    return sorted(records.find(tx, Series), key=lambda one: (one.kind.value != "results", one.name))


@intention
def save(tx: Transaction, series: Series) -> Series:
    """Keep a new series or change one."""
    check_series(series)
    if records.find(tx, Series, id=series.id):
        return records.amend(tx, series)
    return records.add(tx, series)


@intention
def delete(tx: Transaction, series_id: UUID) -> Series:
    """Take it away; returns it, for ``restore``."""
    series = records.get(tx, Series, series_id)
    records.remove(tx, series)
    return series


@intention
def restore(tx: Transaction, series: Series) -> None:
    """Undo ``delete``: hand in what it returned."""
    records.restore(tx, series)
