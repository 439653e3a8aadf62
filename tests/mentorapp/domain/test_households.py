import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.households import ChildBand, check_household
from tests.factories import a_household


def test_a_household_with_children_has_minors() -> None:
    assert not a_household().has_minors
    for band in ChildBand:
        assert a_household(child_bands=frozenset({band})).has_minors


@pytest.mark.parametrize(
    ("label", "problem"), [(" ", Problem.MISSING), ("a" * 201, Problem.TOO_LONG)]
)
def test_a_household_needs_a_label_of_sensible_length(label: str, problem: Problem) -> None:
    with pytest.raises(InvalidField) as refused:
        check_household(a_household(label=label))

    assert (refused.value.field, refused.value.problem) == ("label", problem)
    check_household(a_household())
