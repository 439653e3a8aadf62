from datetime import date, timedelta

import pytest

from mentorapp.domain.driving_warnings import BirthYears, DrivingWarning, Warned, warnings
from mentorapp.domain.practice_driving import DrivingPractice, DrivingRules
from mentorapp.domain.records import new_id
from tests.factories import TODAY

RULES = DrivingRules(
    country="NO",
    learner_age=16,
    companion_age=25,
    licence_years=5,
    permit_needed=True,
    permit_below_age=25,
    source="vegvesen.no",
    source_date=TODAY,
)
BORN = BirthYears(learner=2006, companion=1980)
DAY = timedelta(days=1)


def _practice(**changes: date | None) -> DrivingPractice:
    usual: dict[str, date | None] = {
        "companion_licence_since": date(2000, 1, 1),
        "permit_from": date(2026, 1, 1),
        "permit_to": date(2027, 12, 31),
    }
    return DrivingPractice(pairing_id=new_id(), **(usual | changes))  # type: ignore[arg-type]


def _kinds(
    practice: DrivingPractice,
    born: BirthYears = BORN,
    rules: DrivingRules | None = RULES,
    day: date = TODAY,
) -> set[DrivingWarning]:
    return {one.kind for one in warnings(practice, born, rules, day)}


def test_nothing_speaks_against_a_drive_in_order() -> None:
    assert warnings(_practice(), BORN, RULES, TODAY) == ()


def test_a_country_without_rules_is_told_and_the_permits_days_still_count() -> None:
    assert _kinds(_practice(), rules=None) == {DrivingWarning.NO_RULES}
    ended = _practice(permit_to=TODAY - DAY)
    assert _kinds(ended, rules=None) == {DrivingWarning.NO_RULES, DrivingWarning.PERMIT_ENDED}


@pytest.mark.parametrize(
    ("companion", "warned"),
    [(2000, False), (2001, True), (2002, True), (None, True)],
)
def test_only_a_companion_who_has_reached_the_age_for_certain_is_not_warned_about(
    companion: int | None, warned: bool
) -> None:
    found = _kinds(_practice(), BirthYears(2006, companion))
    kind = (
        DrivingWarning.COMPANION_AGE_UNKNOWN
        if companion is None
        else DrivingWarning.COMPANION_TOO_YOUNG
    )
    assert found == ({kind} if warned else set())


def test_the_licence_must_be_held_for_years_on_the_day_of_the_drive() -> None:
    practice = _practice(companion_licence_since=date(2021, 11, 24))
    assert _kinds(practice, day=date(2026, 11, 24)) == set()
    assert warnings(practice, BORN, RULES, date(2026, 11, 23)) == (
        Warned(DrivingWarning.LICENCE_TOO_NEW, 5, date(2021, 11, 24)),
    )
    assert _kinds(_practice(companion_licence_since=None)) == {DrivingWarning.LICENCE_UNKNOWN}


def test_a_permit_is_asked_of_the_young_alone() -> None:
    without = _practice(permit_from=None, permit_to=None)
    assert _kinds(without) == {DrivingWarning.PERMIT_MISSING}
    assert _kinds(without, BirthYears(None, 1980)) == {
        DrivingWarning.LEARNER_AGE_UNKNOWN,
        DrivingWarning.PERMIT_MISSING,
    }
    assert _kinds(without, BirthYears(1990, 1980)) == set()


def test_the_permit_must_be_valid_on_the_day_and_its_end_is_told_a_month_before() -> None:
    practice = _practice(permit_from=date(2026, 3, 1), permit_to=date(2026, 12, 1))
    found = {
        day: _kinds(practice, day=day)
        for day in (
            date(2026, 2, 28),
            date(2026, 3, 1),
            date(2026, 11, 1),
            date(2026, 12, 1),
            date(2026, 12, 2),
        )
    }
    assert list(found.values()) == [
        {DrivingWarning.PERMIT_NOT_YET},
        set(),
        {DrivingWarning.PERMIT_ENDS_SOON},
        {DrivingWarning.PERMIT_ENDS_SOON},
        {DrivingWarning.PERMIT_ENDED},
    ]


def test_whoever_has_passed_the_test_drives_without_warnings() -> None:
    passed = _practice(permit_to=TODAY - 90 * DAY, test_passed_on=TODAY - 5 * DAY)
    assert _kinds(passed) == set()
    assert _kinds(passed, day=TODAY - 6 * DAY) == {DrivingWarning.PERMIT_ENDED}
