"""One pair or one person looked at by a coordinator: why, why not, and who else."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.explanations import PairCheck
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.schemes import Scheme
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate, in_order
from mentorapp.matching.facts import MentorFacts, NewcomerFacts, mentor_facts, newcomer_facts
from mentorapp.matching.rules import PairIds, Rulebook, Ties, obstacles, rulebook
from mentorapp.matching.scores import full_score, judge

__all__ = [
    "PairCheck",
    "RankedMentor",
    "RankedNewcomer",
    "candidates_for",
    "check_pair",
    "explain_pair",
    "newcomers_for",
]

_NO_PAIRS: PairIds = frozenset()
_NO_TIES: Ties = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedMentor:
    """A mentor for one newcomer."""

    mentor: MentorCandidate
    check: PairCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedNewcomer:
    """A newcomer for one mentor."""

    newcomer: NewcomerCandidate
    check: PairCheck


def explain_pair(
    scheme: Scheme,
    mentor: MentorCandidate,
    newcomer: NewcomerCandidate,
    *,
    today: date,
    earlier: PairIds = _NO_PAIRS,
    forbidden: PairIds = _NO_PAIRS,
    ties: Ties = _NO_TIES,
) -> PairCheck:
    """Why the two fit and what stands between them, for pairing by hand."""
    book = rulebook(scheme, earlier, forbidden, ties)
    return check_pair(scheme, mentor_facts(mentor, today), newcomer_facts(newcomer, today), book)


def candidates_for(
    scheme: Scheme,
    newcomer: NewcomerCandidate,
    mentors: Collection[MentorCandidate],
    *,
    today: date,
    earlier: PairIds = _NO_PAIRS,
    forbidden: PairIds = _NO_PAIRS,
    ties: Ties = _NO_TIES,
) -> tuple[RankedMentor, ...]:
    """All mentors for one newcomer: those without obstacles first, then by score."""
    book, facts = rulebook(scheme, earlier, forbidden, ties), newcomer_facts(newcomer, today)
    ranked = (
        RankedMentor(mentor=one, check=check_pair(scheme, mentor_facts(one, today), facts, book))
        for one in sorted(mentors, key=in_order)
    )
    return tuple(sorted(ranked, key=lambda one: _rank(one.check)))


def newcomers_for(
    scheme: Scheme,
    mentor: MentorCandidate,
    newcomers: Collection[NewcomerCandidate],
    *,
    today: date,
    earlier: PairIds = _NO_PAIRS,
    forbidden: PairIds = _NO_PAIRS,
    ties: Ties = _NO_TIES,
) -> tuple[RankedNewcomer, ...]:
    """All newcomers for one mentor, in the same order."""
    book, facts = rulebook(scheme, earlier, forbidden, ties), mentor_facts(mentor, today)
    ranked = (
        RankedNewcomer(
            newcomer=one, check=check_pair(scheme, facts, newcomer_facts(one, today), book)
        )
        for one in sorted(newcomers, key=in_order)
    )
    return tuple(sorted(ranked, key=lambda one: _rank(one.check)))


def _rank(check: PairCheck) -> tuple[int, int]:
    return len(check.obstacles), -check.score


def check_pair(
    scheme: Scheme, mentor: MentorFacts, newcomer: NewcomerFacts, book: Rulebook
) -> PairCheck:
    """The check of one pair whose facts are at hand."""
    judged = judge(scheme.weights, mentor, newcomer)
    found = obstacles(mentor, newcomer, book)
    return PairCheck(
        score=judged.score,
        full_score=full_score(scheme.weights),
        reasons=judged.reasons,
        points=judged.points,
        obstacles=tuple(one for one in found if one is not Obstacle.BY_HAND_ONLY),
        by_hand_only=Obstacle.BY_HAND_ONLY in found,
    )
