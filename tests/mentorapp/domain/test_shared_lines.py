from datetime import date, timedelta

import pytest

from mentorapp.domain.consents import Consent, ConsentPurpose, LegalBasis
from mentorapp.domain.records import new_id
from mentorapp.domain.shared_lines import (
    Area,
    agreed,
    coarse_enough,
    new_line_codes,
    new_list_code,
    withdrawn,
)
from tests.factories import TODAY, a_consent

NORTH = Area("NO", "1804", "Bodø", "Nordbyen")
SOUTH = Area("NO", "1804", "Bodø", "Sørbyen")
BODO = Area("NO", "1804", "Bodø")
BEIARN = Area("NO", "1839", "Beiarn")


def consent(basis: LegalBasis = LegalBasis.CONSENT, withdrawn_on: date | None = None) -> Consent:
    return a_consent(
        person_id=new_id(),
        purpose=ConsentPurpose.OTHER_OFFICES,
        basis=basis,
        given_on=TODAY - timedelta(30),
        withdrawn_on=withdrawn_on,
    )


def test_a_district_is_told_from_five_on_and_a_foreign_municipality_too() -> None:
    assert coarse_enough([NORTH] * 5, "1804") == [NORTH] * 5
    assert coarse_enough([NORTH] * 4 + [SOUTH], "1804") == [BODO] * 5
    assert coarse_enough([BEIARN] * 5, "1804") == [BEIARN] * 5
    assert coarse_enough([BEIARN] * 4, "1804") == [None] * 4
    assert coarse_enough([None, Area("IS", "", "")], "") == [None, None]


@pytest.mark.parametrize(
    ("consents", "said_yes"),
    [
        ([consent()], True),
        ([consent(LegalBasis.AGREEMENT)], True),
        ([consent(LegalBasis.PUBLIC_TASK)], False),
        ([consent(withdrawn_on=TODAY)], False),
        ([], False),
    ],
)
def test_only_a_yes_that_still_stands_counts(consents: list[Consent], said_yes: bool) -> None:
    assert agreed(consents, TODAY) is said_yes


def test_a_yes_to_something_else_or_for_tomorrow_is_none() -> None:
    assert not agreed([a_consent(purpose=ConsentPurpose.PAIRING, given_on=TODAY)], TODAY)
    assert not agreed([consent()], TODAY - timedelta(31))
    assert withdrawn([consent(withdrawn_on=TODAY)])
    assert not withdrawn([consent()])


def test_numbers_are_drawn_anew_for_each_list() -> None:
    assert new_list_code() != new_list_code()
    codes = new_line_codes(500)
    assert len(set(codes)) == 500
    assert all(len(code) == 6 and code.isdigit() for code in codes)
    assert set(codes) != set(new_line_codes(500))
