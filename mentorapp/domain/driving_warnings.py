"""What speaks against a drive on a day: told in words, never silent, and never a refusal.

Only years of birth are known, so ages are read carefully: whoever may still be too young is
warned about. The office's rules may be old; a coordinator who knows better goes on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentorapp.domain.pairings import months_later
from mentorapp.domain.practice_driving import DrivingPractice, DrivingRules

#: A permit that ends so soon is told beforehand.
ENDS_SOON = timedelta(days=30)


class DrivingWarning(StrEnum):
    """What is wrong, or not known."""

    NO_RULES = "no_rules"
    LEARNER_AGE_UNKNOWN = "learner_age_unknown"
    LEARNER_TOO_YOUNG = "learner_too_young"
    COMPANION_AGE_UNKNOWN = "companion_age_unknown"
    COMPANION_TOO_YOUNG = "companion_too_young"
    LICENCE_UNKNOWN = "licence_unknown"
    LICENCE_TOO_NEW = "licence_too_new"
    PERMIT_MISSING = "permit_missing"
    PERMIT_NOT_YET = "permit_not_yet"
    PERMIT_ENDED = "permit_ended"
    PERMIT_ENDS_SOON = "permit_ends_soon"


PERMIT = frozenset(
    {
        DrivingWarning.PERMIT_MISSING,
        DrivingWarning.PERMIT_NOT_YET,
        DrivingWarning.PERMIT_ENDED,
        DrivingWarning.PERMIT_ENDS_SOON,
    }
)


@dataclass(frozen=True, slots=True)
class Warned:
    """``years`` is what the rules ask for, ``day`` the permit's day or the licence's first."""

    kind: DrivingWarning
    years: int = 0
    day: date | None = None


@dataclass(frozen=True, slots=True)
class BirthYears:
    """Of the two in the car; None where it is not known."""

    learner: int | None
    companion: int | None


def warnings(
    practice: DrivingPractice, born: BirthYears, rules: DrivingRules | None, day: date
) -> tuple[Warned, ...]:
    """Everything that speaks against a drive on ``day``.

    Nothing once the test is passed: whoever has a licence drives.
    """
    if practice.test_passed_on is not None and practice.test_passed_on <= day:
        return ()
    if rules is None:
        return (Warned(DrivingWarning.NO_RULES), *_permit_days(practice, day))
    return (
        *_ages(born, rules, day),
        *_licence(practice, rules, day),
        *_permit(practice, born, rules, day),
    )


def _ages(born: BirthYears, rules: DrivingRules, day: date) -> Iterator[Warned]:
    for year, asked, unknown, young in (
        (
            born.learner,
            rules.learner_age,
            DrivingWarning.LEARNER_AGE_UNKNOWN,
            DrivingWarning.LEARNER_TOO_YOUNG,
        ),
        (
            born.companion,
            rules.companion_age,
            DrivingWarning.COMPANION_AGE_UNKNOWN,
            DrivingWarning.COMPANION_TOO_YOUNG,
        ),
    ):
        if asked is None:
            continue
        if year is None:
            yield Warned(unknown, asked)
        elif _surely(year, day) < asked:
            yield Warned(young, asked)


def _licence(practice: DrivingPractice, rules: DrivingRules, day: date) -> Iterator[Warned]:
    years, since = rules.licence_years, practice.companion_licence_since
    if years is None:
        return
    if since is None:
        yield Warned(DrivingWarning.LICENCE_UNKNOWN, years)
    elif months_later(since, 12 * years) > day:
        yield Warned(DrivingWarning.LICENCE_TOO_NEW, years, since)


def _permit(
    practice: DrivingPractice, born: BirthYears, rules: DrivingRules, day: date
) -> Iterator[Warned]:
    if practice.permit_from is None and practice.permit_to is None:
        below = rules.permit_below_age
        old_enough = (
            below is not None and born.learner is not None and _surely(born.learner, day) >= below
        )
        if rules.permit_needed and not old_enough:
            yield Warned(DrivingWarning.PERMIT_MISSING, below or 0)
        return
    yield from _permit_days(practice, day)


def _permit_days(practice: DrivingPractice, day: date) -> Iterator[Warned]:
    begins, ends = practice.permit_from, practice.permit_to
    if begins is not None and day < begins:
        yield Warned(DrivingWarning.PERMIT_NOT_YET, day=begins)
    if ends is not None and ends < day:
        yield Warned(DrivingWarning.PERMIT_ENDED, day=ends)
    elif ends is not None and ends <= day + ENDS_SOON:
        yield Warned(DrivingWarning.PERMIT_ENDS_SOON, day=ends)


def _surely(birth_year: int, day: date) -> int:
    """The age that whoever was born in the year has reached for certain."""
    return day.year - birth_year - 1
