"""Problems for the tests of the engine: small ones at random, and families that are hard."""

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.sparse import Problem, from_dense

Dense = tuple[NDArray[np.int64], NDArray[np.bool_], NDArray[np.int64]]


def small(rng: np.random.Generator, largest: int = 9) -> Dense:
    """Scores, allowed and capacity, with ties, negative scores, and mentors without room."""
    newcomers, mentors = rng.integers(1, largest + 1, 2)
    high = int(rng.choice([2, 4, 30, 1000]))
    low = int(rng.choice([0, -high]))
    scores = rng.integers(low, high + 1, (newcomers, mentors))
    allowed = rng.random((newcomers, mentors)) < rng.choice([0.2, 0.5, 1.0])
    return scores, allowed, rng.integers(0, 4, mentors)


def office(rng: np.random.Generator, newcomers: int, mentors: int, share: float) -> Problem:
    """People like those of an office: a score is made of several traits of both."""
    ours, theirs = rng.random((newcomers, 6)), rng.random((mentors, 6))
    scores = (ours @ theirs.T * 20_000).astype(np.int64) + rng.integers(0, 9_000, (1, mentors))
    scores += rng.integers(0, 20_000, scores.shape)
    allowed = rng.random(scores.shape) < share
    return from_dense(scores, allowed, rng.choice([1, 2, 3], mentors, p=[0.6, 0.3, 0.1]))


FAMILIES = ("uniform", "ties", "equal", "additive", "popular", "machol-wien", "planar")


def family(name: str, size: int) -> Problem:
    """As many people as mentors, all pairs allowed, one place each."""
    rng = np.random.default_rng(5)
    numbers = np.arange(1, size + 1)
    if name == "uniform":
        scores = rng.integers(0, 100_000, (size, size))
    elif name == "ties":
        scores = rng.integers(0, 10, (size, size))
    elif name == "equal":
        scores = np.full((size, size), 7)
    elif name == "additive":
        worth = rng.integers(0, 50_000, (2, size))
        scores = worth[0][:, None] + worth[1] + rng.integers(0, 5_000, (size, size))
    elif name == "popular":
        scores = (50_000 * rng.random(size) ** 4).astype(int) + rng.integers(
            0, 50_000, (size, size)
        )
    elif name == "machol-wien":
        scores = size * size - np.outer(numbers, numbers)
    else:
        here, there = rng.random((size, 2)), rng.random((size, 2))
        apart = np.linalg.norm(here[:, None] - there, axis=2)
        scores = (100_000 * (1.5 - apart)).astype(np.int64)
    return from_dense(scores, np.ones((size, size), dtype=bool), np.ones(size, dtype=np.int64))


def dense(problem: Problem) -> Dense:
    """The same problem as tables."""
    scores = np.zeros(problem.shape, dtype=np.int64)
    allowed = np.zeros(problem.shape, dtype=bool)
    rows = np.repeat(np.arange(problem.shape[0]), problem.lengths)
    scores[rows, problem.mentors] = problem.scores
    allowed[rows, problem.mentors] = True
    return scores, allowed, problem.capacity
