from uuid import UUID

import pytest

from mentorapp.domain.errors import NotFound
from mentorapp.domain.households import Household
from mentorapp.domain.office_errors import NotUnique
from mentorapp.operations.handles import by_handle, handle

HOUSEHOLDS = [
    Household(id=UUID("00000000-0000-7000-8000-0000000abc12"), label="Ali"),
    Household(id=UUID("00000000-0000-7000-8000-0000000def12"), label="Berg"),
]


def test_a_handle_is_found_again() -> None:
    for one in HOUSEHOLDS:
        assert by_handle(HOUSEHOLDS, Household, handle(one.id)) == one


def test_capitals_and_spaces_do_not_matter() -> None:
    assert by_handle(HOUSEHOLDS, Household, " ABC12 ").label == "Ali"


def test_what_fits_several_is_refused() -> None:
    with pytest.raises(NotUnique):
        by_handle(HOUSEHOLDS, Household, "12")


@pytest.mark.parametrize("text", ["", "  ", "999999"])
def test_what_fits_none_is_not_found(text: str) -> None:
    with pytest.raises(NotFound):
        by_handle(HOUSEHOLDS, Household, text)
