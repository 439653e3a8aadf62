from collections.abc import Callable
from datetime import date

import numpy as np

from mentorapp.domain.proposals import Obstacle, ReasonKind
from mentorapp.domain.schemes import Scheme, Weight
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.criteria import FULL
from mentorapp.matching.facts import mentor_facts, newcomer_facts
from mentorapp.matching.rules import rulebook
from mentorapp.matching.scores import MULTIPLIERS, OBSTACLE_CODES, build_table, full_score, judge


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


def test_the_table_agrees_with_pairs_judged_one_by_one(
    a_mentor: Callable[..., MentorCandidate],
    a_newcomer: Callable[..., NewcomerCandidate],
    today: date,
) -> None:
    mentors = [mentor_facts(a_mentor(birth_year=year), today) for year in (1950, 1990)]
    mentors.append(mentor_facts(a_mentor(confidentiality_signed_on=None), today))
    newcomers = [newcomer_facts(a_newcomer(waited_days=days), today) for days in (0, 200)]
    scheme = standard_schemes()[0]
    book = rulebook(scheme)
    table = build_table(scheme.weights, mentors, newcomers, book)
    assert table is not None
    assert table.scores.tolist() == [
        [judge(scheme.weights, mentor, newcomer).score for mentor in mentors[:2]] + [0]
        for newcomer in newcomers
    ]
    code = OBSTACLE_CODES[Obstacle.CONFIDENTIALITY_MISSING]
    assert np.array_equal(table.stopped, [[0, 0, code], [0, 0, code]])


def test_a_long_table_reports_and_stops_when_asked(
    a_mentor: Callable[..., MentorCandidate],
    a_newcomer: Callable[..., NewcomerCandidate],
    a_scheme: Callable[..., Scheme],
    today: date,
) -> None:
    mentors = [mentor_facts(a_mentor(), today)]
    newcomers = [newcomer_facts(a_newcomer(), today) for _ in range(5)]
    seen: list[tuple[int, int]] = []
    table = build_table(
        {},
        mentors,
        newcomers,
        rulebook(a_scheme()),
        progress=lambda done, total: seen.append((done, total)),
        cancelled=lambda: len(seen) == 3,
    )
    assert table is None
    assert seen == [(1, 5), (2, 5), (3, 5)]
