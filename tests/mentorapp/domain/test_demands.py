from datetime import date
from typing import Any

import pytest

from mentorapp.domain.demands import check_demand
from mentorapp.domain.errors import InvalidField, Problem
from tests.factories import TODAY
from tests.mentorapp.domain.test_fits import a_demand


def test_a_demand_is_open_until_it_is_closed() -> None:
    check_demand(a_demand(), TODAY)
    check_demand(a_demand(occupation="", closed_on=TODAY), TODAY)
    assert a_demand().is_open
    assert not a_demand(closed_on=TODAY).is_open


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"occupation": " ", "occupation_group": ""}, "occupation", Problem.MISSING),
        ({"occupation": "a" * 300}, "occupation", Problem.TOO_LONG),
        ({"level_note": "a" * 300}, "level_note", Problem.TOO_LONG),
        ({"notes": "a" * 10_001}, "notes", Problem.TOO_LONG),
        ({"skills": ("a" * 300,)}, "skills", Problem.TOO_LONG),
        ({"people": 0}, "people", Problem.OUT_OF_RANGE),
        ({"people": 1001}, "people", Problem.OUT_OF_RANGE),
        ({"asked_on": date(2026, 11, 24)}, "asked_on", Problem.IN_FUTURE),
        ({"closed_on": date(2026, 11, 24)}, "closed_on", Problem.IN_FUTURE),
        ({"closed_on": date(2026, 8, 31)}, "closed_on", Problem.BEFORE_START),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_field(
    changes: dict[str, Any], field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_demand(a_demand(**changes), TODAY)

    assert (refused.value.field, refused.value.problem) == (field, problem)
