"""Ways to change unknown counts that no sum betrays: how far a count can be from what it is.

A way is a set of cells that go up or down by one together so that every sum still holds. Ways are
added to each other as in finding the greatest flow through a network: each begins where the last
one ended, and none lets a count fall below nought.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

#: States looked at for one way, and cells in it at most.
_LOOKS, _LONGEST = 4_000, 16
#: What an open sum and a further cell weigh against the cost of a cell: the near ways come first.
_OPEN, _STEP = 30, 8

Way = dict[K, int]


class Moves(Generic[K]):
    """``sums`` are terms (cell, +1 or -1) that are nought together."""

    def __init__(self, counts: Mapping[K, int], sums: Sequence[Sequence[tuple[K, int]]]) -> None:
        self._counts = dict(counts)
        self._sums = [tuple(one) for one in sums]
        self._in: dict[K, list[tuple[int, int]]] = defaultdict(list)
        for at, terms in enumerate(self._sums):
            for key, sign in terms:
                self._in[key].append((at, sign))

    def hold(self, terms: Sequence[tuple[K, int]], spare: int) -> None:
        """Another sum that keeps its value; its cells may be ``spare`` smaller than counted."""
        at = len(self._sums)
        self._sums.append(tuple(terms))
        for key, sign in terms:
            self._in[key].append((at, sign))
            self._counts[key] = max(0, self._counts[key] - spare)

    def neighbours(self, key: K) -> set[K]:
        """All that stand in a sum with it."""
        return {one for at, _sign in self._in[key] for one, _s in self._sums[at]} - {key}

    def within_reach(self, key: K, unknown: Callable[[K], bool]) -> set[K]:
        """All unknown cells that a chain of sums over unknown cells ties to it."""
        found, left = {key}, [key]
        while left:
            for one in self.neighbours(left.pop()) - found:
                if unknown(one):
                    found.add(one)
                    left.append(one)
        return found

    def room(self, key: K, wide: int, unknown: Callable[[K], bool]) -> int:
        """How far apart the least and the most it could be are, up to ``wide``."""
        room = 0
        for sign in (1, -1):
            room += self._go(key, sign, wide - room, unknown)[0]
        return room

    def cheapest(
        self,
        key: K,
        wide: int,
        unknown: Callable[[K], bool],
        cost: Callable[[K], int | None],
    ) -> set[K]:
        """What to hide so that there is more room; empty where nothing helps."""
        found: list[tuple[int, int, set[K]]] = []
        for sign in (1, -1):
            _gone, counts = self._go(key, sign, wide, unknown)
            way = self._way(key, sign, counts, unknown, cost)
            if way is not None:
                more = {one for one in way if not unknown(one)}
                found.append((sum(cost(one) or 0 for one in more), -sign, more))
        return min(found, key=lambda one: one[:2])[2] if found else set()

    def _go(
        self, key: K, sign: int, wide: int, unknown: Callable[[K], bool]
    ) -> tuple[int, dict[K, int]]:
        counts, gone = dict(self._counts), 0
        while gone < wide:
            way = self._way(key, sign, counts, unknown, None)
            if way is None:
                break
            step = min([wide - gone, *(counts[one] for one, by in way.items() if by < 0)])
            for one, by in way.items():
                counts[one] += step * by
            gone += step
        return gone, counts

    def _way(
        self,
        key: K,
        sign: int,
        counts: Mapping[K, int],
        unknown: Callable[[K], bool],
        cost: Callable[[K], int | None] | None,
    ) -> Way[K] | None:
        """The best way that moves ``key`` by ``sign``, through known cells only at their cost."""

        def price(one: K) -> int | None:
            return 0 if unknown(one) else (cost(one) if cost else None)

        first = price(key)
        if first is None or (sign < 0 and counts[key] <= 0):
            return None
        tie = count()
        heap = [(0, next(tie), first, {key: sign}, self._open({}, key, sign))]
        seen: set[frozenset[tuple[K, int]]] = set()
        for _look in range(_LOOKS):
            if not heap:
                return None
            _rank, _tie, paid, way, still_open = heappop(heap)
            if not still_open:
                return way
            for one, by in self._next(way, still_open, counts):
                more = price(one)
                mark = frozenset(way.items()) | {(one, by)}
                if more is None or mark in seen:
                    continue
                seen.add(mark)
                opened = self._open(still_open, one, by)
                rank = paid + more + _STEP * len(mark) + _OPEN * len(opened)
                heappush(heap, (rank, next(tie), paid + more, {**way, one: by}, opened))
        return None

    def _next(
        self, way: Way[K], still_open: Mapping[int, int], counts: Mapping[K, int]
    ) -> Iterator[tuple[K, int]]:
        """The cells that bring the shortest open sum nearer to nought."""
        if len(way) == _LONGEST:
            return
        at = min(still_open, key=lambda one: (len(self._sums[one]), one))
        for one, sign in self._sums[at]:
            by = -1 if (still_open[at] > 0) == (sign > 0) else 1
            if one not in way and (by > 0 or counts[one] > 0):
                yield one, by

    def _open(self, still_open: Mapping[int, int], key: K, by: int) -> dict[int, int]:
        opened = dict(still_open)
        for at, sign in self._in[key]:
            value = opened.get(at, 0) + sign * by
            if value:
                opened[at] = value
            else:
                opened.pop(at, None)
        return opened
