from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from mentorapp.domain.explanations import OF_DISTANCE, Remedy, RemedyKind
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.crowd import BITS
from mentorapp.matching.facts import mentor_facts, newcomer_facts
from mentorapp.matching.openings import Openings, Standings
from mentorapp.matching.remedies import remedies_for
from mentorapp.matching.rules import obstacles, rulebook
from mentorapp.reference.places import Place

AMentor = Callable[..., MentorCandidate]
ANewcomer = Callable[..., NewcomerCandidate]
AScheme = Callable[..., Scheme]
Ask = Callable[..., tuple[Remedy, ...]]


@pytest.fixture
def ask(a_scheme: AScheme, today: date) -> Ask:
    """The remedies for one newcomer; places are to spare with all mentors but those ``taken``."""

    def ask(
        newcomer: NewcomerCandidate,
        mentors: Sequence[MentorCandidate],
        *,
        taken: Sequence[int] = (),
        costs: Mapping[int, int] | None = None,
        best_allowed: int | None = None,
        more_places_help: bool = True,
        scheme: Scheme | None = None,
    ) -> tuple[Remedy, ...]:
        facts = [mentor_facts(one, today) for one in mentors]
        theirs = newcomer_facts(newcomer, today)
        book = rulebook(scheme or a_scheme(language="must", distance="must", availability="must"))
        mask = np.array(
            [sum(BITS[one] for one in obstacles(mentor, theirs, book)) for mentor in facts],
            dtype=np.uint32,
        )
        spare = np.ones(len(facts), dtype=np.bool_)
        spare[list(taken)] = False
        cost = np.zeros(len(facts), dtype=np.int64)
        for which, value in (costs or {}).items():
            cost[which] = value
        openings = Openings(facts, book, Standings(cost, spare, more_places_help))
        return remedies_for(openings, theirs, mask, best_allowed)

    return ask


def test_a_mentor_too_far_for_the_newcomer_is_reached_by_whole_five_kilometres(
    ask: Ask, a_mentor: AMentor, a_newcomer: ANewcomer, places: Mapping[str, Place]
) -> None:
    near, far = a_mentor(place=places["valnesfjord"]), a_mentor(place=places["bodo"])
    newcomer = a_newcomer(place=places["fauske"], max_distance_km=10)
    (remedy,) = ask(newcomer, [far, near])
    assert (remedy.kind, remedy.mentor_id) == (RemedyKind.NEWCOMER_DISTANCE, near.role.id)
    assert (remedy.amount, remedy.beyond, remedy.opens, remedy.helps) == (15, 3, 1, True)


def test_the_way_is_as_far_as_the_first_mentor_with_a_place_to_spare(
    ask: Ask, a_mentor: AMentor, a_newcomer: ANewcomer, places: Mapping[str, Place]
) -> None:
    near, far = a_mentor(place=places["valnesfjord"]), a_mentor(place=places["bodo"])
    newcomer = a_newcomer(place=places["fauske"], max_distance_km=10)
    (remedy,) = ask(newcomer, [near, far], taken=[0])
    assert remedy.mentor_id == far.role.id
    assert (remedy.amount, remedy.beyond, remedy.opens, remedy.helps) == (45, 33, 2, True)
    nobody = ask(newcomer, [near, far], taken=[0, 1])
    assert (nobody[0].mentor_id, nobody[0].amount, nobody[0].helps) == (near.role.id, 15, False)


def test_the_limit_that_stops_them_is_the_one_to_raise(
    ask: Ask, a_mentor: AMentor, a_newcomer: ANewcomer, places: Mapping[str, Place]
) -> None:
    def kind(mine: int | None, theirs: int | None, place: str = "bodo") -> tuple[Any, int, int]:
        mentor = a_mentor(place=places[place], max_distance_km=theirs)
        (one,) = ask(a_newcomer(place=places["fauske"], max_distance_km=mine), [mentor])
        return one.kind, one.amount, one.beyond

    assert kind(20, None) == (RemedyKind.NEWCOMER_DISTANCE, 45, 23)
    assert kind(60, 40) == (RemedyKind.MENTOR_DISTANCE, 45, 3)
    assert kind(20, 30) == (RemedyKind.BOTH_DISTANCE, 45, 23)
    kind_, amount, beyond = kind(None, None, "oslo")
    assert (kind_, beyond) == (RemedyKind.NEWCOMER_DISTANCE, 0)
    assert amount > 800


def test_nothing_of_distance_is_said_of_protected_people(
    ask: Ask, a_mentor: AMentor, a_newcomer: ANewcomer, places: Mapping[str, Place]
) -> None:
    for ours, theirs in (
        (Protection.CONFIDENTIAL, Protection.NONE),
        (Protection.NONE, Protection.CONFIDENTIAL),
    ):
        newcomer = a_newcomer(max_distance_km=1, protection=ours, wish_gender=Gender.WOMAN)
        mentor = a_mentor(place=places["oslo"], protection=theirs, max_distance_km=1)
        found = ask(newcomer, [mentor, replace(mentor, place=None)])
        assert not OF_DISTANCE & {one.kind for one in found}
        assert all("place" not in one.values for one in found)


