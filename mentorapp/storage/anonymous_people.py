"""People without anything that tells who they are: their numbers, and what a restore must know."""

from uuid import UUID

from sqlalchemy import func, select

from mentorapp.storage.database import Transaction
from mentorapp.storage.tables import people_table

#: Among what was removed for good (``erasures``): the person stays, without anything of his own.
ANONYMISED = "anonymised"


def lowest_number(tx: Transaction) -> int:
    """The last number that was given to somebody anonymous: below nought, as no paper has it."""
    return min(0, tx.connection.scalar(select(func.min(people_table.c.number))) or 0)


def ids(tx: Transaction) -> set[UUID]:
    """Everybody of whom only figures are left: nobody to write to, to call or to ask."""
    asked = select(people_table.c.id).where(people_table.c.anonymised_on.is_not(None))
    return set(tx.connection.scalars(asked))


def note_anonymised(tx: Transaction, person_id: UUID) -> None:
    """Keep that it was done, for a backup of before that is restored some day."""
    tx.erased.append((ANONYMISED, person_id))
