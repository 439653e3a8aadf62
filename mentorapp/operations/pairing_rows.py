"""Pairings as the lines of a list, with the names and days to show beside them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from mentorapp.domain.absences import Absence, StandIn, stand_in_for
from mentorapp.domain.follow_up import Severity, pair_attention
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.office import Office
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import (
    Fit,
    Pairing,
    PairingStatus,
    Responsibility,
    Side,
)
from mentorapp.domain.people import Person
from mentorapp.domain.projects import Project
from mentorapp.domain.proposals import Reason, points_without_location, without_location
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import looks, offices, responsible
from mentorapp.operations.roles import people_behind
from mentorapp.storage import records, shields, tallies
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class PairingRow:
    """A line of the list. ``severity`` is CALM unless the pair is silent or never met.

    ``score``, ``reasons``, ``points`` and ``weights`` are the proposal's as they were, places aside
    where somebody is protected. ``project`` is its name, ``organisation`` that of the mentor's,
    empty when the mentor is protected. ``away`` is who answers for the coordinator of a running
    pair who is not there.
    """

    id: UUID
    number: int
    scheme: Scheme
    mentor_name: str
    newcomer_name: str
    mentor_person_id: UUID
    newcomer_person_id: UUID
    status: PairingStatus
    agreed_on: date
    planned_end: date | None
    ended_on: date | None
    last_meeting: date | None
    meetings: int
    minutes: int
    next_follow_up: date | None
    coordinator: str
    fit: Fit
    severity: Severity
    protection: Protection
    score: int = 0
    reasons: tuple[Reason, ...] = ()
    points: Mapping[str, int] = field(default_factory=dict, hash=False)
    weights: Mapping[str, str] = field(default_factory=dict, hash=False)
    mentor_side: Side = Side.PERSON
    newcomer_side: Side = Side.PERSON
    project: str = ""
    organisation: str = ""
    away: StandIn | None = None

    @property
    def who(self) -> str:
        """Both names, newcomer first."""
        return f"{self.newcomer_name} – {self.mentor_name}"


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows are made of, read once for all of them; people are by role id."""

    people: Mapping[UUID, Person]
    schemes: Mapping[UUID, Scheme]
    contact: Mapping[UUID, tallies.Contact]
    due: Mapping[UUID, date]
    turns: Mapping[UUID, Responsibility]
    absences: Sequence[Absence]
    organisations: Mapping[UUID, str]
    levels: Mapping[UUID, Protection]
    projects: Mapping[UUID, str]
    limits: Office


def rows_of(tx: Transaction, pairings: Iterable[Pairing], today: date) -> list[PairingRow]:
    """The lines of these pairings, by number."""
    wanted = sorted(pairings, key=lambda pairing: pairing.number)
    known = _known(tx, wanted)
    return [_row(known, pairing, today) for pairing in wanted]


def _known(tx: Transaction, pairings: Collection[Pairing]) -> _Known:
    mentors = records.find(tx, Mentor, id={one.mentor_id for one in pairings})
    newcomers = records.find(tx, Newcomer, id={one.newcomer_id for one in pairings})
    people = people_behind(tx, mentors, newcomers)
    looks.listed(tx, "pairings.rows", people)
    organisations = {one.id: one.name for one in records.find(tx, Organisation)}
    return _Known(
        people={
            **{one.id: people[one.person_id] for one in mentors},
            **{one.id: people[one.person_id] for one in newcomers},
        },
        schemes=records.by_id(records.find(tx, Scheme)),
        contact=tallies.contact(tx),
        due=tallies.next_follow_ups(tx),
        turns=responsible.last_turns(tx),
        absences=records.find(tx, Absence),
        organisations={
            one.id: organisations.get(one.organisation_id, "")
            for one in mentors
            if one.organisation_id is not None
        },
        levels=shields.protections(tx),
        projects={one.id: one.name for one in records.find(tx, Project)},
        limits=offices.read(tx),
    )


def _row(known: _Known, pairing: Pairing, today: date) -> PairingRow:
    mentor, newcomer = known.people[pairing.mentor_id], known.people[pairing.newcomer_id]
    contact = known.contact.get(pairing.id, tallies.Contact())
    scheme = known.schemes[pairing.scheme_id]
    attention = pair_attention(pairing, "", contact.last, today, known.limits, scheme)
    level = strictest(known.levels.get(one.id, Protection.NONE) for one in (mentor, newcomer))
    shielded = mentor.id in known.levels
    turn = known.turns.get(pairing.id)
    away = None
    if turn is not None and pairing.is_running and known.absences:
        away = stand_in_for(turn.coordinator, known.absences, today, turn.stand_in)
    return PairingRow(
        id=pairing.id,
        number=pairing.number,
        scheme=scheme,
        mentor_name=mentor.name,
        newcomer_name=newcomer.name,
        mentor_person_id=mentor.id,
        newcomer_person_id=newcomer.id,
        status=pairing.status,
        agreed_on=pairing.agreed_on,
        planned_end=pairing.planned_end,
        ended_on=pairing.ended_on,
        last_meeting=contact.last,
        meetings=contact.meetings,
        minutes=contact.minutes,
        next_follow_up=known.due.get(pairing.id) if pairing.is_running else None,
        coordinator=turn.coordinator if turn else "",
        fit=pairing.fit,
        severity=attention.severity if attention else Severity.CALM,
        protection=level,
        score=pairing.score,
        reasons=without_location(pairing.reasons, level),
        points=points_without_location(pairing.points, level),
        weights=pairing.weights,
        mentor_side=pairing.mentor_side,
        newcomer_side=pairing.newcomer_side,
        project=known.projects.get(pairing.project_id, "") if pairing.project_id else "",
        away=away,
        organisation="" if shielded else known.organisations.get(pairing.mentor_id, ""),
    )