def test_strictly_confidential_people_are_nobodys_remedy_and_get_none(
    ask: Ask, a_mentor: AMentor, a_newcomer: ANewcomer
) -> None:
    strict = a_mentor(protection=Protection.STRICT, capacity=0)
    found = ask(a_newcomer(wish_gender=Gender.WOMAN), [strict])
    assert [one.kind for one in found] == [RemedyKind.RECRUIT]
    assert found[0].values == ()
    assert ask(a_newcomer(protection=Protection.STRICT), [a_mentor(capacity=0)]) == ()


def test_one_more_free_time_is_the_one_that_opens_most(
    ask: Ask, a_mentor: AMentor, a_newcomer: ANewcomer, free: Any
) -> None:
    mentors = [
        a_mentor(availability=free("monday-morning")),
        a_mentor(availability=free("monday-morning", "friday-evening")),
        a_mentor(availability=free("friday-evening", "sunday-evening")),
        a_mentor(availability=free("friday-evening")),
    ]
    newcomer = a_newcomer(availability=free("tuesday-evening"))
    (remedy,) = ask(newcomer, mentors, costs={1: 9, 2: 3, 3: 5})
    assert (remedy.kind, remedy.values) == (RemedyKind.NEWCOMER_TIME, ("friday-evening",))
    assert (remedy.opens, remedy.mentor_id) == (3, mentors[2].role.id)
    (remedy,) = ask(newcomer, mentors, taken=[1, 2, 3])
    assert (remedy.values, remedy.opens, remedy.helps) == (("monday-morning",), 2, True)


def test_what_is_not_registered_is_asked_for_and_not_said_to_help(
    ask: Ask, a_mentor: AMentor, a_newcomer: ANewcomer
) -> None:
    def asked(newcomer: NewcomerCandidate, mentor: MentorCandidate) -> tuple[Any, bool, bool]:
        first, *rest = ask(newcomer, [mentor])
        recruit = [] if first.mentor_id is None else [RemedyKind.RECRUIT]
        assert [one.kind for one in rest] == recruit
        return first.kind, first.mentor_id is None, first.helps

    nothing: Any = frozenset()
    times = RemedyKind.ASK_TIMES
    assert asked(a_newcomer(availability=nothing), a_mentor()) == (times, True, False)
    assert asked(a_newcomer(), a_mentor(availability=nothing)) == (times, False, False)
    code = RemedyKind.ASK_POSTAL_CODE
    assert asked(a_newcomer(place=None), a_mentor()) == (code, True, False)
    assert asked(a_newcomer(), a_mentor(place=None)) == (code, False, False)
    gender = RemedyKind.ASK_GENDER
    wish = Gender.WOMAN
    assert asked(a_newcomer(wish_gender=wish), a_mentor()) == (gender, False, False)
    assert asked(a_newcomer(), a_mentor(wish_gender=wish)) == (gender, True, False)
    year = RemedyKind.ASK_BIRTH_YEAR
    bands = frozenset({AgeBand.FROM_67})
    unknown = a_mentor(birth_year=None)
    assert asked(a_newcomer(wish_age_bands=bands), unknown) == (year, False, False)
    nobody = a_newcomer(birth_year=None)
    assert asked(nobody, a_mentor(wish_age_bands=bands)) == (year, True, False)
    language = RemedyKind.ASK_LANGUAGES
    assert asked(a_newcomer(languages=nothing), a_mentor()) == (language, True, False)
    assert asked(a_newcomer(), a_mentor(languages=nothing)) == (language, False, False)


def test_a_wish_can_be_given_up_by_whoever_has_it(
    ask: Ask, a_mentor: AMentor, a_newcomer: ANewcomer
) -> None:
    man = {"gender": Gender.MAN, "birth_year": 1950}
    (one,) = ask(a_newcomer(wish_gender=Gender.WOMAN), [a_mentor(**man), a_mentor(**man)])
    assert (one.kind, one.values, one.opens) == (RemedyKind.NEWCOMER_GENDER, ("woman",), 2)
    (one,) = ask(a_newcomer(gender=Gender.MAN), [a_mentor(wish_gender=Gender.WOMAN)])
    assert one.kind is RemedyKind.MENTOR_GENDER
    young = frozenset({AgeBand.FROM_18, AgeBand.FROM_26})
    (one,) = ask(a_newcomer(wish_age_bands=young), [a_mentor(**man)])
    assert (one.kind, one.values) == (RemedyKind.NEWCOMER_AGE, ("18_25", "26_35"))
    (one,) = ask(a_newcomer(**man), [a_mentor(wish_age_bands=young)])
    assert one.kind is RemedyKind.MENTOR_AGE


