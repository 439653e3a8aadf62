"""What planning an import has in common for all kinds of lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from mentorapp.domain.errors import Refused
from mentorapp.domain.imports import CellProblem, RowNote, RowReading
from mentorapp.operations.long_work import LongWork
from mentorapp.storage.database import Transaction


class RowStatus(StrEnum):
    """What a row is against what is stored."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DUPLICATE = "duplicate"
    UNREADABLE = "unreadable"


class Decision(StrEnum):
    """The coordinator's word on a row; UPDATE changes the first of its twins."""

    UPDATE = "update"
    NEW = "new"
    SKIP = "skip"


class Write(StrEnum):
    """What is done for a row."""

    NEW = "new"
    UPDATE = "update"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """A row of the file and what would become of it.

    ``summary`` says who or what it is about, ``changes`` are fields that differ, ``twins`` stored
    records (or earlier rows) that it may be the same as, ``remarks`` notes about cells.
    ``shielded``: it is or may be about somebody with address protection, whatever the row says.
    """

    number: int
    status: RowStatus
    summary: str
    changes: tuple[str, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    refused: Refused | None = None
    remarks: tuple[RowNote, ...] = ()
    twins: tuple[tuple[UUID, str], ...] = ()
    shielded: bool = False


class Plan(Protocol):
    """What a planner of one kind gives: the rows, and how to write some of them."""

    @property
    def rows(self) -> Sequence[PlannedRow]:
        """One for each row of the file, in its order."""

    def write(
        self,
        tx: Transaction,
        accepted: Sequence[tuple[PlannedRow, Write]],
        today: date,
        work: LongWork,
        /,
    ) -> None:
        """Write the accepted rows. Raises Cancelled when ``work`` is."""


def unreadable(reading: RowReading, summary: str, refused: Refused | None = None) -> PlannedRow:
    """A row that is left out, with its problems."""
    return PlannedRow(
        number=reading.number,
        status=RowStatus.UNREADABLE,
        summary=summary,
        problems=reading.problems,
        refused=refused,
        remarks=reading.notes,
    )
