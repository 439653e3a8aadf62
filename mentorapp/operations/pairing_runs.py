"""Kept pairing runs, read back: why somebody was paired then, or was not.

What is told follows the protection of today, whatever it was when the run was held.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from mentorapp.domain.errors import NotFound
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.numbers import NumberKind, read_number
from mentorapp.domain.pairing_runs import (
    Goal,
    PairingRun,
    PairingRunDetails,
    RunCandidate,
    RunLeftOver,
    RunOutcome,
    RunPair,
)
from mentorapp.domain.people import Person
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme
from mentorapp.matching.scores import full_score
from mentorapp.operations.roles import people_behind
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction

#: What was counted under these tells how far away somebody lives.
_OF_PLACES = frozenset({Obstacle.TOO_FAR, Obstacle.DISTANCE_UNKNOWN})


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One run in a list of them."""

    run: PairingRun
    scheme: Scheme


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run with all that was kept of it; ``people`` are by role id, those erased are not there."""

    run: PairingRun
    scheme: Scheme
    outcome: RunOutcome
    people: Mapping[UUID, Person]

    def name(self, role_id: UUID) -> str:
        """Empty for somebody who was erased since."""
        person = self.people.get(role_id)
        return person.name if person else ""

    @property
    def full_score(self) -> int:
        """The most that one pair could score under the weights of the run."""
        return full_score(self.run.weights)

    @property
    def names(self) -> Mapping[UUID, str]:
        return {role_id: person.name for role_id, person in self.people.items()}


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What a run made of one newcomer: a pair or why none, and whom else it had looked at.

    Neither pair nor left over: the newcomer was not in the run.
    """

    newcomer_id: UUID
    pair: RunPair | None
    left_over: RunLeftOver | None
    candidates: tuple[RunCandidate, ...]


def kept_runs(tx: Transaction, scheme_id: UUID | None = None) -> list[KeptRow]:
    """All runs, or those of a scheme, the newest first."""
    wanted = {} if scheme_id is None else {"scheme_id": scheme_id}
    schemes = records.by_id(records.find(tx, Scheme))
    rows = [KeptRow(run, schemes[run.scheme_id]) for run in records.find(tx, PairingRun, **wanted)]
    return sorted(rows, key=lambda row: row.run.number, reverse=True)


def last_run_id(tx: Transaction, scheme_id: UUID) -> UUID | None:
    """The newest run of the scheme; None before the first."""
    held = records.find(tx, PairingRun, scheme_id=scheme_id)
    return max(held, key=lambda run: run.number).id if held else None


def last_goal(tx: Transaction, scheme_id: UUID) -> Goal:
    """What the newest run of the scheme aimed at; MOST before the first."""
    rows = kept_runs(tx, scheme_id)
    return rows[0].run.goal if rows else Goal.MOST


def kept_run(tx: Transaction, text: str) -> KeptRun:
    """The run with this number; NumberMistyped, NumberOfAnotherKind or NotFound."""
    found = records.find(tx, PairingRun, number=read_number(text, NumberKind.RUN))
    if not found:
        raise NotFound("pairing_run", text)
    run = found[0]
    details = records.find(tx, PairingRunDetails, run_id=run.id)
    outcome = RunOutcome.from_text(details[0].outcome) if details else RunOutcome((), ())
    people = _people(tx, outcome)
    levels = shields.protections(tx)
    shielded = {
        role_id: levels.get(person.id, Protection.NONE) for role_id, person in people.items()
    }
    return KeptRun(
        run,
        records.get(tx, Scheme, run.scheme_id),
        _shielded(outcome, shielded, mentors_hide=bool(records.find(tx, Mentor, person_id=levels))),
        people,
    )


def answer_for(kept: KeptRun, newcomer_id: UUID) -> KeptAnswer:
    """What the run made of one newcomer."""
    outcome = kept.outcome
    return KeptAnswer(
        newcomer_id,
        next((one for one in outcome.pairs if one.newcomer_id == newcomer_id), None),
        next((one for one in outcome.left_over if one.role_id == newcomer_id), None),
        tuple(one for one in outcome.candidates if one.newcomer_id == newcomer_id),
    )


def pairs_of_mentor(kept: KeptRun, mentor_id: UUID) -> tuple[RunPair, ...]:
    """Whom the run proposed to a mentor; which mentors got nobody is not kept."""
    return tuple(one for one in kept.outcome.pairs if one.mentor_id == mentor_id)


def _people(tx: Transaction, outcome: RunOutcome) -> Mapping[UUID, Person]:
    newcomer_ids = {
        *(one.newcomer_id for one in outcome.pairs),
        *(one.role_id for one in outcome.left_over),
        *(one.newcomer_id for one in outcome.candidates),
    }
    mentor_ids = {
        *(one.mentor_id for one in outcome.pairs),
        *(one.mentor_id for one in outcome.candidates),
    }
    mentors = records.find(tx, Mentor, id=mentor_ids)
    newcomers = records.find(tx, Newcomer, id=newcomer_ids)
    people = people_behind(tx, mentors, newcomers)
    holders = {one.id: one.person_id for one in mentors}
    holders |= {one.id: one.person_id for one in newcomers}
    return {role_id: people[person_id] for role_id, person_id in holders.items()}


def _shielded(
    outcome: RunOutcome, levels: Mapping[UUID, Protection], *, mentors_hide: bool
) -> RunOutcome:
    """Without distances of the protected, and the strictly confidential nobody's candidates.

    ``mentors_hide`` is whether any mentor is protected: who stopped a newcomer is not kept.
    """
    strict = {role_id for role_id, level in levels.items() if level is Protection.STRICT}
    return RunOutcome(
        outcome.pairs,
        tuple(
            _without_places(one, levels.get(one.role_id, Protection.NONE), mentors_hide)
            for one in outcome.left_over
        ),
        tuple(
            one
            for one in outcome.candidates
            if one.newcomer_id not in strict and one.mentor_id not in strict
        ),
    )


def _without_places(one: RunLeftOver, level: Protection, mentors_hide: bool) -> RunLeftOver:
    """A count of one could be about a mentor who is protected now; many tell of nobody."""
    if level is Protection.STRICT:
        return RunLeftOver(one.role_id, {Obstacle.BY_HAND_ONLY: 1})
    if level is Protection.NONE and not mentors_hide:
        return one
    stopped: dict[Obstacle, int] = {}
    for kind, count in one.stopped.items():
        if kind in _OF_PLACES and (level is not Protection.NONE or count == 1):
            continue
        # Told as ``told_kind`` tells it: who knows the landlord finds the house.
        told = Obstacle.OTHER_TIE if kind is Obstacle.LANDLORD else kind
        stopped[told] = stopped.get(told, 0) + count
    return RunLeftOver(one.role_id, stopped, one.free)
