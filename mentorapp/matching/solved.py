"""A run that can be asked: people, rules, and the best set of pairs, kept the best on changes.

Not to be used by two threads at a time.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from mentorapp.domain.explanations import Effect, Move, PairCheck
from mentorapp.domain.schemes import Scheme
from mentorapp.matching.crowd import Crowd, crowd
from mentorapp.matching.explanations import check_pair
from mentorapp.matching.facts import MentorFacts, NewcomerFacts
from mentorapp.matching.openings import Standings
from mentorapp.matching.rules import Rulebook
from mentorapp.matching.scores import full_score, multipliers
from mentorapp.matching.standing import Standing


class SolvedRun:
    """``rows`` and ``columns`` are the places of newcomers and mentors in ``standing``, by role id.

    ``scheme`` has the weights of the run. ``standing`` and ``book`` follow what is decided; who
    changes them calls ``changed``. ``everybody`` are the same people under the same rules as
    arrays, where they are at hand.
    """

    def __init__(
        self,
        scheme: Scheme,
        mentors: Sequence[MentorFacts],
        newcomers: Sequence[NewcomerFacts],
        book: Rulebook,
        standing: Standing,
        everybody: Crowd | None = None,
    ) -> None:
        self.scheme, self.mentors, self.newcomers = scheme, mentors, newcomers
        self.book, self.standing = book, standing
        self.weights = scheme.weights
        self.full_score = full_score(scheme.weights)
        self.rows = {one.role_id: place for place, one in enumerate(newcomers)}
        self.columns = {one.role_id: place for place, one in enumerate(mentors)}
        if everybody is not None:
            self.__dict__["crowd"] = everybody

    @cached_property
    def standings(self) -> Standings:
        """What a place with each mentor is worth to the set as it stands."""
        standing = self.standing
        if standing.worst is not None:
            # Another pair comes first, whatever it scores: the worst score is no bar here.
            standing = Standing.of(standing.problem, goal="most", locked=standing.locked)
        costs = standing.place_costs()
        partners = np.array([column for _, column in standing.pairs], dtype=np.int64)
        locked = np.array([column for _, column in standing.locked], dtype=np.int64)
        rooms = np.array([one.room for one in self.mentors], dtype=np.int64)
        count = len(self.mentors)
        free = np.bincount(partners, minlength=count) < rooms
        # A place that only locked pairs have cannot be given up.
        open_ = np.bincount(locked, minlength=count) < rooms
        counting = standing.bonus > 0
        return Standings(
            costs=costs.pairs * standing.bonus + costs.total,
            spare=open_ & (costs.pairs == 0) if counting else free,
            more_places_help=counting,
        )

    @cached_property
    def crowd(self) -> Crowd:
        """Everybody as arrays, with the rules as they stand now."""
        return crowd(self.mentors, self.newcomers, self.book, multipliers(self.weights))

    def masks(self, rows: NDArray[np.int64]) -> NDArray[np.uint32]:
        """(rows, mentors): what keeps every mentor from these newcomers, as ``crowd.BITS``."""
        return self.crowd.obstacles(rows, np.arange(len(self.mentors)))

    def changed(self) -> None:
        """To be called when ``standing`` or ``book`` was changed: what followed is forgotten."""
        for name in ("standings", "crowd"):
            self.__dict__.pop(name, None)

    @property
    def pairs(self) -> Mapping[UUID, UUID]:
        """The mentor of each newcomer who has one, as it stands now."""
        return {
            self.newcomers[row].role_id: self.mentors[column].role_id
            for row, column in self.standing.pairs
        }

    def check(self, newcomer_id: UUID, mentor_id: UUID) -> PairCheck:
        """What speaks for and against two people, pairs ruled out since the run among it."""
        return self.check_at(self.rows[newcomer_id], self.columns[mentor_id])

    def check_at(self, row: int, column: int) -> PairCheck:
        """The same by places."""
        return check_pair(self.scheme, self.mentors[column], self.newcomers[row], self.book)

    def effect(self, before: Standing, after: Standing, method: str) -> Effect:
        """What lies between two sets; ``method`` is what found the second."""
        was, becomes = dict(before.pairs), dict(after.pairs)
        moves = tuple(
            Move(self.newcomers[row].role_id, self._mentor(was, row), self._mentor(becomes, row))
            for row in range(len(self.newcomers))
            if was.get(row) != becomes.get(row)
        )
        return Effect(
            pairs_before=before.number,
            pairs_after=after.number,
            total_before=before.total,
            total_after=after.total,
            full_score=self.full_score,
            moves=moves,
            certified=after.certified,
            method=method,
            worst_before=before.lowest,
            worst_after=after.lowest,
        )

    def _mentor(self, pairs: Mapping[int, int], row: int) -> UUID | None:
        return self.mentors[pairs[row]].role_id if row in pairs else None
