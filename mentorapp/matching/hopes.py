"""What each mentor could get at once: the best of those who are with nobody."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mentorapp.matching.residual import Seats


class Hopes:
    """For each mentor what the best pair with somebody who has nobody would count, and with whom.

    ``who`` is -1 where there is none.
    """

    def __init__(self, mentors: int) -> None:
        self.worth = np.zeros(mentors, dtype=np.int64)
        self.who = np.full(mentors, -1, dtype=np.int64)

    def copy(self) -> "Hopes":
        other = Hopes(0)
        other.worth, other.who = self.worth.copy(), self.who.copy()
        return other

    def join(self, newcomer: int, seats: "Seats") -> None:
        mentors, worth = seats.line(newcomer)
        better = (worth > self.worth[mentors]) | (self.who[mentors] < 0)
        mentors = mentors[better]
        self.worth[mentors], self.who[mentors] = worth[better], newcomer

    def leave(self, newcomer: int, seats: "Seats") -> None:
        for mentor in np.flatnonzero(self.who == newcomer).tolist():
            self.worth[mentor], self.who[mentor] = 0, -1
            newcomers, worth = seats.column(mentor)
            alone = np.flatnonzero(seats.mate[newcomers] < 0)
            for at in alone[np.argsort(-worth[alone], kind="stable")].tolist():
                one = int(newcomers[at])
                if one != newcomer and one not in seats.apart:
                    self.worth[mentor], self.who[mentor] = worth[at], one
                    break
