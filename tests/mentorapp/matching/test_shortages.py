from collections.abc import Callable
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.proposals import LeftOver, Obstacle
from mentorapp.domain.protection import Protection
from mentorapp.domain.shortages import MentorKind
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.facts import mentor_facts
from mentorapp.matching.imagined import imagined
from mentorapp.matching.recruits import helped_from, with_recruits
from mentorapp.matching.rules import first_obstacle
from mentorapp.matching.shortages import find_shortages
from mentorapp.matching.standing import Standing
from mentorapp.matching.watch import Stopped, Watch
from tests.mentorapp.matching.conftest import (
    BODO,
    FAUSKE,
    OSLO,
    TODAY,
    VALNESFJORD,
    _mentor,
    _newcomer,
    slots,
    spoken,
)
from tests.mentorapp.matching.waiting import problem_of, waiting_of

MUSTS = {"language": "must", "distance": "must"}
TIGRINYA, DARI = spoken("ti:native"), spoken("prs:native")


def _ids(*newcomers: NewcomerCandidate) -> set[UUID]:
    return {one.role.id for one in newcomers}


def test_nobody_waiting_is_no_shortage() -> None:
    assert find_shortages(waiting_of([_mentor()], [_newcomer()], MUSTS)) == ()
    assert find_shortages(waiting_of([], [], MUSTS)) == ()


def test_a_kind_is_told_with_whom_it_helps_and_what_it_brings() -> None:
    dari = [_newcomer(languages=DARI, wish_gender=Gender.WOMAN) for _ in range(3)]
    tigrinya = _newcomer(languages=TIGRINYA)
    found = find_shortages(
        waiting_of([_mentor()], [*dari, tigrinya], MUSTS | {"interests": "high"})
    )
    first, second = found
    assert (first.kind.gender, first.kind.languages, first.kind.place) == (
        Gender.WOMAN,
        ("prs",),
        "Fauske",
    )
    assert set(first.newcomers) == _ids(*dari)
    assert (first.gain_pairs, second.gain_pairs) == (1, 1)
    assert set(second.newcomers) == _ids(tigrinya)


def test_the_one_that_helps_most_comes_first_whoever_is_asked_first() -> None:
    people = [_newcomer(languages=TIGRINYA), *(_newcomer(languages=DARI) for _ in range(2))]
    for order in (people, people[::-1]):
        found = find_shortages(waiting_of([], order, MUSTS))
        assert [one.kind.languages for one in found] == [("prs",), ("ti",)]


def test_no_two_kinds_say_the_same_thing() -> None:
    """A woman in Fauske helps those as well who do not mind; they need no line of their own."""
    people = [*(_newcomer(wish_gender=Gender.WOMAN) for _ in range(3)), _newcomer()]
    (only,) = find_shortages(waiting_of([], people, MUSTS))
    assert only.kind.gender is Gender.WOMAN
    assert only.helps == 4


def test_what_hardly_anybody_needs_is_left_out() -> None:
    people = [_newcomer(availability=slots("friday-evening")) for _ in range(20)]
    picky = _newcomer(
        availability=slots("friday-evening"), wish_age_bands=frozenset({AgeBand.FROM_67})
    )
    first, second = find_shortages(waiting_of([], [*people, picky], MUSTS))
    assert (first.kind.age_band, first.helps) == (None, 20)
    assert (second.kind.age_band, second.helps) == (AgeBand.FROM_67, 21)


def test_whoever_lives_too_far_from_the_others_is_looked_at_on_his_own() -> None:
    near = _newcomer(place=VALNESFJORD, max_distance_km=5)
    people = [*(_newcomer(place=FAUSKE) for _ in range(3)), near]
    (only,) = find_shortages(waiting_of([], people, MUSTS))
    assert (only.kind.place, only.helps) == ("Valnesfjord", 4)


def test_the_strictly_confidential_are_not_counted() -> None:
    hidden = _newcomer(protection=Protection.STRICT, place=None)
    assert find_shortages(waiting_of([], [hidden], MUSTS)) == ()
    (only,) = find_shortages(waiting_of([], [hidden, _newcomer()], MUSTS))
    assert only.helps == 1


