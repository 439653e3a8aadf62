"""Tables of scores for the solver alone: kinds that are hard for one method or another.

From the literature on the assignment problem (Burkard, Dell'Amico and Martello, "Assignment
Problems", chapter 4; Machol and Wien 1976), all in whole numbers and the same ones for the same
seed. Every pair is allowed and every mentor has one place, unless said otherwise.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.crowd import SEED

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

_TOP = 100_000


def family(name: str, size: int, seed: int = SEED) -> "NDArray[np.int64]":
    """The (size, size) scores of one of ``FAMILIES``, to be made as large as can be."""
    made = FAMILIES[name](np.random.default_rng(seed), size)
    return np.ascontiguousarray(made, dtype=np.int64)


def _uniform(draw: "Generator", size: int) -> "NDArray[np.integer]":
    return draw.integers(0, _TOP, (size, size))


def _ties(draw: "Generator", size: int) -> "NDArray[np.integer]":
    """Ten different scores: nearly every choice has equals."""
    return draw.integers(0, 10, (size, size))


def _additive(draw: "Generator", size: int) -> "NDArray[np.integer]":
    """A row's worth and a column's worth and little else: all pairs look alike but for the rest."""
    rows, columns = draw.integers(0, _TOP // 2, (2, size))
    rest = draw.integers(0, _TOP // 20, (size, size))
    return np.asarray(rows[:, None] + columns[None, :] + rest)


def _geometric(draw: "Generator", size: int) -> "NDArray[np.integer]":
    """Points in a square, the nearer the better."""
    ours, theirs = draw.random((2, size, 2))
    apart = np.hypot(*(ours[:, None, at] - theirs[None, :, at] for at in (0, 1)))
    return np.asarray(_TOP * (1.5 - apart)).astype(np.int64)


def _machol_wien(_draw: "Generator", size: int) -> "NDArray[np.integer]":
    """Costs i x j, which make shortest augmenting paths as long as they can be."""
    numbers = np.arange(1, size + 1)
    return size * size - np.multiply.outer(numbers, numbers)


def _popularity(draw: "Generator", size: int) -> "NDArray[np.integer]":
    """Everybody wants the same few."""
    liked = _TOP // 2 * draw.random(size) ** 4
    return liked.astype(np.int64)[None, :] + draw.integers(0, _TOP // 2, (size, size))


FAMILIES: Mapping[str, Callable[["Generator", int], "NDArray[np.integer]"]] = {
    "uniform": _uniform,
    "ties": _ties,
    "additive": _additive,
    "geometric": _geometric,
    "Machol–Wien": _machol_wien,
    "popularity": _popularity,
}


def capacities(mentor_count: int) -> "NDArray[np.int64]":
    """One place for six of ten mentors, two for three, three for one, in turns: 1.5 each."""
    return np.resize(np.array([1, 1, 1, 2, 1, 2, 1, 2, 1, 3], dtype=np.int64), mentor_count)
