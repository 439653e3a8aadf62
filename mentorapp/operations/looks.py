"""Noting in the audit that somebody protected was shown.

Whatever gives people to a page, a paper or a command says so here; the line is written when the
transaction ends, before its answer is looked at (``storage.database``).
"""

from collections.abc import Iterable
from uuid import UUID

from mentorapp.domain.audit import Did
from mentorapp.domain.looks import Look
from mentorapp.storage import shields
from mentorapp.storage.database import Transaction


def seen(tx: Transaction, operation: str, person_ids: Iterable[UUID]) -> None:
    """These people's files are looked at, alone or two by two."""
    _note(tx, Did.SEEN, operation, person_ids)


def listed(tx: Transaction, operation: str, person_ids: Iterable[UUID]) -> None:
    """These people stand in a list."""
    _note(tx, Did.LISTED, operation, person_ids)


def _note(tx: Transaction, did: Did, operation: str, person_ids: Iterable[UUID]) -> None:
    protected = shields.protections(tx).keys()
    people = tuple(one for one in person_ids if one in protected)
    if people:
        tx.looks.append(Look(did, tx.operation or operation, people))
