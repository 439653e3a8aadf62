from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentorapp.domain.quarters import Quarter
from mentorapp.domain.statistics import (
    Facts,
    PairingFacts,
    PeriodFigures,
    RoleFacts,
    Share,
    period_figures,
)

Q3 = Quarter(2026, 3)
AFTER = date(2026, 11, 23)


def day(text: str) -> date:
    month, number = text.split("-")
    return date(2026, int(month), int(number))


def met(*days: str) -> tuple[tuple[date, int], ...]:
    return tuple((day(one), 60) for one in days)


def figures(today: date = AFTER, **facts: object) -> PeriodFigures:
    return period_figures(replace(Facts(), **facts), Q3, today)  # type: ignore[arg-type]


def test_new_roles_are_those_registered_in_the_quarter() -> None:
    roles = [RoleFacts(day(one)) for one in ("6-30", "7-1", "8-15", "9-30", "10-1")]

    counted = figures(mentors=roles, newcomers=roles[1:])

    assert counted.new_mentors == 3
    assert counted.new_newcomers == 3


def test_approved_are_the_mentors_who_were_so_on_the_last_day() -> None:
    counted = figures(
        mentors=[
            RoleFacts(day("1-1"), ((day("2-1"), "approved"),)),
            RoleFacts(day("1-1"), ((day("2-1"), "approved"), (day("9-30"), "paused"))),
            RoleFacts(day("1-1"), ((day("2-1"), "approved"), (day("10-1"), "ended"))),
            RoleFacts(day("1-1"), ((day("2-1"), "applied"), (day("9-30"), "approved"))),
            RoleFacts(day("1-1"), ((day("10-1"), "approved"),)),
        ]
    )

    assert counted.mentors_approved == 3


def test_waiting_are_the_ready_and_waiting_on_the_last_day_with_their_days() -> None:
    counted = figures(
        newcomers=[
            RoleFacts(day("9-20"), ((day("9-20"), "ready"),)),  # 10 days
            RoleFacts(day("8-31"), ((day("8-31"), "waiting"),)),  # 30
            RoleFacts(day("6-22"), ((day("6-22"), "ready"), (day("10-1"), "paired"))),  # 100
            RoleFacts(day("1-1"), ((day("1-1"), "ready"), (day("9-30"), "paired"))),
            RoleFacts(day("1-1"), ((day("1-1"), "registered"),)),
        ]
    )

    assert counted.newcomers_waiting == 3
    assert counted.median_wait_days == 30
    assert counted.longest_wait_days == 100


def test_with_nobody_waiting_there_is_no_waiting_time() -> None:
    counted = figures()

    assert counted.newcomers_waiting == 0
    assert counted.median_wait_days is None
    assert counted.longest_wait_days is None


def test_answers_are_accepted_of_all_that_came_in_the_quarter() -> None:
    counted = figures(
        answers=[
            (day("6-30"), "accepted"),
            (day("7-1"), "accepted"),
            (day("8-1"), "declined"),
            (day("9-30"), "accepted"),
            (day("10-1"), "declined"),
        ]
    )

    assert counted.proposals_answered == Share(2, 3)
    assert counted.proposals_answered.percent == 67


def test_pairings_are_counted_by_start_state_and_end() -> None:
    counted = figures(
        pairings=[
            PairingFacts(day("6-30")),  # before, still running
            PairingFacts(day("7-1")),  # started, running
            PairingFacts(day("9-30")),  # started on the last day, running
            PairingFacts(day("10-1")),  # after
            PairingFacts(day("2-1"), day("7-1"), "completed"),
            PairingFacts(day("2-1"), day("9-30"), "ended_early", "moved", "mentor"),
            PairingFacts(day("7-2"), day("8-1"), "ended_early", "moved", "newcomer"),
            PairingFacts(day("7-2"), day("8-1"), "ended_early", "no_time", ""),
            PairingFacts(day("2-1"), day("10-1"), "completed"),  # ran on the last day
            PairingFacts(day("2-1"), day("6-30"), "ended_early", "illness", "office"),
        ]
    )

    assert counted.pairings_started == 4
    assert counted.pairings_running == 4
    assert counted.pairings_completed == 1
    assert counted.pairings_ended_early == 3
    assert counted.end_reasons == {"moved": 2, "no_time": 1}
    assert counted.end_initiators == {"mentor": 1, "newcomer": 1}


def test_first_meetings_are_counted_of_pairs_whose_month_ended_in_the_quarter() -> None:
    counted = figures(
        pairings=[
            PairingFacts(day("6-1"), meetings=met("7-1")),  # 30th day 1 July, met on it
            PairingFacts(day("8-31"), meetings=met("10-1")),  # 30th day 30 Sept, a day late
            PairingFacts(day("7-15")),  # never met
            PairingFacts(day("7-15"), meetings=met("7-20", "8-20")),  # met in time
            PairingFacts(day("5-31"), meetings=met("6-1")),  # 30th day 30 June: not in the base
            PairingFacts(day("9-1"), meetings=met("9-2")),  # 30th day 1 Oct: not in the base
        ]
    )

    assert counted.first_meeting_in_time == Share(2, 4)


def test_silent_are_pairs_of_thirty_days_without_a_meeting_in_the_last_thirty() -> None:
    counted = figures(
        pairings=[
            PairingFacts(day("8-31")),  # 30 days old, never met: silent
            PairingFacts(day("9-1")),  # 29 days old: not in the base
            PairingFacts(day("5-1"), meetings=met("8-31")),  # 30 days ago: silent
            PairingFacts(day("5-1"), meetings=met("9-1")),  # 29 days ago
            PairingFacts(day("5-1"), meetings=met("10-1")),  # only afterwards: silent
            PairingFacts(day("5-1"), day("9-30"), "completed"),  # ended: not in the base
        ]
    )

    assert counted.silent_pairs == Share(3, 4)


