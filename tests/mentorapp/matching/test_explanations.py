from collections.abc import Callable
from datetime import date

from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.protection import Protection
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.explanations import candidates_for, explain_pair, newcomers_for

AMentor = Callable[..., MentorCandidate]
ANewcomer = Callable[..., NewcomerCandidate]

BUDDY = standard_schemes()[1]


def test_a_pair_by_hand_is_told_everything_that_stands_against_it(
    a_mentor: AMentor, a_newcomer: ANewcomer, today: date
) -> None:
    mentor = a_mentor(confidentiality_signed_on=None, capacity=1, running=1)
    newcomer = a_newcomer(protection=Protection.STRICT)
    check = explain_pair(
        BUDDY,
        mentor,
        newcomer,
        today=today,
        earlier=frozenset({(mentor.role.id, newcomer.role.id)}),
    )
    assert check.obstacles == (
        Obstacle.EARLIER_PAIR,
        Obstacle.CONFIDENTIALITY_MISSING,
        Obstacle.MENTOR_FULL,
    )
    assert check.by_hand_only
    assert check.reasons
    assert 0 < check.score <= check.full_score


def test_strict_protection_alone_does_not_stand_against_a_pair_by_hand(
    a_mentor: AMentor, a_newcomer: ANewcomer, today: date
) -> None:
    check = explain_pair(BUDDY, a_mentor(protection=Protection.STRICT), a_newcomer(), today=today)
    assert check.obstacles == ()
    assert check.by_hand_only


def test_candidates_come_with_the_possible_ones_first_and_the_best_of_them_on_top(
    a_mentor: AMentor, a_newcomer: ANewcomer, today: date
) -> None:
    fair = a_mentor(interests=frozenset({"hiking"}))
    best = a_mentor()
    stopped = a_mentor(confidentiality_signed_on=None)
    ranked = candidates_for(BUDDY, a_newcomer(), [stopped, fair, best], today=today)
    assert [one.mentor for one in ranked] == [best, fair, stopped]
    assert ranked[0].check.score > ranked[1].check.score
    assert ranked[2].check.obstacles == (Obstacle.CONFIDENTIALITY_MISSING,)


def test_newcomers_for_a_mentor_are_ranked_alike(
    a_mentor: AMentor, a_newcomer: ANewcomer, today: date
) -> None:
    long, short = a_newcomer(waited_days=300), a_newcomer(waited_days=10)
    ranked = newcomers_for(BUDDY, a_mentor(), [short, long], today=today)
    assert [one.newcomer for one in ranked] == [long, short]
