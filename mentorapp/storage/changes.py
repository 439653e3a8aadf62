"""What a transaction did to the records, kept in memory so that it can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.audit import Did
from mentorapp.domain.records import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One write: records of one kind, each with the version it has since.

    ``before`` is the record as it was, for CHANGED only (there ``ids`` holds one). ``operation`` is
    the intention it was part of (``meetings.log``).
    """

    kind: type[Record]
    did: Did
    operation: str
    ids: Sequence[UUID]
    versions: Sequence[int]
    before: Record | None = None
