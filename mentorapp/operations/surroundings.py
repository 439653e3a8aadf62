"""Background figures of the municipality: type them once a year, and see the mirror."""

from collections import Counter
from datetime import date
from uuid import UUID

from mentorapp.domain.placements import Placement
from mentorapp.domain.surroundings import BackgroundFigure, Mirror, check_figure, mirrors
from mentorapp.operations.intention import counts_all, intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def all_figures(tx: Transaction) -> list[BackgroundFigure]:
    """Every figure, the newest year first."""
    return sorted(records.find(tx, BackgroundFigure), key=lambda one: (-one.year, one.kind.value))


@counts_all
def mirror(tx: Transaction, today: date) -> tuple[Mirror, ...]:
    """Employees beside inhabitants, and placements by the year they started in."""
    placements = Counter(
        one.started_on.year for one in records.find(tx, Placement) if one.started_on <= today
    )
    return mirrors(all_figures(tx), placements)


@intention
def save(tx: Transaction, figure: BackgroundFigure) -> BackgroundFigure:
    """Keep a new figure or change one; one of a kind for a year."""
    others = records.find(tx, BackgroundFigure, year=figure.year)
    check_figure(figure, others)
    if records.find(tx, BackgroundFigure, id=figure.id):
        return records.amend(tx, figure)
    return records.add(tx, figure)


@intention
def delete(tx: Transaction, figure_id: UUID) -> BackgroundFigure:
    """Take it away; returns it, for ``restore``."""
    figure = records.get(tx, BackgroundFigure, figure_id)
    records.remove(tx, figure)
    return figure


@intention
def restore(tx: Transaction, figure: BackgroundFigure) -> None:
    """Undo ``delete``: hand in what it returned."""
    records.restore(tx, figure)
