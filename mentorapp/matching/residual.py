"""An optimal set of pairs with its prices, repaired by one shortest path after each change.

The pairs are a flow from newcomers to mentors that returns through nobody: whoever stays alone is
with nobody, and so is a place that is free. A change leaves one too many somewhere and one too few
somewhere else. The cheapest way to move it there, over the pairs that could be made and those that
could be given up (Ford and Fulkerson 1962; Edmonds and Karp 1972), makes the set the best again,
and the lengths of the ways to all others repair the prices. All in whole numbers.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.hopes import Hopes
from mentorapp.matching.lines import Table

#: Farther than any way is long, with room to add to it.
FAR = 1 << 62

#: In ``_Way.came``: reached from nobody, not by a newcomer who moves; not reached; by a place that
#: is free with mentor 0, 1, … counted downwards.
_FROM_NOBODY = -3
_NOT_REACHED = -9
_FREE_PLACE = -10


@dataclass(slots=True, eq=False)
class _Way:
    """Lengths of the shortest ways found to every mentor and, last, to nobody, and the steps."""

    length: NDArray[np.int64]
    came: NDArray[np.int64]


@dataclass(slots=True, eq=False)
class Seats:
    """Who is with whom, what the pairs count, and the mentors' prices.

    ``mate`` (newcomers,) is -1 for nobody, ``worth`` (newcomers,) what the pair counts. ``room``
    (mentors,) is how many each may take, locked pairs not counted; ``counts`` how many he has, and
    ``guests`` who they are. ``apart`` are newcomers who take no part, such as locked ones.
    ``least`` is the lowest score of a pair that may be made. ``hopes`` is made when first needed.
    """

    table: Table
    bonus: int
    least: int | None
    apart: frozenset[int]
    room: NDArray[np.int64]
    prices: NDArray[np.int64]
    mate: NDArray[np.int64]
    worth: NDArray[np.int64]
    counts: NDArray[np.int64]
    guests: list[tuple[int, ...]]
    hopes: Hopes | None = None

    @classmethod
    def empty(
        cls,
        table: Table,
        bonus: int,
        least: int | None,
        apart: frozenset[int],
        room: NDArray[np.int64],
        prices: NDArray[np.int64],
    ) -> "Seats":
        """Nobody with anybody yet."""
        newcomers, mentors = table.shape
        mate = np.full(newcomers, -1, dtype=np.int64)
        worth, counts = np.zeros(newcomers, dtype=np.int64), np.zeros(mentors, dtype=np.int64)
        guests: list[tuple[int, ...]] = [()] * mentors
        return cls(table, bonus, least, apart, room, prices, mate, worth, counts, guests)

    def copy(self, table: Table) -> "Seats":
        """The same people in the same seats; ``table`` is a copy of this one's table."""
        return replace(
            self,
            table=table,
            room=self.room.copy(),
            prices=self.prices.copy(),
            mate=self.mate.copy(),
            worth=self.worth.copy(),
            counts=self.counts.copy(),
            guests=list(self.guests),
            hopes=None if self.hopes is None else self.hopes.copy(),
        )

    def add_newcomer(self) -> None:
        """Somebody more, with nobody and without pairs, who takes no part until brought back."""
        self.apart |= {len(self.mate)}
        self.mate = np.append(self.mate, -1)
        self.worth = np.append(self.worth, 0)

    def add_mentor(self) -> None:
        """Somebody more, without room."""
        self.room, self.counts = np.append(self.room, 0), np.append(self.counts, 0)
        self.prices = np.append(self.prices, 0)
        self.guests.append(())
        self.forget_hopes()

    def line(self, newcomer: int) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The mentors of a newcomer with whom a pair may be made, and what it would count."""
        return self._counted(*self.table.row(newcomer))

    def column(self, mentor: int) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The newcomers of a mentor with whom a pair may be made, and what it would count."""
        return self._counted(*self.table.column(mentor))

    def _counted(
        self, people: NDArray[np.int32], scores: NDArray[np.integer]
    ) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        if self.least is not None:
            good = scores >= self.least
            people, scores = people[good], scores[good]
        return people, scores.astype(np.int64) + self.bonus

    def gains(self) -> NDArray[np.int64]:
        """The price of each newcomer: what his pair counts above its mentor's price."""
        if not len(self.prices):
            return np.zeros_like(self.worth)
        seated = self.mate >= 0
        return np.where(seated, self.worth - self.prices[np.where(seated, self.mate, 0)], 0)

    def seat(self, newcomer: int, mentor: int, worth: int) -> None:
        """Put a newcomer with a mentor, or with nobody (-1), whatever there is room for."""
        before = int(self.mate[newcomer])
        if before >= 0:
            self.guests[before] = tuple(one for one in self.guests[before] if one != newcomer)
            self.counts[before] -= 1
        self.mate[newcomer], self.worth[newcomer] = mentor, worth
        if mentor >= 0:
            self.guests[mentor] = (*self.guests[mentor], newcomer)
            self.counts[mentor] += 1
        if self.hopes is not None:
            if before < 0 <= mentor:
                self.hopes.leave(newcomer, self)
            elif mentor < 0 <= before and newcomer not in self.apart:
                self.hopes.join(newcomer, self)

    def forget_hopes(self) -> None:
        """To be called when a mentor's pairs were changed, or who the mentors are."""
        self.hopes = None

    def take_out(self, newcomer: int) -> int:
        """Let a newcomer take no part any more; the mentor he had, -1 for nobody."""
        before = int(self.mate[newcomer])
        self.apart |= {newcomer}
        if before >= 0:
            self.seat(newcomer, -1, 0)
        elif self.hopes is not None:
            self.hopes.leave(newcomer, self)
        return before

    def bring_back(self, newcomer: int, hole: int) -> None:
        """Find the best for a newcomer who was taken out; his place with ``hole`` is still free."""
        self._move(-1, newcomer, hole if hole >= 0 else len(self.prices))
        self.apart -= {newcomer}
        if self.hopes is not None and self.mate[newcomer] < 0:
            self.hopes.join(newcomer, self)

    def shift(self, crowded: int, hole: int) -> None:
        """One guest too many with ``crowded``, a new free place with ``hole``; -1 is nobody."""
        nobody = len(self.prices)
        source, target = (one if one >= 0 else nobody for one in (crowded, hole))
        if source != target:
            self._move(source, -1, target)

    def _move(self, source: int, newcomer: int, target: int) -> None:
        way = self.ways(source, newcomer, target)
        end = int(way.length[target])
        if end >= FAR:
            raise AssertionError("there is always a way over nobody")
        self._reprice(way, end)
        self._walk(way, source, newcomer, target)

    def ways(self, source: int, newcomer: int, target: int | None) -> _Way:
        """The shortest ways from a mentor or nobody (``source``), or from a newcomer.

        To ``target``, or with None to everybody. Nobody is numbered after the last mentor.
        """
        nobody = len(self.prices)
        way = _Way(
            np.full(nobody + 1, FAR, dtype=np.int64),
            np.full(nobody + 1, _NOT_REACHED, dtype=np.int64),
        )
        # What is not settled yet: the same lengths, and those that are settled far away.
        ahead = way.length.copy()
        if newcomer >= 0:
            mentors, worth = self.line(newcomer)
            gain = max(0, int((worth - self.prices[mentors]).max(initial=0)))
            self._relax(way, ahead, newcomer, gain)
        else:
            way.length[source] = ahead[source] = 0
        while True:
            at = int(ahead.argmin())
            length = int(ahead[at])
            if length >= FAR or at == target:
                return way
            ahead[at] = FAR
            if at == nobody:
                self._from_nobody(way, ahead, length, target)
            else:
                self._from_mentor(way, ahead, at, length)

    def _relax(self, way: _Way, ahead: NDArray[np.int64], newcomer: int, gain: int) -> None:
        """A newcomer could move to his other mentors, or to nobody; ``gain`` is what he gives up.

        To a settled mentor no way is shorter than the one found, so none is touched.
        """
        mentors, scores = self.table.rows[newcomer]
        if self.least is not None:
            good = scores >= self.least
            mentors, scores = mentors[good], scores[good]
        lengths = self.prices[mentors]
        lengths -= scores
        lengths += gain - self.bonus
        (shorter,) = (lengths < way.length[mentors]).nonzero()
        if len(shorter):
            reached, length = mentors[shorter], lengths[shorter]
            way.length[reached] = length
            ahead[reached] = length
            way.came[reached] = newcomer
        if gain < way.length[-1]:
            way.length[-1] = ahead[-1] = gain
            way.came[-1] = newcomer

    def _from_mentor(self, way: _Way, ahead: NDArray[np.int64], mentor: int, length: int) -> None:
        """One too many with a mentor: he has a free place, or a guest moves on."""
        if self.counts[mentor] < self.room[mentor] and length < way.length[-1]:
            way.length[-1] = ahead[-1] = length
            way.came[-1] = _FREE_PLACE - mentor
        price = int(self.prices[mentor])
        for guest in self.guests[mentor]:
            self._relax(way, ahead, guest, length + int(self.worth[guest]) - price)

    def _from_nobody(
        self, way: _Way, ahead: NDArray[np.int64], length: int, target: int | None
    ) -> None:
        """One too many with nobody: he takes a guest's place, or somebody with nobody a mentor."""
        nobody = len(self.prices)
        given_up = self.prices + length
        takes = (self.counts > 0) & (given_up < way.length[:nobody])
        if target is not None and target < nobody:
            takes[target] = given_up[target] < way.length[target]
        reached = np.flatnonzero(takes)
        way.length[reached] = ahead[reached] = given_up[reached]
        way.came[reached] = _FROM_NOBODY
        hopes = self.hope()
        lengths = given_up - hopes.worth
        reached = np.flatnonzero((hopes.who >= 0) & (lengths < way.length[:nobody]))
        way.length[reached] = ahead[reached] = lengths[reached]
        way.came[reached] = hopes.who[reached]

    def _reprice(self, way: _Way, end: int) -> None:
        """Whoever is nearer than the end becomes dearer by as much; nobody's price stays 0."""
        short = end - way.length
        near = np.flatnonzero(short[:-1] > 0)
        self.prices[near] += short[near]
        if short[-1] > 0:
            self.prices -= short[-1]
            np.maximum(self.prices, 0, out=self.prices)

    def _walk(self, way: _Way, source: int, newcomer: int, target: int) -> None:
        """Move everybody along the way, from its end to its beginning."""
        nobody, at = len(self.prices), target
        while at != source:
            came = int(way.came[at])
            if came <= _FREE_PLACE:
                at = _FREE_PLACE - came
            elif came == _FROM_NOBODY:
                at = nobody
            else:
                before = int(self.mate[came])
                if at == nobody:
                    self.seat(came, -1, 0)
                else:
                    self.seat(came, at, self._worth_of(came, at))
                if came == newcomer:
                    return
                at = before if before >= 0 else nobody

    def _worth_of(self, newcomer: int, mentor: int) -> int:
        score = self.table.score(newcomer, mentor)
        if score is None:
            raise AssertionError("only allowed pairs are made")
        return score + self.bonus

    def hope(self) -> Hopes:
        """The best each mentor could get of those with nobody."""
        if self.hopes is None:
            self.hopes = Hopes(len(self.prices))
            for newcomer in np.flatnonzero(self.mate < 0).tolist():
                if newcomer not in self.apart:
                    self.hopes.join(newcomer, self)
        return self.hopes
