from collections.abc import Callable
from datetime import date

from mentorapp.domain.proposals import ReasonKind
from mentorapp.domain.schemes import Weight
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.criteria import FULL
from mentorapp.matching.facts import mentor_facts, newcomer_facts
from mentorapp.matching.scores import MULTIPLIERS, full_score, judge


def test_a_higher_weight_counts_more_and_off_nothing() -> None:
    assert MULTIPLIERS[Weight.HIGH] > MULTIPLIERS[Weight.MEDIUM] > MULTIPLIERS[Weight.LOW] > 0
    assert MULTIPLIERS[Weight.OFF] == 0
    assert set(MULTIPLIERS) == set(Weight)
    assert full_score({"interests": "high", "age": "low", "waiting": "off"}) == 5 * FULL


def test_reasons_carry_what_they_add_and_those_against_come_last(
    a_mentor: Callable[..., MentorCandidate],
    a_newcomer: Callable[..., NewcomerCandidate],
    today: date,
) -> None:
    weights = {"interests": "high", "language": "must", "distance": "low", "age": "off"}
    mentor = mentor_facts(a_mentor(interests=frozenset({"hiking"})), today)
    newcomer = newcomer_facts(a_newcomer(), today)
    judged = judge(weights, mentor, newcomer)
    assert [reason.kind for reason in judged.reasons] == [
        ReasonKind.SAME_PLACE,
        ReasonKind.COMMON_LANGUAGE,
        ReasonKind.NO_SHARED_INTEREST,
    ]
    assert judged.score == sum(judged.points.values())
    assert judged.score == sum(reason.points for reason in judged.reasons)
    assert judged.score <= full_score(weights)
