"""What each transaction deleted, kept so that it can be brought back after the window was closed.

Undo lives in memory (``undoing``); this is its memory in the file. A transaction that hides
something a user knows leaves one ``Deletion``, written with it. Bringing it back is more forgiving
than Undo: what was changed since stays as it is now, field by field.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, update

from mentorapp.domain.account_errors import OutOfScope
from mentorapp.domain.contact_details import WHERE, ContactDetails
from mentorapp.domain.deleted import AlreadyBack, DeletedItself, Deletion
from mentorapp.domain.records import Record
from mentorapp.domain.unfinished_forms import UnfinishedForm
from mentorapp.storage import records, seals
from mentorapp.storage.database import Transaction
from mentorapp.storage.images import fields_of, image
from mentorapp.storage.scopes import knowing_all, whole
from mentorapp.storage.tables import MIRRORS, deletions_table
from mentorapp.storage.undoing import Net, check_nothing_points_there, net_of

#: Tables of what a user deletes, the weightiest first: the first one that lost a row is what the
#: intention was about. What is missing goes with something else, or comes and goes by itself.
ABOUT = (
    "people",
    "organisations",
    "pairings",
    "events",
    "placements",
    "projects",
    "activities",
    "schemes",
    "mentors",
    "newcomers",
    "households",
    "meetings",
    "outcomes",
    "plan_goals",
    "competence_cards",
    "interviews",
    "quotes",
    "introductions",
    "offered_places",
    "demands",
    "contact_points",
    "questionnaires",
    "network_checks",
    "barrier_checks",
    "plan_steps",
    "driving_sessions",
    "invitations",
    "calls",
    "ties",
    "office_goals",
    "series",
    "background_figures",
    "driving_rules",
    "neighbours",
    "absences",
    "own_words",
    "saved_views",
)
_KINDS = {table.name: kind for kind, table in MIRRORS.items()}
_NOT_COMPARED = frozenset({"id", "version", "deleted_at"})


def keep(tx: Transaction) -> None:
    """Write down what this transaction deleted, if anything; called before it is committed."""
    net = net_of(tx.changes)
    net.pop(UnfinishedForm, None)  # what was never saved is not kept a second time
    gone = {
        MIRRORS[kind].name: [one for one, had in found.items() if had.went]
        for kind, found in net.items()
    }
    about = next((name for name in ABOUT if gone.get(name)), None)
    if about is None:
        return
    contents = {
        "gone": {name: [one.hex for one in ids] for name, ids in gone.items() if ids},
        "came": _came(net),
        "changed": {
            MIRRORS[kind].name: changed
            for kind, found in net.items()
            if (changed := _changed(tx, kind, found))
        },
    }
    deletion = Deletion(
        at=tx.now,
        actor=tx.actor,
        operation=tx.changes[-1].operation,
        record=about,
        record_id=gone[about][0],
        contents=contents,
    )
    values = {f.name: getattr(deletion, f.name) for f in fields(Deletion)}
    tx.connection.execute(insert(deletions_table).values(values))


def _came(net: Mapping[type[Record], Mapping[UUID, Net]]) -> dict[str, dict[str, int]]:
    came = {
        MIRRORS[kind].name: {one.hex: had.version for one, had in found.items() if had.came}
        for kind, found in net.items()
    }
    return {name: ids for name, ids in came.items() if ids}


def _changed(
    tx: Transaction, kind: type[Record], found: Mapping[UUID, Net]
) -> dict[str, dict[str, Any]]:
    before = {one: had.before for one, had in found.items() if had.before is not None}
    dialect = tx.connection.dialect
    sealed = seals.sealed_ids(tx) if kind is ContactDetails else frozenset[UUID]()
    changed = {}
    for now in records.stored(tx, kind, before):
        was = before[now.id]
        names = [
            f.name
            for f in fields(kind)
            if f.name not in _NOT_COMPARED
            and getattr(was, f.name) != getattr(now, f.name)
            and not (tx.hides_places and not isinstance(getattr(was, f.name), UUID))
            and not (now.id in sealed and f.name in WHERE)
        ]
        if names:
            changed[now.id.hex] = {
                "before": image(was, names, dialect),
                "after": image(now, names, dialect),
            }
    return changed


def standing(tx: Transaction) -> list[tuple[Deletion, list[Record]]]:
    """What is still deleted, newest first, each with the hidden records that it is about."""
    found = []
    for row in tx.connection.execute(
        select(deletions_table).order_by(deletions_table.c.at.desc(), deletions_table.c.id.desc())
    ).mappings():
        deletion = Deletion(**row)
        hidden = _hidden(tx, deletion, deletion.record)
        if hidden:
            found.append((deletion, hidden))
    return found


def get(tx: Transaction, deletion_id: UUID) -> Deletion:
    """One of them; AlreadyBack when nothing of it is deleted any more."""
    row = (
        tx.connection.execute(select(deletions_table).where(deletions_table.c.id == deletion_id))
        .mappings()
        .one_or_none()
    )
    if row is None or not _hidden(tx, Deletion(**row), row["record"]):
        raise AlreadyBack
    return Deletion(**row)


def hidden_of(tx: Transaction, deletion: Deletion) -> list[Record]:
    """Every record that the intention hid and that is still hidden."""
    return [one for name in deletion.contents["gone"] for one in _hidden(tx, deletion, name)]


def restore(tx: Transaction, deletion: Deletion) -> list[Record]:
    """Bring back all that the intention took away, and undo what it changed beside that.

    A field that holds something else by now stays as it is. Gives what was brought back. Raises
    DeletedItself when something it belongs to is deleted, StillInUse when something was built
    upon a record that would go, OutOfScope where part of it is not there for the account.
    """
    back = hidden_of(tx, deletion)
    with whole(tx):
        if len(hidden_of(tx, deletion)) != len(back):
            raise OutOfScope
    _check_parents(tx, back)
    for kind, ones in _by_kind(back).items():
        records.restore_all(tx, kind, [(one.id, one.version) for one in ones])
    for name, changed in deletion.contents["changed"].items():
        _change_back(tx, _KINDS[name], changed)
    for name, came in deletion.contents["came"].items():
        _hide(tx, _KINDS[name], {UUID(one): version for one, version in came.items()})
    forget(tx, [deletion.id])
    return back


@knowing_all
def forget(tx: Transaction, ids: Iterable[UUID]) -> None:
    """Take these lines away, and what they kept."""
    for one in ids:
        tx.connection.execute(delete(deletions_table).where(deletions_table.c.id == one))


@knowing_all
def forget_before(tx: Transaction, moment: datetime) -> None:
    """Take away every line from before that moment."""
    tx.connection.execute(delete(deletions_table).where(deletions_table.c.at < moment))


def weight_of(kind: type[Record]) -> int:
    """Where the kind stands in ``ABOUT``: 0 is the weightiest, its length what is not there."""
    name = MIRRORS[kind].name
    return ABOUT.index(name) if name in ABOUT else len(ABOUT)


def table_of(kind: type[Record]) -> str:
    """The name of the table in which records of this kind are."""
    return MIRRORS[kind].name


@knowing_all
def forget_fields(
    tx: Transaction, ids: Collection[UUID], names: Mapping[type[Record], Collection[str]]
) -> None:
    """Forget what these fields of these records held before a deletion changed them beside it."""
    wanted = {one.hex for one in ids}
    fields_in = {MIRRORS[kind].name: frozenset(of) for kind, of in names.items()}
    for row in tx.connection.execute(select(deletions_table)).mappings().all():
        contents = row["contents"]
        kept = {
            name: {
                one: {
                    when: _without(held, fields_in.get(name, frozenset()))
                    for when, held in change.items()
                }
                if one in wanted
                else change
                for one, change in of.items()
            }
            for name, of in contents["changed"].items()
        }
        if kept != contents["changed"]:
            tx.connection.execute(
                update(deletions_table)
                .where(deletions_table.c.id == row["id"])
                .values(contents=contents | {"changed": kept})
            )


def _without(held: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in held.items() if name not in names}


def _hidden(tx: Transaction, deletion: Deletion, name: str) -> list[Record]:
    ids = [UUID(one) for one in deletion.contents["gone"].get(name, ())]
    return [one for one in records.stored(tx, _KINDS[name], ids) if one.deleted_at == deletion.at]


def _by_kind(found: Iterable[Record]) -> dict[type[Record], list[Record]]:
    kinds: dict[type[Record], list[Record]] = {}
    for one in found:
        kinds.setdefault(type(one), []).append(one)
    return kinds


def _check_parents(tx: Transaction, back: Iterable[Record]) -> None:
    coming = {one.id for one in back}
    for kind, ones in _by_kind(back).items():
        for key in MIRRORS[kind].foreign_keys:
            above = _KINDS[key.column.table.name]
            ids = {getattr(one, key.parent.name) for one in ones} - coming - {None}
            for parent in records.stored(tx, above, ids):
                if parent.deleted_at is not None:
                    raise DeletedItself(records.kind_of(above))


def _change_back(
    tx: Transaction, kind: type[Record], changed: Mapping[str, Mapping[str, Mapping[str, Any]]]
) -> None:
    dialect = tx.connection.dialect
    for now in records.find(tx, kind, id=[UUID(one) for one in changed]):
        was = changed[now.id.hex]
        after = fields_of(kind, was["after"], dialect)
        before = fields_of(kind, was["before"], dialect)
        untouched = {name: before[name] for name in before if getattr(now, name) == after[name]}
        records.amend(tx, replace(now, **untouched))


def _hide(tx: Transaction, kind: type[Record], came: Mapping[UUID, int]) -> None:
    unchanged = [
        (one.id, one.version)
        for one in records.find(tx, kind, id=list(came))
        if one.version == came[one.id]
    ]
    records.remove_all(tx, kind, unchanged)
    check_nothing_points_there(tx, kind, [one for one, _version in unchanged])
