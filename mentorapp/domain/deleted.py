"""What was deleted, and how long it can still be brought back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from mentorapp.domain.errors import Refused
from mentorapp.domain.records import new_id

#: So long everything can be brought back; after that it is gone from the file.
KEPT_DAYS = 30


class How(StrEnum):
    """By what it went."""

    DELETED = "deleted"
    UNDONE = "undone"
    MERGED = "merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """One intention that deleted something, with what it takes to undo it after closing.

    ``record`` and ``record_id`` name the table and row that it is mainly about, ``contents`` what
    became of every record in it (``mentorapp.storage.deletions``). It is removed with what it
    tells of, and holds no values of a form that was never saved.
    """

    id: UUID = field(default_factory=new_id)
    at: datetime
    actor: str
    operation: str
    record: str
    record_id: UUID
    contents: Mapping[str, Any]


def days_left(deletion_at: date, today: date) -> int:
    """How many days are left to bring back what was deleted on that day; never below zero."""
    return max(0, KEPT_DAYS - (today - deletion_at).days)


def gone_before(now: datetime) -> datetime:
    """What was deleted before this moment is removed for good."""
    return now - timedelta(days=KEPT_DAYS)


@dataclass(eq=False)
class DeletedItself(Refused):
    """What is to be brought back belongs to something deleted itself; ``kind`` is that one's."""

    kind: str


@dataclass(eq=False)
class AlreadyBack(Refused):
    """Nothing of it is deleted any more: it was brought back, or removed for good."""


@dataclass(eq=False)
class RemovedForGood(Refused):
    """Undo finds nothing to bring back: the record is no longer in the file."""


@dataclass(eq=False)
class TakenMeanwhile(Refused):
    """There is another of the kind by now, and only one may be: ``kind`` is the idea."""

    kind: str


@dataclass(eq=False)
class KeptByOthers(Refused):
    """It cannot be removed for good while something that is there stands on it."""

    kind: str
