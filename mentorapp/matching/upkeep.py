"""Keeping a set of pairs the best while its problem changes: the steps behind ``standing``.

Each step edits rows, columns, places or locks, and repairs the pairs by a shortest path. When the
problem is to be solved anew (``anew``) steps only edit.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching.aside import Aside
from mentorapp.matching.assignment import Assignment, Goal, solve_prepared
from mentorapp.matching.lines import Line, Table
from mentorapp.matching.preparing import bonus_of, prepare
from mentorapp.matching.residual import Seats
from mentorapp.matching.sparse import Problem, highest
from mentorapp.matching.watch import Watch

#: More places than anybody has, so that sums of them stay whole numbers of 64 bits.
MANY_PLACES = 1 << 20

#: A path repaired it, or nothing had to be.
PATH = "path"


@dataclass(slots=True, eq=False)
class Upkeep:
    """The problem as it stands, and who sits where.

    ``capacity`` (mentors,) counts locked pairs, ``locked`` is newcomer to mentor. ``low`` and
    ``high`` are the smallest and largest score there ever was, with 0 between them. ``method`` and
    ``certified`` tell of the last repair.
    """

    table: Table
    goal: Goal
    capacity: NDArray[np.int64]
    locked: dict[int, int]
    low: int
    high: int
    watch: Watch
    aside: Aside
    seats: Seats
    method: str = PATH
    certified: bool = False
    anew: bool = False

    @classmethod
    def of(
        cls, problem: Problem, goal: Goal, locked: dict[int, int], watch: Watch, aside: Aside
    ) -> "Upkeep":
        """Nobody paired yet; ``solve`` or ``adopt`` comes next."""
        table, capacity = Table.of(problem), np.minimum(problem.capacity, MANY_PLACES)
        low, high = int(problem.scores.min(initial=0)), int(problem.scores.max(initial=0))
        seats = Seats.empty(table, 0, None, frozenset(), capacity, np.zeros_like(capacity))
        return cls(table, goal, capacity, locked, low, high, watch, aside, seats)

    def copy(self) -> "Upkeep":
        # Most copies are changed once to ask what it would cost: what each would have to find out
        # about those with nobody is found out before, once.
        self.seats.hope()
        table = self.table.copy()
        return replace(
            self,
            table=table,
            capacity=self.capacity.copy(),
            locked=dict(self.locked),
            seats=self.seats.copy(table),
        )

    # ------------------------------------------------------------------ from the start

    def solve(self) -> None:
        """Solve the problem from the start."""
        self.anew = False
        problem = self.table.gathered(self.capacity.copy())
        prepared = prepare(problem, self.goal, self.locked.items(), ())
        self.adopt(solve_prepared(prepared, self.goal, self.watch, self.aside))

    def adopt(self, assignment: Assignment) -> None:
        """Take over the pairs and prices of an assignment of this very problem."""
        room = self.capacity.copy()
        for mentor in self.locked.values():
            room[mentor] -= 1
        least = 1 if self.goal == "best" else assignment.worst
        prices = assignment.mentor_prices.copy()
        apart = frozenset(self.locked)
        self.seats = Seats.empty(self.table, assignment.bonus, least, apart, room, prices)
        for newcomer, mentor in assignment.pairs:
            if newcomer not in apart:
                worth = self.score(newcomer, mentor) + assignment.bonus
                self.seats.seat(newcomer, mentor, worth)
        self.method, self.certified = assignment.method, assignment.certified

    def reach(self, scores: NDArray[np.integer], newcomers: int = 0) -> None:
        """Note new scores, and so many newcomers more, before they come.

        When the bonus is too small for them all is solved anew. Raises ValueError, and notes
        nothing, where sums would not fit into int64.
        """
        low = min(self.low, int(scores.min(initial=0)))
        high = max(self.high, int(scores.max(initial=0)))
        bonus = bonus_of(self.goal, self.table.shape[0] + newcomers, low, high)
        self.low, self.high = low, high
        self.anew = self.anew or bonus > 2 * self.seats.bonus

    # ------------------------------------------------------------------ steps

    def lock(self, newcomer: int, mentor: int) -> None:
        hole = self.seats.take_out(newcomer)
        self.locked[newcomer] = mentor
        self.seats.room[mentor] -= 1
        crowded = mentor if self.seats.counts[mentor] > self.seats.room[mentor] else -1
        if hole != mentor and not self.anew:
            self.seats.shift(crowded, hole)

    def unlock(self, newcomer: int) -> None:
        mentor = self.locked.pop(newcomer)
        self.seats.room[mentor] += 1
        self._bring_back(newcomer, mentor)

    def put(self, newcomer: int, mentor: int, score: int | None) -> None:
        """Give a pair another score, or forbid it with None."""
        if newcomer in self.locked:
            self.table.put(newcomer, mentor, score)
        elif score is None and self.seats.mate[newcomer] not in {-1, mentor}:
            # A pair less that was not made: the set stays the best.
            self.table.put(newcomer, mentor, score)
        else:
            hole = self.seats.take_out(newcomer)
            self.table.put(newcomer, mentor, score)
            self._bring_back(newcomer, hole)

    def set_row(self, newcomer: int, line: Line) -> None:
        if newcomer in self.locked:
            self.table.set_row(newcomer, line)
            return
        hole = self.seats.take_out(newcomer)
        self.table.set_row(newcomer, line)
        self._bring_back(newcomer, hole)

    def add_newcomer(self, line: Line) -> None:
        self.seats.add_newcomer()
        newcomer = self.table.add_newcomer()
        self.table.set_row(newcomer, line)
        self._bring_back(newcomer, -1)

    def set_column(self, mentor: int, line: Line) -> None:
        """All guests leave, the pairs change, and whoever gains by it comes."""
        room = int(self.seats.room[mentor])
        self.set_room(mentor, 0)
        self.table.set_column(mentor, line)
        self.seats.forget_hopes()
        self._price_without_room(mentor)
        self.set_room(mentor, room)

    def add_mentor(self, line: Line, capacity: int) -> None:
        mentor = self.table.add_mentor()
        self.capacity = np.append(self.capacity, min(capacity, MANY_PLACES))
        self.seats.add_mentor()
        self.table.set_column(mentor, line)
        self._price_without_room(mentor)
        self.set_room(mentor, int(self.capacity[mentor]))

    def set_capacity(self, mentor: int, capacity: int) -> None:
        self.capacity[mentor] = min(capacity, MANY_PLACES)
        self.set_room(mentor, int(self.capacity[mentor]) - len(self.locked_with(mentor)))

    def set_room(self, mentor: int, room: int) -> None:
        """Move the number of places one by one, so that one path each repairs it."""
        seats = self.seats
        while seats.room[mentor] > room and not self.anew:
            seats.room[mentor] -= 1
            if seats.counts[mentor] > seats.room[mentor]:
                seats.shift(mentor, -1)
        while seats.room[mentor] < room and seats.prices[mentor] > 0 and not self.anew:
            seats.room[mentor] += 1
            seats.shift(-1, mentor)
        seats.room[mentor] = room

    def _bring_back(self, newcomer: int, hole: int) -> None:
        if not self.anew:
            self.seats.bring_back(newcomer, hole)

    def _price_without_room(self, mentor: int) -> None:
        """The least price of a mentor without room at which nobody would rather come to him."""
        newcomers, worth = self.seats.column(mentor)
        gains = self.seats.gains()[newcomers]
        free = ~np.isin(newcomers, list(self.locked))
        self.seats.prices[mentor] = int((worth - gains)[free].max(initial=0))

    # ------------------------------------------------------------------ what stands

    def score(self, newcomer: int, mentor: int) -> int:
        """Raises ValueError if the pair is not allowed."""
        score = self.table.score(newcomer, mentor)
        if score is None:
            raise ValueError(f"pair {newcomer, mentor} is not allowed")
        return score

    def partners(self) -> NDArray[np.int64]:
        """Each newcomer's mentor, locked ones too; -1 for nobody."""
        partner = self.seats.mate.copy()
        for newcomer, mentor in self.locked.items():
            partner[newcomer] = mentor
        return partner

    def total(self) -> int:
        seats = self.seats
        seated = seats.mate >= 0
        score = int(seats.worth[seated].sum()) - seats.bonus * int(np.count_nonzero(seated))
        return score + sum(self.score(*pair) for pair in self.locked.items())

    def lowest(self) -> int | None:
        """The lowest score of a pair, locked ones too; None without pairs."""
        seats = self.seats
        scores = [int(one) - seats.bonus for one in seats.worth[seats.mate >= 0]]
        return min(scores + [self.score(*pair) for pair in self.locked.items()], default=None)

    def locked_with(self, mentor: int) -> set[int]:
        return {one for one, other in self.locked.items() if other == mentor}

    def newcomer_prices(self) -> NDArray[np.int64]:
        """The smallest that suit the mentors' prices, in one pass over all pairs."""
        table, seats = self.table, self.seats
        if len(table.stale) > 16 + table.shape[0] // 16:
            table.gathered(self.capacity.copy())
        base, net = table.base, seats.bonus - seats.prices
        prices = np.zeros(table.shape[0], dtype=np.int64)
        for first, last, span in base.blocks():
            margin = base.scores[span] + net[base.mentors[span]]
            if seats.least is not None:
                margin[base.scores[span] < seats.least] = 0
            prices[first:last] = highest(margin, base.starts[first : last + 1] - span.start)
        for newcomer in table.stale:
            mentors, worth = seats.line(newcomer)
            prices[newcomer] = int((worth - seats.prices[mentors]).max(initial=0))
        prices[list(self.locked)] = 0
        return prices

    def certify(self) -> None:
        """Hold all pairs against the prices; see ``certificate``."""
        seats = self.seats
        limit = int(self.newcomer_prices().sum()) + int(seats.room @ seats.prices)
        seated = np.flatnonzero(seats.mate >= 0)
        counts = np.bincount(seats.mate[seated], minlength=len(seats.room))
        legal = not (counts > seats.room).any() and not (seats.prices < 0).any()
        self.certified = legal and self._value(seated) == limit

    def _value(self, seated: NDArray[np.intp]) -> int:
        """What the pairs of these newcomers count, read from the table again."""
        table, mate = self.table, self.seats.mate
        stale = [one for one in table.stale if mate[one] >= 0]
        kept = seated[~np.isin(seated, stale)]
        places = table.base.places(kept, mate[kept])
        if (places < 0).any():
            raise AssertionError("only allowed pairs are made")
        score = int(table.base.scores[places].sum(dtype=np.int64))
        score += sum(self.score(one, int(mate[one])) for one in stale)
        return score + self.seats.bonus * len(seated)
