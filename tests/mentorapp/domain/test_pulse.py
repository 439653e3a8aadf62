from datetime import date

from mentorapp.domain.pulse import MentorFacts, Trend, days_looked_at, pulse
from mentorapp.domain.statistics import RoleFacts

TODAY = date(2026, 8, 31)


def test_the_same_day_of_each_month_is_looked_at_or_its_last() -> None:
    assert [str(day) for day in days_looked_at(TODAY)] == [
        "2026-02-28",
        "2026-03-31",
        "2026-04-30",
        "2026-05-31",
        "2026-06-30",
        "2026-07-31",
        "2026-08-31",
    ]


def test_pairs_waiting_and_meetings_are_counted_as_things_stood() -> None:
    found = pulse(
        pairs=[(date(2026, 3, 1), None), (date(2026, 7, 1), date(2026, 8, 31))],
        newcomers=[
            RoleFacts(date(2026, 5, 1), ((date(2026, 5, 1), "waiting"),)),
            RoleFacts(
                date(2026, 1, 1), ((date(2026, 1, 1), "waiting"), (date(2026, 7, 1), "paired"))
            ),
        ],
        mentors=[
            MentorFacts(
                RoleFacts(date(2026, 1, 1), ((date(2026, 1, 1), "approved"),)),
                ((date(2026, 7, 1), date(2026, 8, 31)),),
            ),
            MentorFacts(RoleFacts(date(2026, 1, 1), ((date(2026, 1, 1), "applied"),))),
        ],
        meetings=[date(2026, 7, 1), date(2026, 7, 31), date(2026, 8, 1), date(2026, 9, 1)],
        today=TODAY,
    )

    assert found.active.points == (0, 1, 1, 1, 1, 2, 1)
    assert found.newcomers_waiting.points == (1, 1, 1, 2, 2, 1, 1)
    assert found.mentors_waiting.points == (1, 1, 1, 1, 1, 0, 1)
    assert found.meetings.points == (0, 0, 0, 0, 0, 2, 1)


def test_the_change_is_against_a_month_ago() -> None:
    assert (Trend((4, 9, 7)).now, Trend((4, 9, 7)).change) == (7, -2)
