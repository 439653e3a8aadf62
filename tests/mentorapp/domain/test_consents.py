from datetime import date, timedelta

import pytest

from mentorapp.domain.consents import check_consent
from mentorapp.domain.errors import InvalidField, Problem
from tests.factories import TODAY, a_consent

DAY = timedelta(days=1)


def test_a_consent_in_order_passes() -> None:
    check_consent(a_consent(given_on=TODAY), TODAY)
    check_consent(a_consent(given_on=TODAY, withdrawn_on=TODAY), TODAY)


@pytest.mark.parametrize(
    ("given_on", "withdrawn_on", "problem"),
    [
        (date(2062, 1, 1), None, Problem.IN_FUTURE),
        (TODAY, TODAY + DAY, Problem.IN_FUTURE),
        (TODAY, TODAY - DAY, Problem.BEFORE_START),
    ],
)
def test_a_consent_that_cannot_be_right_is_refused(
    given_on: date, withdrawn_on: date | None, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_consent(a_consent(given_on=given_on, withdrawn_on=withdrawn_on), TODAY)
    assert (refused.value.field, refused.value.problem) == ("consents", problem)
