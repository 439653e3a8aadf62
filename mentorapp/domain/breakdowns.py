"""Figures of a period by scheme, municipality, organisation, gender and age.

The same definitions as ``statistics``, so that the rows of a table add up to the first page. A
figure is counted over days (what began, ended, was held) or on a day (what runs, who waits).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, arrival_band
from mentorapp.domain.people import age_band
from mentorapp.domain.small_numbers import LEAST, is_small
from mentorapp.domain.statistics import Facts, PairingFacts, RoleFacts


class Dimension(StrEnum):
    """What the rows of a table are."""

    SCHEME = "scheme"
    MUNICIPALITY = "municipality"
    ORGANISATION = "organisation"
    GENDER = "gender"
    AGE = "age"
    EDUCATION = "education"
    BASIS = "basis"
    ARRIVAL = "arrival"


STARTED, RUNNING = "pairings_started", "pairings_running"
COMPLETED, ENDED_EARLY = "pairings_completed", "pairings_ended_early"
MEETINGS, MINUTES, MET = "meetings", "minutes", "pairs_that_met"
#: Pairs that ran at any time in the period.
RAN = "pairings_ran"
#: Counted on the last day and not over all days of the period.
ON_A_DAY = frozenset({"mentors_approved", "newcomers_waiting", RUNNING})
#: Of pairs and not of people: a scheme has these.
OF_PAIRS = frozenset({STARTED, RUNNING, COMPLETED, ENDED_EARLY, RAN, MEETINGS, MINUTES, MET})
_REGISTERED = frozenset({"new_newcomers", "new_mentors"})
#: What tells of so few pairs as met.
_BY_MEETING = frozenset({MEETINGS, MINUTES})
_PAIRS = (STARTED, RUNNING, COMPLETED, ENDED_EARLY)

#: The columns of each table.
COLUMNS: dict[Dimension, tuple[str, ...]] = {
    Dimension.SCHEME: (*_PAIRS, MEETINGS, MINUTES),
    Dimension.MUNICIPALITY: ("new_newcomers", "newcomers_waiting", "mentors_approved", *_PAIRS),
    Dimension.ORGANISATION: ("mentors_approved", *_PAIRS, MEETINGS, MINUTES),
    Dimension.GENDER: ("new_newcomers", "newcomers_waiting", "mentors_approved", RUNNING),
    Dimension.AGE: ("new_newcomers", "newcomers_waiting", "mentors_approved", RUNNING),
}
#: Of the section that tells who came.
WHO_CAME: dict[Dimension, tuple[str, ...]] = dict.fromkeys(
    (Dimension.EDUCATION, Dimension.BASIS, Dimension.ARRIVAL), ("new_newcomers",)
)
#: Groups that somebody comes into with the years: counted as in the year of the last day.
_BY_YEAR = frozenset({Dimension.AGE, Dimension.ARRIVAL})
#: Counting by them shows neither gender, age, area nor organisation of anybody.
OPEN = frozenset({Dimension.SCHEME})


@dataclass(frozen=True, slots=True)
class Amount:
    """How many, and of them the protected; ``of`` the pairs that a number of meetings is of."""

    count: int = 0
    protected: int = 0
    of: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(
            self.count + other.count, self.protected + other.protected, self.of + other.of
        )

    def small(self, figure: str, dimension: str, least: int = LEAST) -> bool:
        """Whether it may not be known; the protected count as nobody where it is about places."""
        of = self.of if figure in _BY_MEETING else self.count
        places = dimension in (Dimension.MUNICIPALITY, Dimension.ORGANISATION)
        alone = places and self.protected > 0 and of - self.protected < least
        return is_small(of, least) or alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts by something that is not in ``Facts``, each of its groups by its key.

    ``count`` is from the first to the last day, on the last where the figure is of a day; with
    ``adds_up`` a year is its quarters. ``hidden`` are groups that are not told anyway.
    """

    dimension: str
    figure: str
    groups: tuple[str, ...]
    count: Callable[[date | None, date], Mapping[str, int]]
    adds_up: bool = False
    hidden: frozenset[str] = frozenset()


def dated(dimension: str, until: date) -> str:
    """The dimension as its groups are on that day: of another year they are others."""
    return f"{dimension}@{until.year}" if dimension in _BY_YEAR else dimension


def undated(dimension: str) -> str:
    """The dimension without the year."""
    return dimension.partition("@")[0]


def group_of(one: RoleFacts | PairingFacts, dimension: str) -> str:
    """What it is counted under; "" where it is not known or may not be told."""
    kind, _at, year = dimension.partition("@")
    if not year:
        return one.groups.get(dimension, "")
    since = one.years.get(kind)
    band = (
        age_band(since, date(int(year), 12, 31))
        if kind == Dimension.AGE
        else arrival_band(since, int(year))
    )
    return band.value if band else ""


def is_counted(figure: str) -> bool:
    """Whether it is counted from ``Facts``."""
    return figure in ON_A_DAY | OF_PAIRS | _REGISTERED


def wide(figure: str, least: int) -> int:
    """How far apart the bounds of a hidden cell must lie: hours tell as much as persons."""
    return least * 60 if figure == MINUTES else least


def amounts(
    facts: Facts, figure: str, first: date | None, until: date, scheme: str, dimension: str
) -> dict[str, Amount]:
    """By group, "" being those of whom it is not known or may not be told."""
    counts, protected, of = Counter[str](), Counter[str](), Counter[str]()
    for amount, one in _counted(facts, figure, first, until):
        if scheme and one.groups.get(Dimension.SCHEME, "") != scheme:
            continue
        group = group_of(one, dimension) if dimension else ""
        counts[group] += amount
        protected[group] += one.protected
        of[group] += 1
    return {group: Amount(count, protected[group], of[group]) for group, count in counts.items()}


def _within(day: date | None, first: date | None, until: date) -> bool:
    return day is not None and first is not None and first <= day <= until


def _counted(
    facts: Facts, figure: str, first: date | None, until: date
) -> Iterator[tuple[int, RoleFacts | PairingFacts]]:
    if figure in _REGISTERED:
        roles = facts.newcomers if figure == "new_newcomers" else facts.mentors
        yield from ((1, role) for role in roles if _within(role.registered_on, first, until))
    elif figure == "newcomers_waiting":
        yield from ((1, one) for one in facts.newcomers if one.status_on(until) in TO_BE_PAIRED)
    elif figure == "mentors_approved":
        approved = MentorStatus.APPROVED
        yield from ((1, one) for one in facts.mentors if one.status_on(until) == approved)
    else:
        yield from _pairs(facts.pairings, figure, first, until)


def _pairs(
    pairs: Sequence[PairingFacts], figure: str, first: date | None, until: date
) -> Iterator[tuple[int, PairingFacts]]:
    if figure == STARTED:
        yield from ((1, pair) for pair in pairs if _within(pair.agreed_on, first, until))
    elif figure == RUNNING:
        yield from ((1, pair) for pair in pairs if pair.ran_on(until))
    elif figure == RAN:
        yield from (
            (1, one) for one in pairs if one.ran_on(until) or _within(one.ended_on, first, until)
        )
    elif figure in {COMPLETED, ENDED_EARLY}:
        early = figure == ENDED_EARLY
        ended = (one for one in pairs if _within(one.ended_on, first, until))
        yield from ((1, one) for one in ended if (one.end == "ended_early") == early)
    else:
        for pair in pairs:
            held = [minutes for day, minutes in pair.meetings if _within(day, first, until)]
            if held:
                yield {MEETINGS: len(held), MINUTES: sum(held)}.get(figure, 1), pair
