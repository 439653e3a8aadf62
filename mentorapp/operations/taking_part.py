"""In which schemes people are, wait or could be: somebody may be in several at once."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer
from mentorapp.domain.pairings import Pairing, PairingStatus
from mentorapp.domain.schemes import Scheme, in_language
from mentorapp.domain.taking_part import NOTHING_HAD, Had, Openness, takes_part
from mentorapp.operations import schemes
from mentorapp.operations.intention import counts_all
from mentorapp.operations.pairing_rows import PairingRow, rows_of
from mentorapp.storage import records, tallies
from mentorapp.storage.database import Transaction
from mentorapp.storage.scopes import knowing_all


@dataclass(frozen=True, slots=True)
class SchemeOfPerson:
    """A scheme somebody is, was or could be in; ``other`` is the other half of the pair.

    ``since`` is the pair's first day, or the registration of somebody who waits or is open.
    """

    scheme: Scheme
    as_mentor: bool
    standing: PairingStatus | Openness
    since: date
    until: date | None = None
    other: str = ""
    other_person_id: UUID | None = None
    pairing_id: UUID | None = None
    pairing_number: int = 0

    def role_word(self, language: str) -> str:
        """What the scheme calls the person's role."""
        titles = self.scheme.mentor_titles if self.as_mentor else self.scheme.newcomer_titles
        return in_language(titles, language)


@dataclass(frozen=True, slots=True)
class SchemeTally:
    """How many persons a scheme has. ``waiting`` have no running pairing at all, ``waiting_beside``
    are paired in another scheme and named this one; whoever is open to several counts in each.
    """

    running: int
    waiting: int
    waiting_beside: int


@knowing_all
def had_by_newcomer(tx: Transaction, newcomers: Collection[UUID] | None = None) -> dict[UUID, Had]:
    """The schemes that newcomers are in or have completed; those with neither are left out."""
    keys = {scheme.id: scheme.key for scheme in schemes.all_schemes(tx)}
    some = {} if newcomers is None else {"newcomer_id": newcomers}
    running: dict[UUID, set[str]] = {}
    completed: dict[UUID, set[str]] = {}
    for one in records.find(tx, Pairing, **some):
        if one.is_running:
            running.setdefault(one.newcomer_id, set()).add(keys[one.scheme_id])
        elif one.status is PairingStatus.COMPLETED:
            completed.setdefault(one.newcomer_id, set()).add(keys[one.scheme_id])
    return {
        newcomer: Had(frozenset(running.get(newcomer, ())), frozenset(completed.get(newcomer, ())))
        for newcomer in running.keys() | completed.keys()
    }


@knowing_all
def had(tx: Transaction, newcomer_id: UUID) -> Had:
    """The same for one newcomer."""
    return had_by_newcomer(tx, [newcomer_id]).get(newcomer_id, NOTHING_HAD)


def those_taking_part(
    tx: Transaction, newcomers: Iterable[Newcomer], scheme: Scheme
) -> list[Newcomer]:
    """The newcomers whom a run of the scheme would look at."""
    known = had_by_newcomer(tx)
    return [
        one
        for one in newcomers
        if takes_part(one.status, one.schemes, scheme.key, known.get(one.id, NOTHING_HAD))
    ]


@counts_all
def tallies_by_scheme(tx: Transaction) -> dict[UUID, SchemeTally]:
    """Every scheme's counts, by its id."""
    running = Counter(one.scheme_id for one in records.find(tx, Pairing) if one.is_running)
    newcomers = records.find(tx, Newcomer)
    found = {}
    for scheme in schemes.all_schemes(tx):
        looked_at = those_taking_part(tx, newcomers, scheme)
        first = sum(one.status in TO_BE_PAIRED for one in looked_at)
        found[scheme.id] = SchemeTally(running[scheme.id], first, len(looked_at) - first)
    return found


def of_person(tx: Transaction, person_id: UUID, today: date) -> list[SchemeOfPerson]:
    """All schemes of a person: pairs that run or ran, the newest first, then what is open."""
    mentor = next(iter(records.find(tx, Mentor, person_id=person_id)), None)
    newcomer = next(iter(records.find(tx, Newcomer, person_id=person_id)), None)
    pairings = [
        *(records.find(tx, Pairing, mentor_id=mentor.id) if mentor else ()),
        *(records.find(tx, Pairing, newcomer_id=newcomer.id) if newcomer else ()),
    ]
    rows = rows_of(tx, {one.id: one for one in pairings}.values(), today)
    rows.sort(key=lambda row: (row.ended_on is None, row.agreed_on), reverse=True)
    offered = schemes.all_schemes(tx, active_only=True)
    found = [_in_pair(row, person_id) for row in rows]
    if newcomer:
        found += _as_newcomer(tx, newcomer, offered)
    if mentor:
        found += _as_mentor(tx, mentor, offered)
    return found


def _in_pair(row: PairingRow, person_id: UUID) -> SchemeOfPerson:
    as_mentor = row.mentor_person_id == person_id
    return SchemeOfPerson(
        scheme=row.scheme,
        as_mentor=as_mentor,
        standing=row.status,
        since=row.agreed_on,
        until=row.ended_on,
        other=row.newcomer_name if as_mentor else row.mentor_name,
        other_person_id=row.newcomer_person_id if as_mentor else row.mentor_person_id,
        pairing_id=row.id,
        pairing_number=row.number,
    )


def _as_newcomer(
    tx: Transaction, newcomer: Newcomer, offered: Collection[Scheme]
) -> list[SchemeOfPerson]:
    known = had(tx, newcomer.id)
    found = []
    for scheme in offered:
        named = scheme.key in newcomer.schemes
        if takes_part(newcomer.status, newcomer.schemes, scheme.key, known):
            standing = Openness.WAITING if named else Openness.OPEN
        elif named and scheme.key not in known.running | known.completed:
            standing = Openness.CHOSEN
        else:
            continue
        found.append(SchemeOfPerson(scheme, False, standing, newcomer.registered_on))
    return found


def _as_mentor(
    tx: Transaction, mentor: Mentor, offered: Collection[Scheme]
) -> list[SchemeOfPerson]:
    free = mentor.capacity > tallies.running_by_mentor(tx).get(mentor.id, 0)
    ready = mentor.status is MentorStatus.APPROVED and free
    return [
        SchemeOfPerson(
            scheme, True, Openness.OPEN if ready else Openness.CHOSEN, mentor.registered_on
        )
        for scheme in offered
        if scheme.key in mentor.schemes or (ready and not mentor.schemes)
    ]
