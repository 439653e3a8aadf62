"""The small figures over Today, each with how it went over the last half year."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED
from mentorapp.domain.pairings import months_later
from mentorapp.domain.statistics import RoleFacts

#: So many months stand before today.
MONTHS = 6


@dataclass(frozen=True, slots=True)
class Trend:
    """``points`` are the figure a month apart, oldest first; the last is as things stand today."""

    points: tuple[int, ...]

    @property
    def now(self) -> int:
        """Today's."""
        return self.points[-1]

    @property
    def change(self) -> int:
        """Against a month ago."""
        return self.points[-1] - self.points[-2]


@dataclass(frozen=True, slots=True)
class Pulse:
    """``newcomers_waiting`` have no mentor yet; ``mentors_waiting`` are approved and have nobody.

    ``meetings`` are those of a month up to the same day in it: this month against the last to date.
    """

    active: Trend
    newcomers_waiting: Trend
    mentors_waiting: Trend
    meetings: Trend


@dataclass(frozen=True, slots=True)
class MentorFacts:
    """A mentor's status over time, and from when to when (None: still) he had a pair."""

    role: RoleFacts
    pairs: tuple[tuple[date, date | None], ...] = ()


def days_looked_at(today: date) -> tuple[date, ...]:
    """Today and the same day of the months before, oldest first."""
    return tuple(months_later(today, -back) for back in range(MONTHS, -1, -1))


def pulse(
    pairs: Sequence[tuple[date, date | None]],
    newcomers: Sequence[RoleFacts],
    mentors: Sequence[MentorFacts],
    meetings: Iterable[date],
    today: date,
) -> Pulse:
    """``pairs`` are (agreed, ended or None); ``meetings`` the days of meetings with contact."""
    days = days_looked_at(today)
    held = sorted(meetings)
    return Pulse(
        active=Trend(tuple(sum(_runs(one, day) for one in pairs) for day in days)),
        newcomers_waiting=Trend(
            tuple(sum(one.status_on(day) in TO_BE_PAIRED for one in newcomers) for day in days)
        ),
        mentors_waiting=Trend(tuple(sum(_waits(one, day) for one in mentors) for day in days)),
        meetings=Trend(
            tuple(bisect_right(held, day) - bisect_left(held, day.replace(day=1)) for day in days)
        ),
    )


def _runs(pair: tuple[date, date | None], day: date) -> bool:
    agreed, ended = pair
    return agreed <= day and (ended is None or ended > day)


def _waits(mentor: MentorFacts, day: date) -> bool:
    approved = mentor.role.status_on(day) == MentorStatus.APPROVED
    return approved and not any(_runs(pair, day) for pair in mentor.pairs)


def first_day_counted(today: date) -> date:
    """Meetings before it are in no figure."""
    return days_looked_at(today)[0].replace(day=1) - timedelta(days=1)
