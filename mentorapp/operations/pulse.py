"""The small figures over Today, counted from the office."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import repeat
from uuid import UUID

from mentorapp.domain.pulse import MentorFacts, Pulse, first_day_counted
from mentorapp.domain.pulse import pulse as count
from mentorapp.domain.statistics import RoleFacts
from mentorapp.operations.intention import counts_all
from mentorapp.storage import pulses
from mentorapp.storage.database import Transaction


@counts_all
def pulse(tx: Transaction, today: date) -> Pulse:
    """As things stand today and stood in each of the six months before."""
    spans, steps = pulses.spans(tx), pulses.steps(tx)
    mentors, newcomers = pulses.registered(tx)
    had = defaultdict[UUID, list[tuple[date, date | None]]](list)
    for mentor_id, agreed, ended in spans:
        had[mentor_id].append((agreed, ended))
    return count(
        [(agreed, ended) for _, agreed, ended in spans],
        [RoleFacts(day, tuple(steps.get(one, ()))) for one, day in newcomers.items()],
        [
            MentorFacts(RoleFacts(day, tuple(steps.get(one, ()))), tuple(had.get(one, ())))
            for one, day in mentors.items()
        ],
        _each(pulses.meetings_by_day(tx, first_day_counted(today))),
        today,
    )


def _each(by_day: Mapping[date, int]) -> Iterator[date]:
    for day, number in by_day.items():
        yield from repeat(day, number)
