"""What people, pairings, letters and placements are found by, read as bare columns.

No record is made of them: a search needs a tenth of the fields of everybody there is. Ids, choices
and days are the texts that the file has. Rows come some thousand at a time, so that another thread
that shows a window is not held up.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, Text, cast, select

from mentorapp.storage.database import Transaction
from mentorapp.storage.pair_tables import letters_issued_table, pairings_table
from mentorapp.storage.tables import (
    contact_details_table,
    mentors_table,
    newcomers_table,
    people_table,
)
from mentorapp.storage.work_tables import placements_table

_AT_A_TIME = 2_000

_P, _C = people_table.c, contact_details_table.c
_M, _N, _PAIRS = mentors_table.c, newcomers_table.c, pairings_table.c
_MENTOR, _NEWCOMER = people_table.alias("mentor_person"), people_table.alias("newcomer_person")


def people(tx: Transaction) -> Iterator[Sequence[Any]]:
    """Id, number, given, family, preferred and native name, phone, status of either role."""
    asked = (
        select(
            _text(_P.id),
            _P.number,
            _P.given_name,
            _P.family_name,
            _P.preferred_name,
            _P.native_name,
            _C.phone,
            _text(_M.status),
            _text(_N.status),
        )
        .select_from(
            people_table.outerjoin(contact_details_table, _live(contact_details_table))
            .outerjoin(mentors_table, _live(mentors_table))
            .outerjoin(newcomers_table, _live(newcomers_table))
        )
        .where(_P.deleted_at.is_(None), _P.anonymised_on.is_(None))
        .order_by(_P.given_name, _P.family_name, _P.number)
    )
    return _rows(tx, asked)


def pairings(tx: Transaction) -> Iterator[Sequence[Any]]:
    """Id, number, status, scheme's id, then of newcomer and mentor given and family name and the
    person's id; newest first.
    """
    asked = (
        select(
            _text(_PAIRS.id),
            _PAIRS.number,
            _text(_PAIRS.status),
            _text(_PAIRS.scheme_id),
            _NEWCOMER.c.given_name,
            _NEWCOMER.c.family_name,
            _text(_NEWCOMER.c.id),
            _MENTOR.c.given_name,
            _MENTOR.c.family_name,
            _text(_MENTOR.c.id),
        )
        .select_from(
            pairings_table.join(newcomers_table, _N.id == _PAIRS.newcomer_id)
            .join(_NEWCOMER, _NEWCOMER.c.id == _N.person_id)
            .join(mentors_table, _M.id == _PAIRS.mentor_id)
            .join(_MENTOR, _MENTOR.c.id == _M.person_id)
        )
        .where(_PAIRS.deleted_at.is_(None))
        .order_by(_PAIRS.number.desc())
    )
    return _rows(tx, asked)


def letters(tx: Transaction) -> Iterator[Sequence[Any]]:
    """Id, kind, moment, given and family name, the person's id, number of the pairing or None;
    newest first. Those to organisations are found by the organisation.
    """
    letter = letters_issued_table.c
    asked = (
        select(
            _text(letter.id),
            _text(letter.kind),
            _text(letter.issued_at),
            _P.given_name,
            _P.family_name,
            _text(_P.id),
            _PAIRS.number,
        )
        .select_from(
            letters_issued_table.join(people_table, _P.id == letter.person_id).outerjoin(
                pairings_table, _PAIRS.id == letter.pairing_id
            )
        )
        .where(letter.deleted_at.is_(None))
        .order_by(letter.issued_at.desc())
    )
    return _rows(tx, asked)


def placements(tx: Transaction) -> Iterator[Sequence[Any]]:
    """Id, number, kind, first and last day, given and family name, person's and organisation's id;
    newest first.
    """
    placement = placements_table.c
    asked = (
        select(
            _text(placement.id),
            placement.number,
            _text(placement.kind),
            _text(placement.started_on),
            _text(placement.ended_on),
            _P.given_name,
            _P.family_name,
            _text(_P.id),
            _text(placement.organisation_id),
        )
        .select_from(placements_table.join(people_table, _P.id == placement.person_id))
        .where(placement.deleted_at.is_(None))
        .order_by(placement.started_on.desc(), placement.number.desc())
    )
    return _rows(tx, asked)


def _text(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return cast(column, Text)


def _live(table: Table) -> ColumnElement[bool]:
    return (table.c.person_id == _P.id) & table.c.deleted_at.is_(None)


def _rows(tx: Transaction, asked: Select[Any]) -> Iterator[Sequence[Any]]:
    """As the driver gives them: there is nothing in them that SQLAlchemy has to make."""
    found = tx.connection.execute(asked)
    assert found.cursor is not None  # noqa: S101 - for the type checker
    while part := found.cursor.fetchmany(_AT_A_TIME):
        yield from part
    found.close()
