"""Candidates, why not, and who is left over, held against the same found pair by pair."""

from collections.abc import Callable

from hypothesis import given, settings

from mentorapp.domain.explanations import RemedyKind
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.schemes import Scheme
from mentorapp.matching import answers, trying
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.rules import first_obstacle, obstacles
from tests.mentorapp.matching.random_offices import Office, an_office, offices

SOME = settings(deadline=None, max_examples=100)


def _cost(office: Office, row: int, column: int) -> tuple[int, int]:
    before, after = office.by_hand(), office.by_hand(locked=[(row, column)])
    pairs = len(before.pairs) - len(after.pairs)
    if office.goal == "best":
        pairs = 0
    return pairs, before.total - after.total


@SOME
@given(office=offices(("most", "best")))
def test_the_candidates_of_a_newcomer_are_the_cheapest_with_their_exact_cost(
    office: Office,
) -> None:
    solved = office.solved()
    for row, newcomer in enumerate(office.newcomers):
        found = answers.candidates_for_newcomer(solved, newcomer.role_id, 3)
        if newcomer.by_hand:
            assert found == ()
            continue
        costs = {
            mentor.role_id: _cost(office, row, column)
            for column, mentor in enumerate(office.mentors)
            if not obstacles(mentor, newcomer, office.book)
            and (office.goal != "best" or solved.check_at(row, column).score > 0)
        }
        free = [one for one in found if not one.obstacles]
        told = [(one.pairs_lost, one.score_lost) for one in free]
        assert told == [costs[one.role_id] for one in free]
        assert told == sorted(costs.values())[: len(told)]
        assert len(free) == min(3, len(costs))
        mine = solved.pairs.get(newcomer.role_id)
        assert [one.role_id for one in free if one.present] == ([mine] if mine else [])


@SOME
@given(office=offices(("most", "best")))
def test_the_candidates_of_a_mentor_are_his_own_and_then_the_cheapest(office: Office) -> None:
    solved = office.solved()
    for column, mentor in enumerate(office.mentors):
        found = answers.candidates_for_mentor(solved, mentor.role_id, 3)
        if mentor.by_hand:
            assert found == ()
            continue
        mine = {one for one, other in solved.pairs.items() if other == mentor.role_id}
        assert {one.role_id for one in found if one.present} == mine
        costs = {
            newcomer.role_id: _cost(office, row, column)
            for row, newcomer in enumerate(office.newcomers)
            if not obstacles(mentor, newcomer, office.book)
            and newcomer.role_id not in mine
            and (office.goal != "best" or solved.check_at(row, column).score > 0)
        }
        others = [one for one in found if not one.obstacles and not one.present]
        told = [(one.pairs_lost, one.score_lost) for one in others]
        assert told == [costs[one.role_id] for one in others]
        assert told == sorted(costs.values())[: len(told)]
        assert len(others) == min(3 - len(mine), len(costs))


@SOME
@given(office=offices())
def test_candidates_with_obstacles_fill_up_and_nobody_by_hand_is_among_them(
    office: Office,
) -> None:
    solved = office.solved()
    by_hand = {one.role_id for one in office.mentors if one.by_hand}
    by_hand |= {one.role_id for one in office.newcomers if one.by_hand}
    for newcomer in office.newcomers:
        for one in answers.candidates_for_newcomer(solved, newcomer.role_id, 4):
            assert one.role_id not in by_hand
    for mentor in office.mentors:
        for one in answers.candidates_for_mentor(solved, mentor.role_id, 4):
            assert one.role_id not in by_hand


@SOME
@given(office=offices())
def test_why_not_tells_all_musts_or_the_exact_loss(office: Office) -> None:
    solved, before = office.solved(), office.by_hand()
    for row, newcomer in enumerate(office.newcomers):
        for column, mentor in enumerate(office.mentors):
            why = answers.why_not(solved, newcomer.role_id, mentor.role_id)
            against = obstacles(mentor, newcomer, office.book)
            assert why.present == (solved.pairs.get(newcomer.role_id) == mentor.role_id)
            if against:
                told = set(why.check.obstacles)
                if why.check.by_hand_only:
                    told.add(Obstacle.BY_HAND_ONLY)
                assert told == set(against)
                assert why.effect is None
                continue
            assert why.effect is not None
            after = before if why.present else office.by_hand(locked=[(row, column)])
            assert why.effect.pairs_after == len(after.pairs)
            assert why.effect.total_after == after.total
            assert bool(why.effect.moves) != why.present


