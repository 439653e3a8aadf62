"""What a change does, held against the changed office solved from the start."""

from collections.abc import Callable, Mapping
from random import Random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.domain.availability import Slot
from mentorapp.domain.errors import PairNotAllowed
from mentorapp.domain.explanations import (
    ASKING,
    Effect,
    Move,
    RemedyKind,
    WishChange,
)
from mentorapp.domain.people import Gender
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme
from mentorapp.matching import answers, trying
from mentorapp.matching.assignment import Assignment
from mentorapp.matching.bits import SLOTS, bits_of
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.rules import obstacles
from mentorapp.matching.solved import SolvedRun
from tests.mentorapp.matching.random_offices import Office, an_office, offices

SOME = settings(deadline=None, max_examples=100)
SEEDS = st.integers(0, 2**32)


def _holds(effect: Effect, before: Assignment, after: Assignment) -> None:
    """The effect tells exactly what two solutions from the start differ in."""
    assert (effect.pairs_before, effect.total_before) == (len(before.pairs), before.total)
    assert (effect.pairs_after, effect.total_after) == (len(after.pairs), after.total)
    assert effect.certified


def _applied(solved: SolvedRun, before: Mapping[UUID, UUID], effect: Effect) -> None:
    """The moves lead from the pairs before to so many pairs as are told."""
    pairs: dict[UUID, UUID] = dict(before)
    for move in effect.moves:
        assert pairs.pop(move.newcomer_id, None) == move.before
        assert move.before != move.after
        if move.after is not None:
            pairs[move.newcomer_id] = move.after
    assert len(pairs) == effect.pairs_after
    scores = [solved.check(one, other).score for one, other in pairs.items()]
    assert sum(scores) == effect.total_after


def _allowed(office: Office) -> list[tuple[int, int]]:
    return [
        (row, column)
        for row, newcomer in enumerate(office.newcomers)
        for column, mentor in enumerate(office.mentors)
        if not obstacles(mentor, newcomer, office.book)
    ]


@SOME
@given(office=offices(), seed=SEEDS)
def test_a_pair_that_is_tried_costs_what_solving_from_the_start_says(
    office: Office, seed: int
) -> None:
    if not (pairs := _allowed(office)):
        return
    row, column = Random(seed).choice(pairs)
    solved = office.solved()
    before = dict(solved.pairs)
    newcomer, mentor = office.newcomers[row].role_id, office.mentors[column].role_id
    effect = trying.try_lock(solved, newcomer, mentor)
    _holds(effect, office.by_hand(), office.by_hand(locked=[(row, column)]))
    _applied(solved, before, effect)
    assert solved.pairs == before
    effect = trying.try_forbid(solved, newcomer, mentor)
    _holds(effect, office.by_hand(), office.by_hand(forbidden=[(row, column)]))
    _applied(solved, before, effect)


@SOME
@given(office=offices(), seed=SEEDS)
def test_a_chain_of_decisions_is_at_every_step_what_solving_from_the_start_says(
    office: Office, seed: int
) -> None:
    draw, solved = Random(seed), office.solved()
    if not (pairs := _allowed(office)):
        return
    locked: dict[int, int] = {}
    forbidden: set[tuple[int, int]] = set()
    for _ in range(8):
        row, column = draw.choice(pairs)
        newcomer, mentor = office.newcomers[row].role_id, office.mentors[column].role_id
        before = office.by_hand(locked=locked.items(), forbidden=forbidden)
        was, what = dict(solved.pairs), draw.choice(("lock", "lock", "forbid", "unlock", "allow"))
        full = sum(one == column for one in locked.values()) >= office.mentors[column].room
        if what == "lock" and ((row, column) in forbidden or (full and locked.get(row) != column)):
            with pytest.raises(PairNotAllowed):
                trying.apply_lock(solved, newcomer, mentor)
            continue
        if what == "lock":
            effect = trying.apply_lock(solved, newcomer, mentor)
            locked[row] = column
        elif what == "unlock":
            effect = trying.apply_unlock(solved, newcomer)
            locked.pop(row, None)
        elif what == "forbid":
            effect = trying.apply_forbid(solved, newcomer, mentor)
            forbidden.add((row, column))
            if locked.get(row) == column:
                del locked[row]
        else:
            effect = trying.apply_allow(solved, newcomer, mentor)
            forbidden.discard((row, column))
        _holds(effect, before, office.by_hand(locked=locked.items(), forbidden=forbidden))
        _applied(solved, was, effect)


