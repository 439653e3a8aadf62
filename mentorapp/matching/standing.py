"""A solved problem that can be changed while one looks: what would it cost, and who would move.

Every change ends in a set that is the best for the changed problem, with a proof. Where shortest
paths do it, it takes milliseconds; where they cannot, the problem is solved from the start, and
``Change.method`` says so. To ask without changing, change a ``copy``.
"""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from mentorapp.matching import margins
from mentorapp.matching.aside import Aside, in_place
from mentorapp.matching.assignment import Assignment, Goal
from mentorapp.matching.change import Change, differences
from mentorapp.matching.lines import Line, line_of
from mentorapp.matching.margins import Losses
from mentorapp.matching.sparse import Problem, checked
from mentorapp.matching.upkeep import PATH, Upkeep
from mentorapp.matching.watch import Watch

__all__ = ["Change", "Pairs", "Standing"]

#: People on the other side and the scores of the pairs with them, in any order.
Pairs = tuple[NDArray[np.integer], NDArray[np.integer]]


class Standing:
    """The best set of pairs of a problem, kept the best through changes.

    People keep their numbers: who is removed leaves an empty row or column, who is added comes
    last. Nothing that was handed in is written to. A change that raises ValueError changes nothing.
    """

    def __init__(self, upkeep: Upkeep) -> None:
        self._now = upkeep

    @classmethod
    def of(
        cls,
        problem: Problem,
        assignment: Assignment | None = None,
        *,
        goal: Goal = "most",
        locked: Iterable[tuple[int, int]] = (),
        forbidden: Iterable[tuple[int, int]] = (),
        cancelled: Callable[[], bool] | None = None,
        aside: Aside | None = None,
    ) -> "Standing":
        """From what ``assign_sparse`` gave for the same arguments, or solved here.

        Forbidden pairs are from here on pairs that are not allowed. ``cancelled`` and ``aside``
        serve whenever something is solved from the start. Raises as ``assign_sparse`` does.
        """
        problem = checked(problem).without(forbidden)
        pairs = dict(sorted(set(locked)))
        now = Upkeep.of(problem, goal, pairs, Watch(cancelled), aside or in_place)
        if assignment is None:
            now.solve()
        else:
            now.adopt(assignment)
        return cls(now)

    def copy(self) -> "Standing":
        """The same standing, to be changed on its own; rows and columns are shared."""
        return Standing(self._now.copy())

    # ------------------------------------------------------------------ what stands

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """All pairs, locked ones among them, sorted by newcomer."""
        partner = self._now.partners()
        paired = np.flatnonzero(partner >= 0)
        return list(zip(paired.tolist(), partner[paired].tolist(), strict=True))

    @property
    def number(self) -> int:
        return int(np.count_nonzero(self._now.partners() >= 0))

    @property
    def total(self) -> int:
        return self._now.total()

    @property
    def certified(self) -> bool:
        """Whether prices were found, and checked, that prove the set to be the best."""
        return self._now.certified

    @property
    def locked(self) -> list[tuple[int, int]]:
        return sorted(self._now.locked.items())

    @property
    def goal(self) -> Goal:
        return self._now.goal

    @property
    def bonus(self) -> int:
        return self._now.seats.bonus

    @property
    def worst(self) -> int | None:
        """Under "fair" the lowest score that pairs not locked may have."""
        return self._now.seats.least if self._now.goal == "fair" else None

    @property
    def lowest(self) -> int | None:
        """Under "fair" the lowest score of a pair, locked ones among them; None without pairs."""
        return self._now.lowest() if self._now.goal == "fair" else None

    @property
    def newcomer_prices(self) -> NDArray[np.int64]:
        """See ``Assignment``."""
        return self._now.newcomer_prices()

    @property
    def mentor_prices(self) -> NDArray[np.int64]:
        """See ``Assignment``."""
        return self._now.seats.prices.copy()

    @property
    def problem(self) -> Problem:
        """The problem as it stands: with locked pairs, without forbidden ones."""
        return self._now.table.gathered(self._now.capacity.copy())

    # ------------------------------------------------------------------ changes

    def lock(self, newcomer: int, mentor: int) -> Change:
        """Make a pair, whatever it costs. ValueError if it is not allowed or there is no room."""
        now = self._now
        if now.locked.get(newcomer) == mentor:
            return self._changed(lambda: None)
        if self._score(newcomer, mentor) is None or newcomer in now.locked:
            raise ValueError(
                f"locked pair {newcomer, mentor} is not allowed or its newcomer locked"
            )
        if now.seats.room[mentor] == 0:
            raise ValueError(f"locked pair {newcomer, mentor} finds no room")
        return self._changed(lambda: now.lock(newcomer, mentor))

    def unlock(self, newcomer: int, mentor: int) -> Change:
        """Let a locked pair be like any other. ValueError if it is not locked."""
        if self._now.locked.get(newcomer) != mentor:
            raise ValueError(f"pair {newcomer, mentor} is not locked")
        return self._changed(lambda: self._now.unlock(newcomer))

    def forbid(self, newcomer: int, mentor: int) -> Change:
        """Never make this pair. ValueError if it is locked."""
        if self._now.locked.get(newcomer) == mentor:
            raise ValueError(f"pair {newcomer, mentor} is locked")
        if self._score(newcomer, mentor) is None:
            return self._changed(lambda: None)
        return self._changed(lambda: self._now.put(newcomer, mentor, None))

    def allow(self, newcomer: int, mentor: int, score: int) -> Change:
        """Let a pair be made, or count otherwise."""
        self._check_newcomer(newcomer)
        self._check_mentor(mentor)
        self._now.reach(np.array([score]))
        return self._changed(lambda: self._now.put(newcomer, mentor, score))

    def change_newcomer(self, newcomer: int, row: Pairs) -> Change:
        """Give a newcomer other pairs: (mentors, scores). ValueError if a locked one is missing."""
        self._check_newcomer(newcomer)
        line = line_of(*row, self._now.table.shape[1])
        locked = self._now.locked.get(newcomer)
        if locked is not None and locked not in line[0]:
            raise ValueError(f"the locked pair of newcomer {newcomer} is missing")
        self._now.reach(line[1])
        return self._changed(lambda: self._now.set_row(newcomer, line))

    def add_newcomer(self, row: Pairs) -> Change:
        """One more newcomer, who gets the next number."""
        line = line_of(*row, self._now.table.shape[1])
        self._now.reach(line[1], newcomers=1)
        return self._changed(lambda: self._now.add_newcomer(line))

    def remove_newcomer(self, newcomer: int) -> Change:
        """Take out all pairs of a newcomer, a locked one too."""
        self._check_newcomer(newcomer)

        def remove() -> None:
            if newcomer in self._now.locked:
                self._now.unlock(newcomer)
            self._now.set_row(newcomer, _no_pairs())

        return self._changed(remove)

    def change_mentor(self, mentor: int, column: Pairs) -> Change:
        """Give a mentor other pairs: (newcomers, scores). ValueError if a locked one is missing."""
        self._check_mentor(mentor)
        line = line_of(*column, self._now.table.shape[0])
        if not self._now.locked_with(mentor) <= set(line[0].tolist()):
            raise ValueError(f"a locked pair of mentor {mentor} is missing")
        self._now.reach(line[1])
        return self._changed(lambda: self._now.set_column(mentor, line))

    def add_mentor(self, column: Pairs, capacity: int) -> Change:
        """One more mentor, who gets the next number."""
        line = line_of(*column, self._now.table.shape[0])
        _check_capacity(capacity)
        self._now.reach(line[1])
        return self._changed(lambda: self._now.add_mentor(line, capacity))

    def remove_mentor(self, mentor: int) -> Change:
        """Take out all pairs and places of a mentor, locked pairs too."""
        self._check_mentor(mentor)

        def remove() -> None:
            for newcomer in sorted(self._now.locked_with(mentor)):
                self._now.unlock(newcomer)
            self._now.set_capacity(mentor, 0)
            self._now.set_column(mentor, _no_pairs())

        return self._changed(remove)

    def set_capacity(self, mentor: int, capacity: int) -> Change:
        """Give a mentor more or fewer places. ValueError if locked pairs need more."""
        self._check_mentor(mentor)
        _check_capacity(capacity)
        if capacity < len(self._now.locked_with(mentor)):
            raise ValueError(f"locked pairs of mentor {mentor} find no room")
        return self._changed(lambda: self._now.set_capacity(mentor, capacity))

    # ------------------------------------------------------------------ questions

    def price_of(self, newcomer: int, mentor: int) -> Change:
        """What forcing a pair would cost, exactly, and who would move. Nothing is changed."""
        return self.copy().lock(newcomer, mentor)

    def gain_of_mentor(self, column: Pairs, capacity: int) -> Change:
        """What one more mentor would bring, and to whom. Nothing is changed."""
        return self.copy().add_mentor(column, capacity)

    def regrets(self, newcomer: int) -> Losses:
        """What forcing a newcomer on each of his mentors who has room would cost, exactly.

        Under "fair" at the same worst score, and only mentors who score as much: where a pair is
        lost, or with one who scores no more than the worst, another worst score may be better and
        only ``price_of`` tells the cost. ValueError for a newcomer who is locked.
        """
        self._check_newcomer(newcomer)
        if newcomer in self._now.locked:
            raise ValueError(f"newcomer {newcomer} is locked")
        return margins.regrets(self._now.seats, newcomer)

    def regrets_of_mentor(self, mentor: int) -> Losses:
        """What forcing each of his newcomers, not locked, on a mentor would cost, exactly.

        Nobody, where locked pairs have all his places. Under "fair" as for ``regrets``.
        """
        self._check_mentor(mentor)
        return margins.regrets_of_mentor(self._now.seats, mentor)

    def place_costs(self) -> Losses:
        """What it would cost if a mentor had one place less, exactly; for every mentor.

        0 where a place is free, or locked pairs have them all. Under "fair" at the same worst
        score.
        """
        return margins.place_costs(self._now.seats)

    def gains(self) -> Losses:
        """What one place more would bring, exactly; for every mentor. Positive is a gain.

        Under "fair" at the same worst score.
        """
        return margins.place_gains(self._now.seats)

    # ------------------------------------------------------------------ inside

    def _changed(self, edit: Callable[[], None]) -> Change:
        now = self._now
        before, total, lowest = now.partners(), now.total(), self.lowest
        now.method, now.anew = PATH, now.anew or now.goal == "fair"
        edit()
        if now.anew:
            now.solve()
        else:
            now.certify()
        after = now.partners()
        numbers = int(np.count_nonzero(before >= 0)), int(np.count_nonzero(after >= 0))
        lost, won = differences(before, after)
        totals, proof = (total, now.total()), (now.certified, now.method)
        return Change(lost, won, *numbers, *totals, *proof, lowest, self.lowest)

    def _score(self, newcomer: int, mentor: int) -> int | None:
        self._check_newcomer(newcomer)
        self._check_mentor(mentor)
        return self._now.table.score(newcomer, mentor)

    def _check_newcomer(self, newcomer: int) -> None:
        if not 0 <= newcomer < self._now.table.shape[0]:
            raise ValueError(f"there is no newcomer {newcomer}")

    def _check_mentor(self, mentor: int) -> None:
        if not 0 <= mentor < self._now.table.shape[1]:
            raise ValueError(f"there is no mentor {mentor}")


def _no_pairs() -> Line:
    return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int64)


def _check_capacity(capacity: int) -> None:
    if capacity < 0:
        raise ValueError("a capacity is negative")
