"""What was issued, as bare columns: the texts of ten thousand letters stay in the file."""

from datetime import datetime

from sqlalchemy import func, select

from mentorapp.domain.letters import LetterKey
from mentorapp.storage.database import Transaction
from mentorapp.storage.pair_tables import letters_issued_table

_L = letters_issued_table.c


def newest_of_each(tx: Transaction) -> dict[LetterKey, datetime]:
    """When each letter left the office last; those that the printer spoilt did not."""
    asked = (
        select(_L.kind, _L.person_id, _L.pairing_id, _L.organisation_id, func.max(_L.issued_at))
        .where(_L.deleted_at.is_(None), _L.failed_on.is_(None))
        .group_by(_L.kind, _L.person_id, _L.pairing_id, _L.organisation_id)
    )
    return {
        (kind, person_id, pairing_id, organisation_id): at
        for kind, person_id, pairing_id, organisation_id, at in tx.connection.execute(asked)
    }


def last_batch(tx: Transaction) -> int:
    """The number of the newest run of letters; 0 before the first. Deleted ones count."""
    found: int | None = tx.connection.scalar(select(func.max(_L.batch)))
    return found or 0