def test_meetings_and_minutes_are_those_of_the_quarter_and_pairs_those_with_one() -> None:
    counted = figures(
        pairings=[
            PairingFacts(day("5-1"), meetings=((day("6-30"), 30), (day("7-1"), 45))),
            PairingFacts(day("5-1"), meetings=((day("9-30"), 90), (day("9-30"), 15))),
            PairingFacts(day("5-1"), meetings=met("10-1")),
            PairingFacts(day("5-1")),
        ]
    )

    assert counted.meetings == 3
    assert counted.minutes == 150
    assert counted.pairs_that_met == 2


def test_follow_ups_are_in_time_within_a_week_of_those_whose_week_ended_in_the_quarter() -> None:
    counted = figures(
        follow_ups=[
            (day("6-24"), day("7-1")),  # the week ended 1 July, done on it
            (day("9-23"), day("10-1")),  # the week ended 30 Sept, a day late
            (day("8-1"), None),
            (day("8-1"), day("7-1")),  # done ahead
            (day("6-23"), day("6-24")),  # the week ended 30 June: not in the base
            (day("9-24"), day("9-24")),  # the week ends 1 Oct: not in the base
            (day("9-30"), day("9-30")),  # nor is this one
        ]
    )

    assert counted.follow_ups_in_time == Share(2, 4)


def test_a_running_quarter_is_counted_up_to_today() -> None:
    counted = figures(
        day("8-15"),
        mentors=[RoleFacts(day("8-15")), RoleFacts(day("8-16"))],
        pairings=[PairingFacts(day("5-1"), meetings=met("8-15", "8-16"))],
    )

    assert (counted.until, counted.finished) == (day("8-15"), False)
    assert counted.new_mentors == 1
    assert counted.meetings == 1
    assert figures(day("9-30")).finished
    assert figures(AFTER).until == day("9-30")


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        (Share(0, 0), None),
        (Share(0, 5), 0),
        (Share(1, 3), 33),
        (Share(2, 3), 67),
        (Share(5, 5), 100),
    ],
)
def test_a_share_is_rounded_and_of_nothing_there_is_none(share: Share, percent: int | None) -> None:
    assert share.percent == percent


# The same page again

# At the ends of the quarter and a week or thirty days from them, where figures could slip.
days = st.builds(
    lambda end, n: end + timedelta(days=n),
    st.sampled_from([Q3.first, Q3.last]),
    st.sampled_from([-31, -30, -29, -8, -7, -6, -1, 0, 1]),
)
statuses = st.sampled_from(["ready", "paired", "approved"])


def _later(start: date) -> st.SearchStrategy[date]:
    return st.sampled_from([0, 1, 6, 7, 8, 29, 30, 31]).map(lambda n: start + timedelta(days=n))


@st.composite
def roles(draw: st.DrawFn) -> RoleFacts:
    registered = draw(days)
    steps = draw(st.lists(st.tuples(_later(registered), statuses), max_size=3))
    return RoleFacts(registered, tuple(sorted(steps)))


@st.composite
def pairs(draw: st.DrawFn) -> PairingFacts:
    agreed = draw(days)
    ended = draw(st.none() | _later(agreed))
    end = draw(st.sampled_from(["completed", "ended_early"])) if ended else ""
    meetings = draw(st.lists(st.tuples(_later(agreed), st.integers(1, 90)), max_size=4).map(sorted))
    return PairingFacts(agreed, ended, end, meetings=tuple(meetings))


facts = st.builds(
    Facts,
    mentors=st.lists(roles(), max_size=3),
    newcomers=st.lists(roles(), max_size=3),
    pairings=st.lists(pairs(), max_size=4),
    answers=st.lists(st.tuples(days, st.sampled_from(["accepted", "declined"])), max_size=3),
    follow_ups=st.lists(
        days.flatmap(lambda due: st.tuples(st.just(due), st.none() | _later(due))), max_size=4
    ),
)


def known_on(all_facts: Facts, today: date) -> Facts:
    """What the office knew on a day: nothing that happened later."""

    def role(one: RoleFacts) -> RoleFacts:
        return replace(one, steps=tuple(step for step in one.steps if step[0] <= today))

    def pair(one: PairingFacts) -> PairingFacts:
        known = replace(one, meetings=tuple(m for m in one.meetings if m[0] <= today))
        if known.ended_on is not None and known.ended_on > today:
            return replace(known, ended_on=None, end="")
        return known

    return Facts(
        mentors=[role(one) for one in all_facts.mentors if one.registered_on <= today],
        newcomers=[role(one) for one in all_facts.newcomers if one.registered_on <= today],
        pairings=[pair(one) for one in all_facts.pairings if one.agreed_on <= today],
        answers=[one for one in all_facts.answers if one[0] <= today],
        follow_ups=[
            (due, done if done is not None and done <= today else None)
            for due, done in all_facts.follow_ups
        ],
    )


@example(Facts(follow_ups=[(Q3.last, Q3.last + timedelta(days=1))]), 1)
@given(facts, st.integers(1, 60))
def test_printing_an_old_quarter_again_gives_the_same_figures(
    all_facts: Facts, days_after: int
) -> None:
    later = Q3.last + timedelta(days=days_after)

    at_once = period_figures(known_on(all_facts, Q3.last), Q3, Q3.last)

    assert period_figures(known_on(all_facts, later), Q3, later) == at_once
