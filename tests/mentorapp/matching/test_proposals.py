from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.domain.proposals import LOCATING, Obstacle, Reason
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import new_id
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.matching import proposals
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.facts import mentor_facts, newcomer_facts
from mentorapp.matching.proposals import ProposedPair, Run
from mentorapp.words import Words
from mentorapp.words.reasons import say_reasons

AMentor = Callable[..., MentorCandidate]
ANewcomer = Callable[..., NewcomerCandidate]

BUDDY = standard_schemes()[1]
INTERESTS = ("fishing", "hiking", "skiing", "football", "cooking")


def propose(
    scheme: Scheme,
    mentors: list[MentorCandidate],
    newcomers: list[NewcomerCandidate],
    *,
    today: date,
    **more: Any,
) -> Run:
    return proposals.propose(
        scheme,
        [mentor_facts(one, today) for one in mentors],
        [newcomer_facts(one, today) for one in newcomers],
        **more,
    )


def _ids(pair: ProposedPair) -> tuple[Any, Any]:
    return pair.mentor_id, pair.newcomer_id


def _pairs(run: Run) -> set[tuple[Any, Any]]:
    return {_ids(pair) for pair in run.pairs}


def test_people_are_paired_by_what_they_share(
    a_mentor: AMentor, a_newcomer: ANewcomer, today: date
) -> None:
    anglers = a_mentor(interests=frozenset({"fishing"})), a_newcomer()
    skiers = (
        a_mentor(interests=frozenset({"skiing"})),
        a_newcomer(interests=frozenset({"skiing"})),
    )
    run = propose(BUDDY, [anglers[0], skiers[0]], [skiers[1], anglers[1]], today=today)
    assert _pairs(run) == {
        (mentor.role.id, newcomer.role.id) for mentor, newcomer in (anglers, skiers)
    }
    assert run.total == sum(pair.score for pair in run.pairs)
    assert all(0 < pair.score <= run.full_score for pair in run.pairs)
    assert all(sum(pair.points.values()) == pair.score for pair in run.pairs)
    assert run.left_over == run.idle_mentors == ()
    assert run.weights == BUDDY.weights


def test_the_reasons_read_as_the_issue_promised(
    a_mentor: AMentor,
    a_newcomer: ANewcomer,
    a_scheme: Callable[..., Scheme],
    places: dict[str, Any],
    today: date,
) -> None:
    scheme = a_scheme(interests="high", distance="low", availability="low", language="must")
    run = propose(scheme, [a_mentor()], [a_newcomer(place=places["valnesfjord"])], today=today)
    said = say_reasons(Words("en"), run.pairs[0].reasons)
    assert said == "Both like fishing · 13 km · free Tuesday evening · Norwegian B1 is enough"


def test_those_left_over_know_what_stopped_how_many(
    a_mentor: AMentor, a_newcomer: ANewcomer, speaks: Callable[..., Any], today: date
) -> None:
    unable = a_newcomer(languages=speaks("fi:native"), waited_days=300)
    late, early = a_newcomer(), a_newcomer(waited_days=300)
    mentors = [
        a_mentor(),
        a_mentor(capacity=1, running=1),
        a_mentor(confidentiality_signed_on=None),
    ]
    run = propose(BUDDY, mentors, [unable, late, early], today=today)
    assert _pairs(run) == {(mentors[0].role.id, early.role.id)}
    first, second = run.left_over
    assert first.person_id == unable.person.id
    assert first.stopped == {Obstacle.NO_COMMON_LANGUAGE: 3}
    assert (second.role_id, second.free) == (late.role.id, 1)
    assert second.stopped == {Obstacle.MENTOR_FULL: 1, Obstacle.CONFIDENTIALITY_MISSING: 1}
    (idle,) = run.idle_mentors
    assert idle.role_id == mentors[2].role.id
    assert idle.stopped == {Obstacle.NO_COMMON_LANGUAGE: 1, Obstacle.CONFIDENTIALITY_MISSING: 2}