@SOME
@given(office=offices())
def test_everybody_left_over_is_told_with_each_mentor_counted_once(office: Office) -> None:
    solved = office.solved()
    found = {left.role_id: left for left, _ in answers.left_over(solved)}
    assert found.keys() == {one.role_id for one in office.newcomers} - solved.pairs.keys()
    for newcomer in office.newcomers:
        if newcomer.role_id not in found or newcomer.by_hand:
            continue
        first = [first_obstacle(mentor, newcomer, office.book) for mentor in office.mentors]
        left = found[newcomer.role_id]
        assert left.free == first.count(None)
        for obstacle in Obstacle:
            if obstacle not in {Obstacle.BY_HAND_ONLY, Obstacle.SAME_PERSON}:
                assert left.stopped.get(obstacle, 0) == first.count(obstacle)


@SOME
@given(office=offices(("most",)))
def test_the_strictly_confidential_get_one_line_and_no_remedy(office: Office) -> None:
    solved = office.solved()
    strict = {one.role_id for one in office.newcomers if one.by_hand}
    for left, remedies in answers.left_over(solved):
        if left.role_id in strict:
            assert set(left.stopped) == {Obstacle.BY_HAND_ONLY}
            assert remedies == ()
        assert not {one.mentor_id for one in remedies} & {
            one.role_id for one in office.mentors if one.by_hand
        }


def test_asking_for_everybody_left_over_tells_how_far_it_is_and_stops_when_cancelled(
    a_newcomer: Callable[..., NewcomerCandidate], a_scheme: Callable[..., Scheme]
) -> None:
    newcomers = [a_newcomer() for _ in range(100)]
    solved = an_office(a_scheme(interests="high"), [], newcomers).solved()
    told: list[tuple[int, int]] = []
    assert len(answers.left_over(solved, lambda *at: told.append(at))) == 100
    assert told[-1] == (100, 100)
    assert len(told) > 1
    stops = iter((False, True))
    assert answers.left_over(solved, None, lambda: next(stops)) == []


def test_a_pair_that_is_locked_is_compared_with_what_letting_it_go_would_bring(
    a_mentor: Callable[..., MentorCandidate],
    a_newcomer: Callable[..., NewcomerCandidate],
    a_scheme: Callable[..., Scheme],
) -> None:
    poor, good = a_mentor(interests=frozenset({"knitting"})), a_mentor()
    newcomer = a_newcomer()
    solved = an_office(a_scheme(interests="high", age="low"), [poor, good], [newcomer]).solved()
    trying.apply_lock(solved, newcomer.role.id, poor.role.id)
    best, present = answers.candidates_for_newcomer(solved, newcomer.role.id)
    assert best.role_id == good.role.id
    assert best.score_lost == present.score - best.score < 0
    assert present.present
    assert (present.pairs_lost, present.score_lost) == (0, 0)


def test_a_mentor_whose_places_are_locked_is_told_to_be_full(
    a_mentor: Callable[..., MentorCandidate],
    a_newcomer: Callable[..., NewcomerCandidate],
    a_scheme: Callable[..., Scheme],
) -> None:
    mentor, mine, other = a_mentor(), a_newcomer(), a_newcomer()
    solved = an_office(a_scheme(interests="high"), [mentor], [mine, other]).solved()
    trying.apply_lock(solved, mine.role.id, mentor.role.id)
    why = answers.why_not(solved, other.role.id, mentor.role.id)
    assert why.check.obstacles == (Obstacle.MENTOR_FULL,)
    assert why.effect is None
    found = answers.candidates_for_mentor(solved, mentor.role.id)
    assert [one.role_id for one in found] == [mine.role.id]
    ((_, remedies),) = answers.left_over(solved)
    assert [one.kind for one in remedies] == [RemedyKind.CAPACITY]
