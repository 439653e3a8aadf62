"""Proposals and people left over, with the names to show beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast
from uuid import UUID

from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.proposals import (
    LeftOver,
    Proposal,
    ProposalStatus,
    points_without_location,
    without_location,
)
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.records import new_ids
from mentorapp.matching.proposals import ProposedPair, Run
from mentorapp.matching.scores import full_score
from mentorapp.operations import looks
from mentorapp.operations.candidates import PairingInput
from mentorapp.operations.roles import people_behind
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction

OPEN = frozenset({ProposalStatus.DRAFT, ProposalStatus.SENT})


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal with the names to show; ``full_score`` is the most a pair can reach and
    ``protection`` the stricter of the two halves'.
    """

    proposal: Proposal
    mentor_number: int
    mentor_name: str
    newcomer_number: int
    newcomer_name: str
    waited_days: int
    full_score: int
    protection: Protection = Protection.NONE

    @property
    def who(self) -> str:
        """Both names, newcomer first."""
        return f"{self.newcomer_name} – {self.mentor_name}"

    @property
    def percent(self) -> int:
        """The score as people read it: 100 for a pair that fits in everything that counts."""
        return round(100 * self.proposal.score / self.full_score) if self.full_score else 0


@dataclass(frozen=True, slots=True)
class LeftOverRow:
    """Somebody without a pair, with the name to show."""

    left_over: LeftOver
    number: int
    name: str
    waited_days: int


def left_over(pairing_input: PairingInput, found: Run) -> list[LeftOverRow]:
    """Newcomers without a pair, the longest waiting first."""
    newcomers = {one.role_id: one for one in pairing_input.newcomers}
    rows = [
        LeftOverRow(
            left_over=one,
            number=newcomers[one.role_id].number,
            name=pairing_input.names[one.role_id],
            waited_days=newcomers[one.role_id].waited_days,
        )
        for one in found.left_over
    ]
    return sorted(rows, key=lambda row: (-row.waited_days, row.number))


def rows_of_run(pairing_input: PairingInput, found: Run) -> list[ProposalRow]:
    """What a run found, as rows that were not kept: for trying things out."""
    if found.basis is None:
        return []
    rows = []
    for pair in found.pairs:
        mentor = found.basis.mentors[pair.mentor]
        newcomer = found.basis.newcomers[pair.newcomer]
        level = strictest((mentor.protection, newcomer.protection))
        rows.append(
            ProposalRow(
                proposal=_told(proposal_of(pairing_input, pair, found), level),
                mentor_number=mentor.number,
                mentor_name=pairing_input.names[mentor.role_id],
                newcomer_number=newcomer.number,
                newcomer_name=pairing_input.names[newcomer.role_id],
                waited_days=newcomer.waited_days,
                full_score=found.full_score,
                protection=level,
            )
        )
    return sorted(rows, key=_best_first)


def proposal_of(pairing_input: PairingInput, pair: ProposedPair, found: Run) -> Proposal:
    """A pair of a run that is not kept, as a draft."""
    return Proposal(
        scheme_id=pairing_input.scheme.id,
        mentor_id=pair.mentor_id,
        newcomer_id=pair.newcomer_id,
        score=pair.score,
        reasons=pair.reasons,
        points=cast("Mapping[str, int]", pair.points),  # a criterion is a text
        weights=found.weights,
        proposed_on=pairing_input.today,
        locked=pair.locked,
    )


def proposal_columns(
    pairing_input: PairingInput, pairs: Sequence[ProposedPair], found: Run, run_id: UUID
) -> Mapping[str, Sequence[Any]]:
    """Pairs of a run that is kept as new drafts, by field: see ``records.add_columns``."""
    many = len(pairs)
    return {
        "id": new_ids(many),
        "run_id": [run_id] * many,
        "scheme_id": [pairing_input.scheme.id] * many,
        "mentor_id": [pair.mentor_id for pair in pairs],
        "newcomer_id": [pair.newcomer_id for pair in pairs],
        "score": [pair.score for pair in pairs],
        "reasons": [pair.reasons for pair in pairs],
        "points": [pair.points for pair in pairs],
        "weights": [found.weights] * many,
        "proposed_on": [pairing_input.today] * many,
        "locked": [pair.locked for pair in pairs],
    }


def judged_anew(proposal: Proposal, pair: ProposedPair, found: Run, run_id: UUID) -> Proposal:
    """A locked draft that a later run made again, with what that run found."""
    return replace(
        proposal,
        run_id=run_id,
        score=pair.score,
        reasons=pair.reasons,
        points={criterion.value: points for criterion, points in pair.points.items()},
        weights=found.weights,
    )


def drafts(tx: Transaction, scheme_id: UUID, today: date) -> list[ProposalRow]:
    """Proposals that are not decided yet, the best first."""
    open_ones = records.find(tx, Proposal, scheme_id=scheme_id, status=[s.value for s in OPEN])
    mentors = records.by_id(records.find(tx, Mentor, id={one.mentor_id for one in open_ones}))
    newcomers = records.by_id(records.find(tx, Newcomer, id={one.newcomer_id for one in open_ones}))
    people = people_behind(tx, mentors.values(), newcomers.values())
    levels = shields.protections(tx)
    looks.listed(tx, "pairing.drafts", people)
    rows = []
    for one in open_ones:
        newcomer = newcomers[one.newcomer_id]
        mentor_person = people[mentors[one.mentor_id].person_id]
        newcomer_person = people[newcomer.person_id]
        level = strictest(
            levels.get(person.id, Protection.NONE) for person in (mentor_person, newcomer_person)
        )
        rows.append(
            ProposalRow(
                proposal=_told(one, level),
                mentor_number=mentor_person.number,
                mentor_name=mentor_person.name,
                newcomer_number=newcomer_person.number,
                newcomer_name=newcomer_person.name,
                waited_days=(today - newcomer.registered_on).days,
                full_score=full_score(one.weights),
                protection=level,
            )
        )
    return sorted(rows, key=_best_first)


def _told(proposal: Proposal, level: Protection) -> Proposal:
    """Without what has told of places since before somebody was protected."""
    if level is Protection.NONE:
        return proposal
    return replace(
        proposal,
        reasons=without_location(proposal.reasons, level),
        points=points_without_location(proposal.points, level),
    )


def _best_first(row: ProposalRow) -> tuple[int, int]:
    return -row.proposal.score, row.newcomer_number
