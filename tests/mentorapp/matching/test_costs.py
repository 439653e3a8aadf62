"""What candidates are told to cost, held against the pair forced and all solved from the start."""

from collections.abc import Iterator
from random import Random
from uuid import UUID

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.domain.explanations import Candidate
from mentorapp.matching import answers, costs, trying
from mentorapp.matching.assignment import assign_sparse
from mentorapp.matching.rules import obstacles, rulebook
from mentorapp.matching.scores import judge
from mentorapp.matching.solved import SolvedRun
from mentorapp.matching.sparse import from_dense
from mentorapp.matching.standing import Standing
from tests.mentorapp.matching import conftest as people
from tests.mentorapp.matching.instances import small
from tests.mentorapp.matching.random_offices import Office, Pairs, open_offices

SOME = settings(deadline=None, max_examples=100)


def _stands(office: Office, locked: Pairs) -> tuple[int, int, int]:
    """Number of pairs and lowest score, where they are a goal, and total, from the start."""
    found = office.by_hand(locked=locked)
    scores = [
        judge(office.scheme.weights, office.mentors[column], office.newcomers[row]).score
        for row, column in found.pairs
    ]
    number = 0 if office.goal == "best" else len(scores)
    return number, min(scores, default=0) if office.goal == "fair" else 0, found.total


def _lock_some(office: Office, solved: SolvedRun, seed: int) -> list[tuple[int, int]]:
    """Up to two locks, of whom the rules allow."""
    draw = Random(seed)
    for row in draw.sample(range(len(office.newcomers)), min(seed % 3, len(office.newcomers))):
        able = [
            mentor.role_id
            for column, mentor in enumerate(office.mentors)
            if not obstacles(mentor, office.newcomers[row], office.book)
            and not trying.full_of_locks(solved, row, column)
        ]
        if able:
            trying.apply_lock(solved, office.newcomers[row].role_id, draw.choice(able))
    return solved.standing.locked


def _shown(
    office: Office, solved: SolvedRun, k: int
) -> Iterator[tuple[int, int, UUID, UUID, Candidate]]:
    for row, newcomer in enumerate(office.newcomers):
        for one in answers.candidates_for_newcomer(solved, newcomer.role_id, k):
            yield row, solved.columns[one.role_id], newcomer.role_id, one.role_id, one
    for column, mentor in enumerate(office.mentors):
        for one in answers.candidates_for_mentor(solved, mentor.role_id, k):
            yield solved.rows[one.role_id], column, one.role_id, mentor.role_id, one


@SOME
@given(office=open_offices(), seed=st.integers(0, 1000), k=st.sampled_from((2, 9)))
def test_every_cost_that_is_shown_is_that_of_solving_with_the_pair_forced_and_of_why_not(
    office: Office, seed: int, k: int
) -> None:
    solved = office.solved()
    locked = _lock_some(office, solved, seed)
    before = _stands(office, locked)
    for row, column, newcomer_id, mentor_id, one in _shown(office, solved, k):
        assert one.exact
        told = (one.pairs_lost, one.worst_lost, one.score_lost)
        if one.obstacles or one.present:
            assert told == (0, 0, 0)
            continue
        forced = [pair for pair in locked if pair[0] != row] + [(row, column)]
        after = _stands(office, forced)
        assert told == tuple(was - is_ for was, is_ in zip(before, after, strict=True))
        effect = answers.why_not(solved, newcomer_id, mentor_id).effect
        assert effect is not None
        pairs_lost = 0 if office.goal == "best" else effect.pairs_lost
        assert told == (pairs_lost, effect.worst_lost, effect.score_lost)


@SOME
@given(office=open_offices(("fair",)))
def test_where_nobody_is_to_get_a_poor_match_all_who_may_be_had_are_shown_the_cheapest_first(
    office: Office,
) -> None:
    solved = office.solved()
    for row, newcomer in enumerate(office.newcomers):
        found = answers.candidates_for_newcomer(solved, newcomer.role_id, 9)
        able = {
            mentor.role_id
            for mentor in office.mentors
            if not obstacles(mentor, office.newcomers[row], office.book)
        }
        shown = [one for one in found if not one.obstacles]
        assert {one.role_id for one in shown} == able
        told = [(one.pairs_lost, one.worst_lost, one.score_lost) for one in shown]
        assert told == sorted(told)


@SOME
@given(seed=st.integers(0, 2**32), k=st.sampled_from((2, 9)))
def test_costs_are_exact_among_many_pairs_that_score_the_same(seed: int, k: int) -> None:
    problem = from_dense(*small(np.random.default_rng(seed), 6))
    standing = Standing.of(problem, goal="fair")
    solved = SolvedRun(people._scheme(), [], [], rulebook(people._scheme()), standing)
    newcomers, mentors = problem.shape
    found = [
        (row, column, cost)
        for row in range(newcomers)
        for column, cost in costs.of_mentors(solved, row, k)
    ]
    found += [
        (row, column, cost)
        for column in range(mentors)
        for row, cost in costs.of_newcomers(solved, column, k)
    ]
    for row, column, cost in found:
        anew = assign_sparse(problem, goal="fair", locked=[(row, column)])
        if (row, column) in standing.pairs:
            assert cost == (0, 0, 0)
        else:
            lowest = min(int(problem.scores[problem.place(*pair)]) for pair in anew.pairs)
            assert standing.lowest is not None
            lost = len(standing.pairs) - len(anew.pairs), standing.lowest - lowest
            assert cost == (*lost, standing.total - anew.total)


def test_a_pair_as_poor_as_the_worst_lets_the_others_do_better_than_that() -> None:
    scores = np.array([[5, 5, 0, 0], [0, 0, 5, 6], [0, 0, 6, 100]])
    standing = Standing.of(from_dense(scores, scores > 0, np.ones(4, dtype=np.int64)), goal="fair")
    solved = SolvedRun(people._scheme(), [], [], rulebook(people._scheme()), standing)
    assert standing.total == 5 + 5 + 100
    present, other = costs.of_mentors(solved, 0, 5)
    assert present[1] == (0, 0, 0)
    # The poorest of the others has 6 then, and that counts more than the hundred.
    assert other[1] == (0, 0, standing.total - (5 + 6 + 6))
