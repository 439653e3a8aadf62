"""The mentors of a run as columns, to look for what would open one of them to a newcomer.

Made once for all who are left over: then one newcomer against 5,000 mentors is a few dozen
operations on arrays.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mentorapp.domain.explanations import Remedy, RemedyKind
from mentorapp.matching.facts import MentorFacts
from mentorapp.matching.rules import Rulebook

#: Stands for "no limit" among kilometres.
NO_LIMIT = 1 << 30

#: Places of mentors in the run.
Some = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Standings:
    """What the present set says of every mentor.

    ``costs`` int64 (mentors,) is what the whole would lose by giving up one place, ``spare`` bool
    (mentors,) whether that loses no pair. ``more_places_help`` tells that one more place with a
    mentor who is allowed always makes one more pair: under all goals but "best".
    """

    costs: NDArray[np.int64]
    spare: NDArray[np.bool_]
    more_places_help: bool


class Openings:
    """The mentors, the rules, and what the present set says of each mentor."""

    def __init__(
        self, mentors: Sequence[MentorFacts], book: Rulebook, standings: Standings
    ) -> None:
        self.mentors, self.book, self.standings = mentors, book, standings
        self.points = np.array([one.point or (0, 0, 0) for one in mentors], dtype=np.int64)
        self.points = self.points.reshape(-1, 3)
        self.limits = np.array(
            [NO_LIMIT if one.max_km is None else one.max_km for one in mentors], dtype=np.int64
        )
        self.genders = np.array([one.gender for one in mentors], dtype=np.int64)
        self.age_bands = np.array([one.age_band for one in mentors], dtype=np.int64)
        self.slots = np.array([one.slots for one in mentors], dtype=np.int64)
        self.placed = np.array([one.place is not None for one in mentors], dtype=np.bool_)
        self.speaking = np.array([bool(one.languages) for one in mentors], dtype=np.bool_)
        # Whose place is given up most easily; then the order of the run.
        self.rank = np.empty(len(mentors), dtype=np.int64)
        self.rank[np.argsort(standings.costs, kind="stable")] = np.arange(len(mentors))

    def easiest(self, some: Some) -> int:
        """Of some mentors the one whose place costs the others least."""
        return int(some[np.argmin(self.rank[some])])

    def of_mentor(self, kind: RemedyKind, some: Some, values: tuple[str, ...] = ()) -> Remedy:
        """Something that one mentor has to do, best the one with a place to spare."""
        which = self.easiest(some)
        return Remedy(
            kind=kind,
            mentor_id=self.mentors[which].role_id,
            values=values,
            opens=1,
            helps=bool(self.standings.spare[which]),
        )

    def of_newcomer(self, kind: RemedyKind, some: Some, values: tuple[str, ...] = ()) -> Remedy:
        """Something that the newcomer or the office has to do, which opens all of ``some``."""
        which = self.easiest(some)
        return Remedy(
            kind=kind,
            mentor_id=self.mentors[which].role_id,
            values=values,
            opens=len(some),
            helps=bool(self.standings.spare[which]),
        )

    def asking(self, kind: RemedyKind, some: Some, *, mentor: bool) -> Remedy:
        """Something is not registered, of a mentor or of the newcomer: it may or may not help."""
        who = self.mentors[self.easiest(some)].role_id if mentor else None
        return Remedy(kind=kind, mentor_id=who, opens=1 if mentor else len(some))
