"""A pairing run, against SciPy's bare solution of the same table of scores."""

from functools import partial
from pathlib import Path

from scipy.optimize import linear_sum_assignment

from benchmarks.crowd import TODAY, mentors, newcomers
from benchmarks.measuring import Figure, Run, against, interleaved, timed
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.standard_schemes import standard_schemes
from mentorapp.matching.candidates import MentorCandidate, NewcomerCandidate
from mentorapp.matching.facts import mentor_facts, newcomer_facts
from mentorapp.matching.proposals import propose
from mentorapp.matching.rules import rulebook
from mentorapp.matching.scores import build_table
from mentorapp.operations.places import place_of
from mentorapp.operations.registrations import Registration

_BOUND = "SciPy solving the same table"


def figures(_folder: Path, rounds: int, *, quick: bool) -> list[Figure]:
    """A usual office and a very large one."""
    sizes = ((6, 8),) if quick else ((60, 80), (300, 300))
    return [_of_size(mentor_count, count, rounds) for mentor_count, count in sizes]


def _of_size(mentor_count: int, newcomer_count: int, rounds: int) -> Figure:
    scheme = standard_schemes()[1]
    helpers = [_mentor(one) for one in mentors(mentor_count)]
    waiting = [_newcomer(one) for one in newcomers(newcomer_count)]
    scores = build_table(
        scheme.weights,
        [mentor_facts(one, TODAY) for one in helpers],
        [newcomer_facts(one, TODAY) for one in waiting],
        rulebook(scheme, frozenset(), frozenset()),
    )
    assert scores is not None  # noqa: S101 - None is for runs that were cancelled
    table = scores.scores
    runs: list[Run] = [
        lambda: {_BOUND: timed(partial(linear_sum_assignment, table, maximize=True))},
        lambda: {"run": timed(partial(_run, scheme, helpers, waiting))},
    ]
    name = f"Pairing run, {mentor_count} mentors and {newcomer_count} newcomers"
    return against(interleaved(runs, rounds), "run", _BOUND, name)


def _run(
    scheme: Scheme, helpers: list[MentorCandidate], waiting: list[NewcomerCandidate]
) -> object:
    return propose(scheme, helpers, waiting, today=TODAY)


def _mentor(one: Registration) -> MentorCandidate:
    assert one.mentor is not None  # noqa: S101 - for the type checker
    return MentorCandidate(role=one.mentor, person=one.person, place=place_of(one.details))


def _newcomer(one: Registration) -> NewcomerCandidate:
    assert one.newcomer is not None  # noqa: S101 - for the type checker
    return NewcomerCandidate(
        role=one.newcomer,
        person=one.person,
        place=place_of(one.details),
        waited_days=(TODAY - one.newcomer.registered_on).days,
    )
