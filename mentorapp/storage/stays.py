"""Who was paired in which scheme from when to when, and recent answers, read as columns.

The list of the day asks for it each time it is shown: whole pairings, with their reasons and
points, would take five times as long to read.
"""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import func, or_, select

from mentorapp.domain.exits import Stay
from mentorapp.domain.newcomers import TO_BE_PAIRED
from mentorapp.domain.outcomes import Outcome, OutcomeStatus
from mentorapp.storage.database import Transaction
from mentorapp.storage.outcome_tables import outcomes_table
from mentorapp.storage.pair_tables import pairings_table
from mentorapp.storage.tables import newcomers_table, status_changes_table


def stays(tx: Transaction, until: date, people: Collection[UUID] | None = None) -> list[Stay]:
    """Pairings agreed by ``until``, as things stood then; everybody's or those of ``people``."""
    p, n, s = pairings_table, newcomers_table, status_changes_table
    # The status that was reached by then: a report of an old quarter must say today what it said.
    reached = (
        select(s.c.status)
        .where(s.c.subject_id == n.c.id, s.c.deleted_at.is_(None), s.c.changed_on <= until)
        .order_by(s.c.changed_on.desc(), s.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    wanted = [p.c.deleted_at.is_(None), n.c.deleted_at.is_(None), p.c.agreed_on <= until]
    if people is not None:
        wanted.append(n.c.person_id.in_(people))
    rows = tx.connection.execute(
        select(
            n.c.person_id,
            p.c.scheme_id,
            p.c.agreed_on,
            p.c.ended_on,
            func.coalesce(reached, n.c.status),
        )
        .join(n, n.c.id == p.c.newcomer_id)
        .where(*wanted)
    )
    return [
        Stay(
            person_id,
            scheme_id,
            agreed_on,
            ended_on if ended_on is not None and ended_on <= until else None,
            status in TO_BE_PAIRED,
        )
        for person_id, scheme_id, agreed_on, ended_on, status in rows
    ]


def answers_since(tx: Transaction, since: date) -> list[Outcome]:
    """Answers asked for since that day, and those that say that somebody has moved away."""
    o = outcomes_table
    rows = tx.connection.execute(
        select(o).where(
            o.c.deleted_at.is_(None),
            or_(o.c.asked_on >= since, o.c.status == OutcomeStatus.MOVED),
        )
    )
    names = tuple(rows.keys())
    return [Outcome(**dict(zip(names, row, strict=True))) for row in rows]
