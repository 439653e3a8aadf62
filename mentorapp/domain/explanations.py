"""What the pairing answers: why these two, why not those, what a change would do, what would help.

Codes and numbers only, so that every answer can be said in any language and printed as data. Ids
are those of the roles (mentor, newcomer), never of persons.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.availability import Slot
from mentorapp.domain.proposals import Obstacle, Reason, ReasonKind
from mentorapp.domain.schemes import Criterion


def percent_of(score: int, full_score: int) -> int:
    """A score, or a difference of scores, as people read it: 100 for a pair that fits in all."""
    return round(100 * score / full_score) if full_score else 0


#: What each reason speaks of.
CRITERION_OF: Mapping[ReasonKind, Criterion] = {
    ReasonKind.SHARED_INTERESTS: Criterion.INTERESTS,
    ReasonKind.NO_SHARED_INTEREST: Criterion.INTERESTS,
    ReasonKind.COMMON_LANGUAGE: Criterion.LANGUAGE,
    ReasonKind.SAME_PLACE: Criterion.DISTANCE,
    ReasonKind.SAME_DISTRICT: Criterion.DISTANCE,
    ReasonKind.DISTANCE: Criterion.DISTANCE,
    ReasonKind.FAR_APART: Criterion.DISTANCE,
    ReasonKind.COMMON_TIMES: Criterion.AVAILABILITY,
    ReasonKind.NO_COMMON_TIME: Criterion.AVAILABILITY,
    ReasonKind.SAME_OCCUPATION: Criterion.OCCUPATION,
    ReasonKind.SIMILAR_AGE: Criterion.AGE,
    ReasonKind.SAME_LIFE_SITUATION: Criterion.AGE,
    ReasonKind.BOTH_WITH_CHILDREN: Criterion.HOUSEHOLD,
    ReasonKind.WAITED: Criterion.WAITING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCheck:
    """One pair looked at by a person: ``by_hand_only`` is no obstacle to pairing by hand."""

    score: int
    full_score: int
    reasons: tuple[Reason, ...]
    points: Mapping[Criterion, int]
    obstacles: tuple[Obstacle, ...]
    by_hand_only: bool


@dataclass(frozen=True, slots=True)
class Move:
    """What a change does to one newcomer: the mentor before and after, None for nobody."""

    newcomer_id: UUID
    before: UUID | None
    after: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """The best set of pairs before a change and after it.

    ``moves`` are all newcomers whose mentor is another one, in the order of the run. ``certified``
    tells that the set after the change is proven to be the best, ``method`` what found it. The
    worst scores of a pair are told where the goal is that nobody gets a very poor match.
    """

    pairs_before: int
    pairs_after: int
    total_before: int
    total_after: int
    full_score: int
    moves: tuple[Move, ...] = ()
    certified: bool = True
    method: str = ""
    worst_before: int | None = None
    worst_after: int | None = None

    @property
    def pairs_lost(self) -> int:
        """How many fewer pairs; below 0 for more of them."""
        return self.pairs_before - self.pairs_after

    @property
    def score_lost(self) -> int:
        """How much less all pairs score together; below 0 for more."""
        return self.total_before - self.total_after

    @property
    def worst_lost(self) -> int:
        """How much less the poorest pair scores; below 0 for more, 0 where that is no goal."""
        if self.worst_before is None or self.worst_after is None:
            return 0
        return self.worst_before - self.worst_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody of the other side for one person, and what making this pair would cost the whole.

    With obstacles the cost is not asked for and all are 0. ``worst_lost`` is how much less the
    poorest pair scores, 0 where that is no goal. ``exact`` is False where the cost is a proven
    lower bound. ``present`` marks the pair that the run has made.
    """

    role_id: UUID
    score: int
    full_score: int
    reasons: tuple[Reason, ...]
    points: Mapping[Criterion, int]
    obstacles: tuple[Obstacle, ...] = ()
    pairs_lost: int = 0
    score_lost: int = 0
    worst_lost: int = 0
    exact: bool = True
    present: bool = False

    @property
    def percent(self) -> int:
        """The score as proposals show it."""
        return percent_of(self.score, self.full_score)


@dataclass(frozen=True, slots=True)
class TooFar:
    """How far apart two people live and the stricter limit; ``whose`` is None for the scheme's."""

    km: int
    limit_km: int
    whose: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """Why two people are not proposed to each other.

    With obstacles in ``check`` those are the answer and ``effect`` is None; without, ``effect`` is
    what it would do to make them a pair: nothing, where they are one (``present``). ``too_far`` is
    told of nobody with a protected address at the time of the run.
    """

    newcomer_id: UUID
    mentor_id: UUID
    check: PairCheck
    effect: Effect | None = None
    present: bool = False
    too_far: TooFar | None = None


class RemedyKind(StrEnum):
    """What could get a newcomer a mentor, the smallest effort first."""

    ASK_POSTAL_CODE = "ask_postal_code"
    ASK_TIMES = "ask_times"
    ASK_GENDER = "ask_gender"
    ASK_BIRTH_YEAR = "ask_birth_year"
    ASK_LANGUAGES = "ask_languages"
    CONFIDENTIALITY = "confidentiality"
    CERTIFICATE = "certificate"
    TRAINING = "training"
    CAPACITY = "capacity"
    NEWCOMER_TIME = "newcomer_time"
    NEWCOMER_DISTANCE = "newcomer_distance"
    MENTOR_DISTANCE = "mentor_distance"
    BOTH_DISTANCE = "both_distance"
    NEWCOMER_AGE = "newcomer_age"
    NEWCOMER_GENDER = "newcomer_gender"
    MENTOR_AGE = "mentor_age"
    MENTOR_GENDER = "mentor_gender"
    ORGANISATION = "organisation"
    SCHEME_MUST = "scheme_must"
    RECRUIT = "recruit"


#: Something is not registered: what the answer will be, and so whether it helps, nobody knows.
ASKING = frozenset(
    {
        RemedyKind.ASK_POSTAL_CODE,
        RemedyKind.ASK_TIMES,
        RemedyKind.ASK_GENDER,
        RemedyKind.ASK_BIRTH_YEAR,
        RemedyKind.ASK_LANGUAGES,
    }
)

#: These tell how far people live from each other: never said of anybody with a protected address.
OF_DISTANCE = frozenset(
    {
        RemedyKind.ASK_POSTAL_CODE,
        RemedyKind.NEWCOMER_DISTANCE,
        RemedyKind.MENTOR_DISTANCE,
        RemedyKind.BOTH_DISTANCE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One change that would make a mentor possible for a newcomer.

    ``mentor_id`` is the mentor who has to do it or, where the newcomer or the office has, the one
    who fits best of those it opens; None when nobody in particular. ``values`` are codes: a slot,
    the gender or age bands wished for, a criterion, or what a recruit must be (``gender:woman``,
    ``age:26_35``, ``language:prs``, ``place``, ``time:tuesday-evening``, ``interest``,
    ``occupation:it``, ``certificate``). ``amount`` is the new limit in kilometres and ``beyond``
    how much further that mentor lives than was wished, 0 where nothing was. ``opens`` counts the
    mentors who become possible. ``helps`` is proven: one more person is then paired.
    """

    kind: RemedyKind
    mentor_id: UUID | None = None
    values: tuple[str, ...] = ()
    amount: int = 0
    beyond: int = 0
    opens: int = 0
    helps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WishChange:
    """What a newcomer could wish otherwise; what is left out stays as it is."""

    max_km: int | None = None
    more_slots: frozenset[Slot] = frozenset()
    any_gender: bool = False
    any_age: bool = False
