"""The address protection that counts for each person: the household's strictest."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from mentorapp.domain.protection import Protection, strictest
from mentorapp.storage.database import Transaction
from mentorapp.storage.tables import people_table


def protections(tx: Transaction) -> Mapping[UUID, Protection]:
    """Everybody with a protection of his own or inherited; whoever is missing has NONE.

    One query over the protected and their households: a handful of rows in a large office.
    """
    p = people_table
    own = {
        row.id: (row.protection, row.household_id)
        for row in tx.connection.execute(
            select(p.c.id, p.c.protection, p.c.household_id).where(
                p.c.deleted_at.is_(None), p.c.protection != Protection.NONE.value
            )
        )
    }
    homes: dict[UUID, list[Protection]] = {}
    for level, home in own.values():
        if home is not None:
            homes.setdefault(home, []).append(level)
    levels = {person: level for person, (level, _) in own.items()}
    members = tx.connection.execute(
        select(p.c.id, p.c.household_id).where(
            p.c.deleted_at.is_(None), p.c.household_id.in_(homes)
        )
    )
    for member, home in members:
        at_home = homes[home] if home is not None else ()
        levels[member] = strictest([*at_home, levels.get(member, Protection.NONE)])
    return levels


def protection_of(tx: Transaction, person_id: UUID) -> Protection:
    """One person's effective level."""
    return protections(tx).get(person_id, Protection.NONE)
