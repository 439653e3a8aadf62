"""Ties between two people who must not be a pair: see, add, take away, and bring back.

A tie holds both ways, so there is one record for two people, whoever of them it was noted at.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import NotFound
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Proposal
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.ties import Tie, TieKind, check_tie, told_kind
from mentorapp.operations import pairing
from mentorapp.operations.intention import intention
from mentorapp.operations.proposal_rows import OPEN
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie as one of the two sees it: who the other is; ``kind`` is what may be told of it."""

    tie: Tie
    person_id: UUID
    number: int
    name: str
    kind: TieKind


@dataclass(frozen=True, slots=True)
class Tied:
    """What came of a tie: so many open proposals were dropped; ``running`` are the numbers of the
    pairings of the two, which go on until somebody ends them.
    """

    tie: Tie
    discarded: int
    running: tuple[int, ...]


def of_person(tx: Transaction, person_id: UUID) -> list[TieRow]:
    """Everybody the person must not be paired with, by name; deleted people aside."""
    ties = {
        one.other_id if one.person_id == person_id else one.person_id: one
        for one in (
            *records.find(tx, Tie, person_id=person_id),
            *records.find(tx, Tie, other_id=person_id),
        )
    }
    levels = shields.protections(tx) if ties else {}
    rows = [
        TieRow(
            tie=ties[other.id],
            person_id=other.id,
            number=other.number,
            name=other.name,
            kind=told_kind(ties[other.id].kind, _level(levels, person_id, other.id)),
        )
        for other in records.find(tx, Person, id=ties)
    ]
    return sorted(rows, key=lambda row: (row.name.casefold(), row.number))


@intention
def add(tx: Transaction, person_id: UUID, other_id: UUID, kind: TieKind, today: date) -> Tied:
    """These two are never a pair. Noted twice it is one tie, of the kind said last.

    What is proposed and undecided between them is dropped. Raises InvalidField and NotFound.
    """
    level = _level(shields.protections(tx), person_id, other_id)
    for one in (person_id, other_id):
        records.get(tx, Person, one)
    known = _between(tx, person_id, other_id)
    tie = (
        replace(known[0], kind=kind)
        if known
        else Tie(person_id=person_id, other_id=other_id, kind=kind)
    )
    check_tie(tie, level)
    tie = records.amend(tx, tie) if known else records.add(tx, tie)
    return Tied(tie, _discard(tx, person_id, other_id, today), _running(tx, person_id, other_id))


@intention
def remove(tx: Transaction, tie: Tie) -> Tie:
    """They may be proposed to each other again; returns the tie for ``restore``.

    Raises ChangedMeanwhile.
    """
    records.remove(tx, tie)
    return tie


@intention
def remove_between(tx: Transaction, person_id: UUID, other_id: UUID) -> Tie:
    """``remove`` by the two people; NotFound when nothing ties them."""
    known = _between(tx, person_id, other_id)
    if not known:
        numbers = (records.get(tx, Person, one).number for one in (person_id, other_id))
        raise NotFound("tie", "–".join(map(str, numbers)))
    return remove(tx, known[0])


@intention
def restore(tx: Transaction, tie: Tie, today: date) -> Tied:
    """Undo ``remove``; what was proposed meanwhile is dropped again."""
    if not _between(tx, tie.person_id, tie.other_id):
        records.restore(tx, tie)
    one, other = tie.person_id, tie.other_id
    return Tied(tie, _discard(tx, one, other, today), _running(tx, one, other))


def _between(tx: Transaction, one: UUID, other: UUID) -> list[Tie]:
    return [
        *records.find(tx, Tie, person_id=one, other_id=other),
        *records.find(tx, Tie, person_id=other, other_id=one),
    ]


def _level(levels: Mapping[UUID, Protection], one: UUID, other: UUID) -> Protection:
    return strictest(levels.get(person, Protection.NONE) for person in (one, other))


def _roles(tx: Transaction, one: UUID, other: UUID) -> list[dict[str, list[UUID]]]:
    """Mentor and newcomer ids of the two, for either being the mentor."""
    return [
        {
            "mentor_id": [role.id for role in records.find(tx, Mentor, person_id=mentor)],
            "newcomer_id": [role.id for role in records.find(tx, Newcomer, person_id=newcomer)],
        }
        for mentor, newcomer in ((one, other), (other, one))
    ]


def _discard(tx: Transaction, one: UUID, other: UUID, today: date) -> int:
    open_ones = [
        proposal
        for roles in _roles(tx, one, other)
        for proposal in records.find(tx, Proposal, **roles)
        if proposal.status in OPEN
    ]
    for proposal in open_ones:
        pairing.discard(tx, proposal.id, today)
    return len(open_ones)


def _running(tx: Transaction, one: UUID, other: UUID) -> tuple[int, ...]:
    return tuple(
        pair.number
        for roles in _roles(tx, one, other)
        for pair in records.find(tx, Pairing, **roles)
        if pair.is_running
    )
