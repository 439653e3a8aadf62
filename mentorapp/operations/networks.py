"""Network and language in use: ask three times, tell how it went."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity, capped
from mentorapp.domain.networks import (
    AlreadyAsked,
    NetworkCheck,
    NetworkFigures,
    NetworkStage,
    check_network_check,
    network_due,
    network_figures,
)
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.questionnaires import PAGES, STAGES
from mentorapp.domain.text import clean
from mentorapp.operations import free_text, looks, questionnaires_due
from mentorapp.operations.intention import counts_all, intention
from mentorapp.operations.roles import people_behind
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction

#: The page on which each stage is asked about too.
_PAGES = {STAGES[moment]: page for moment, page in PAGES.items()}


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """An answer with the person it is from and the pairing it belongs to (0: none)."""

    check: NetworkCheck
    number: int
    name: str
    pairing_number: int

    @property
    def id(self) -> UUID:
        """Of the answer."""
        return self.check.id


@dataclass(frozen=True, slots=True)
class NetworkDue:
    """A question that should have been asked by ``due``."""

    pairing_id: UUID
    pairing_number: int
    person_id: UUID
    number: int
    name: str
    stage: NetworkStage
    due: date


@intention
def save(tx: Transaction, check: NetworkCheck, today: date) -> NetworkCheck:
    """Note an answer, or mend it; each stage of a pairing is asked once."""
    check = replace(check, note=clean(check.note))
    check_network_check(check, today)
    records.get(tx, Person, check.person_id)
    free_text.check(tx, check, check.person_id)
    if check.pairing_id is not None:
        _check_of_pairing(tx, check, check.pairing_id)
    if records.find(tx, NetworkCheck, id=check.id):
        return records.amend(tx, check)
    return records.add(tx, check)


@intention
def remove(tx: Transaction, check_id: UUID) -> NetworkCheck:
    """Delete an answer; returns it, for ``restore``."""
    check = records.get(tx, NetworkCheck, check_id)
    records.remove(tx, check)
    return check


@intention
def restore(tx: Transaction, check: NetworkCheck) -> NetworkCheck:
    """Undo ``remove``."""
    return records.restore(tx, check)


def of_person(tx: Transaction, person_id: UUID) -> list[NetworkRow]:
    """Somebody's answers, newest first."""
    return _rows(tx, records.find(tx, NetworkCheck, person_id=person_id))


def all_rows(tx: Transaction) -> list[NetworkRow]:
    """Every answer, newest first."""
    return _rows(tx, records.find(tx, NetworkCheck))


def for_list(tx: Transaction) -> list[NetworkRow]:
    """As ``all_rows``, without notes about the protected."""
    protected = shields.protections(tx)
    rows = all_rows(tx)
    looks.listed(tx, "networks.for_list", [row.check.person_id for row in rows])
    return [
        replace(row, check=replace(row.check, note="")) if row.check.person_id in protected else row
        for row in rows
    ]


def due(tx: Transaction, today: date, person_id: UUID | None = None) -> list[NetworkDue]:
    """What has not been asked, the longest overdue first; of one person or of all."""
    if person_id is None:
        pairings = records.find(tx, Pairing)
    else:
        roles = {one.id for one in records.find(tx, Newcomer, person_id=person_id)}
        pairings = records.find(tx, Pairing, newcomer_id=roles)
    asked = defaultdict(set)
    for check in records.find(tx, NetworkCheck):
        asked[check.pairing_id].add(check.stage)
    wanted = [
        (pairing, network)
        for pairing in pairings
        for network in [network_due(pairing, asked[pairing.id], today)]
        if network is not None
    ]
    # Few are due, and Today asks each time it is shown: the others' people are not read.
    newcomers = records.find(tx, Newcomer, id={pairing.newcomer_id for pairing, _ in wanted})
    people = people_behind(tx, [], newcomers)
    by_role = {one.id: people[one.person_id] for one in newcomers}
    found = [
        NetworkDue(pairing.id, pairing.number, person.id, person.number, person.name, stage, since)
        for pairing, (stage, since) in wanted
        if (person := by_role.get(pairing.newcomer_id)) is not None
    ]
    return sorted(found, key=lambda one: (one.due, one.pairing_number))


def attention(tx: Transaction, today: date) -> tuple[Attention, ...]:
    """The questions for the list of the day; ``detail`` is the stage.

    What was put on paper is not asked a second time.
    """
    wanted = due(tx, today)
    out = questionnaires_due.given_out(tx, {one.pairing_id for one in wanted})
    return capped(
        Attention(
            kind=AttentionKind.NETWORK_QUESTION,
            severity=Severity.CALM,
            who=one.name,
            days=(today - one.due).days,
            subject_id=one.pairing_id,
            pairing_id=one.pairing_id,
            pairing_number=one.pairing_number,
            detail=one.stage.value,
            person_id=one.person_id,
        )
        for one in wanted
        if (one.pairing_id, one.person_id, _PAGES[one.stage]) not in out
    )


@counts_all
def figures(tx: Transaction, first: date, last: date, today: date) -> NetworkFigures:
    """How networks and language in use went, of pairings asked at the end in the period."""
    return network_figures(records.find(tx, NetworkCheck), first, min(last, today))


def _check_of_pairing(tx: Transaction, check: NetworkCheck, pairing_id: UUID) -> None:
    pairing = records.get(tx, Pairing, pairing_id)
    if records.get(tx, Newcomer, pairing.newcomer_id).person_id != check.person_id:
        raise InvalidField("pairing", Problem.UNKNOWN_VALUE, str(pairing.number))
    if check.asked_on < pairing.agreed_on:
        raise InvalidField("asked_on", Problem.BEFORE_START, check.asked_on.isoformat())
    others = records.find(tx, NetworkCheck, pairing_id=pairing_id, stage=check.stage)
    for other in others:
        if other.id != check.id:
            raise AlreadyAsked(pairing.number, other.asked_on)


def _rows(tx: Transaction, checks: list[NetworkCheck]) -> list[NetworkRow]:
    people = records.by_id(records.find(tx, Person, id={one.person_id for one in checks}))
    pairings = records.by_id(
        records.find(tx, Pairing, id={one.pairing_id for one in checks if one.pairing_id})
    )
    return [
        NetworkRow(
            check,
            people[check.person_id].number,
            people[check.person_id].name,
            pairings[check.pairing_id].number if check.pairing_id in pairings else 0,
        )
        for check in sorted(checks, key=lambda one: (one.asked_on, one.id), reverse=True)
    ]
