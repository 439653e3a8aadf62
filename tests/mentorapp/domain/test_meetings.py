from datetime import date, timedelta

import pytest

from mentorapp.domain.errors import (
    InvalidField,
    MeetingAfterEnd,
    MeetingBeforePairing,
    MeetingInFuture,
    Problem,
)
from mentorapp.domain.meetings import MeetingForm, check_meeting
from mentorapp.domain.pairings import PairingStatus
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from tests.factories import TODAY, a_meeting, a_pairing

PAIRING = a_pairing()
ENDED = a_pairing(status=PairingStatus.COMPLETED, ended_on=date(2026, 10, 31))


@pytest.mark.parametrize("held_on", [PAIRING.agreed_on, TODAY])
def test_a_meeting_from_the_agreement_to_today_passes(held_on: date) -> None:
    check_meeting(a_meeting(held_on=held_on), PAIRING, TODAY)


def test_a_meeting_tomorrow_is_refused() -> None:
    with pytest.raises(MeetingInFuture):
        check_meeting(a_meeting(held_on=TODAY + timedelta(days=1)), PAIRING, TODAY)


def test_a_meeting_before_the_pair_was_agreed_is_refused_with_both_days() -> None:
    with pytest.raises(MeetingBeforePairing) as refused:
        check_meeting(a_meeting(held_on=date(2026, 8, 31)), PAIRING, TODAY)

    assert (refused.value.held_on, refused.value.agreed_on) == (
        date(2026, 8, 31),
        date(2026, 9, 1),
    )


def test_a_late_slip_of_an_ended_pair_passes_up_to_its_last_day() -> None:
    check_meeting(a_meeting(held_on=date(2026, 10, 31)), ENDED, TODAY)

    with pytest.raises(MeetingAfterEnd) as refused:
        check_meeting(a_meeting(held_on=date(2026, 11, 1)), ENDED, TODAY)

    assert refused.value.ended_on == ENDED.ended_on
    assert explain(Words("en"), refused.value).endswith("but the pair ended on 31 Oct 2026.")


@pytest.mark.parametrize("minutes", [1, 1440])
def test_a_meeting_may_last_from_a_minute_to_a_day(minutes: int) -> None:
    check_meeting(a_meeting(minutes=minutes), PAIRING, TODAY)


@pytest.mark.parametrize("minutes", [-1, 0, 1441])
def test_a_meeting_of_no_time_or_more_than_a_day_is_refused(minutes: int) -> None:
    with pytest.raises(InvalidField) as refused:
        check_meeting(a_meeting(minutes=minutes), PAIRING, TODAY)

    assert (refused.value.field, refused.value.problem) == ("minutes", Problem.OUT_OF_RANGE)


def test_an_attempt_may_have_taken_no_time_and_does_not_count() -> None:
    attempt = a_meeting(minutes=0, form=MeetingForm.ATTEMPTED)

    check_meeting(attempt, PAIRING, TODAY)

    assert not attempt.counts
    assert all(a_meeting(form=form).counts for form in set(MeetingForm) - {MeetingForm.ATTEMPTED})


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"next_on": date(2026, 11, 9)}, "next_on", Problem.BEFORE_START),
        ({"next_on": date(2028, 11, 24)}, "next_on", Problem.TOO_FAR_AHEAD),
        ({"place": "a" * 201}, "place", Problem.TOO_LONG),
        ({"notes": "a" * 10_001}, "notes", Problem.TOO_LONG),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_field(
    changes: dict[str, object], field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_meeting(a_meeting(**changes), PAIRING, TODAY)

    assert (refused.value.field, refused.value.problem) == (field, problem)


def test_the_next_meeting_may_be_today_or_in_two_years() -> None:
    check_meeting(a_meeting(next_on=date(2026, 11, 10)), PAIRING, TODAY)
    check_meeting(a_meeting(next_on=date(2028, 11, 23)), PAIRING, TODAY)
