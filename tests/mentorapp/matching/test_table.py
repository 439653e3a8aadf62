"""The table of all pairs against pairs looked at one by one, whoever they are."""

import random
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorapp.domain.availability import ALL_SLOTS
from mentorapp.domain.households import ChildBand, Household
from mentorapp.domain.languages import Level, Spoken
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import AgeBand, Gender, LifeSituation, Transport
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import new_id
from mentorapp.domain.schemes import Criterion, Scheme, Weight
from mentorapp.domain.ties import TieKind
from mentorapp.matching import table as table_module
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.crowd import BITS, Crowd, crowd
from mentorapp.matching.facts import MentorFacts, NewcomerFacts, mentor_facts, newcomer_facts
from mentorapp.matching.rules import Rulebook, first_obstacle, obstacles, rulebook
from mentorapp.matching.scores import judge, multipliers
from mentorapp.matching.table import counted, table
from mentorapp.reference.interests import interests
from mentorapp.reference.occupations import occupations
from mentorapp.reference.places import Place, place

AMentor = Callable[..., MentorCandidate]
ANewcomer = Callable[..., NewcomerCandidate]

TODAY = date(2026, 11, 23)
CODES = "0150 0160 0283 1150 8006 8013 9008 9170 8226 8200 8215".split()
SOMEWHERE = [one for code in CODES if (one := place("NO", code))]
SOMEWHERE += [Place("NO", "0000", "Nabo", "Nabo", "9999", 59.9130, 10.7461)]
LANGUAGES = "no nb nn en ar fa prs so ti uk sr bs".split()
INTERESTS = sorted(interests())
OCCUPATIONS = sorted(occupations())[:5]
SLOTS = sorted(ALL_SLOTS)


def _some(draw: random.Random, known: Any, most: int) -> frozenset[Any]:
    return frozenset(draw.sample(list(known), draw.randint(0, min(most, len(known)))))


def _person(draw: random.Random) -> dict[str, Any]:
    """Anything that somebody can be, with gaps; every second one asks for nothing special."""
    easy = draw.random() < 0.5
    found: dict[str, Any] = {
        "household_id": None,
        "birth_year": draw.choice([None, 1940, 1965, 1985, 1999, 2007, 2008, 2012]),
        "gender": draw.choice(list(Gender)),
        "languages": frozenset(
            Spoken(code, draw.choice(list(Level))) for code in _some(draw, LANGUAGES, 3)
        ),
        "interests": _some(draw, INTERESTS[:: draw.choice([1, 8])], 6),
        "occupation_group": draw.choice(["", *OCCUPATIONS]),
        "availability": _some(draw, SLOTS[:: draw.choice([1, 4])], 5),
        "transport": _some(draw, list(Transport), 2),
        "life_situation": draw.choice(list(LifeSituation)),
        "place": draw.choice([None, *SOMEWHERE]),
        "district": draw.choice(["", "", "Øst", "Vest"]),
        "max_distance_km": draw.choice([None, None, 0, 1, 10, 13, 45, 900, 2000]),
        "wish_gender": draw.choice([Gender.NOT_GIVEN] * 4 + list(Gender)),
        "wish_age_bands": _some(draw, AgeBand, 4) if draw.random() < 0.3 else frozenset(),
        "protection": draw.choice([Protection.NONE] * 8 + list(Protection)),
    }
    if easy:
        found |= {
            "place": draw.choice(SOMEWHERE[-4:]),
            "max_distance_km": None,
            "wish_gender": Gender.NOT_GIVEN,
            "wish_age_bands": frozenset(),
            "protection": Protection.NONE,
        }
    if draw.random() < 0.4:
        found["household"] = Household(label="Hjem", child_bands=_some(draw, ChildBand, 2))
    return found


def _organisation(draw: random.Random) -> Organisation:
    return Organisation(
        name="Nordkyst",
        occupations=_some(draw, OCCUPATIONS, 2),
        only_gender=draw.choice([Gender.NOT_GIVEN] * 3 + list(Gender)),
        only_age_bands=_some(draw, AgeBand, 5) if draw.random() < 0.2 else frozenset(),
        only_own_occupations=draw.random() < 0.2,
    )


def _mentor(draw: random.Random, a_mentor: AMentor, organisations: list[Organisation]) -> Any:
    one = draw.choice([None, *organisations])
    return a_mentor(
        **_person(draw),
        organisation=one,
        organisation_id=one.id if one else None,
        capacity=draw.randint(0, 3),
        running=draw.choice([0, 0, 0, 1]),
        certificate_seen_on=draw.choice([None, TODAY, TODAY]),
        certificate_valid_to=draw.choice([None, None, TODAY - timedelta(days=1)]),
        confidentiality_signed_on=draw.choice([None, TODAY, TODAY, TODAY]),
        training_done_on=draw.choice([None, TODAY, TODAY, TODAY]),
    )


def _newcomer(
    draw: random.Random,
    a_newcomer: ANewcomer,
    organisations: list[Organisation],
    mentors: list[MentorCandidate],
) -> Any:
    employer = draw.choice([*organisations, None, None, None])
    related = draw.choice([*mentors, None, None, None])
    return a_newcomer(
        **_person(draw),
        earlier_occupation_group=draw.choice(["", *OCCUPATIONS]),
        wished_occupation_group=draw.choice(["", *OCCUPATIONS]),
        employer_id=employer.id if employer else None,
        case_officer_id=related.person.id if related and draw.random() < 0.3 else None,
        waited_days=draw.choice([-1, 0, 29, 30, 100, 365, 366, 700, 2000]),
    )


