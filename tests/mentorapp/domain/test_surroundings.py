from dataclasses import fields
from typing import get_type_hints
from uuid import UUID

import pytest

from mentorapp.domain.errors import InvalidField
from mentorapp.domain.records import Record
from mentorapp.domain.statistics import Share
from mentorapp.domain.surroundings import (
    BackgroundFigure,
    BackgroundKind,
    check_figure,
    mirrors,
)
from mentorapp.storage.outcome_tables import background_figures_table


def figure(kind: BackgroundKind, value: int, year: int = 2026) -> BackgroundFigure:
    return BackgroundFigure(year=year, kind=kind, value=value)


FIGURES = [
    figure(BackgroundKind.EMPLOYEES, 1200),
    figure(BackgroundKind.DIVERSE_EMPLOYEES, 120),
    figure(BackgroundKind.POPULATION, 9600),
    figure(BackgroundKind.IMMIGRANTS, 1440),
    figure(BackgroundKind.EMPLOYEES, 1180, 2025),
]


def test_the_mirror_holds_employees_against_inhabitants() -> None:
    now, before = mirrors(FIGURES, {2026: 3})

    assert (now.employees, now.inhabitants) == (Share(120, 1200), Share(1440, 9600))
    assert now.gap == pytest.approx(5.0)
    assert (now.placements, now.placements_all) == (3, None)
    assert (before.employees, before.gap) == (None, None)


def test_a_figure_of_a_kind_is_typed_once_a_year() -> None:
    with pytest.raises(InvalidField, match="year"):
        check_figure(figure(BackgroundKind.EMPLOYEES, 1), FIGURES)
    check_figure(FIGURES[0], FIGURES)
    check_figure(figure(BackgroundKind.POPULATION, 9000, 2025), FIGURES)


@pytest.mark.parametrize(
    "wrong",
    [
        figure(BackgroundKind.COUNTRIES, -1),
        figure(BackgroundKind.COUNTRIES, 1, 26),
        figure(BackgroundKind.DIVERSE_EMPLOYEES, 1181, 2025),
    ],
)
def test_a_part_larger_than_its_whole_and_years_that_were_none_are_refused(
    wrong: BackgroundFigure,
) -> None:
    with pytest.raises(InvalidField):
        check_figure(wrong, FIGURES)


def test_no_figure_can_hold_a_person() -> None:
    own = {one.name for one in fields(BackgroundFigure)} - {one.name for one in fields(Record)}
    types = get_type_hints(BackgroundFigure)

    assert not background_figures_table.foreign_keys
    assert not [name for name in own if types[name] in (UUID, UUID | None)]
    # Where the figure stands and what was counted; everything else is a number or a kind.
    assert {name for name in own if types[name] is str} == {"source", "definition"}
    assert {name for name in own if types[name] is not str} == {"year", "kind", "value"}
    assert set(background_figures_table.columns.keys()) == own | {"id", "version", "deleted_at"}
