from datetime import date

import pytest

from mentorapp.domain.errors import InvalidField
from mentorapp.domain.in_work import Reading, counts, in_work
from mentorapp.domain.office import check_office
from mentorapp.domain.outcomes import Outcome, OutcomePoint, OutcomeStatus
from mentorapp.domain.records import new_id
from tests.factories import an_office


def answer(status: OutcomeStatus, hours: float | None = None) -> Outcome:
    return Outcome(
        person_id=new_id(),
        scheme_id=new_id(),
        exit_on=date(2025, 1, 1),
        point=OutcomePoint.EXIT,
        status=status,
        weekly_minutes=None if hours is None else round(hours * 60),
        asked_on=date(2025, 1, 1),
    )


def test_an_hour_a_week_is_work_unless_the_office_wants_more() -> None:
    usual, strict = an_office(), an_office(work_least_minutes=20 * 60)

    assert in_work(answer(OutcomeStatus.WORK, 1), usual)
    assert not in_work(answer(OutcomeStatus.WORK, 0.5), usual)
    assert not in_work(answer(OutcomeStatus.WORK, 19.5), strict)
    assert in_work(answer(OutcomeStatus.WORK, 20), strict)


def test_work_of_unknown_hours_is_an_hour() -> None:
    assert in_work(answer(OutcomeStatus.WORK), an_office())
    assert not in_work(answer(OutcomeStatus.WORK), an_office(work_least_minutes=90))


def test_a_wage_subsidy_counts_if_the_office_says_so() -> None:
    subsidised = answer(OutcomeStatus.SUBSIDISED, 37.5)

    assert in_work(subsidised, an_office(subsidised_counts=True))
    assert not in_work(subsidised, an_office(subsidised_counts=False))


@pytest.mark.parametrize(
    "status",
    [s for s in OutcomeStatus if s not in {OutcomeStatus.WORK, OutcomeStatus.SUBSIDISED}],
)
def test_nothing_else_is_work_and_of_it_education_alone_is_education(
    status: OutcomeStatus,
) -> None:
    told = answer(status)

    assert not in_work(told, an_office())
    assert not counts(told, an_office(), Reading.WORK)
    studies = status is OutcomeStatus.EDUCATION
    assert counts(told, an_office(), Reading.WORK_OR_EDUCATION) is studies


@pytest.mark.parametrize("minutes", [0, 40 * 60 + 1])
def test_a_definition_that_nobody_or_everybody_meets_is_refused(minutes: int) -> None:
    with pytest.raises(InvalidField, match="work_least_minutes"):
        check_office(an_office(work_least_minutes=minutes))
