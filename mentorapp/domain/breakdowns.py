"""Figures of a period by scheme, municipality, organisation and gender.

The same definitions as ``statistics``, so that the rows of a table add up to the first page. A
figure is counted over days (what began, ended, was held) or on a day (what runs, who waits).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED
from mentorapp.domain.small_numbers import LEAST, is_small
from mentorapp.domain.statistics import Facts, PairingFacts, RoleFacts


class Dimension(StrEnum):
    """What the rows of a table are."""

    SCHEME = "scheme"
    MUNICIPALITY = "municipality"
    ORGANISATION = "organisation"
    GENDER = "gender"


STARTED, RUNNING = "pairings_started", "pairings_running"
COMPLETED, ENDED_EARLY = "pairings_completed", "pairings_ended_early"
MEETINGS, MINUTES, MET = "meetings", "minutes", "pairs_that_met"
#: Counted on the last day and not over all days of the period.
ON_A_DAY = frozenset({"mentors_approved", "newcomers_waiting", RUNNING})
#: Of pairs and not of people: a scheme has these.
OF_PAIRS = frozenset({STARTED, RUNNING, COMPLETED, ENDED_EARLY, MEETINGS, MINUTES, MET})
#: What tells of so few pairs as met.
_BY_MEETING = frozenset({MEETINGS, MINUTES})
_PAIRS = (STARTED, RUNNING, COMPLETED, ENDED_EARLY)

#: The columns of each table.
COLUMNS: dict[Dimension, tuple[str, ...]] = {
    Dimension.SCHEME: (*_PAIRS, MEETINGS, MINUTES),
    Dimension.MUNICIPALITY: ("new_newcomers", "newcomers_waiting", "mentors_approved", *_PAIRS),
    Dimension.ORGANISATION: ("mentors_approved", *_PAIRS, MEETINGS, MINUTES),
    Dimension.GENDER: ("new_newcomers", "newcomers_waiting", "mentors_approved", RUNNING),
}
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
        group = one.groups.get(dimension, "") if dimension else ""
        counts[group] += amount
        protected[group] += one.protected
        of[group] += 1
    return {group: Amount(count, protected[group], of[group]) for group, count in counts.items()}


def _counted(
    facts: Facts, figure: str, first: date | None, until: date
) -> Iterator[tuple[int, RoleFacts | PairingFacts]]:
    def within(day: date | None) -> bool:
        return day is not None and first is not None and first <= day <= until

    if figure in {"new_newcomers", "new_mentors"}:
        roles = facts.newcomers if figure == "new_newcomers" else facts.mentors
        yield from ((1, role) for role in roles if within(role.registered_on))
    elif figure == "newcomers_waiting":
        yield from ((1, one) for one in facts.newcomers if one.status_on(until) in TO_BE_PAIRED)
    elif figure == "mentors_approved":
        approved = MentorStatus.APPROVED
        yield from ((1, one) for one in facts.mentors if one.status_on(until) == approved)
    elif figure == STARTED:
        yield from ((1, pair) for pair in facts.pairings if within(pair.agreed_on))
    elif figure == RUNNING:
        yield from ((1, pair) for pair in facts.pairings if pair.ran_on(until))
    elif figure in {COMPLETED, ENDED_EARLY}:
        early = figure == ENDED_EARLY
        yield from (
            (1, pair)
            for pair in facts.pairings
            if within(pair.ended_on) and (pair.end == "ended_early") == early
        )
    else:
        for pair in facts.pairings:
            held = [minutes for day, minutes in pair.meetings if within(day)]
            if held:
                yield {MEETINGS: len(held), MINUTES: sum(held)}.get(figure, 1), pair
