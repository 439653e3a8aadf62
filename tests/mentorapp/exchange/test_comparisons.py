from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mentorapp.domain.comparisons import Cell, Compared, ComparedQuarter, Hiding
from mentorapp.domain.exchange_errors import NotAnExchangeFile
from mentorapp.domain.in_work import OfficeDefinition
from mentorapp.domain.quarters import Quarter
from mentorapp.exchange.comparisons import comparison_content, read_comparison

TOLD = ComparedQuarter(
    office="Sundnes",
    municipality="Sundnes kommune",
    quarter=Quarter(2026, 3),
    until=date(2026, 9, 30),
    finished=True,
    cells={
        Compared.NEW_MENTORS: Cell(12),
        Compared.SILENT_PAIRS: Cell(None, 30, Hiding.SMALL),
        Compared.MEDIAN_WAIT_DAYS: Cell(None),
    },
)


def test_a_quarter_is_read_as_it_was_written() -> None:
    assert read_comparison(comparison_content(TOLD)) == TOLD


def test_what_the_office_means_by_in_work_travels_with_the_figures() -> None:
    told = replace(TOLD, in_work=OfficeDefinition(600, False))
    assert read_comparison(comparison_content(told)) == told


def test_a_definition_that_cannot_be_meant_is_not_believed() -> None:
    content = comparison_content(replace(TOLD, in_work=OfficeDefinition(600, False)))
    content["in_work"]["least_minutes"] = None
    with pytest.raises(NotAnExchangeFile):
        read_comparison(content)


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c.update(quarter="2026Q5"),
        lambda c: c.update(quarter="0000Q1"),
        lambda c: c.update(finished="yes"),
        lambda c: c.update(until="2026-13-01"),
        lambda c: c["figures"][0].update(measure="names"),
        lambda c: c["figures"][0].update(value=-1),
        lambda c: c["figures"][0].update(value=True),
        lambda c: c["figures"][0].update(value="12"),
        lambda c: c["figures"][1].update(value=3),
        lambda c: c["figures"].append(c["figures"][0]),
    ],
)
def test_what_this_program_does_not_write_is_not_believed(
    change: Callable[[dict[str, Any]], object],
) -> None:
    content = comparison_content(TOLD)
    change(content)

    with pytest.raises(NotAnExchangeFile):
        read_comparison(content)