def test_the_person_himself_is_not_counted_among_those_stopped(
    a_mentor: AMentor, a_newcomer: ANewcomer, today: date
) -> None:
    one = new_id()
    run = propose(BUDDY, [a_mentor(person_id=one)], [a_newcomer(person_id=one)], today=today)
    assert run.pairs == ()
    assert run.left_over[0].stopped == {}


def test_a_locked_pair_stays_and_a_forbidden_one_does_not_come(
    a_mentor: AMentor, a_newcomer: ANewcomer, today: date
) -> None:
    good, poor = a_mentor(), a_mentor(interests=frozenset(), birth_year=1940)
    newcomer, other = a_newcomer(waited_days=50), a_newcomer()
    lock = frozenset({(poor.role.id, newcomer.role.id)})
    run = propose(BUDDY, [good, poor], [newcomer, other], today=today, locked=lock)
    assert _pairs(run) == lock | {(good.role.id, other.role.id)}
    assert [pair.locked for pair in run.pairs] == [True, False]
    run = propose(BUDDY, [good, poor], [newcomer], today=today, forbidden=lock)
    assert _pairs(run) == {(good.role.id, newcomer.role.id)}
    run = propose(BUDDY, [poor], [newcomer], today=today, earlier=lock)
    assert run.left_over[0].stopped == {Obstacle.EARLIER_PAIR: 1}


def test_a_lock_that_cannot_be_kept_is_told_with_its_obstacles(
    a_mentor: AMentor, a_newcomer: ANewcomer, today: date
) -> None:
    mentor = a_mentor(confidentiality_signed_on=None)
    other, first, second = a_mentor(), a_newcomer(), a_newcomer()
    gone = (new_id(), first.role.id)
    stopped = (mentor.role.id, first.role.id)
    kept = (other.role.id, first.role.id)
    crowded = (other.role.id, second.role.id)
    run = propose(
        BUDDY,
        [mentor, other],
        [first, second],
        today=today,
        locked=frozenset({gone, stopped, kept, crowded}),
    )
    assert _pairs(run) == {kept}
    broken = {(lock.mentor_id, lock.newcomer_id): lock.obstacles for lock in run.broken_locks}
    assert broken == {
        gone: (),
        stopped: (Obstacle.CONFIDENTIALITY_MISSING,),
        crowded: (Obstacle.MENTOR_FULL,),
    }


@pytest.mark.parametrize("by", ["candidate", "person"])
def test_strictly_confidential_people_stay_out_unless_paired_by_hand(
    a_mentor: AMentor, a_newcomer: ANewcomer, today: date, by: str
) -> None:
    mentor, newcomer, other = a_mentor(), a_newcomer(), a_mentor()
    strict = a_newcomer(protection=Protection.STRICT)
    if by == "person":
        person = a_newcomer(interests=frozenset({"fishing"})).person
        strict = NewcomerCandidate(
            role=strict.role, person=person, protection=Protection.STRICT, place=strict.place
        )
    run = propose(BUDDY, [mentor, other], [newcomer, strict], today=today)
    (left,) = run.left_over
    assert left.role_id == strict.role.id
    assert set(left.stopped) == {Obstacle.BY_HAND_ONLY}
    assert all(Obstacle.BY_HAND_ONLY not in idle.stopped for idle in run.idle_mentors)
    lock = frozenset({(mentor.role.id, strict.role.id)})
    run = propose(BUDDY, [mentor, other], [newcomer, strict], today=today, locked=lock)
    assert lock < _pairs(run)
    assert len(run.pairs) == 2
    assert run.broken_locks == ()


def test_a_cancelled_run_is_empty_and_says_so(
    a_mentor: AMentor, a_newcomer: ANewcomer, today: date
) -> None:
    run = propose(BUDDY, [a_mentor()], [a_newcomer()], today=today, cancelled=lambda: True)
    assert run.cancelled
    assert not run.pairs
    assert not run.left_over


def test_nobody_on_either_side_is_no_trouble(
    a_mentor: AMentor, a_newcomer: ANewcomer, today: date
) -> None:
    assert propose(BUDDY, [], [], today=today).pairs == ()
    assert len(propose(BUDDY, [], [a_newcomer()], today=today).left_over) == 1
    assert len(propose(BUDDY, [a_mentor()], [], today=today).idle_mentors) == 1