def _scheme(draw: random.Random, a_scheme: Callable[..., Scheme]) -> Scheme:
    usual = [Weight.HIGH, Weight.LOW, Weight.OFF, draw.choice(list(Weight)), Weight.MEDIUM]
    if draw.random() < 0.3:
        usual.append(Weight.MUST)
    scheme = a_scheme(**{one.value: draw.choice(usual).value for one in Criterion})
    return Scheme(
        key=scheme.key,
        names=scheme.names,
        mentor_titles={},
        newcomer_titles={},
        weights=scheme.weights,
        requires_confidentiality=draw.random() < 0.5,
        requires_training=draw.random() < 0.3,
    )


@pytest.fixture
def any_office(
    a_mentor: AMentor, a_newcomer: ANewcomer, a_scheme: Callable[..., Scheme]
) -> Callable[[int], tuple[Scheme, list[MentorFacts], list[NewcomerFacts], Rulebook]]:
    """A scheme and its people, drawn from a seed."""

    def made(
        seed: int,
    ) -> tuple[Scheme, list[MentorFacts], list[NewcomerFacts], Rulebook]:
        draw = random.Random(seed)
        organisations = [_organisation(draw) for _ in range(draw.randint(0, 3))]
        mentors = [_mentor(draw, a_mentor, organisations) for _ in range(draw.randint(0, 9))]
        newcomers = [
            _newcomer(draw, a_newcomer, organisations, mentors) for _ in range(draw.randint(0, 9))
        ]
        ours = [newcomer_facts(one, TODAY) for one in newcomers]
        theirs = [mentor_facts(one, TODAY) for one in mentors]
        home = new_id()
        theirs = [one._replace(household_id=home) if draw.random() < 0.2 else one for one in theirs]
        ours = [one._replace(household_id=home) if draw.random() < 0.2 else one for one in ours]
        if ours and theirs and draw.random() < 0.3:
            ours[0] = ours[0]._replace(person_id=theirs[0].person_id)
        both = [(one.role_id, other.role_id) for one in theirs for other in ours]
        ties: list[Any] = [
            (*draw.sample([one.person_id, other.person_id], 2), draw.choice(list(TieKind)))
            for one in theirs
            for other in ours
            if draw.random() < 0.1
        ]
        scheme = _scheme(draw, a_scheme)
        book = rulebook(scheme, _some(draw, both, 4), _some(draw, both, 4), frozenset(ties))
        return scheme, theirs, ours, book

    return made


def _crowd(scheme: Scheme, mentors: Any, newcomers: Any, book: Rulebook) -> Crowd:
    return crowd(mentors, newcomers, book, multipliers(scheme.weights))


@given(st.integers(0, 2**40), st.sampled_from([1, 20, 1 << 16]), st.sampled_from([1, 7, 1 << 13]))
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_table_says_of_every_pair_what_is_said_of_it_alone(
    any_office: Any, seed: int, block: int, batch: int
) -> None:
    scheme, mentors, newcomers, book = any_office(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table_module, "_BLOCK", block)
        patch.setattr(table_module, "_BATCH", batch)
        found = table(_crowd(scheme, mentors, newcomers, book), [one.room for one in mentors])
    assert found is not None
    assert found.shape == (len(newcomers), len(mentors))
    assert found.capacity.tolist() == [one.room for one in mentors]
    for row, newcomer in enumerate(newcomers):
        expected = {
            column: judge(scheme.weights, mentor, newcomer).score
            for column, mentor in enumerate(mentors)
            if first_obstacle(mentor, newcomer, book) is None
        }
        columns, scores = found.row(row)
        assert dict(zip(columns.tolist(), scores.tolist(), strict=True)) == expected
        assert columns.tolist() == sorted(expected)


@given(st.integers(0, 2**40))
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_obstacles_of_many_are_those_of_each_two(any_office: Any, seed: int) -> None:
    scheme, mentors, newcomers, book = any_office(seed)
    everybody = _crowd(scheme, mentors, newcomers, book)
    rows = np.arange(len(newcomers))[::-1]
    columns = np.arange(len(mentors))[1:]
    expected = [
        [
            sum(BITS[one] for one in obstacles(mentors[column], newcomers[row], book))
            for column in columns
        ]
        for row in rows
    ]
    assert everybody.obstacles(rows, columns).tolist() == expected
    by_newcomer = counted(everybody, rows, columns, by_mentor=False)
    by_mentor = counted(everybody, rows, columns, by_mentor=True)
    firsts = {
        (row, column): first_obstacle(mentors[column], newcomers[row], book)
        for row in rows.tolist()
        for column in columns.tolist()
    }
    assert by_newcomer == [Counter(firsts[row, column] for column in columns) for row in rows]
    assert by_mentor == [Counter(firsts[row, column] for row in rows) for column in columns]


def test_a_long_table_reports_and_stops_when_asked(
    a_mentor: AMentor, a_newcomer: ANewcomer, a_scheme: Callable[..., Scheme], today: date
) -> None:
    mentors = [mentor_facts(a_mentor(), today)] * 3000
    newcomers = [newcomer_facts(a_newcomer(), today)] * 100
    everybody = _crowd(a_scheme(), mentors, newcomers, rulebook(a_scheme()))
    seen: list[tuple[int, int]] = []

    def told(done: int, of: int) -> None:
        seen.append((done, of))

    rooms = [1] * len(mentors)
    assert table(everybody, rooms, told, lambda: len(seen) == 2) is None
    assert len(seen) == 2
    assert table(everybody, rooms, told) is not None
    assert seen[-1] == (100, 100)
    assert 5 < len(seen) < 50
