"""The best set of pairs by shortest augmenting paths, in whole numbers, on rows sorted lazily.

Successive shortest paths (Jonker and Volgenant 1987; Edmonds and Karp 1972) with three turns:

- The scarcer side asks: newcomers when there are places enough, else the mentors' places, which
  share their mentor's list. From the wrong side it takes 20 to 100 times as long.
- A mentor's places are counted, never copied.
- A row is not read to its end. Its list holds the best of the row, sorted by what the pair counts
  less the price when the list was made. Prices only rise, so that number is never too low, and the
  scan stops where it can no longer beat the best end found. A list that runs out is made anew,
  longer and under the present prices. So what is not in a list need never be looked at, and the
  answer is exact all the same.

Nothing depends on how a sort breaks ties: lists are cut by value and sorted stably.
"""

from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.selection import Rows, best_of_rows
from mentorapp.matching.watch import Watch

#: Candidates: who, what each pair counts less the price when listed, what it counts.
_List = tuple[list[int], list[int], list[int]]

#: How many candidates a list begins with.
_FIRST = 32

#: What settling one of those asked and making a list anew count as work; a look at a pair counts 1.
_SETTLING = 8
_LENGTHENING = 40


class Paths:
    """Askers on one side, those asked on the other; a solve in progress.

    ``rows`` are the askers' pairs; ``kinds`` names for each asker whose row is his (places of one
    mentor share a row), ``room`` how many each of those asked takes. When the work spent exceeds
    ``budget`` the solve gives up.
    """

    def __init__(
        self,
        rows: Rows,
        kinds: list[int],
        room: list[int],
        bonus: int,
        watch: Watch,
        budget: int | None = None,
    ) -> None:
        self._rows, self._kinds, self._room = rows, kinds, room
        self._bonus, self._watch, self._budget = bonus, watch, budget
        best, self._whole = best_of_rows(rows, _FIRST, bonus, watch)
        # Without prices yet what a pair counts and its key are the same.
        self._lists: list[_List] = [(asked, worth, worth) for asked, worth in best]
        self._lengths = [max(8, len(asked)) for asked, _ in best]
        self._prices = [0] * len(room)
        self._prices_array = np.zeros(len(room), dtype=np.int64)
        self._guests: list[list[int]] = [[] for _ in room]
        self.mate = [-1] * len(kinds)
        self._worth = [0] * len(kinds)
        self.work = 0

    @property
    def prices(self) -> NDArray[np.int64]:
        """The price of a place with each of those asked."""
        return self._prices_array

    def solve(self) -> bool:
        """Pair everybody who gains by it; False when the budget was spent before."""
        waiting = self._first_wishes()
        done = len(self._kinds) - len(waiting)
        for asker in waiting:
            self._watch.ask()
            if not self._augment(asker):
                return False
            done += 1
            if not done & 63:
                self._watch.tell(done, len(self._kinds))
        return True

    def _first_wishes(self) -> list[int]:
        """Give everybody his best where there is room; those who must wait."""
        waiting = []
        for asker, kind in enumerate(self._kinds):
            names, _, worths = self._lists[kind]
            if not names:
                continue
            asked, worth = names[0], worths[0]
            if len(self._guests[asked]) < self._room[asked]:
                self._seat(asker, asked, worth)
            else:
                waiting.append(asker)
        return waiting

    def _seat(self, asker: int, asked: int, worth: int) -> None:
        self._guests[asked].append(asker)
        self.mate[asker], self._worth[asker] = asked, worth

    def _augment(self, start: int) -> bool:
        """One shortest path from ``start`` to a free place, or to somebody who gives up his."""
        search = _Search(start)
        if not self._find(search):
            return False
        self._raise_prices(search)
        self._turn(search)
        return self._budget is None or self.work <= self._budget

    def _find(self, search: "_Search") -> bool:  # noqa: C901, PLR0912 - see below
        """Search from ``search.start`` until nothing nearer than the best end is left.

        Dijkstra's algorithm on reduced costs. In one piece and on local names: this loop is where
        the time goes, and calls would take a third more of it. False when the budget was spent.
        """
        kinds, lists, whole = self._kinds, self._lists, self._whole
        prices, guests, room, worths = self._prices, self._guests, self._room, self._worth
        distance, came, settled = search.distance, search.came, search.settled
        known = distance.get
        best, end, leaver = 0, -1, search.start
        heap: list[tuple[int, int]] = []
        batch = [(search.start, 0)]
        work = 0
        while batch:
            for asker, reached in batch:
                kind = kinds[asker]
                listed = True
                while listed:
                    for asked, key, worth in zip(*lists[kind], strict=False):
                        if reached - key >= best:
                            listed = False
                            break
                        work += 1
                        there = reached + prices[asked] - worth
                        if there < best and there < known(asked, best):
                            distance[asked] = there
                            came[asked] = (asker, worth)
                            if len(guests[asked]) < room[asked]:
                                best, end, leaver = there, asked, asker
                            else:
                                heappush(heap, (there, asked))
                    else:
                        work += _LENGTHENING
                        listed = not whole[kind]
                        if listed:
                            self._lengthen(kind, reached - best)
            batch = []
            while heap and not batch:
                at, asked = heappop(heap)
                if at >= best:
                    break
                if asked not in settled:
                    settled.add(asked)
                    price = prices[asked]
                    for guest in guests[asked]:
                        reached = at + worths[guest] - price
                        if reached < best:
                            best, end, leaver = reached, -1, guest
                        batch.append((guest, reached))
            work += _SETTLING
            if not len(settled) & 127:
                self._watch.ask()
                if self._budget is not None and self.work + work > self._budget:
                    return False
        search.best, search.end, search.leaver = best, end, leaver
        self.work += work
        return True

    def _raise_prices(self, search: "_Search") -> None:
        for asked in search.settled:
            short = search.best - search.distance[asked]
            if short > 0:
                self._prices[asked] += short
                self._prices_array[asked] = self._prices[asked]

    def _turn(self, search: "_Search") -> None:
        """Move everybody along the path to the next place on it."""
        asker, asked = search.leaver, search.end
        if asked < 0 and asker == search.start:
            return
        while True:
            before = self.mate[asker]
            if before >= 0:
                self._guests[before].remove(asker)
            self.mate[asker] = asked
            if asked >= 0:
                self._guests[asked].append(asker)
                self._worth[asker] = search.came[asked][1]
            if asker == search.start:
                return
            asked, asker = before, search.came[before][0]

    def _lengthen(self, kind: int, needed: int) -> None:
        """Make a list anew, until all that is above ``needed`` under the present prices is in."""
        length = self._lengths[kind]
        asked, worth = self._rows.row(kind)
        counts = worth.astype(np.int64) + self._bonus
        keys = counts - self._prices_array[asked]
        while True:
            chosen, self._whole[kind] = _top(keys, length)
            lowest = int(keys[chosen[-1]])
            if self._whole[kind] or lowest <= needed:
                break
            length *= 4
        self._lengths[kind] = length * 2
        self._lists[kind] = (
            asked[chosen].tolist(),
            keys[chosen].tolist(),
            counts[chosen].tolist(),
        )


class _Search:
    """What one search for a path has found.

    ``best`` is the length of the way to the best end: a free place with ``end``, or, with ``end``
    -1, that ``leaver`` goes without (who may be the one who asks). ``came`` tells for each of those
    asked who would move there and what that pair counts.
    """

    __slots__ = ("best", "came", "distance", "end", "leaver", "settled", "start")

    def __init__(self, start: int) -> None:
        self.start = self.leaver = start
        self.best, self.end = 0, -1
        self.distance: dict[int, int] = {}
        self.came: dict[int, tuple[int, int]] = {}
        self.settled: set[int] = set()


def _top(keys: NDArray[np.int64], length: int) -> tuple[NDArray[np.intp], bool]:
    """The places of the ``length`` largest keys, of equals the first; whether these are all."""
    if length >= len(keys):
        return np.argsort(-keys, kind="stable"), True
    cut = np.partition(keys, len(keys) - length)[len(keys) - length]
    above = np.flatnonzero(keys > cut)
    equal = np.flatnonzero(keys == cut)[: length - len(above)]
    return np.concatenate((above[np.argsort(-keys[above], kind="stable")], equal)), False
