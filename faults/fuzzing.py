"""What hypothesis draws, one after the other, the same ones in each run."""

from collections.abc import Callable, Iterator
from typing import TypeVar
from warnings import catch_warnings, simplefilter

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")

#: Drawn at a time: a rig that begins in the middle of a batch draws its start again.
_BATCH = 250


def drawn(strategy: SearchStrategy[T], seed: int = 20_261_127) -> Callable[[int], Iterator[T]]:
    """Examples without end, from a number on."""

    def examples(first: int) -> Iterator[T]:
        at = first // _BATCH
        skip = first % _BATCH
        while True:
            yield from _batch(strategy, seed + at)[skip:]
            at, skip = at + 1, 0

    return examples


def _batch(strategy: SearchStrategy[T], seed: int) -> list[T]:
    found: list[T] = []

    @seeded(seed)
    @settings(
        max_examples=_BATCH,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(example: T) -> None:
        found.append(example)

    with catch_warnings():
        simplefilter("ignore")
        draw()
    return found