def test_a_signature_is_asked_of_the_mentor_whose_place_is_given_up_most_easily(
    ask: Ask, a_mentor: AMentor, a_newcomer: ANewcomer, a_scheme: AScheme
) -> None:
    mentors = [
        a_mentor(confidentiality_signed_on=None),
        a_mentor(confidentiality_signed_on=None),
        a_mentor(certificate_seen_on=None),
    ]
    found = ask(a_newcomer(birth_year=2012), mentors, costs={0: 5})
    assert [(one.kind, one.mentor_id) for one in found] == [
        (RemedyKind.CONFIDENTIALITY, mentors[1].role.id),
        (RemedyKind.CERTIFICATE, mentors[2].role.id),
    ]
    scheme = replace(a_scheme(), requires_training=True)
    (one,) = ask(a_newcomer(), [a_mentor(training_done_on=None)], scheme=scheme)
    assert one.kind is RemedyKind.TRAINING


def test_what_surely_helps_comes_before_what_is_easier(
    ask: Ask, a_mentor: AMentor, a_newcomer: ANewcomer
) -> None:
    mentors = [a_mentor(confidentiality_signed_on=None), a_mentor(gender=Gender.MAN)]
    newcomer = a_newcomer(wish_gender=Gender.WOMAN)
    mentors[0] = replace(mentors[0], person=replace(mentors[0].person, gender=Gender.WOMAN))
    found = ask(newcomer, mentors, taken=[0])
    assert [one.kind for one in found] == [RemedyKind.NEWCOMER_GENDER, RemedyKind.CONFIDENTIALITY]
    assert [one.helps for one in found] == [True, False]


def test_one_more_place_helps_with_somebody_who_is_full_or_taken_by_others(
    ask: Ask, a_mentor: AMentor, a_newcomer: ANewcomer
) -> None:
    full = a_mentor(capacity=1, running=1)
    (one,) = ask(a_newcomer(), [full])
    assert (one.kind, one.mentor_id, one.helps) == (RemedyKind.CAPACITY, full.role.id, True)
    taken = a_mentor()
    found = ask(a_newcomer(), [full, taken], best_allowed=1, more_places_help=False)
    assert (found[0].kind, found[0].mentor_id) == (RemedyKind.CAPACITY, taken.role.id)
    assert not found[0].helps


def test_two_obstacles_at_once_are_no_small_remedy(
    ask: Ask, a_mentor: AMentor, a_newcomer: ANewcomer
) -> None:
    mentor = a_mentor(confidentiality_signed_on=None, gender=Gender.MAN)
    found = ask(a_newcomer(wish_gender=Gender.WOMAN), [mentor])
    assert [one.kind for one in found] == [RemedyKind.RECRUIT]


def test_a_must_of_the_scheme_and_the_wish_of_an_organisation_can_be_looked_at_again(
    ask: Ask, a_mentor: AMentor, a_newcomer: ANewcomer, a_scheme: AScheme
) -> None:
    newcomer = a_newcomer(interests=frozenset({"hiking"}), birth_year=2012)
    for criterion in ("interests", "occupation", "age", "household"):
        (one,) = ask(newcomer, [a_mentor()], scheme=a_scheme(**{criterion: "must"}))
        assert (one.kind, one.values) == (RemedyKind.SCHEME_MUST, (criterion,))
    both = ask(newcomer, [a_mentor()], scheme=a_scheme(age="must", household="must"))
    assert [one.kind for one in both] == [RemedyKind.RECRUIT]
    wanting = Organisation(number=1, name="X", only_gender=Gender.WOMAN)
    (one,) = ask(a_newcomer(gender=Gender.MAN), [a_mentor(organisation=wanting)])
    assert one.kind is RemedyKind.ORGANISATION


def test_a_recruit_is_what_all_that_stops_the_others_asks_for(
    ask: Ask,
    a_mentor: AMentor,
    a_newcomer: ANewcomer,
    speaks: Any,
    free: Any,
    places: Mapping[str, Place],
) -> None:
    newcomer = a_newcomer(
        languages=speaks("prs:native", "ar:B1", "ru:A2", "no:A1"),
        birth_year=2012,
        wish_gender=Gender.WOMAN,
        wish_age_bands=frozenset({AgeBand.FROM_26}),
        max_distance_km=5,
        availability=free("tuesday-evening"),
    )
    mentor = a_mentor(
        gender=Gender.MAN,
        birth_year=1950,
        place=places["bodo"],
        certificate_seen_on=None,
        availability=free("sunday-morning"),
    )
    (one,) = ask(newcomer, [mentor])
    assert one.kind is RemedyKind.RECRUIT
    assert one.values == (
        "gender:woman",
        "age:26_35",
        "language:prs",
        "language:ar",
        "place",
        "time:tuesday-evening",
        "certificate",
    )
    beginner = a_newcomer(languages=speaks("no:A1"))
    (one,) = ask(beginner, [a_mentor()])
    assert one.values == ("language:no",)


def test_where_there_is_no_mentor_at_all_one_is_to_be_found(
    ask: Ask, a_newcomer: ANewcomer
) -> None:
    (one,) = ask(a_newcomer(), [])
    assert (one.kind, one.values, one.helps) == (RemedyKind.RECRUIT, (), True)
