"""Weights in words made numbers, and one pair judged; ``table`` judges all pairs at once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mentorapp.domain.proposals import AGAINST, Reason
from mentorapp.domain.schemes import Criterion, Weight
from mentorapp.matching.criteria import FULL, JUDGES
from mentorapp.matching.facts import MentorFacts, NewcomerFacts

#: A must that is met still tells better pairs from worse, so it counts like high.
MULTIPLIERS: Mapping[Weight, int] = {
    Weight.MUST: 4,
    Weight.HIGH: 4,
    Weight.MEDIUM: 2,
    Weight.LOW: 1,
    Weight.OFF: 0,
}


class Judgement(NamedTuple):
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
    """The same with the weights made numbers."""
    return all_judged(counting, (mentor,), (newcomer,))[0]


def all_judged(
    counting: Mapping[Criterion, int],
    mentors: Sequence[MentorFacts],
    newcomers: Sequence[NewcomerFacts],
) -> list[Judgement]:
    """The same for many pairs: each mentor with the newcomer at the same place.

    Criterion by criterion, which is a fifth faster for the thousands of pairs of a run.
    """
    weighed: list[list[int]] = []
    told: list[list[Reason | None]] = []
    for criterion, times in counting.items():
        found = list(map(JUDGES[criterion], mentors, newcomers))
        weighed.append([scored * times for scored, _ in found])
        told.append(
            [
                reason and Reason(reason.kind, reason.values, reason.amount, scored * times)
                for scored, reason in found
            ]
        )
    if not counting:
        return [Judgement(0, {}, ())] * len(mentors)
    return [
        Judgement(sum(points), dict(zip(counting, points, strict=True)), _in_order(reasons))
        for points, reasons in zip(zip(*weighed, strict=True), zip(*told, strict=True), strict=True)
    ]


def _in_order(reasons: Iterable[Reason | None]) -> tuple[Reason, ...]:
    """What speaks for a pair, then what speaks against it."""
    told = [reason for reason in reasons if reason]
    against = [reason for reason in told if reason.kind in AGAINST]
    if not against:
        return tuple(told)
    return (*(reason for reason in told if reason.kind not in AGAINST), *against)
