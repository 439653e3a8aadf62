"""What a pairing run looks at, read as columns: ten thousand people in a tenth of a second.

No record is made for a person: a run needs a third of the fields, and making objects takes ten
times as long as reading. Lists stay the JSON texts, ids and dates the texts that the file has; the
reader takes them apart many at a time. The postal code comes with the protection that decides
whether it may be used.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from json import dumps, loads
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    FromClause,
    Select,
    Table,
    Text,
    and_,
    cast,
    or_,
    select,
)

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, NewcomerStatus
from mentorapp.domain.pairings import RUNNING, PairingStatus
from mentorapp.domain.proposals import ProposalStatus
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.ties import TieKind, told_kind
from mentorapp.storage import shields
from mentorapp.storage.database import Transaction
from mentorapp.storage.pair_tables import (
    forbidden_pairs_table,
    pairings_table,
    proposals_table,
    ties_table,
)
from mentorapp.storage.scopes import knowing_all
from mentorapp.storage.tables import (
    contact_details_table,
    households_table,
    mentors_table,
    newcomers_table,
    organisations_table,
    people_table,
)
from mentorapp.storage.work_tables import demands_table

#: Field -> its values, one for each person.
Raw = Mapping[str, Sequence[Any]]
Pairs = frozenset[tuple[UUID, UUID]]


def _text(column: ColumnElement[Any], name: str) -> ColumnElement[Any]:
    """As the file has it: no list, enum, date or id is made of it. Any database casts to text."""
    return cast(column, Text).label(name)


_P, _C, _H = people_table.c, contact_details_table.c, households_table.c

_PERSON = (
    _P.number,
    _P.given_name,
    _P.family_name,
    _P.birth_year,
    _text(_P.gender, "gender"),
    _text(_P.languages, "languages"),
    _text(_P.interests, "interests"),
    _P.occupation_group,
    _text(_P.availability, "availability"),
    _text(_P.transport, "transport"),
    _text(_P.life_situation, "life_situation"),
    _text(_P.protection, "protection"),
    _text(_P.household_id, "household_id"),
    _C.postal_code,
    _C.country,
    _text(_H.child_bands, "child_bands"),
)


def _with_person(role: Table) -> FromClause:
    joined: FromClause = role.join(people_table, _P.id == role.c.person_id)
    joined = joined.outerjoin(contact_details_table, _C.person_id == role.c.person_id)
    return joined.outerjoin(households_table, _H.id == _P.household_id)


def _of_role(role: Table, *fields: ColumnElement[Any]) -> Select[Any]:
    return (
        select(
            _text(role.c.id, "role_id"),
            _text(role.c.person_id, "person_id"),
            _text(role.c.schemes, "schemes"),
            _text(role.c.wish_gender, "wish_gender"),
            _text(role.c.wish_age_bands, "wish_age_bands"),
            role.c.max_distance_km,
            *fields,
            *_PERSON,
        )
        .select_from(_with_person(role))
        .where(role.c.deleted_at.is_(None))
    )


_M, _N = mentors_table.c, newcomers_table.c

_MENTORS = _of_role(
    mentors_table,
    _text(_M.organisation_id, "organisation_id"),
    _M.capacity,
    _text(_M.certificate_seen_on, "certificate_seen_on"),
    _text(_M.certificate_valid_to, "certificate_valid_to"),
    _text(_M.confidentiality_signed_on, "confidentiality_signed_on"),
    _text(_M.training_done_on, "training_done_on"),
).where(_M.status == MentorStatus.APPROVED)

_NEWCOMERS = _of_role(
    newcomers_table,
    _N.earlier_occupation_group,
    _N.wished_occupation_group,
    _text(_N.employer_id, "employer_id"),
    _text(_N.case_officer_id, "case_officer_id"),
    _text(_N.registered_on, "registered_on"),
    _text(_N.status, "status"),
)

_O = organisations_table.c

_ORGANISATIONS = select(
    _text(_O.id, "id"),
    _text(_O.occupations, "occupations"),
    _text(_O.only_gender, "only_gender"),
    _text(_O.only_age_bands, "only_age_bands"),
    _O.only_own_occupations,
).where(_O.deleted_at.is_(None))


def mentors(tx: Transaction) -> Raw:
    """Approved mentors, by their persons' numbers."""
    return _columns(tx, _MENTORS, "number")


def newcomers(tx: Transaction, scheme_id: UUID, key: str) -> Raw:
    """Newcomers who wait, and paired ones who named the scheme ``key``, by their persons' numbers.

    Nobody who has a running pairing in the scheme is among them.
    """
    p = pairings_table.c
    in_it = select(p.newcomer_id).where(
        p.deleted_at.is_(None), p.scheme_id == scheme_id, p.status.in_(sorted(RUNNING))
    )
    named = cast(_N.schemes, Text).contains(f'"{key}"', autoescape=True)
    waits = _N.status.in_(sorted(TO_BE_PAIRED))
    asked = _NEWCOMERS.where(
        or_(waits, and_(_N.status == NewcomerStatus.PAIRED, named)), _N.id.not_in(in_it)
    )
    return _columns(tx, asked, "number")