@SOME
@given(office=offices(), seed=SEEDS)
def test_a_run_without_somebody_or_with_other_places_is_solved_anew_in_effect(
    office: Office, seed: int
) -> None:
    draw, solved, before = Random(seed), office.solved(), office.by_hand()
    row, column = draw.randrange(len(office.newcomers)), draw.randrange(len(office.mentors))
    nobody = office.newcomers[row]._replace(by_hand=True)
    effect = trying.try_without(solved, nobody.role_id)
    _holds(effect, before, office.with_newcomer(row, nobody).by_hand())
    gone = office.mentors[column]._replace(room=0)
    effect = trying.try_without(solved, gone.role_id)
    _holds(effect, before, office.with_mentor(column, gone).by_hand())
    places = draw.randrange(4)
    other = gone._replace(room=places)
    effect = trying.try_capacity(solved, gone.role_id, places)
    _holds(effect, before, office.with_mentor(column, other).by_hand())


@SOME
@given(office=offices(), seed=SEEDS)
def test_another_wish_is_solved_anew_in_effect(office: Office, seed: int) -> None:
    draw, solved = Random(seed), office.solved()
    row = draw.randrange(len(office.newcomers))
    newcomer = office.newcomers[row]
    change = WishChange(
        max_km=draw.choice((None, 15, 45)),
        more_slots=frozenset({Slot.parse("friday-evening")})
        if draw.random() < 0.5
        else frozenset(),
        any_gender=draw.random() < 0.5,
        any_age=draw.random() < 0.5,
    )
    wishing = newcomer._replace(
        max_km=newcomer.max_km if newcomer.hidden or change.max_km is None else change.max_km,
        slots=newcomer.slots | bits_of(map(str, change.more_slots), SLOTS),
        wish_gender=0 if change.any_gender else newcomer.wish_gender,
        wish_age_bands=0 if change.any_age else newcomer.wish_age_bands,
    )
    effect = trying.try_wish(solved, newcomer.role_id, change)
    _holds(effect, office.by_hand(), office.with_newcomer(row, wishing).by_hand())


@SOME
@given(office=offices())
def test_a_remedy_that_is_proven_to_help_pairs_one_more_person(office: Office) -> None:
    solved = office.solved()
    for left, remedies in answers.left_over(solved):
        for remedy in remedies:
            effect = trying.try_remedy(solved, left.role_id, remedy)
            if remedy.kind in ASKING | {RemedyKind.SCHEME_MUST, RemedyKind.RECRUIT}:
                assert effect is None
                continue
            assert effect is not None
            if remedy.helps:
                assert effect.pairs_lost < 0, remedy
            elif remedy.kind in trying.OF_THE_NEWCOMER and office.goal != "best":
                assert effect.pairs_lost == 0, remedy


@SOME
@given(office=offices())
def test_one_remedy_together_with_no_other_is_that_remedy(office: Office) -> None:
    solved = office.solved()
    for left, remedies in answers.left_over(solved):
        for remedy in remedies:
            alone = trying.try_remedy(solved, left.role_id, remedy)
            together = trying.try_together(solved, [(left.role_id, remedy)])
            if alone is None:
                assert together is None
                continue
            assert together is not None
            assert together.pairs_after == alone.pairs_after
            assert together.total_after == alone.total_after


