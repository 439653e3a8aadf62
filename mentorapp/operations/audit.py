"""Looking at the audit: who did what, who saw whom, and whether anybody tampered with it.

It tells nobody's name but of those who work in the office: records stand in it with their number.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from mentorapp.domain import audit_chain
from mentorapp.domain.accounts import Right
from mentorapp.domain.audit import AuditEntry, Did, Wanted
from mentorapp.domain.audit_chain import End, Verdict, code_of
from mentorapp.domain.audit_lines import AuditLine, Lines
from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.operations.intention import asking
from mentorapp.storage import audit_chain as stored_chain
from mentorapp.storage import audit_lines, records
from mentorapp.storage.database import Transaction
from mentorapp.storage.tables import MIRRORS

#: More lines than anybody reads; whoever needs others names a shorter time.
MOST = 2_000

_KINDS = {table.name: records.kind_of(kind) for kind, table in MIRRORS.items()}
_SEEN = (Did.SEEN, Did.LISTED, Did.PRINTED, Did.EXPORTED)


@asking(Right.AUDIT)
def lines(tx: Transaction, wanted: Wanted, most: int = MOST) -> Lines:
    """What was done in the office."""
    since, until = _midnight(wanted.first), _midnight(wanted.last + timedelta(days=1))
    found = audit_lines.newest(tx, since, until, wanted.actor, wanted.changes, most + 1)
    told = found[:most]
    return Lines(_told(tx, told), len(found) > most, tuple(audit_lines.actors(tx)))


@asking(Right.READ)
def who_saw(tx: Transaction, person_id: UUID) -> tuple[AuditLine, ...]:
    """Who looked at somebody, alone, in a list or on paper, the newest first; NotFound.

    Looks at the screen are noted of protected people alone.
    """
    records.get(tx, Person, person_id)
    mentors = records.find(tx, Mentor, person_id=person_id)
    newcomers = records.find(tx, Newcomer, person_id=person_id)
    pairings = [
        *records.find(tx, Pairing, mentor_id=[one.id for one in mentors]),
        *records.find(tx, Pairing, newcomer_id=[one.id for one in newcomers]),
    ]
    mine = {person_id, *(one.id for one in (*mentors, *newcomers, *pairings))}
    letters = {
        one.id: one.kind
        for one in (
            *records.find(tx, LetterIssued, person_id=person_id),
            *records.find(tx, LetterIssued, pairing_id=[one.id for one in pairings]),
        )
    }
    found = [
        *audit_lines.about(tx, mine, _SEEN),
        *audit_lines.about(tx, letters, (Did.ADDED,)),
    ]
    return tuple(
        replace(one, letter=letters.get(one.entry.record_id))
        for one in _told(tx, sorted(found, key=lambda entry: entry.seq, reverse=True))
    )


@asking(Right.FIGURES)
def verify(tx: Transaction, noted: Collection[End] = ()) -> Verdict:
    """Follow the chain from its first line; ``noted`` are ends that were written down elsewhere."""
    return audit_chain.verify(stored_chain.key(tx), stored_chain.raw(tx), noted)


@asking(Right.FIGURES)
def end(tx: Transaction) -> End:
    """Where the audit ends now."""
    return stored_chain.end(tx)


@asking(Right.FIGURES)
def end_before(tx: Transaction, day: date) -> End:
    """Where the audit ended when the day began: the same for every paper of one day."""
    return stored_chain.end_before(tx, _midnight(day))


@asking(Right.FIGURES)
def with_code(tx: Transaction, code: str) -> End | None:
    """The line whose code stands on a paper; none where it is gone or was written anew."""
    for seq, mac in audit_lines.codes(tx):
        if code_of(mac) == code:
            return End(seq, mac)
    return None


@asking(Right.FIGURES)
def begins(tx: Transaction) -> date | None:
    """The day of the first line that is there."""
    first = audit_lines.first_at(tx)
    return None if first is None else first.astimezone().date()


def _told(tx: Transaction, entries: Collection[AuditEntry]) -> tuple[AuditLine, ...]:
    numbers = audit_lines.numbers(tx, entries)
    return tuple(
        AuditLine(one, _KINDS.get(one.record, ""), numbers.get(one.record_id, 0)) for one in entries
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min).astimezone().astimezone(UTC)
