"""Counts and sums that the database makes faster than Python would."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import case, func, select

from mentorapp.domain.meetings import MeetingForm
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.pairings import RUNNING
from mentorapp.domain.records import Record
from mentorapp.storage.database import Transaction
from mentorapp.storage.pair_tables import follow_ups_table, meetings_table, pairings_table
from mentorapp.storage.scopes import knowing_all
from mentorapp.storage.tables import MIRRORS, mentors_table


@dataclass(frozen=True, slots=True)
class Contact:
    """The meetings of a pair in which they were in contact."""

    last: date | None = None
    meetings: int = 0
    minutes: int = 0


def count(tx: Transaction, kind: type[Record]) -> int:
    """How many records of a kind there are, deleted ones aside."""
    table = MIRRORS[kind]
    asked = select(func.count()).select_from(table).where(table.c.deleted_at.is_(None))
    return tx.connection.execute(asked).scalar_one()


def agreements_signed(tx: Transaction) -> bool:
    """Whether the office records at all that agreements were signed."""
    p = pairings_table
    asked = select(p.c.id).where(p.c.deleted_at.is_(None), p.c.agreement_signed_on.is_not(None))
    return tx.connection.execute(asked.limit(1)).first() is not None


def contact(tx: Transaction) -> Mapping[UUID, Contact]:
    """Last meeting, number and minutes by pairing; pairs that never met are not in it."""
    m = meetings_table
    rows = tx.connection.execute(
        select(m.c.pairing_id, func.max(m.c.held_on), func.count(), func.sum(m.c.minutes))
        .where(m.c.deleted_at.is_(None), m.c.form != MeetingForm.ATTEMPTED)
        .group_by(m.c.pairing_id)
    )
    return {pairing: Contact(last, number, minutes) for pairing, last, number, minutes in rows}


def first_meetings(tx: Transaction, pairing_ids: Collection[UUID]) -> Mapping[UUID, date]:
    """The day of the first meeting in which each of these pairs was in contact."""
    m = meetings_table
    rows = tx.connection.execute(
        select(m.c.pairing_id, func.min(m.c.held_on))
        .where(
            m.c.deleted_at.is_(None),
            m.c.form != MeetingForm.ATTEMPTED,
            m.c.pairing_id.in_(pairing_ids),
        )
        .group_by(m.c.pairing_id)
    )
    return dict(rows.all())


def next_follow_ups(tx: Transaction) -> Mapping[UUID, date]:
    """The day of the next follow-up that is not done, by pairing."""
    f = follow_ups_table
    rows = tx.connection.execute(
        select(f.c.pairing_id, func.min(f.c.due))
        .where(f.c.deleted_at.is_(None), f.c.done_on.is_(None))
        .group_by(f.c.pairing_id)
    )
    return dict(rows.all())


@knowing_all
def running_by_mentor(tx: Transaction) -> Mapping[UUID, int]:
    """How many running pairings each mentor has."""
    p = pairings_table
    rows = tx.connection.execute(
        select(p.c.mentor_id, func.count())
        .where(p.c.deleted_at.is_(None), p.c.status.in_(RUNNING))
        .group_by(p.c.mentor_id)
    )
    return dict(rows.all())


@knowing_all
def last_paired(tx: Transaction) -> Mapping[UUID, date]:
    """The day on which a pairing of each mentor began or ended last."""
    p = pairings_table
    rows = tx.connection.execute(
        select(p.c.mentor_id, func.max(p.c.agreed_on), func.max(p.c.ended_on))
        .where(p.c.deleted_at.is_(None))
        .group_by(p.c.mentor_id)
    )
    return {mentor: max(began, ended or began) for mentor, began, ended in rows}


def mentors_by_organisation(tx: Transaction) -> Mapping[UUID, tuple[int, int]]:
    """How many mentors come from each organisation: not ended ones, and of those the approved."""
    m = mentors_table
    approved = func.sum(case((m.c.status == MentorStatus.APPROVED, 1), else_=0))
    rows = tx.connection.execute(
        select(m.c.organisation_id, func.count(), approved)
        .where(
            m.c.deleted_at.is_(None),
            m.c.organisation_id.is_not(None),
            m.c.status != MentorStatus.ENDED,
        )
        .group_by(m.c.organisation_id)
    )
    return {where: (present, ready) for where, present, ready in rows if where is not None}
