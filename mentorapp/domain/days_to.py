"""Days from registration to the first meeting, the first placement and the first job."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median


@dataclass(frozen=True, slots=True)
class Firsts:
    """One newcomer: registered when, and the first of each since, if there was one.

    ``job`` is the earlier of the last day of a placement that ended in a job and the day somebody
    told of work that counts as "in work": the day is known no better than that.
    """

    registered_on: date
    meeting: date | None = None
    placement: date | None = None
    job: date | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """The median of days over those ``count`` of ``base`` who have got there.

    Those who have not yet are left out, so that the median of a young year is too short: ``count``
    of ``base`` has to be printed beside it.
    """

    median: int | None
    count: int
    base: int


@dataclass(frozen=True, slots=True)
class YearOfWaits:
    """Everybody registered in ``year``; None is all years."""

    year: int | None
    meeting: Wait
    placement: Wait
    job: Wait


def waits(people: Iterable[Firsts]) -> tuple[YearOfWaits, ...]:
    """Year by year of registration, and all years last."""
    years: dict[int, list[Firsts]] = defaultdict(list)
    for one in people:
        years[one.registered_on.year].append(one)
    every = [one for own in years.values() for one in own]
    return (*(_year(year, own) for year, own in sorted(years.items())), _year(None, every))


def _year(year: int | None, own: Sequence[Firsts]) -> YearOfWaits:
    return YearOfWaits(
        year,
        _wait(own, [one.meeting for one in own]),
        _wait(own, [one.placement for one in own]),
        _wait(own, [one.job for one in own]),
    )


def _wait(own: Sequence[Firsts], days: Sequence[date | None]) -> Wait:
    """What lies before the registration (an older office's meeting, say) is no waiting time."""
    spans = [
        (day - one.registered_on).days
        for one, day in zip(own, days, strict=True)
        if day is not None and day >= one.registered_on
    ]
    return Wait(round(median(spans)) if spans else None, len(spans), len(own))
