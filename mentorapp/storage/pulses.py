"""What the small figures over Today are counted from, read as columns."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import Table, func, select

from mentorapp.domain.meetings import MeetingForm
from mentorapp.storage.database import Transaction
from mentorapp.storage.pair_tables import meetings_table, pairings_table
from mentorapp.storage.tables import mentors_table, newcomers_table, status_changes_table


def spans(tx: Transaction) -> list[tuple[UUID, date, date | None]]:
    """Of each pairing its mentor, the day it was agreed and the day it ended."""
    p = pairings_table
    rows = tx.connection.execute(
        select(p.c.mentor_id, p.c.agreed_on, p.c.ended_on).where(p.c.deleted_at.is_(None))
    )
    return [(mentor, agreed, ended) for mentor, agreed, ended in rows]


def steps(tx: Transaction) -> Mapping[UUID, list[tuple[date, str]]]:
    """The status of each mentor and newcomer over time, in order."""
    s = status_changes_table
    rows = tx.connection.execute(
        select(s.c.subject_id, s.c.changed_on, s.c.status)
        .where(s.c.deleted_at.is_(None), s.c.subject.in_(["mentor", "newcomer"]))
        .order_by(s.c.changed_on, s.c.id)
    )
    found: dict[UUID, list[tuple[date, str]]] = defaultdict(list)
    for subject, day, status in rows:
        found[subject].append((day, status))
    return found


def registered(tx: Transaction) -> tuple[dict[UUID, date], dict[UUID, date]]:
    """Mentors and newcomers with the day they were registered."""
    return _registered(tx, mentors_table), _registered(tx, newcomers_table)


def _registered(tx: Transaction, table: Table) -> dict[UUID, date]:
    asked = select(table.c.id, table.c.registered_on).where(table.c.deleted_at.is_(None))
    return dict(tx.connection.execute(asked).all())


def meetings_by_day(tx: Transaction, after: date) -> Mapping[date, int]:
    """How many meetings with contact there were on each day after that one."""
    m = meetings_table
    rows = tx.connection.execute(
        select(m.c.held_on, func.count())
        .where(m.c.deleted_at.is_(None), m.c.form != MeetingForm.ATTEMPTED, m.c.held_on > after)
        .group_by(m.c.held_on)
    )
    return dict(rows.all())
