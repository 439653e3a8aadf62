"""Ways to change unknown counts that no sum betrays: how far a count can be from what it is.

A way is a set of cells that go up or down by one together so that every sum still holds. Ways are
added to each other as in finding the greatest flow through a network: each begins where the last
one ended, and none lets a count fall below nought. Cells are numbered, for speed: a report has
thousands of ways to look at.
"""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import count

#: States looked at for one way, and cells in it at most: with 14 cells a way over three reports was
#: not found, and a number told that gave others away.
_LOOKS, _LONGEST = 1500, 24
#: What an open sum and a further cell weigh against the cost of a cell: the near ways come first.
_OPEN, _STEP = 30, 8

Way = Mapping[int, int]
#: What it costs to move each cell: nothing where it is unknown, None where it cannot be.
Prices = Sequence[int | None]


class Moves:
    """``sums`` are terms (cell, +1 or -1) that are nought together."""

    def __init__(self, counts: Sequence[int], sums: Sequence[Sequence[tuple[int, int]]]) -> None:
        self._counts = list(counts)
        self._sums: list[tuple[tuple[int, int], ...]] = []
        self._in: list[list[tuple[int, int]]] = [[] for _one in counts]
        for terms in sums:
            self.hold(terms, 0)

    def hold(self, terms: Sequence[tuple[int, int]], spare: int) -> None:
        """Another sum that keeps its value; its cells may be ``spare`` smaller than counted."""
        for cell, sign in terms:
            self._in[cell].append((len(self._sums), sign))
            self._counts[cell] = max(0, self._counts[cell] - spare)
        self._sums.append(tuple(terms))

    def room(self, cell: int, wide: int, prices: Prices) -> tuple[int, set[int]]:
        """How far apart the least and the most it could be are, up to ``wide``, and the cells that
        move for it.
        """
        room, used = 0, {cell}
        for sign in (1, -1):
            gone, _counts, cells = self._go(cell, sign, wide - room, prices)
            room += gone
            used |= cells
        return room, used

    def cheapest(self, cell: int, wide: int, unknown: Prices, prices: Prices) -> set[int]:
        """What to hide so that there is more room; empty where nothing helps."""
        found: list[tuple[int, int, set[int]]] = []
        for sign in (1, -1):
            _gone, counts, _used = self._go(cell, sign, wide, unknown)
            way = self._way(cell, sign, counts, prices)
            if way is not None:
                more = {one for one in way if prices[one]}
                found.append((sum(prices[one] or 0 for one in more), -sign, more))
        return min(found, key=lambda one: one[:2])[2] if found else set()

    def joined(self, cell: int, prices: Prices) -> set[int]:
        """All that can move and hangs together with it, over however many sums."""
        found, fresh = {cell}, [cell]
        while fresh:
            for at, _sign in self._in[fresh.pop()]:
                for one, _other in self._sums[at]:
                    if one not in found and prices[one] is not None:
                        found.add(one)
                        fresh.append(one)
        return found

    def _go(
        self, cell: int, sign: int, wide: int, prices: Prices
    ) -> tuple[int, list[int], set[int]]:
        counts, gone, used = list(self._counts), 0, set[int]()
        while gone < wide:
            way = self._way(cell, sign, counts, prices)
            if way is None:
                break
            step = min([wide - gone, *(counts[one] for one, by in way.items() if by < 0)])
            for one, by in way.items():
                counts[one] += step * by
            gone += step
            used |= way.keys()
        return gone, counts, used

    def _way(self, cell: int, sign: int, counts: Sequence[int], prices: Prices) -> Way | None:
        """The best way that moves ``cell`` by ``sign``."""
        first = prices[cell]
        if first is None or (sign < 0 and counts[cell] <= 0):
            return None
        tie = count()
        heap = [(0, next(tie), first, {cell: sign}, self._open({}, cell, sign))]
        seen: set[frozenset[tuple[int, int]]] = set()
        for _look in range(_LOOKS):
            if not heap:
                return None
            _rank, _tie, paid, way, still_open = heappop(heap)
            if not still_open:
                return way
            for one, by in self._next(way, still_open, counts, prices):
                longer = {**way, one: by}
                mark = frozenset(longer.items())
                if mark in seen:
                    continue
                seen.add(mark)
                cost = paid + (prices[one] or 0)
                opened = self._open(still_open, one, by)
                rank = cost + _STEP * len(longer) + _OPEN * len(opened)
                heappush(heap, (rank, next(tie), cost, longer, opened))
        return None

    def _next(
        self, way: Way, still_open: Mapping[int, int], counts: Sequence[int], prices: Prices
    ) -> Iterator[tuple[int, int]]:
        """The cells that bring the open sum with the fewest of them nearer to nought."""
        if len(way) >= _LONGEST:
            return
        fewest: list[tuple[int, int]] | None = None
        for at, value in still_open.items():
            found = []
            for one, sign in self._sums[at]:
                if prices[one] is None or one in way:
                    continue
                by = -1 if (value > 0) == (sign > 0) else 1
                if by > 0 or counts[one] > 0:
                    found.append((one, by))
            if fewest is None or len(found) < len(fewest):
                fewest = found
            if not fewest:
                return
        yield from fewest or ()

    def _open(self, still_open: Mapping[int, int], cell: int, by: int) -> dict[int, int]:
        opened = dict(still_open)
        for at, sign in self._in[cell]:
            value = opened.get(at, 0) + sign * by
            if value:
                opened[at] = value
            else:
                opened.pop(at, None)
        return opened
