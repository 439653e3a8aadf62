from datetime import date, timedelta

import pytest

from mentorapp.domain.errors import InvalidField, ProtectedLocation
from mentorapp.domain.outcomes import Outcome, OutcomePoint, OutcomeStatus, check_outcome
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import new_id

TODAY = date(2026, 11, 23)
EXIT = date(2025, 11, 1)


def an_answer(**changes: object) -> Outcome:
    usual = {
        "person_id": new_id(),
        "scheme_id": new_id(),
        "exit_on": EXIT,
        "point": OutcomePoint.YEAR_1,
        "status": OutcomeStatus.WORK,
        "asked_on": TODAY,
    }
    return Outcome(**(usual | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("asked_on", TODAY + timedelta(days=1)),
        ("asked_on", EXIT - timedelta(days=1)),
        ("asked_on", EXIT.replace(year=2026) - timedelta(days=15)),
        ("weekly_minutes", 0),
        ("weekly_minutes", 169 * 60),
        ("note", "x" * 10_001),
    ],
)
def test_an_answer_that_cannot_be_right_is_refused(field: str, value: object) -> None:
    with pytest.raises(InvalidField) as refused:
        check_outcome(an_answer(**{field: value}), TODAY, Protection.NONE)
    assert refused.value.field == field


def test_of_a_protected_person_no_note_is_kept_that_could_tell_where_she_is() -> None:
    check_outcome(an_answer(), TODAY, Protection.STRICT)
    check_outcome(an_answer(note="At the bakery"), TODAY, Protection.NONE)
    for level in (Protection.CONFIDENTIAL, Protection.STRICT):
        with pytest.raises(ProtectedLocation):
            check_outcome(an_answer(note="At the bakery"), TODAY, level)


def test_known_is_an_answer_that_tells_what_the_person_does() -> None:
    known = {status for status in OutcomeStatus if an_answer(status=status).is_known}

    assert set(OutcomeStatus) - known == {OutcomeStatus.MOVED, OutcomeStatus.UNKNOWN}
