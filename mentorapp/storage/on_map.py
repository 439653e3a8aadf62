"""Who waits, who has room and who is a pair, read as columns for the map.

The postal code comes along as contact details, so that whoever shows it has to ask
``mentorapp.domain.protection.visible`` first.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Table, or_, select

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, NewcomerStatus
from mentorapp.domain.pairings import RUNNING, PairingStatus
from mentorapp.domain.people import full_name
from mentorapp.domain.proposals import ProposalStatus
from mentorapp.storage.database import Transaction
from mentorapp.storage.pair_tables import pairings_table, proposals_table
from mentorapp.storage.tables import (
    contact_details_table,
    mentors_table,
    newcomers_table,
    people_table,
)

_P, _C = people_table.c, contact_details_table.c
_OPEN = (ProposalStatus.DRAFT, ProposalStatus.SENT)


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody in a role; ``details`` has nothing but country and postal code."""

    role_id: UUID
    person_id: UUID
    number: int
    name: str
    status: MentorStatus | NewcomerStatus
    schemes: frozenset[str]
    registered_on: date
    capacity: int
    details: ContactDetails | None


@dataclass(frozen=True, slots=True)
class Bond:
    """A pairing or an open proposal; ``number`` is the pairing's, 0 for a proposal."""

    id: UUID
    scheme_id: UUID
    mentor_id: UUID
    newcomer_id: UUID
    status: PairingStatus | ProposalStatus
    number: int = 0


def mentors(tx: Transaction) -> list[Standing]:
    """Approved mentors, and whoever is in a pair or a proposal."""
    m = mentors_table
    return _standing(tx, m, [m.c.capacity], m.c.status == MentorStatus.APPROVED, "mentor_id")


def newcomers(tx: Transaction) -> list[Standing]:
    """Newcomers who wait or are paired, and whoever is in a pair or a proposal."""
    n = newcomers_table
    some = n.c.status.in_([*TO_BE_PAIRED, NewcomerStatus.PAIRED])
    return _standing(tx, n, [], some, "newcomer_id")


def pairings(tx: Transaction) -> list[Bond]:
    """Those that run and those that were completed, of every scheme."""
    p = pairings_table.c
    asked = select(p.id, p.scheme_id, p.mentor_id, p.newcomer_id, p.status, p.number).where(
        p.deleted_at.is_(None), p.status.in_([*RUNNING, PairingStatus.COMPLETED])
    )
    return [Bond(*row) for row in tx.connection.execute(asked)]


def proposals(tx: Transaction) -> list[Bond]:
    """Those that nobody has decided on yet, of every scheme."""
    p = proposals_table.c
    asked = select(p.id, p.scheme_id, p.mentor_id, p.newcomer_id, p.status).where(
        p.deleted_at.is_(None), p.status.in_(_OPEN)
    )
    return [Bond(*row) for row in tx.connection.execute(asked)]


def _standing(
    tx: Transaction,
    role: Table,
    more: Collection[ColumnElement[int]],
    some: ColumnElement[bool],
    side: str,
) -> list[Standing]:
    asked: Select[Any] = (
        select(
            role.c.id,
            role.c.person_id,
            _P.number,
            _P.given_name,
            _P.family_name,
            role.c.status,
            role.c.schemes,
            role.c.registered_on,
            _C.country,
            _C.postal_code,
            *more,
        )
        .select_from(
            role.join(people_table, _P.id == role.c.person_id).outerjoin(
                contact_details_table, _C.person_id == role.c.person_id
            )
        )
        .where(role.c.deleted_at.is_(None), _P.deleted_at.is_(None), or_(some, *_bound(role, side)))
        .order_by(_P.number)
    )
    return [_read(tuple(row)) for row in tx.connection.execute(asked)]


def _bound(role: Table, side: str) -> Sequence[ColumnElement[bool]]:
    """In a running pair, or in an open proposal."""
    pairs, drafts = pairings_table.c, proposals_table.c
    return (
        role.c.id.in_(
            select(pairs[side]).where(pairs.deleted_at.is_(None), pairs.status.in_(RUNNING))
        ),
        role.c.id.in_(
            select(drafts[side]).where(drafts.deleted_at.is_(None), drafts.status.in_(_OPEN))
        ),
    )


def _read(row: tuple[Any, ...]) -> Standing:
    role_id, person_id, number, given, family, status, schemes, since, country, code, *more = row
    details = (
        ContactDetails(person_id=person_id, country=country, postal_code=code) if code else None
    )
    return Standing(
        role_id,
        person_id,
        number,
        full_name(given, family),
        status,
        schemes,
        since,
        more[0] if more else 0,
        details,
    )
