"""Barriers: what keeps somebody from taking part; ticked for a person, counted in the aggregate."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.statistics import Share


class Barrier(StrEnum):
    """What stands in the way. Health is left out on purpose: article 9 of the GDPR."""

    CHILDCARE = "childcare"
    TRANSPORT = "transport"
    LANGUAGE = "language"
    HOUSING = "housing"
    TIME = "time"
    NETWORK = "network"
    MONEY = "money"
    RECOGNITION = "recognition"
    DIGITAL = "digital"


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierCheck(Record):
    """What stood in the way on that day; none is an answer too. The newest one counts."""

    person_id: UUID
    checked_on: date
    barriers: frozenset[Barrier] = frozenset()


def check_barrier_check(check: BarrierCheck, today: date) -> None:
    """Raise InvalidField for a look that lies in the future."""
    if check.checked_on > today:
        raise InvalidField("checked_on", Problem.IN_FUTURE, check.checked_on.isoformat())


def newest_checks(checks: Iterable[BarrierCheck]) -> dict[UUID, BarrierCheck]:
    """The look that counts for each person; of two on one day the one entered last."""
    return {one.person_id: one for one in _in_order(checks)}


def _in_order(checks: Iterable[BarrierCheck]) -> list[BarrierCheck]:
    return sorted(checks, key=lambda check: (check.checked_on, check.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class BarrierFigures:
    """What stands in the way of the people who were asked, each by the newest answer.

    ``asked`` is the number of people asked in the period. ``counts`` has every barrier with the
    asked as its base; childcare also counts where the household needs it, whatever was ticked.
    ``nothing`` are those asked for whom nothing stands in the way. ``gone``: of those who had the
    barrier at their first look in the period and were asked again, how many have it no more.
    ``childcare_not_asked`` are people who were never asked but whose household needs childcare;
    they are in no share.
    """

    asked: int
    counts: Mapping[Barrier, Share]
    nothing: Share
    gone: Mapping[Barrier, Share]
    childcare_not_asked: int


def barrier_figures(
    checks: Iterable[BarrierCheck], need_childcare: frozenset[UUID]
) -> BarrierFigures:
    """Count the looks of a period; ``need_childcare`` are people of households that need it."""
    ordered = _in_order(checks)
    newest = {one.person_id: _barriers(one, need_childcare) for one in ordered}
    looks = Counter(one.person_id for one in ordered)
    again = {one.person_id: one.barriers for one in reversed(ordered) if looks[one.person_id] > 1}
    base = len(newest)
    had = {
        barrier: [person for person, barriers in again.items() if barrier in barriers]
        for barrier in Barrier
    }
    return BarrierFigures(
        asked=base,
        counts={
            barrier: Share(sum(barrier in found for found in newest.values()), base)
            for barrier in Barrier
        },
        nothing=Share(sum(not found for found in newest.values()), base),
        gone={
            barrier: Share(sum(barrier not in newest[one] for one in people), len(people))
            for barrier, people in had.items()
        },
        childcare_not_asked=len(need_childcare - set(newest)),
    )


def _barriers(check: BarrierCheck, need_childcare: frozenset[UUID]) -> frozenset[Barrier]:
    if check.person_id in need_childcare:
        return check.barriers | {Barrier.CHILDCARE}
    return check.barriers