def test_the_confidential_are_helped_by_kinds_made_for_others() -> None:
    hidden = _newcomer(protection=Protection.CONFIDENTIAL, place=OSLO)
    (only,) = find_shortages(waiting_of([], [hidden, _newcomer()], MUSTS))
    assert (only.kind.place, only.helps) == ("Fauske", 2)


def test_no_kind_is_made_for_the_confidential_where_others_would_do() -> None:
    """Even one that would help more of them than any of the others does."""
    monday, friday = slots("monday-evening"), slots("friday-evening")
    hidden = [
        _newcomer(protection=Protection.CONFIDENTIAL, availability=times)
        for times in (monday, monday, friday, friday)
    ]
    others = [
        _newcomer(availability=monday, wish_gender=Gender.WOMAN),
        _newcomer(availability=friday, wish_gender=Gender.MAN),
    ]
    weights = MUSTS | {"availability": "must"}
    found = find_shortages(waiting_of([], [*hidden, *others], weights))
    assert [(one.kind.place, one.helps) for one in found] == [("Fauske", 3), ("Fauske", 3)]


def test_whom_no_other_kind_helps_among_the_confidential_gets_one_without_a_place() -> None:
    hidden = _newcomer(protection=Protection.CONFIDENTIAL, place=OSLO, languages=TIGRINYA)
    found = find_shortages(waiting_of([], [_newcomer(), hidden], MUSTS))
    assert [one.helps for one in found] == [1, 1]
    (made,) = (one.kind for one in found if one.kind.languages)
    assert made == MentorKind(languages=("ti",), certificate=True)


def test_a_recruit_can_free_a_mentor_whom_somebody_waits_for() -> None:
    kari = _mentor(capacity=1, languages=spoken("no:native", "ti:native"))
    anybody_would_do = _newcomer(languages=spoken("no:B1"))
    waits = _newcomer(languages=TIGRINYA, interests=frozenset())
    weights = MUSTS | {"interests": "high"}
    needed, freeing = find_shortages(waiting_of([kari], [anybody_would_do, waits], weights))
    assert (needed.kind.languages, needed.helps, needed.gain_pairs) == (("ti",), 1, 1)
    assert (freeing.kind.languages, freeing.helps, freeing.gain_pairs) == ((), 0, 1)


def test_a_mentor_for_somebody_paired_is_no_help_where_none_is_freed() -> None:
    kari = _mentor(capacity=1)
    paired, waits = _newcomer(), _newcomer(languages=TIGRINYA)
    (only,) = find_shortages(waiting_of([kari], [paired, waits], MUSTS))
    assert only.kind.languages == ("ti",)


def test_causes_count_what_keeps_most_mentors_from_each() -> None:
    ones = [_newcomer(languages=DARI) for _ in range(3)]
    stopped = [
        {Obstacle.NO_COMMON_LANGUAGE: 4, Obstacle.TOO_FAR: 1},
        {Obstacle.NO_COMMON_LANGUAGE: 1, Obstacle.TOO_FAR: 3},
        {Obstacle.TOO_FAR: 3},
    ]
    left_over = [
        LeftOver(person_id=one.person.id, role_id=one.role.id, stopped=counts, free=int(at == 2))
        for at, (one, counts) in enumerate(zip(ones, stopped, strict=True))
    ]
    (only,) = find_shortages(waiting_of([], ones, MUSTS, left_over))
    assert dict(only.causes) == {
        Obstacle.NO_COMMON_LANGUAGE: 1,
        Obstacle.TOO_FAR: 1,
        Obstacle.MENTOR_FULL: 1,
    }


def test_an_organisation_helps_only_those_whom_its_mentors_meet() -> None:
    man = _newcomer(gender=Gender.MAN)
    employed_at = Organisation(name="Nordlys")
    woman = _newcomer(gender=Gender.WOMAN, employer_id=employed_at.id)
    waiting = waiting_of([], [man, woman], MUSTS)
    found = find_shortages(waiting)
    network = Organisation(name="Kvinnenettverket", only_gender=Gender.WOMAN)
    anybody = Organisation(name="Anybody")
    assert helped_from(waiting, found, [anybody, network, employed_at]) == [[2], [1], [1]]
    assert helped_from(waiting, found, []) == []
    assert helped_from(waiting, [], [anybody]) == [[]]


def test_the_search_can_be_stopped() -> None:
    waiting = waiting_of([], [_newcomer()], MUSTS)
    with pytest.raises(Stopped):
        find_shortages(waiting, watch=Watch(lambda: True))
    with pytest.raises(Stopped):
        with_recruits(waiting, [MentorKind()], 1, Watch(lambda: True))


