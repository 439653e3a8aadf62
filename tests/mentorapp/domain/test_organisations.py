from datetime import date

import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.organisations import ContactPerson, check_organisation
from tests.factories import an_organisation


def test_an_organisation_in_order_passes() -> None:
    check_organisation(an_organisation())
    check_organisation(
        an_organisation(agreement_from=date(2026, 1, 1), agreement_to=date(2026, 1, 1))
    )


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"name": " \n"}, "name", Problem.MISSING),
        ({"name": "a" * 300}, "name", Problem.TOO_LONG),
        ({"address": "a" * 301}, "address", Problem.TOO_LONG),
        ({"notes": "a" * 10_001}, "notes", Problem.TOO_LONG),
        ({"promised_mentors": -1}, "promised_mentors", Problem.OUT_OF_RANGE),
        ({"promised_mentors": 10_001}, "promised_mentors", Problem.OUT_OF_RANGE),
        (
            {"only_own_occupations": True, "occupations": frozenset()},
            "occupations",
            Problem.MISSING,
        ),
        (
            {"contact_persons": (ContactPerson("Berit"), ContactPerson("a" * 300))},
            "contact_persons",
            Problem.TOO_LONG,
        ),
        (
            {"agreement_from": date(2026, 1, 2), "agreement_to": date(2026, 1, 1)},
            "agreement_to",
            Problem.BEFORE_START,
        ),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_field(
    changes: dict[str, object], field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_organisation(an_organisation(**changes))

    assert (refused.value.field, refused.value.problem) == (field, problem)
