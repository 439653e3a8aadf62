from collections.abc import Callable

import pytest

from mentorapp.domain.households import ChildBand, Household
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.schemes import Criterion, Scheme
from mentorapp.domain.shortages import MentorKind
from mentorapp.matching.candidates import NewcomerCandidate
from mentorapp.matching.facts import NewcomerFacts, newcomer_facts
from mentorapp.matching.imagined import imagined
from mentorapp.matching.rules import obstacles, rulebook
from tests.mentorapp.matching.conftest import TODAY, slots, spoken

EVERYTHING_IS_A_MUST = {one.value: "must" for one in Criterion}
FAMILY = Household(label="", child_bands=frozenset({ChildBand.PRIMARY}))
FITTING = MentorKind(
    gender=Gender.WOMAN,
    age_band=AgeBand.FROM_36,
    languages=("ti",),
    country="NO",
    postal_code="8200",
    place="Fauske",
    municipality="Fauske",
    slots=tuple(slots("tuesday-evening")),
    occupation_group="it",
    interests=("fishing",),
    child_band=ChildBand.PRIMARY,
    certificate=True,
)


@pytest.fixture
def demanding(a_newcomer: Callable[..., NewcomerCandidate]) -> NewcomerFacts:
    """Somebody who needs everything that a kind can have."""
    somebody = a_newcomer(
        languages=spoken("ti:native"),
        wish_gender=Gender.WOMAN,
        wish_age_bands=frozenset({AgeBand.FROM_36}),
        max_distance_km=5,
        wished_occupation_group="it",
        household=FAMILY,
    )
    return newcomer_facts(somebody, TODAY)


@pytest.mark.parametrize(
    ("changes", "obstacle"),
    [
        ({}, None),
        ({"gender": None}, Obstacle.NEWCOMER_GENDER_WISH),
        ({"gender": Gender.MAN}, Obstacle.NEWCOMER_GENDER_WISH),
        ({"age_band": None}, Obstacle.NEWCOMER_AGE_WISH),
        ({"languages": ()}, Obstacle.NO_COMMON_LANGUAGE),
        ({"postal_code": ""}, Obstacle.DISTANCE_UNKNOWN),
        ({"postal_code": "0150"}, Obstacle.TOO_FAR),
        ({"slots": ()}, Obstacle.NO_COMMON_TIME),
        ({"occupation_group": ""}, Obstacle.NO_COMMON_OCCUPATION),
        ({"interests": ()}, Obstacle.NO_COMMON_INTEREST),
        ({"child_band": None}, Obstacle.OTHER_CRITERION),
        ({"certificate": False}, Obstacle.CERTIFICATE_MISSING),
    ],
)
def test_the_rules_judge_a_kind_as_they_judge_a_mentor(
    changes: dict[str, object],
    obstacle: Obstacle | None,
    demanding: NewcomerFacts,
    a_scheme: Callable[..., Scheme],
) -> None:
    kind = MentorKind(**{name: getattr(FITTING, name) for name in FITTING.__slots__} | changes)
    found = obstacles(imagined(kind, "no"), demanding, rulebook(a_scheme(**EVERYTHING_IS_A_MUST)))
    assert found == ((obstacle,) if obstacle else ())


def test_every_recruit_speaks_the_country_s_language(
    a_newcomer: Callable[..., NewcomerCandidate], a_scheme: Callable[..., Scheme]
) -> None:
    danish = newcomer_facts(a_newcomer(languages=spoken("da:B1")), TODAY)
    book = rulebook(a_scheme(language="must"))
    assert obstacles(imagined(MentorKind(), "da"), danish, book) == ()
    assert obstacles(imagined(MentorKind(), "no"), danish, book) != ()


def test_what_an_organisation_asks_of_newcomers_holds_for_its_recruits(
    a_newcomer: Callable[..., NewcomerCandidate], a_scheme: Callable[..., Scheme]
) -> None:
    network = Organisation(name="Kvinnenettverket", only_gender=Gender.WOMAN)
    recruit, book = imagined(MentorKind(), "no", network), rulebook(a_scheme())
    woman, man = (
        newcomer_facts(a_newcomer(gender=gender), TODAY) for gender in (Gender.WOMAN, Gender.MAN)
    )
    assert obstacles(recruit, woman, book) == ()
    assert obstacles(recruit, man, book) == (Obstacle.ORGANISATION_WISH,)


def test_nobody_s_employer_gives_him_a_mentor(
    a_newcomer: Callable[..., NewcomerCandidate], a_scheme: Callable[..., Scheme]
) -> None:
    works = Organisation(name="Nordlys")
    employed = newcomer_facts(a_newcomer(employer_id=works.id), TODAY)
    found = obstacles(imagined(MentorKind(), "no", works), employed, rulebook(a_scheme()))
    assert found == (Obstacle.EMPLOYER,)