@knowing_all
def completed(tx: Transaction) -> Mapping[str, frozenset[UUID]]:
    """The schemes newcomers have completed a pairing in, by the newcomers' ids as texts."""
    p = pairings_table.c
    asked = select(_text(p.newcomer_id, "newcomer_id"), p.scheme_id).where(
        p.deleted_at.is_(None), p.status == PairingStatus.COMPLETED
    )
    found: dict[str, set[UUID]] = {}
    for newcomer, scheme in tx.connection.execute(asked):
        found.setdefault(newcomer, set()).add(scheme)
    return {newcomer: frozenset(schemes) for newcomer, schemes in found.items()}


def organisations(tx: Transaction) -> Raw:
    """What they offer and ask for. Where an organisation looks for somebody now, it offers that
    occupation too.
    """
    raw = _columns(tx, _ORGANISATIONS, "id")
    wanted = {one.hex: groups for one, groups in wanted_occupations(tx).items()}
    if not wanted:
        return raw
    offered = [
        dumps(sorted({*loads(text), *wanted[key]}))
        if (key := one.replace("-", "")) in wanted
        else text
        for one, text in zip(raw["id"], raw["occupations"], strict=True)
    ]
    return {**raw, "occupations": offered}


def wanted_occupations(tx: Transaction) -> dict[UUID, frozenset[str]]:
    """Organisation -> the occupation groups of its open demands."""
    d = demands_table.c
    asked = select(d.organisation_id, d.occupation_group).where(
        d.deleted_at.is_(None), d.closed_on.is_(None), d.occupation_group != ""
    )
    found: dict[UUID, set[str]] = {}
    for organisation, group in tx.connection.execute(asked):
        found.setdefault(organisation, set()).add(group)
    return {one: frozenset(groups) for one, groups in found.items()}


def _columns(tx: Transaction, asked: Select[Any], order: str) -> Raw:
    found = tx.connection.execute(asked)
    names = tuple(found.keys())
    at = names.index(order)
    rows = sorted(_plain_rows(found), key=itemgetter(at))
    return dict(zip(names, zip(*rows, strict=True) if rows else [()] * len(names), strict=True))


def _plain_rows(found: CursorResult[Any]) -> Sequence[tuple[Any, ...]]:
    """What the driver gives. Everything asked for is a text, a number or None, so that SQLAlchemy
    has nothing to make of it, and its rows cost a third of the reading again.
    """
    assert found.cursor is not None  # noqa: S101 - for the type checker
    rows: Sequence[tuple[Any, ...]] = found.cursor.fetchall()
    found.close()
    return rows


@knowing_all
def earlier_pairs(tx: Transaction, scheme_id: UUID | None = None) -> Pairs:
    """(mentor, newcomer) of everybody who is or was a pair, in any scheme or in one."""
    p = pairings_table.c
    asked = select(p.mentor_id, p.newcomer_id).where(p.deleted_at.is_(None))
    return _pairs(tx, asked if scheme_id is None else asked.where(p.scheme_id == scheme_id))


def forbidden_pairs(tx: Transaction) -> Pairs:
    """(mentor, newcomer) whom the office has forbidden."""
    f = forbidden_pairs_table.c
    return _pairs(tx, select(f.mentor_id, f.newcomer_id).where(f.deleted_at.is_(None)))


def ties(tx: Transaction) -> frozenset[tuple[UUID, UUID, TieKind]]:
    """Persons who are not to be a pair for what binds them, as far as that may be told."""
    t = ties_table.c
    asked = select(t.person_id, t.other_id, t.kind).where(t.deleted_at.is_(None))
    found = tx.connection.execute(asked).all()
    levels = shields.protections(tx) if found else {}

    def told(one: UUID, other: UUID, kind: TieKind) -> TieKind:
        both = (levels.get(person, Protection.NONE) for person in (one, other))
        return told_kind(kind, strictest(both))

    return frozenset((one, other, told(one, other, kind)) for one, other, kind in found)


@knowing_all
def sent(tx: Transaction) -> list[tuple[UUID, UUID, UUID]]:
    """(scheme, mentor, newcomer) of the proposals that wait for an answer."""
    p = proposals_table.c
    asked = select(p.scheme_id, p.mentor_id, p.newcomer_id).where(
        p.deleted_at.is_(None), p.status == ProposalStatus.SENT
    )
    return [(scheme, mentor, newcomer) for scheme, mentor, newcomer in tx.connection.execute(asked)]


def locked(tx: Transaction, scheme_id: UUID) -> Pairs:
    """(mentor, newcomer) of the scheme's drafts that somebody locked."""
    p = proposals_table.c
    asked = select(p.mentor_id, p.newcomer_id).where(
        p.deleted_at.is_(None),
        p.scheme_id == scheme_id,
        p.status == ProposalStatus.DRAFT,
        p.locked.is_(True),
    )
    return _pairs(tx, asked)


def _pairs(tx: Transaction, asked: Select[UUID, UUID]) -> Pairs:
    return frozenset((one, other) for one, other in tx.connection.execute(asked))


@dataclass(frozen=True, slots=True)
class Draft:
    """What a run needs to know of an earlier one's proposal."""

    id: UUID
    version: int
    mentor_id: UUID
    newcomer_id: UUID
    locked: bool


def drafts(tx: Transaction, scheme_id: UUID) -> list[Draft]:
    """The scheme's proposals that nobody has decided on or sent."""
    p = proposals_table.c
    asked = select(p.id, p.version, p.mentor_id, p.newcomer_id, p.locked).where(
        p.deleted_at.is_(None), p.scheme_id == scheme_id, p.status == ProposalStatus.DRAFT
    )
    return [Draft(*row) for row in tx.connection.execute(asked)]