@st.composite
def _offices(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Changes for up to six people on either side."""
    one = st.fixed_dictionaries(
        {
            "interests": st.frozensets(st.sampled_from(INTERESTS), max_size=3),
            "birth_year": st.sampled_from([1950, 1980, 2000, None]),
            "place": st.sampled_from(["fauske", "bodo", "oslo", None]),
            "max_distance_km": st.sampled_from([None, 20]),
            "protection": st.sampled_from([Protection.NONE] * 3 + [Protection.CONFIDENTIAL]),
        }
    )
    return draw(st.lists(one, min_size=2, max_size=12))


@given(_offices(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_in_which_people_come_changes_nothing(
    a_mentor: AMentor,
    a_newcomer: ANewcomer,
    places: dict[str, Any],
    today: date,
    people: list[dict[str, Any]],
    random: Any,
) -> None:
    people = [one | {"place": places.get(one["place"])} for one in people]
    mentors = [a_mentor(**one) for one in people[::2]]
    newcomers = [a_newcomer(**one) for one in people[1::2]]
    run = propose(BUDDY, mentors, newcomers, today=today)
    random.shuffle(mentors)
    random.shuffle(newcomers)
    assert propose(BUDDY, mentors, newcomers, today=today) == run


@given(_offices())
@settings(max_examples=60, deadline=None)
def test_another_mentor_never_lowers_the_number_of_pairs(
    a_mentor: AMentor,
    a_newcomer: ANewcomer,
    places: dict[str, Any],
    today: date,
    people: list[dict[str, Any]],
) -> None:
    people = [one | {"place": places.get(one["place"])} for one in people]
    mentors = [a_mentor(**one) for one in people[::2]]
    newcomers = [a_newcomer(**one) for one in people[1::2]]
    fewer = propose(BUDDY, mentors[:-1], newcomers, today=today)
    assert len(propose(BUDDY, mentors, newcomers, today=today).pairs) >= len(fewer.pairs)


@given(_offices(), st.sampled_from(["fauske", "valnesfjord", "bodo", "oslo", None]))
@settings(max_examples=60, deadline=None)
def test_moving_a_protected_person_changes_nothing_in_the_run(
    a_mentor: AMentor,
    a_newcomer: ANewcomer,
    a_scheme: Callable[..., Scheme],
    places: dict[str, Any],
    today: date,
    people: list[dict[str, Any]],
    moved_to: str | None,
) -> None:
    scheme = a_scheme(distance="must", interests="medium", waiting="low")
    people = [one | {"place": places.get(one["place"])} for one in people]
    mentors = [a_mentor(**one) for one in people[::2]]
    newcomers = [a_newcomer(**one) for one in people[1::2]]
    run = propose(scheme, mentors, newcomers, today=today)
    away = places.get(moved_to) if moved_to else None
    moved = propose(
        scheme,
        [_moved(one, away) for one in mentors],
        [_moved(one, away) for one in newcomers],
        today=today,
    )
    assert _told(run) == _told(moved)
    for pair in run.pairs:
        assert run.basis is not None
        halves = run.basis.mentors[pair.mentor], run.basis.newcomers[pair.newcomer]
        if any(half.protection is not Protection.NONE for half in halves):
            assert not {reason.kind for reason in pair.reasons} & LOCATING


def _moved(candidate: Any, place: Any) -> Any:
    if candidate.protection is Protection.NONE:
        return candidate
    kind = type(candidate)
    values = {name: getattr(candidate, name) for name in kind.__dataclass_fields__}
    return kind(**(values | {"place": place}))


def _told(run: Run) -> tuple[Any, ...]:
    """Everything in the run but the candidates, which carry the place they were given."""
    reasons: list[tuple[Any, int, tuple[Reason, ...]]] = [
        (_ids(pair), pair.score, pair.reasons) for pair in run.pairs
    ]
    return reasons, run.left_over, run.idle_mentors, run.total
