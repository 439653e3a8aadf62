"""A solved run of a handful of people, as the search for shortages is given it."""

from collections.abc import Mapping, Sequence

from mentorapp.domain.proposals import LeftOver
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.crowd import crowd
from mentorapp.matching.facts import MentorFacts, NewcomerFacts, mentor_facts, newcomer_facts
from mentorapp.matching.mentor_kinds import Demands
from mentorapp.matching.recruits import Waiting
from mentorapp.matching.rules import rulebook
from mentorapp.matching.scores import multipliers
from mentorapp.matching.sparse import Problem
from mentorapp.matching.standing import Standing
from mentorapp.matching.table import table
from tests.mentorapp.matching.conftest import TODAY, _scheme


def waiting_of(
    mentors: Sequence[MentorCandidate],
    newcomers: Sequence[NewcomerCandidate],
    weights: Mapping[str, str],
    left_over: Sequence[LeftOver] = (),
) -> Waiting:
    """The best set of pairs of these people, and who waits beside it."""
    scheme = _scheme(**weights)
    demands = Demands(scheme.weights, rulebook(scheme), "no")
    people = [newcomer_facts(one, TODAY) for one in newcomers]
    problem = problem_of([mentor_facts(one, TODAY) for one in mentors], people, demands)
    return Waiting(Standing.of(problem), people, demands, {one.role_id: one for one in left_over})


def problem_of(
    mentors: Sequence[MentorFacts], people: Sequence[NewcomerFacts], demands: Demands
) -> Problem:
    """Their allowed pairs with scores."""
    everybody = crowd(mentors, people, demands.book, multipliers(demands.weights))
    found = table(everybody, [one.room for one in mentors])
    assert found is not None
    return found
