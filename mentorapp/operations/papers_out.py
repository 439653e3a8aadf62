"""Noting in the audit what left the office: on paper, or as a file."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.accounts import Right
from mentorapp.domain.audit import Did
from mentorapp.domain.office import Office
from mentorapp.domain.records import Record
from mentorapp.operations.intention import intention
from mentorapp.storage import audit_chain, records
from mentorapp.storage.database import Transaction
from mentorapp.storage.tables import MIRRORS

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Paper:
    """What it is, in words that name nobody, and the records it tells of; none for one that tells
    of nobody in particular.
    """

    what: str
    kind: type[Record] = Office
    ids: tuple[UUID, ...] = ()


@intention(needs=Right.FIGURES)
def printed(tx: Transaction, paper: Paper) -> None:
    """It went to the printer."""
    _note(tx, Did.PRINTED, paper)


@intention(needs=Right.FIGURES)
def saved(tx: Transaction, paper: Paper) -> None:
    """It was saved as a file, which everybody who finds it can read."""
    _note(tx, Did.EXPORTED, paper)


def _note(tx: Transaction, did: Did, paper: Paper) -> None:
    kind, ids = paper.kind, paper.ids
    if not ids:
        kind, ids = Office, tuple(one.id for one in records.find(tx, Office))
    fields: Sequence[tuple[str, ...]] = [(paper.what,)] * len(ids)
    audit_chain.append(tx, MIRRORS[kind].name, ids, did, fields)
