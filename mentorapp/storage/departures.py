"""Who has left since when, read as columns: Today asks it of everybody after every change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, or_, select

from mentorapp.storage.database import Transaction
from mentorapp.storage.pair_tables import pairings_table
from mentorapp.storage.tables import (
    mentors_table,
    newcomers_table,
    people_table,
    status_changes_table,
)


@dataclass(frozen=True, slots=True)
class Role:
    """Of somebody, as a mentor or as a newcomer; ``case_officer_id`` is a newcomer's."""

    id: UUID
    person_id: UUID
    status: StrEnum
    registered_on: date
    is_mentor: bool
    case_officer_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two roles, and the day they ended."""

    id: UUID
    mentor_id: UUID
    newcomer_id: UUID
    ended_on: date | None


def homes(tx: Transaction) -> Mapping[UUID, UUID | None]:
    """Everybody still known by name, with the household."""
    p = people_table
    asked = select(p.c.id, p.c.household_id).where(
        p.c.deleted_at.is_(None), p.c.anonymised_on.is_(None)
    )
    return dict(tx.connection.execute(asked).all())


def roles(tx: Transaction) -> list[Role]:
    """Of everybody, also of those who are anonymous."""
    m, n = mentors_table, newcomers_table
    as_mentors = tx.connection.execute(
        select(m.c.id, m.c.person_id, m.c.status, m.c.registered_on).where(m.c.deleted_at.is_(None))
    )
    as_newcomers = tx.connection.execute(
        select(n.c.id, n.c.person_id, n.c.status, n.c.registered_on, n.c.case_officer_id).where(
            n.c.deleted_at.is_(None)
        )
    )
    return [
        *(Role(one, who, status, day, True) for one, who, status, day in as_mentors),
        *(
            Role(one, who, status, day, False, officer)
            for one, who, status, day, officer in as_newcomers
        ),
    ]


def pairs(tx: Transaction) -> list[Pair]:
    """All there were."""
    p = pairings_table
    rows = tx.connection.execute(
        select(p.c.id, p.c.mentor_id, p.c.newcomer_id, p.c.ended_on).where(p.c.deleted_at.is_(None))
    )
    return [Pair(*row) for row in rows]


def last_steps(tx: Transaction) -> Mapping[UUID, date]:
    """The day on which the status of each mentor and newcomer changed last."""
    s = status_changes_table
    rows = tx.connection.execute(
        select(s.c.subject_id, func.max(s.c.changed_on))
        .where(s.c.deleted_at.is_(None), s.c.subject.in_(["mentor", "newcomer"]))
        .group_by(s.c.subject_id)
    )
    return dict(rows.all())


def with_any(tx: Transaction, names: Sequence[str]) -> set[UUID]:
    """The mentors of whom one of these fields says something."""
    m = mentors_table
    filled = or_(*(func.length(m.c[name]) > 0 for name in names))
    rows = tx.connection.execute(select(m.c.id).where(m.c.deleted_at.is_(None), filled))
    return {row[0] for row in rows}
