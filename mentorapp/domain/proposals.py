"""Proposals: who could meet whom, why, and what stands against it.

Reasons and obstacles are kept as codes with their data, so that they can be said in any language
and a proposal still tells years later why it was made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, Self
from uuid import UUID

from mentorapp.domain.protection import Protection
from mentorapp.domain.records import Record


class Obstacle(StrEnum):
    """A must-rule that keeps two people apart, or one that keeps a person out of the run."""

    MENTOR_GENDER_WISH = "mentor_gender_wish"
    NEWCOMER_GENDER_WISH = "newcomer_gender_wish"
    MENTOR_AGE_WISH = "mentor_age_wish"
    NEWCOMER_AGE_WISH = "newcomer_age_wish"
    NO_COMMON_LANGUAGE = "no_common_language"
    TOO_FAR = "too_far"
    DISTANCE_UNKNOWN = "distance_unknown"
    NO_COMMON_TIME = "no_common_time"
    NO_COMMON_INTEREST = "no_common_interest"
    NO_COMMON_OCCUPATION = "no_common_occupation"
    CERTIFICATE_MISSING = "certificate_missing"
    CONFIDENTIALITY_MISSING = "confidentiality_missing"
    TRAINING_MISSING = "training_missing"
    EARLIER_PAIR = "earlier_pair"
    FORBIDDEN_PAIR = "forbidden_pair"
    SAME_PERSON = "same_person"
    SAME_HOUSEHOLD = "same_household"
    EMPLOYER = "employer"
    CASE_OFFICER = "case_officer"
    LANDLORD = "landlord"
    RELATIVE = "relative"
    OTHER_TIE = "other_tie"
    ORGANISATION_WISH = "organisation_wish"
    BY_HAND_ONLY = "by_hand_only"
    MENTOR_FULL = "mentor_full"
    OTHER_CRITERION = "other_criterion"


class ReasonKind(StrEnum):
    """What speaks for a pair (or, for the last ones, against it)."""

    SHARED_INTERESTS = "shared_interests"
    COMMON_LANGUAGE = "common_language"
    SAME_PLACE = "same_place"
    SAME_DISTRICT = "same_district"
    DISTANCE = "distance"
    COMMON_TIMES = "common_times"
    SAME_OCCUPATION = "same_occupation"
    SIMILAR_AGE = "similar_age"
    SAME_LIFE_SITUATION = "same_life_situation"
    BOTH_WITH_CHILDREN = "both_with_children"
    WAITED = "waited"
    NO_SHARED_INTEREST = "no_shared_interest"
    NO_COMMON_TIME = "no_common_time"
    FAR_APART = "far_apart"


#: What speaks against a pair: told after what speaks for it.
AGAINST = frozenset(
    {ReasonKind.NO_SHARED_INTEREST, ReasonKind.NO_COMMON_TIME, ReasonKind.FAR_APART}
)

#: Reasons that tell where somebody is: never shown for a protected person.
LOCATING = frozenset(
    {
        ReasonKind.SAME_PLACE,
        ReasonKind.SAME_DISTRICT,
        ReasonKind.DISTANCE,
        ReasonKind.FAR_APART,
    }
)


class Reason(NamedTuple):
    """A reason as a code with its data.

    ``values`` are codes: interest keys, ``no:B1``, slots, an occupation group; ``amount`` is
    kilometres or days. ``points`` is what it adds to the score. A tuple, as a run makes tens of
    thousands: a frozen dataclass takes three times as long to make.
    """

    kind: ReasonKind
    values: tuple[str, ...] = ()
    amount: int = 0
    points: int = 0

    def to_json(self) -> dict[str, Any]:
        """What is stored and printed by ``--json``."""
        return {
            "kind": self.kind.value,
            "values": list(self.values),
            "amount": self.amount,
            "points": self.points,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """The reason that ``to_json`` gave."""
        return cls(
            ReasonKind(stored["kind"]),
            tuple(stored["values"]),
            int(stored["amount"]),
            int(stored["points"]),
        )


def without_location(reasons: tuple[Reason, ...], protection: Protection) -> tuple[Reason, ...]:
    """A protection set after the reasons were found hides what they say of places.

    The others lose their points: what is missing from the score would be the distance's.
    """
    if protection is Protection.NONE:
        return reasons
    return tuple(reason._replace(points=0) for reason in reasons if reason.kind not in LOCATING)


def points_without_location(points: Mapping[str, int], protection: Protection) -> Mapping[str, int]:
    """The same for what each criterion adds: of the protected none is told, for the same reason."""
    return points if protection is Protection.NONE else {}


class ProposalStatus(StrEnum):
    """Nothing leaves DRAFT before a coordinator says so."""

    DRAFT = "draft"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DISCARDED = "discarded"


class DecidedBy(StrEnum):
    """Who gave the answer."""

    COORDINATOR = "coordinator"
    MENTOR = "mentor"
    NEWCOMER = "newcomer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Record):
    """Two people who could meet, with score, reasons and weights as they were.

    ``points`` is what each criterion adds to the score, by its value; ``run_id`` the newest run
    that made the proposal, or whose set a decision changed for it; None for one made by hand.
    """

    scheme_id: UUID
    run_id: UUID | None = None
    mentor_id: UUID
    newcomer_id: UUID
    status: ProposalStatus = ProposalStatus.DRAFT
    score: int = 0
    reasons: tuple[Reason, ...] = ()
    points: Mapping[str, int] = field(default_factory=dict)
    weights: Mapping[str, str]
    locked: bool = False
    by_hand: bool = False
    proposed_on: date
    decided_on: date | None = None
    decided_by: DecidedBy | None = None
    decision_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForbiddenPair(Record):
    """Two people who must not be proposed to each other again."""

    mentor_id: UUID
    newcomer_id: UUID
    reason: str = ""
    forbidden_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOver:
    """A newcomer (or mentor) without a pair in a run: what stopped how many candidates.

    ``stopped`` counts candidates by obstacle; ``free`` candidates were allowed but went to others.
    """

    person_id: UUID
    role_id: UUID
    stopped: Mapping[Obstacle, int]
    free: int = 0