@SOME
@given(office=offices())
def test_what_several_wish_otherwise_at_once_is_what_the_changed_office_gives(
    office: Office,
) -> None:
    solved = office.solved()
    changes, changed = [], office
    for left, remedies in answers.left_over(solved):
        own = [one for one in remedies if one.kind in trying.OF_THE_NEWCOMER]
        if own:
            changes.append((left.role_id, own[0]))
            row = solved.rows[left.role_id]
            wish = trying.wish_of(own[0])
            changed = changed.with_newcomer(row, trying._wishing(solved.newcomers[row], wish))
    effect = trying.try_together(solved, changes)
    if not changes:
        assert effect is None
        return
    assert effect is not None
    _holds(effect, office.by_hand(), changed.by_hand())


@SOME
@given(office=offices(("most",)))
def test_the_first_remedy_of_one_person_is_that_of_the_list(office: Office) -> None:
    solved = office.solved()
    for left, remedies in answers.left_over(solved):
        assert answers.remedies(solved, left.role_id) == remedies


def test_musts_and_places_taken_by_locks_refuse_a_lock(
    a_mentor: Callable[..., MentorCandidate],
    a_newcomer: Callable[..., NewcomerCandidate],
    a_scheme: Callable[..., Scheme],
) -> None:
    mentor, strict = a_mentor(), a_mentor(protection=Protection.STRICT)
    first, second, wishing = a_newcomer(), a_newcomer(), a_newcomer(wish_gender=Gender.WOMAN)
    office = an_office(a_scheme(interests="high"), [mentor, strict], [first, second, wishing])
    solved = office.solved()

    def refused(newcomer: NewcomerCandidate, by: MentorCandidate) -> tuple[str, ...]:
        with pytest.raises(PairNotAllowed) as refusal:
            trying.try_lock(solved, newcomer.role.id, by.role.id)
        return refusal.value.obstacles

    assert refused(wishing, mentor) == (Obstacle.NEWCOMER_GENDER_WISH.value,)
    assert refused(first, strict) == (Obstacle.BY_HAND_ONLY.value,)
    trying.apply_lock(solved, first.role.id, mentor.role.id)
    assert refused(second, mentor) == (Obstacle.MENTOR_FULL.value,)
    again = trying.apply_lock(solved, first.role.id, mentor.role.id)
    assert (again.moves, again.pairs_lost) == ((), 0)
    with pytest.raises(PairNotAllowed):
        trying.try_capacity(solved, mentor.role.id, 0)


def test_a_lock_is_let_go_for_another_one(
    a_mentor: Callable[..., MentorCandidate],
    a_newcomer: Callable[..., NewcomerCandidate],
    a_scheme: Callable[..., Scheme],
) -> None:
    one, other, newcomer = a_mentor(), a_mentor(), a_newcomer()
    solved = an_office(a_scheme(interests="high"), [one, other], [newcomer]).solved()
    trying.apply_lock(solved, newcomer.role.id, other.role.id)
    effect = trying.apply_lock(solved, newcomer.role.id, one.role.id)
    assert effect.moves == (Move(newcomer.role.id, other.role.id, one.role.id),)
    assert solved.pairs == {newcomer.role.id: one.role.id}


def test_under_fair_the_poorest_pair_is_told_too(
    a_mentor: Callable[..., MentorCandidate],
    a_newcomer: Callable[..., NewcomerCandidate],
    a_scheme: Callable[..., Scheme],
) -> None:
    mentors = [a_mentor(interests=frozenset(one)) for one in ({"fishing"}, {"hiking"})]
    newcomers = [a_newcomer(interests=frozenset(one)) for one in ({"fishing"}, {"hiking"})]
    scheme = a_scheme(interests="high")
    solved = an_office(scheme, mentors, newcomers, "fair").solved()
    effect = trying.try_lock(solved, newcomers[0].role.id, mentors[1].role.id)
    assert effect.worst_lost > 0
    assert effect.worst_before == solved.check_at(0, 0).score
    plain = an_office(scheme, mentors, newcomers).solved()
    assert trying.try_lock(plain, newcomers[0].role.id, mentors[1].role.id).worst_lost == 0
