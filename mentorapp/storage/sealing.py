"""What is sealed and when: at the end of every transaction that touched people or their details.

Whatever wrote them, a form, an import, an undo or a merge, nothing that tells where somebody
protected is stays readable with the office's key alone.
"""

from collections.abc import Collection, Iterator
from uuid import UUID

from sqlalchemy import or_, select, update

from mentorapp.domain.contact_details import WHERE, ContactDetails
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.storage import deletions, letters_forgotten, records, scopes, seals, shields
from mentorapp.storage.database import Transaction
from mentorapp.storage.parts import parts
from mentorapp.storage.tables import contact_details_table

_C = contact_details_table.c


def keep_after(tx: Transaction) -> None:
    """The last thing of a transaction; raises what ``shields.check_none_fell`` does."""
    if any(change.kind in (Person, ContactDetails) for change in tx.changes):
        with scopes.whole(tx):  # who was protected just now may be there no longer
            shields.check_none_fell(tx)
            keep(tx)


def at_opening(tx: Transaction, *, writable: bool) -> bytes:
    """Have an office seal that has not yet, what is in it first; gives the key that opens.

    That is nothing where the key is another office's, or one from before ``rekey``.
    """
    public = seals.public_of(tx.protected_key)
    if writable and not seals.public_key(tx):
        seals.set_public_key(tx, public)
        keep(tx)
    return tx.protected_key if seals.public_key(tx) == public else b""


@scopes.knowing_all
def rekey(tx: Transaction, old: bytes, new: bytes) -> None:
    """Seal everything with another key: somebody who had the old one is to know it no longer."""
    tx.protected_key = old
    found = _stored(tx, seals.sealed_ids(tx))
    seals.remove(tx, [one.id for one in found])
    seals.set_public_key(tx, seals.public_of(new))
    tx.protected_key = new
    seals.put(tx, found)


def keep(tx: Transaction) -> None:
    """Seal what has to be, and open what need not be any more where the account has the key.

    Of the strictly confidential nothing is kept, sealed neither.
    """
    if not seals.public_key(tx):
        return
    levels = shields.with_deleted(tx)
    fresh = _filled(tx, levels)
    if fresh:
        _seal(tx, fresh)
        # What was printed while the address was open has it in its window.
        letters_forgotten.forget(tx, {person for _one, person in _owners(tx, fresh)})
    owner = dict(_owners(tx, seals.sealed_ids(tx)))
    level = {one: levels.get(person, Protection.NONE) for one, person in owner.items()}
    seals.remove(tx, [one for one in level if level[one] is Protection.STRICT])
    if tx.protected_key:
        _open(tx, [one for one in level if level[one] is Protection.NONE])


def _seal(tx: Transaction, ids: Collection[UUID]) -> None:
    seals.put(tx, _stored(tx, ids))
    for part in parts(ids):
        tx.connection.execute(
            update(contact_details_table).where(_C.id.in_(part)).values(dict.fromkeys(WHERE, ""))
        )
    # What a deletion changed beside it would still be there to be brought back.
    deletions.forget_fields(tx, ids, {ContactDetails: WHERE})


def _open(tx: Transaction, ids: Collection[UUID]) -> None:
    for one in _stored(tx, ids):
        where = {name: getattr(one, name) for name in WHERE}
        tx.connection.execute(update(contact_details_table).where(_C.id == one.id).values(where))
    seals.remove(tx, ids)


def _filled(tx: Transaction, people: Collection[UUID]) -> set[UUID]:
    """Contact details of these people in which something stands."""
    filled = or_(*(_C[name] != "" for name in WHERE))
    return {
        one
        for part in parts(people)
        for one in tx.connection.scalars(select(_C.id).where(_C.person_id.in_(part), filled))
    }


def _owners(tx: Transaction, ids: Collection[UUID]) -> Iterator[tuple[UUID, UUID]]:
    for part in parts(ids):
        rows = tx.connection.execute(select(_C.id, _C.person_id).where(_C.id.in_(part)))
        yield from ((row.id, row.person_id) for row in rows)


def _stored(tx: Transaction, ids: Collection[UUID]) -> list[ContactDetails]:
    return records.stored(tx, ContactDetails, ids)
