"""What learners have driven: one pair's totals, and a period's figures from facts without names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mentorapp.domain.practice_driving import DrivingCondition
from mentorapp.domain.statistics import Share


@dataclass(frozen=True, slots=True)
class Drive:
    """A day's drive as far as it is counted."""

    held_on: date
    minutes: int
    kilometres: int
    conditions: frozenset[DrivingCondition] = frozenset()


@dataclass(frozen=True, slots=True)
class DrivingTotals:
    """All drives together. ``by_condition`` is minutes of drives with the condition: a drive with
    two counts in both. ``of_recommended`` is minutes driven with the companion of the minutes the
    country recommends before the test; None where it recommends none or no rules are kept.
    """

    drives: int
    minutes: int
    kilometres: int
    by_condition: Mapping[DrivingCondition, int]
    of_recommended: Share | None = None


def driving_totals(drives: Iterable[Drive], recommended_minutes: int | None) -> DrivingTotals:
    """Add up."""
    every = list(drives)
    minutes = sum(one.minutes for one in every)
    return DrivingTotals(
        drives=len(every),
        minutes=minutes,
        kilometres=sum(one.kilometres for one in every),
        by_condition={
            condition: sum(one.minutes for one in every if condition in one.conditions)
            for condition in DrivingCondition
        },
        of_recommended=Share(minutes, recommended_minutes) if recommended_minutes else None,
    )


@dataclass(frozen=True, slots=True)
class LearnerFacts:
    """A pair of a scheme with practice driving."""

    agreed_on: date
    ended_on: date | None
    theory_passed_on: date | None = None
    test_passed_on: date | None = None
    drives: tuple[Drive, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DrivingFigures:
    """A period's figures.

    ``learners_running``: pairs that ran at the end of the period. ``drove``: pairs with a drive in
    it. ``totals``: the drives in it. ``theory_passed`` and ``tests_passed``: tests in the period.
    ``ended_with_test``: of the pairs that ended in the period, those whose learner had passed the
    practical test by its last day; a test after that counts in no period's share.
    """

    learners_running: int
    drove: int
    totals: DrivingTotals
    theory_passed: int
    tests_passed: int
    ended_with_test: Share


def driving_figures(learners: Sequence[LearnerFacts], first: date, last: date) -> DrivingFigures:
    """Count the period from ``first`` to ``last``, both in it."""

    def within(day: date | None) -> bool:
        return day is not None and first <= day <= last

    drives = [[one for one in pair.drives if within(one.held_on)] for pair in learners]
    ended = [pair for pair in learners if within(pair.ended_on)]
    return DrivingFigures(
        learners_running=sum(
            pair.agreed_on <= last and (pair.ended_on is None or pair.ended_on > last)
            for pair in learners
        ),
        drove=sum(map(bool, drives)),
        totals=driving_totals((one for pair in drives for one in pair), None),
        theory_passed=sum(within(pair.theory_passed_on) for pair in learners),
        tests_passed=sum(within(pair.test_passed_on) for pair in learners),
        ended_with_test=Share(
            sum(pair.test_passed_on is not None and pair.test_passed_on <= last for pair in ended),
            len(ended),
        ),
    )
