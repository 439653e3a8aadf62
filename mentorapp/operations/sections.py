"""The sections of a period's reports: asks every idea for what it has counted."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from mentorapp.domain.sections import Average, Section, Value
from mentorapp.domain.statistics import Share
from mentorapp.operations import sections_people, sections_work
from mentorapp.storage.database import Transaction

#: In the order in which they are printed. Each counts from the first to the last day, as things
#: stand today.
GATHERERS: tuple[Callable[[Transaction, date, date, date], Section], ...] = (
    sections_people.newcomers_section,
    sections_people.outcomes_section,
    sections_work.placements_section,
    sections_work.competence_section,
    sections_work.plans_section,
    sections_work.driving_section,
    sections_work.events_section,
    sections_work.associations_section,
    sections_people.contacts_section,
    sections_people.barriers_section,
    sections_people.interviews_section,
    sections_people.networks_section,
)


def sections(tx: Transaction, first: date, last: date, today: date) -> tuple[Section, ...]:
    """Those in which something was counted."""
    every = (gather(tx, first, last, today) for gather in GATHERERS)
    return tuple(one for one in every if one.has_data)


def as_json(told: Iterable[Section]) -> dict[str, dict[str, Any]]:
    """Every figure by its name; a part that is hidden is null."""
    return {
        one.key: {
            **{_field(figure.key): _value(figure.value) for figure in one.figures},
            **{_field(part.key): {str(key): n for key, n in part.parts} for part in one.breakdowns},
        }
        for one in told
    }


def _field(key: str) -> str:
    return key.partition(".")[2]


def _value(value: Value) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, Share):
        return {"part": value.part, "base": value.base, "percent": value.percent}
    if isinstance(value, Average):
        return {"value": value.value, "of": value.of}
    return value