def test_no_more_kinds_than_wanted() -> None:
    people = [_newcomer(languages=one) for one in (TIGRINYA, DARI, spoken("so:native"))]
    assert len(find_shortages(waiting_of([], people, MUSTS), most=2)) == 2


LANGUAGES = [TIGRINYA, DARI, spoken("no:B1"), spoken("no:B1", "ti:native")]
PLACES = [FAUSKE, VALNESFJORD, BODO, None]
OPEN_WEIGHTS = {"interests": "high", "availability": "low", "waiting": "low"}


@st.composite
def _people(draw: st.DrawFn, make: Callable[..., Any]) -> Any:
    more: dict[str, Any] = {}
    if make is _mentor:
        more = {"capacity": draw(st.integers(0, 2))}
    else:
        more = {"waited_days": draw(st.integers(0, 400))}
    return make(
        place=draw(st.sampled_from(PLACES)),
        languages=draw(st.sampled_from(LANGUAGES)),
        gender=draw(st.sampled_from([Gender.WOMAN, Gender.MAN])),
        wish_gender=draw(st.sampled_from([Gender.NOT_GIVEN, Gender.WOMAN])),
        max_distance_km=draw(st.sampled_from([None, 5, 60])),
        protection=draw(st.sampled_from([Protection.NONE, *Protection])),
        interests=draw(st.sampled_from([frozenset({"fishing"}), frozenset({"hiking"})])),
        availability=draw(st.sampled_from([slots("friday-evening"), slots("monday-morning")])),
        **more,
    )


WEIGHTS = st.sampled_from([MUSTS | OPEN_WEIGHTS, {"language": "must"} | OPEN_WEIGHTS])


@settings(deadline=None)
@given(st.lists(_people(_mentor), max_size=5), st.lists(_people(_newcomer), max_size=8), WEIGHTS)
def test_what_a_kind_brings_is_what_solving_anew_with_such_mentors_brings(
    mentors: list[MentorCandidate], newcomers: list[NewcomerCandidate], weights: dict[str, str]
) -> None:
    waiting = waiting_of(mentors, newcomers, weights)
    facts = [mentor_facts(one, TODAY) for one in mentors]
    alone = {waiting.newcomers[row].role_id for row in waiting.alone()}
    book = waiting.demands.book
    for one in find_shortages(waiting):
        recruit = imagined(one.kind, "no")
        assert set(one.newcomers) == {
            person.role_id
            for person in waiting.newcomers
            if person.role_id in alone and first_obstacle(recruit, person, book) is None
        }
        assert one.helps or one.gain_pairs
        for recruits in (1, 3):
            (change,) = with_recruits(waiting, [one.kind], recruits)
            anew = Standing.of(
                problem_of([*facts, *[recruit] * recruits], waiting.newcomers, waiting.demands)
            )
            assert change.certified
            assert (change.number_after, change.total_after) == (anew.number, anew.total)
            if recruits == 1:
                assert one.gain_pairs == change.number_after - change.number_before
                assert one.gain_total == change.total_after - change.total_before


@settings(deadline=None)
@given(
    st.lists(_people(_newcomer), max_size=8),
    WEIGHTS,
    st.integers(0, 1000),
)
def test_everybody_whom_a_recruit_could_help_is_in_the_list_in_any_order_of_people(
    newcomers: list[NewcomerCandidate],
    weights: dict[str, str],
    seed: int,
) -> None:
    found = find_shortages(waiting_of([], newcomers, weights))
    mixed = list(newcomers)
    Random(seed).shuffle(mixed)
    again = find_shortages(waiting_of([], mixed, weights))
    assert [(one.kind, set(one.newcomers)) for one in found] == [
        (one.kind, set(one.newcomers)) for one in again
    ]
    helped = {role_id for one in found for role_id in one.newcomers}
    without_place = {
        one.role.id for one in newcomers if one.place is None and one.protection is Protection.NONE
    }
    strict = {one.role.id for one in newcomers if one.protection is Protection.STRICT}
    if weights.get("distance") == "must":
        assert helped == _ids(*newcomers) - strict - without_place
    else:
        assert helped == _ids(*newcomers) - strict
