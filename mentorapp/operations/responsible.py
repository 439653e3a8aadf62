"""Which coordinator is responsible for a pairing, and through it or a contact point for people."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from uuid import UUID

from mentorapp.domain.contact_points import ContactPoint, ContactRole
from mentorapp.domain.pairings import RUNNING, Pairing, Responsibility
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


def last_turns(tx: Transaction) -> dict[UUID, Responsibility]:
    """Who has each pairing, or had it last."""
    told = sorted(records.find(tx, Responsibility), key=lambda one: (one.from_date, one.id))
    return {one.pairing_id: one for one in told}


def of_pairings(tx: Transaction) -> dict[UUID, str]:
    """The coordinator that each pairing has, or had last."""
    return {pairing: turn.coordinator for pairing, turn in last_turns(tx).items()}


def of_running(
    tx: Transaction, pairings: Iterable[Pairing], owner: Callable[[Pairing], UUID]
) -> Mapping[UUID, tuple[str, ...]]:
    """The coordinators of running pairs, by what `owner` takes from a pair, such as its mentor."""
    coordinators = of_pairings(tx)
    running = (one for one in pairings if one.status in RUNNING)
    return _gathered((owner(one), coordinators.get(one.id, "")) for one in running)


def of_contact_points(tx: Transaction, today: date) -> Mapping[UUID, tuple[str, ...]]:
    """By person, the coordinators who are contact points of theirs today."""
    return _gathered(
        (one.person_id, one.name)
        for one in records.find(tx, ContactPoint, role=ContactRole.COORDINATOR)
        if one.holds_on(today)
    )


def _gathered(pairs: Iterable[tuple[UUID, str]]) -> dict[UUID, tuple[str, ...]]:
    found: dict[UUID, dict[str, None]] = defaultdict(dict)
    for key, name in pairs:
        if name:
            found[key][name] = None
    return {key: tuple(sorted(names)) for key, names in found.items()}
