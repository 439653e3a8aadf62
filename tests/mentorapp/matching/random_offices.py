"""Small offices drawn at random, solved as the program does and, to hold that against, by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from hypothesis import strategies as st

from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import Scheme
from mentorapp.matching.assignment import Assignment, Goal, assign
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.crowd import crowd
from mentorapp.matching.facts import MentorFacts, NewcomerFacts, mentor_facts, newcomer_facts
from mentorapp.matching.rules import PairIds, Rulebook, obstacles, rulebook
from mentorapp.matching.scores import judge, multipliers
from mentorapp.matching.solved import SolvedRun
from mentorapp.matching.standing import Standing
from mentorapp.matching.table import table
from tests.mentorapp.matching import conftest as people

_PLACES = (people.FAUSKE, people.VALNESFJORD, people.BODO, None)
_SLOTS = ("monday-morning", "tuesday-evening", "friday-evening")
_LANGUAGES = ("no:native", "no:A1", "ar:native", "prs:B2")
_INTERESTS = ("fishing", "hiking", "own_interest_50")

Pairs = Iterable[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Office:
    """What a run looks at."""

    scheme: Scheme
    mentors: tuple[MentorFacts, ...]
    newcomers: tuple[NewcomerFacts, ...]
    book: Rulebook
    goal: Goal

    def solved(self) -> SolvedRun:
        """As the program does it."""
        everybody = crowd(self.mentors, self.newcomers, self.book, multipliers(self.scheme.weights))
        problem = table(everybody, [one.room for one in self.mentors])
        assert problem is not None
        standing = Standing.of(problem, goal=self.goal)
        return SolvedRun(self.scheme, self.mentors, self.newcomers, self.book, standing)

    def by_hand(self, locked: Pairs = (), forbidden: Pairs = ()) -> Assignment:
        """Pair by pair, and solved from the start."""
        shape = len(self.newcomers), len(self.mentors)
        scores, allowed = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.bool_)
        for row, newcomer in enumerate(self.newcomers):
            for column, mentor in enumerate(self.mentors):
                allowed[row, column] = not obstacles(mentor, newcomer, self.book)
                scores[row, column] = judge(self.scheme.weights, mentor, newcomer).score
        room = np.array([one.room for one in self.mentors], dtype=np.int64)
        return assign(scores, allowed, room, goal=self.goal, locked=locked, forbidden=forbidden)

    def with_mentor(self, column: int, mentor: MentorFacts) -> "Office":
        mentors = [*self.mentors]
        mentors[column] = mentor
        return replace(self, mentors=tuple(mentors))

    def with_newcomer(self, row: int, newcomer: NewcomerFacts) -> "Office":
        newcomers = [*self.newcomers]
        newcomers[row] = newcomer
        return replace(self, newcomers=tuple(newcomers))


def _office(sizes: tuple[int, int], seed: int, goal: Goal) -> Office:
    draw = Random(seed)
    mentors = [people._mentor(**_mentor(draw)) for _ in range(sizes[0])]
    newcomers = [people._newcomer(**_newcomer(draw)) for _ in range(sizes[1])]
    weights = {"interests": "high", "waiting": "low", "age": "medium"}
    weights["language"] = draw.choice(("must", "medium"))
    weights["distance"] = draw.choice(("must", "high", "off"))
    weights["availability"] = draw.choice(("must", "must", "low"))
    scheme = people._scheme(**weights)
    forbidden = frozenset(
        (mentor.role.id, newcomer.role.id)
        for mentor in mentors
        for newcomer in newcomers
        if draw.random() < 0.05
    )
    return an_office(scheme, mentors, newcomers, goal, forbidden)


def an_office(
    scheme: Scheme,
    mentors: Sequence[MentorCandidate],
    newcomers: Sequence[NewcomerCandidate],
    goal: Goal = "most",
    forbidden: PairIds = frozenset(),
) -> Office:
    """These people, in this order."""
    return Office(
        scheme,
        tuple(mentor_facts(one, people.TODAY) for one in mentors),
        tuple(newcomer_facts(one, people.TODAY) for one in newcomers),
        rulebook(scheme, forbidden=forbidden),
        goal,
    )


def _person(draw: Random) -> dict[str, object]:
    return {
        "gender": draw.choice((Gender.WOMAN, Gender.MAN, Gender.MAN, Gender.NOT_GIVEN)),
        "wish_gender": draw.choice((Gender.NOT_GIVEN,) * 4 + (Gender.WOMAN, Gender.MAN)),
        "birth_year": draw.choice((1950, 1975, 1990, 2012, None)),
        "wish_age_bands": draw.choice(
            (frozenset(), frozenset(), frozenset({AgeBand.FROM_26, AgeBand.FROM_36}))
        ),
        "place": draw.choice(_PLACES),
        "max_distance_km": draw.choice((None, None, 5, 20, 60)),
        "protection": draw.choice(
            (Protection.NONE,) * 8 + (Protection.CONFIDENTIAL, Protection.STRICT)
        ),
        "availability": people.slots(*draw.sample(_SLOTS, draw.choice((0, 1, 1, 2)))),
        "interests": frozenset(draw.sample(_INTERESTS, draw.choice((0, 1, 2)))),
    }


def _mentor(draw: Random) -> dict[str, object]:
    return _person(draw) | {
        "capacity": draw.choice((0, 1, 1, 1, 2)),
        "certificate_seen_on": draw.choice((None, people.TODAY)),
        "confidentiality_signed_on": draw.choice((None, people.TODAY, people.TODAY)),
        "languages": people.spoken(*draw.sample(_LANGUAGES, draw.choice((1, 2)))),
    }


def _newcomer(draw: Random) -> dict[str, object]:
    return _person(draw) | {
        "waited_days": draw.choice((0, 30, 200, 400)),
        "languages": people.spoken(*draw.sample(_LANGUAGES, draw.choice((0, 1, 2, 3)))),
    }


def offices(goals: Sequence[Goal] = ("most", "best", "fair")) -> st.SearchStrategy[Office]:
    """Up to six mentors and seven newcomers."""
    return st.builds(
        _office,
        st.tuples(st.integers(1, 6), st.integers(1, 7)),
        st.integers(0, 2**32),
        st.sampled_from(goals),
    )


def _open_office(sizes: tuple[int, int], seed: int, goal: Goal) -> Office:
    draw = Random(seed)
    nothing: dict[str, object] = {
        "wish_gender": Gender.NOT_GIVEN,
        "wish_age_bands": frozenset(),
        "max_distance_km": None,
        "birth_year": draw.choice((1975, 1990)),
        "protection": Protection.NONE,
    }
    ready = {"certificate_seen_on": people.TODAY, "confidentiality_signed_on": people.TODAY}
    mentors = [people._mentor(**(_mentor(draw) | nothing | ready)) for _ in range(sizes[0])]
    newcomers = [people._newcomer(**(_newcomer(draw) | nothing)) for _ in range(sizes[1])]
    scheme = people._scheme(
        interests="high", waiting="low", language="medium", distance="high", availability="low"
    )
    forbidden = frozenset(
        (mentor.role.id, newcomer.role.id)
        for mentor in mentors
        for newcomer in newcomers
        if draw.random() < 0.4
    )
    return an_office(scheme, mentors, newcomers, goal, forbidden)


def open_offices(goals: Sequence[Goal] = ("most", "best", "fair")) -> st.SearchStrategy[Office]:
    """Where most could meet most: what there is to lose is a place, or a better mentor."""
    return st.builds(
        _open_office,
        st.tuples(st.integers(1, 5), st.integers(1, 6)),
        st.integers(0, 2**32),
        st.sampled_from(goals),
    )
