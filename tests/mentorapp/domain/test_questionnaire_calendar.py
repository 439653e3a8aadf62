from datetime import date, timedelta
from typing import Any

from mentorapp.domain.questionnaire_calendar import Course, moment_due
from mentorapp.domain.questionnaires import Moment
from mentorapp.domain.schemes import FollowUpKind
from tests.factories import a_pairing

DAY = timedelta(days=1)
AGREED = date(2026, 1, 1)
MET = AGREED + 10 * DAY
TALKS = {FollowUpKind.MIDWAY: AGREED + 90 * DAY, FollowUpKind.CLOSING: AGREED + 180 * DAY}


def due(on: date, *answered: Moment, **changes: Any) -> tuple[Moment, date] | None:
    course: dict[str, Any] = {"first_meeting": MET, "talks": TALKS}
    held = {name: changes.pop(name) for name in list(changes) if name in course}
    pairing = a_pairing(agreed_on=AGREED, **({"planned_end": None} | changes))
    return moment_due(Course(pairing, **(course | held)), answered, on)


def test_the_first_questions_come_a_week_after_the_first_meeting() -> None:
    assert due(MET + 6 * DAY) is None
    assert due(MET + 7 * DAY) == (Moment.START, MET + 7 * DAY)
    assert due(MET + 7 * DAY, Moment.START) is None
    assert due(MET + 70 * DAY, first_meeting=None) is None


def test_the_page_is_there_a_week_before_the_talk_of_the_scheme() -> None:
    midway, closing = AGREED + 83 * DAY, AGREED + 173 * DAY
    assert due(midway - DAY, Moment.START) is None
    assert due(midway) == (Moment.MIDWAY, midway)
    assert due(closing, Moment.MIDWAY) == (Moment.CLOSING, closing)


def test_what_was_missed_is_not_asked_later() -> None:
    assert due(AGREED + 100 * DAY, Moment.MIDWAY) is None
    assert due(AGREED + 100 * DAY) == (Moment.MIDWAY, AGREED + 83 * DAY)


def test_without_talks_the_middle_is_between_agreement_and_planned_end() -> None:
    end = AGREED + 100 * DAY
    assert due(AGREED + 50 * DAY, talks={}, planned_end=end) == (Moment.MIDWAY, AGREED + 50 * DAY)
    assert due(end - 7 * DAY, talks={}, planned_end=end) == (Moment.CLOSING, end - 7 * DAY)
    assert due(AGREED + 90 * DAY, talks={}) == (Moment.MIDWAY, AGREED + 90 * DAY)


def test_a_pair_that_ended_is_asked_at_the_end_alone_and_not_for_ever() -> None:
    ended = AGREED + 40 * DAY
    assert due(ended, ended_on=ended) == (Moment.CLOSING, ended)
    assert due(ended + 90 * DAY, ended_on=ended) == (Moment.CLOSING, ended)
    assert due(ended + 91 * DAY, ended_on=ended) is None
    assert due(ended, Moment.CLOSING, ended_on=ended) is None


def test_a_pair_that_met_late_is_asked_at_the_start_before_midway() -> None:
    late = AGREED + 85 * DAY
    assert due(late + 7 * DAY, first_meeting=late) == (Moment.START, late + 7 * DAY)
    assert due(late + 14 * DAY, first_meeting=late) == (Moment.MIDWAY, late + 14 * DAY)
