"""Removing deleted rows from the file for good, with everything that only told of them.

The connection has ``secure_delete`` on, so that SQLite writes zeros over what it removes; the
write-ahead log, in which older pages may still stand, is folded in and cut when the office is
closed. The audit keeps ids and names of fields.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Table, delete, select, update

from mentorapp.domain.records import Record
from mentorapp.storage import records, seals, stored_files
from mentorapp.storage.database import Transaction
from mentorapp.storage.parts import parts
from mentorapp.storage.scopes import knowing_all
from mentorapp.storage.tables import (
    MIRRORS,
    deletions_table,
    metadata,
    people_table,
)

#: What goes with the row that this column points to, though nobody deleted it: it only tells of
#: that one. Everything else that is still there keeps the row it points to from being removed,
#: or loses the pointer where it may be empty.
TELLS_OF = {
    "contact_details": {"person_id"},
    "mentors": {"person_id"},
    "newcomers": {"person_id"},
    "consents": {"person_id"},
    "ties": {"person_id", "other_id"},
    "calls": {"person_id"},
    "forbidden_pairs": {"mentor_id", "newcomer_id"},
    "proposals": {"mentor_id", "newcomer_id"},
    "shared_entries": {"mentor_id", "newcomer_id"},
    "responsibilities": {"pairing_id"},
    "follow_ups": {"pairing_id"},
    "letters_issued": {"person_id", "pairing_id", "organisation_id"},
    "questionnaires": {"pairing_id", "person_id"},
    "driving_practices": {"pairing_id"},
    "driving_sessions": {"meeting_id"},
    "plan_steps": {"goal_id"},
    "invitations": {"event_id"},
    "pairing_run_details": {"run_id"},
}
#: Tables that point to a record of any kind by this column, which the database does not watch.
_LOOSELY = ("status_changes", "postponements", "unfinished_forms", "retention_decisions")

#: What makes room stands in the audit under this name, and in the list of what was removed for
#: good under its table with this before it.
MAKING_ROOM = "purging.make_room"
ROOM = "room:"

_TABLES = {table.name: table for table in MIRRORS.values() if "deleted_at" in table.c}
Rows = dict[str, set[UUID]]


def overdue(tx: Transaction, before: datetime) -> Rows:
    """What was deleted before that moment."""
    found: Rows = {}
    for name, table in _TABLES.items():
        ids = set(tx.connection.scalars(select(table.c.id).where(table.c.deleted_at < before)))
        if ids:
            found[name] = ids
    return found


@knowing_all
def purge(tx: Transaction, wanted: Rows) -> Rows:
    """Remove these hidden rows and what only tells of them; gives all that was removed.

    A row that something still there stands on is left, hidden as it was.
    """
    going = _going(tx, wanted)
    if not going:
        return {}
    homes = _left_homes(tx, going)
    if homes:
        going["households"] = going.get("households", set()) | homes
    everyone = set().union(*going.values())
    for name in _LOOSELY:
        table = _TABLES[name]
        going[name] = going.get(name, set()) | _ids(tx, table, table.c.subject_id, everyone)
    for table in reversed(metadata.sorted_tables):
        for column in (key.parent for key in table.foreign_keys):
            _let_go(tx, table, column, going)
    seals.remove(tx, going.get("contact_details", ()))
    for table in reversed(metadata.sorted_tables):
        ids = sorted(going.get(table.name, ()))
        for part in parts(ids):
            tx.connection.execute(delete(table).where(table.c.id.in_(part)))
        if ids:
            stored_files.remove(tx, ids)
            records.trace_erased(tx, table.name, ids)
    _forget(tx, {one.hex for ids in going.values() for one in ids})
    return {name: ids for name, ids in going.items() if ids}


@knowing_all
def make_room(tx: Transaction, kind: type[Record], person_id: UUID) -> None:
    """Remove what was taken back of a kind of which a person has one: nobody sees it any more.

    Nobody asked for it to be forgotten: restored with a backup of when it was there it stays,
    unless the person was removed for good since.
    """
    table = MIRRORS[kind]
    asked = select(table.c.id).where(
        table.c.person_id == person_id, table.c.deleted_at.is_not(None)
    )
    hidden = set(tx.connection.scalars(asked))
    if hidden:
        outer, so_far = tx.operation, len(tx.erased)
        tx.operation = MAKING_ROOM
        purge(tx, {table.name: hidden})
        tx.erased[so_far:] = [(f"{ROOM}{name}", one) for name, one in tx.erased[so_far:]]
        tx.operation = outer


@knowing_all
def forget_merged_into(tx: Transaction, person_id: UUID) -> None:
    """Remove for good the second records of somebody who was registered twice.

    For the moment in which an address becomes strictly confidential: the deleted one tells it.
    """
    mine = {person_id.hex}
    for name in ("contact_details", "mentors", "newcomers"):
        table = _TABLES[name]
        asked = select(table.c.id).where(table.c.person_id == person_id)
        mine |= {one.hex for one in tx.connection.scalars(asked)}
    rows = tx.connection.execute(
        select(deletions_table).where(deletions_table.c.operation == "merging.merge")
    ).mappings()
    for row in rows.all():
        contents = row["contents"]
        merged = any(
            one in mine or mine & {str(value) for value in changed["after"].values()}
            for of in contents["changed"].values()
            for one, changed in of.items()
        )
        if merged:
            gone = {name: {UUID(one) for one in ids} for name, ids in contents["gone"].items()}
            purge(tx, gone)


def _going(tx: Transaction, wanted: Rows) -> Rows:
    """``wanted`` and all that goes with it, without what something else stands on."""
    staying: set[UUID] = set()
    while True:
        going = {name: ids - staying for name, ids in wanted.items() if ids - staying}
        # For whose sake each row goes: the one of ``wanted`` that stays when it cannot.
        sake = {one: one for ids in going.values() for one in ids}
        fresh, held = dict(going), set[UUID]()
        while fresh:
            added: Rows = {}
            for name, ids in fresh.items():
                for table, column in _pointing_to(name):
                    found, stood_on = _pointers(tx, table, column, ids)
                    held |= {sake[one] for one in stood_on}
                    for one in found.keys() - sake.keys():
                        sake[one] = sake[found[one]]
                        added.setdefault(table.name, set()).add(one)
            for name, ids in added.items():
                going[name] = going.get(name, set()) | ids
            fresh = added
        if not held:
            return going
        staying |= held


def _pointing_to(name: str) -> Iterator[tuple[Table, Column[UUID]]]:
    for table in _TABLES.values():
        for key in table.foreign_keys:
            if key.column.table.name == name:
                yield table, key.parent


def _pointers(
    tx: Transaction, table: Table, column: Column[UUID], ids: Collection[UUID]
) -> tuple[dict[UUID, UUID], set[UUID]]:
    """Rows that go with ``ids``, each with the one it goes with; and those of ``ids`` that stay."""
    goes = column.name in TELLS_OF.get(table.name, ())
    found: dict[UUID, UUID] = {}
    held: set[UUID] = set()
    for part in parts(ids):
        asked = select(table.c.id, column, table.c.deleted_at).where(column.in_(part))
        for row_id, above, deleted_at in tx.connection.execute(asked):
            # What was deleted itself goes too, earlier than by itself: nothing would bring it back.
            if goes or (deleted_at is not None and not column.nullable):
                found[row_id] = above
            elif not column.nullable:
                held.add(above)
    return found, held


def _let_go(tx: Transaction, table: Table, column: Column[UUID], going: Rows) -> None:
    """Empty the pointer where the row it points to goes and the row itself stays."""
    above = next(iter(column.foreign_keys)).column.table.name
    if not column.nullable or not going.get(above):
        return
    staying = _ids(tx, table, column, going[above]) - going.get(table.name, set())
    for part in parts(staying):
        tx.connection.execute(update(table).where(table.c.id.in_(part)).values({column.name: None}))


def _left_homes(tx: Transaction, going: Rows) -> set[UUID]:
    """Households of which nobody is left: their label is a family's name or an address."""
    homes: set[UUID] = set()
    for part in parts(going.get("people", set())):
        asked = select(people_table.c.household_id).where(people_table.c.id.in_(part))
        homes |= {home for home in tx.connection.scalars(asked) if home}
    for part in parts(homes):
        members = select(people_table.c.household_id, people_table.c.id).where(
            people_table.c.household_id.in_(part)
        )
        at_home = tx.connection.execute(members).all()
        homes -= {home for home, one in at_home if home and one not in going["people"]}
    return homes


def _forget(tx: Transaction, gone: Collection[str]) -> None:
    """Take what went out of what is kept of deletions, and those away that are about it."""
    rows = tx.connection.execute(select(deletions_table)).mappings().all()
    for row in rows:
        if row["record_id"].hex in gone:
            asked = delete(deletions_table).where(deletions_table.c.id == row["id"])
            tx.connection.execute(asked)
            continue
        contents = row["contents"]
        kept = {
            "gone": {
                name: [one for one in ids if one not in gone]
                for name, ids in contents["gone"].items()
            },
            **{
                part: {
                    name: {one: held for one, held in of.items() if one not in gone}
                    for name, of in contents[part].items()
                }
                for part in ("came", "changed")
            },
        }
        if kept != contents:
            tx.connection.execute(
                update(deletions_table)
                .where(deletions_table.c.id == row["id"])
                .values(contents=kept)
            )


def _ids(tx: Transaction, table: Table, column: Column[UUID], wanted: Iterable[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for part in parts(set(wanted)):
        found |= set(tx.connection.scalars(select(table.c.id).where(column.in_(part))))
    return found
