"""The sections of a period's reports: asks every idea for what it has counted."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from mentorapp.domain.sections import Average, Hidden, Section, Value
from mentorapp.domain.statistics import Share
from mentorapp.operations import offices, sections_people, sections_work
from mentorapp.operations.intention import counts_all
from mentorapp.operations.outcome_figures import OutcomeFigures
from mentorapp.storage.database import Transaction

#: In the order in which they are printed. Each counts from the first to the last day, as things
#: stand today.
GATHERERS: tuple[Callable[[Transaction, date, date, date, int], Section], ...] = (
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


@counts_all
def sections(
    tx: Transaction,
    first: date,
    last: date,
    today: date,
    outcomes: OutcomeFigures | None = None,
) -> tuple[Section, ...]:
    """Those in which something was counted. ``outcomes`` are those of the period where the caller
    has counted them already: they read everything there is of them.
    """
    least = offices.read(tx).least_shown
    every = (
        sections_people.told_outcomes(outcomes, least)
        if outcomes is not None and gather is sections_people.outcomes_section
        else gather(tx, first, last, today, least)
        for gather in GATHERERS
    )
    return tuple(one for one in every if one.has_data)


def as_json(told: Iterable[Section]) -> dict[str, dict[str, Any]]:
    """Every figure by its name; what is hidden is null and named under ``hidden``.

    A breakdown has the parts that are told; of one that is named under ``hidden`` the others may be
    nought or not, in the others they are.
    """
    return {
        one.key: {
            **{_field(figure.key): value_as_json(figure.value) for figure in one.figures},
            **{
                _field(part.key): {str(key): n for key, n in part.parts if n}
                for part in one.breakdowns
            },
            "hidden": [
                *(_field(figure.key) for figure in one.figures if isinstance(figure.value, Hidden)),
                *(_field(part.key) for part in one.breakdowns if part.hides),
            ],
        }
        for one in told
    }


def _field(key: str) -> str:
    return key.partition(".")[2]


def value_as_json(value: Value) -> Any:  # noqa: ANN401 - JSON
    """As a script reads it; null for what is hidden or not known."""
    if isinstance(value, Hidden):
        return None
    if isinstance(value, Share):
        return {"part": value.part, "base": value.base, "percent": value.percent}
    if isinstance(value, Average):
        return {"value": value.value, "of": value.of}
    return value
