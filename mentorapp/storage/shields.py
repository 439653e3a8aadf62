"""The address protection that counts for each person: the household's strictest.

It is raised by anybody and never falls by itself: whatever a transaction did, a form, a household
left, an undo, ``check_none_fell`` looks at how everybody stood before.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, select

from mentorapp.domain.accounts import Who
from mentorapp.domain.audit import Did
from mentorapp.domain.protection import Protection, Shield, strictest
from mentorapp.domain.protection_rules import check_lowered
from mentorapp.storage import audit_chain, scopes
from mentorapp.storage.database import Transaction
from mentorapp.storage.parts import parts
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


def homes(tx: Transaction) -> Mapping[UUID, Protection]:
    """The strictest protection anybody of a household has or had, the deleted included."""
    p = people_table
    found: dict[UUID, Protection] = {}
    for row in tx.connection.execute(
        select(p.c.household_id, p.c.protection).where(
            p.c.household_id.is_not(None), p.c.protection != Protection.NONE.value
        )
    ):
        home = row.household_id
        found[home] = strictest((found.get(home, Protection.NONE), row.protection))
    return found


def with_deleted(tx: Transaction) -> dict[UUID, Protection]:
    """Everybody protected, and of the deleted also who lived with somebody protected."""
    p = people_table
    levels = dict(protections(tx))
    gone = tx.connection.execute(
        select(p.c.id, p.c.protection, p.c.household_id).where(p.c.deleted_at.is_not(None))
    ).all()
    found = homes(tx)
    for row in gone:
        level = strictest([row.protection, found.get(row.household_id, Protection.NONE)])
        if level is not Protection.NONE:
            levels[row.id] = level
    return levels


def shielded(tx: Transaction) -> dict[UUID, Shield]:
    """The same people, with what of it is their own: the rest goes with whom they live with."""
    p = people_table
    asked = select(p.c.id, p.c.protection).where(p.c.protection != Protection.NONE.value)
    own = {row.id: row.protection for row in tx.connection.execute(asked)}
    return {
        one: Shield(level, own.get(one, Protection.NONE)) for one, level in with_deleted(tx).items()
    }


def remember(tx: Transaction) -> None:
    """Keep how everybody stood, before the first write of this transaction about people."""
    if tx.levels is None:
        with scopes.whole(tx):
            tx.levels = shielded(tx)


def changed(tx: Transaction) -> dict[UUID, Shield]:
    """Whose protection this transaction changed, and to what. Who is gone for good is left out."""
    if tx.levels is None:
        return {}
    with scopes.whole(tx):
        now = shielded(tx)
        fell = _stored(tx, tx.levels.keys() - now.keys())
    there = dict.fromkeys(fell, Shield()) | now
    return {one: shield for one, shield in there.items() if shield != tx.levels.get(one, Shield())}


def check_none_fell(tx: Transaction) -> None:
    """Raise OnlyHandlersChange or SecondPersonNeeded where somebody is protected less now."""
    before = {one: shield.level for one, shield in (tx.levels or {}).items()}
    now = protections(tx) if before else {}
    fell = [one for one in before if now.get(one, Protection.NONE).rank < before[one].rank]
    there = _there(tx, fell)
    level = strictest(before[one] for one in there)
    check_lowered(tx.who, tx.second, level)
    if level is not Protection.NONE:
        note_second(tx, tx.second)


def note_second(tx: Transaction, second: Who | None) -> None:
    """Have the audit say who agreed, where two were needed."""
    if second is not None and second.account is not None:
        tx.operation = tx.operation or tx.changes[-1].operation
        audit_chain.append(tx, "accounts", [second.account], Did.AGREED, [()])


def _there(tx: Transaction, ids: Collection[UUID]) -> list[UUID]:
    """Who of these was not deleted: with the person goes what could be told."""
    return _stored(tx, ids, people_table.c.deleted_at.is_(None))


def _stored(
    tx: Transaction, ids: Collection[UUID], among: ColumnElement[bool] | None = None
) -> list[UUID]:
    p = people_table
    asked = select(p.c.id) if among is None else select(p.c.id).where(among)
    return [
        one for part in parts(ids) for one in tx.connection.scalars(asked.where(p.c.id.in_(part)))
    ]
