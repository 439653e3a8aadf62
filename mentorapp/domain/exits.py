"""Exits: when somebody ended in a scheme, from the pairings the person was in.

A change of mentor is no exit: who is paired again in the same scheme within three months goes on.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.pairings import months_later

#: Months within which a new pairing in the scheme makes the end of the old one no exit.
GOES_ON_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Stay:
    """A pairing seen from the newcomer; ``waits`` is that the person waits for a mentor now."""

    person_id: UUID
    scheme_id: UUID
    agreed_on: date
    ended_on: date | None
    waits: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Exit:
    """The day the last running pairing of a person in a scheme ended, completed or early."""

    person_id: UUID
    scheme_id: UUID
    exit_on: date


def exits(stays: Iterable[Stay], today: date) -> tuple[Exit, ...]:
    """Every exit there has been, in the order of days.

    Whoever waits for another mentor has not ended until three months have gone by.
    """
    by_scheme: dict[tuple[UUID, UUID], list[Stay]] = defaultdict(list)
    for stay in stays:
        by_scheme[stay.person_id, stay.scheme_id].append(stay)
    found = [
        Exit(person_id, scheme_id, day)
        for (person_id, scheme_id), own in by_scheme.items()
        for day in _ends(own, today)
    ]
    return tuple(sorted(found, key=lambda one: (one.exit_on, one.person_id, one.scheme_id)))


def _ends(stays: list[Stay], today: date) -> Iterable[date]:
    ordered = sorted(stays, key=lambda stay: (stay.agreed_on, stay.ended_on or date.max))
    last = ordered[0].ended_on
    for stay in ordered[1:]:
        if last is None:
            return
        if stay.agreed_on > months_later(last, GOES_ON_MONTHS):
            yield last
            last = stay.ended_on
        else:
            last = None if stay.ended_on is None else max(last, stay.ended_on)
    waits = any(stay.waits for stay in stays)
    if last is not None and not (waits and today <= months_later(last, GOES_ON_MONTHS)):
        yield last
