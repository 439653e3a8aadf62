"""Weights in words made numbers, and one pair judged; ``table`` judges all pairs at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from mentorapp.domain.proposals import Reason
from mentorapp.domain.schemes import Criterion, Weight
from mentorapp.matching.criteria import AGAINST, FULL, JUDGES
from mentorapp.matching.facts import MentorFacts, NewcomerFacts

#: A must that is met still tells better pairs from worse, so it counts like high.
MULTIPLIERS: Mapping[Weight, int] = {
    Weight.MUST: 4,
    Weight.HIGH: 4,
    Weight.MEDIUM: 2,
    Weight.LOW: 1,
    Weight.OFF: 0,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """One pair: the sum, what each criterion adds to it, and the reasons with their points."""

    score: int
    points: Mapping[Criterion, int]
    reasons: tuple[Reason, ...]


def multipliers(weights: Mapping[str, str]) -> dict[Criterion, int]:
    """What counts, in the order in which reasons are told; what is off is left out."""
    found = {
        criterion: MULTIPLIERS[Weight(weights.get(criterion.value, Weight.OFF.value))]
        for criterion in JUDGES
    }
    return {criterion: times for criterion, times in found.items() if times}


def full_score(weights: Mapping[str, str]) -> int:
    """The score of a pair that fits in everything that counts."""
    return FULL * sum(multipliers(weights).values())


def judge(
    weights: Mapping[str, str],
    mentor: MentorFacts,
    newcomer: NewcomerFacts,
) -> Judgement:
    """Score and reasons of one pair, whether it is allowed or not."""
    return judged(multipliers(weights), mentor, newcomer)


def judged(
    counting: Mapping[Criterion, int], mentor: MentorFacts, newcomer: NewcomerFacts
) -> Judgement:
    """The same with the weights made numbers, for many pairs."""
    points: dict[Criterion, int] = {}
    reasons: list[Reason] = []
    against: list[Reason] = []
    score = 0
    for criterion, times in counting.items():
        scored, reason = JUDGES[criterion](mentor, newcomer)
        points[criterion] = weighed = scored * times
        score += weighed
        if reason is not None:
            kind, values, amount, _ = reason
            told = against if kind in AGAINST else reasons
            told.append(Reason(kind, values, amount, weighed))
    return Judgement(score, points, (*reasons, *against))
