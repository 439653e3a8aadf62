"""Views of lists that somebody comes back to: kept, renamed, deleted."""

from dataclasses import replace
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.saved_views import SavedView, check_view
from mentorapp.domain.text import clean
from mentorapp.operations.intention import intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def of_page(tx: Transaction, page: str) -> list[SavedView]:
    """The views of a list, in the order they were made."""
    return sorted(records.find(tx, SavedView, page=page), key=lambda view: view.id)


def all_views(tx: Transaction) -> list[SavedView]:
    """Every view, list by list."""
    return sorted(records.find(tx, SavedView), key=lambda view: (view.page, view.id))


@intention
def save(tx: Transaction, view: SavedView) -> SavedView:
    """Keep what is chosen under a name; a view of that name in the same list is replaced.

    Raises InvalidField.
    """
    view = replace(view, name=clean(view.name), made_by=view.made_by or tx.actor)
    check_view(view)
    for there in of_page(tx, view.page):
        if there.name.casefold() == view.name.casefold():
            return records.amend(tx, replace(there, name=view.name, choices=view.choices))
    return records.add(tx, view)


@intention
def rename(tx: Transaction, view_id: UUID, name: str) -> SavedView:
    """Another name for a view. Raises InvalidField, also for one that another view has."""
    view = replace(records.get(tx, SavedView, view_id), name=clean(name))
    check_view(view)
    for there in of_page(tx, view.page):
        if there.id != view.id and there.name.casefold() == view.name.casefold():
            raise InvalidField("name", Problem.OVERLAPS, view.name)
    return records.amend(tx, view)


@intention
def delete(tx: Transaction, view_id: UUID) -> SavedView:
    """Take a view out of its list."""
    view = records.get(tx, SavedView, view_id)
    records.remove(tx, view)
    return view
