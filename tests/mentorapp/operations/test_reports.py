"""Figures and papers from a real office, read back."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from mentorapp.domain.errors import QuarterNotBegun
from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.pairings import EndReason, Initiator
from mentorapp.domain.plans import PlanGoal, PlanStep
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.statistics import Share
from mentorapp.operations import (
    Database,
    follow_up,
    follow_up_paper,
    meetings,
    offices,
    pairing,
    pairings,
    people,
    period_reports,
    plans,
    reports,
)
from mentorapp.words import Words
from tests.factories import TODAY, a_meeting
from tests.mentorapp.operations.registering import (
    buddy,
    mentor_id,
    newcomer_id,
    pair,
)

DAY = timedelta(days=1)
Q4 = Quarter(2026, 4)


def words_of(pdf: bytes) -> str:
    reader = PdfReader(BytesIO(pdf))
    return " ".join("\n".join(page.extract_text() for page in reader.pages).split())


def test_the_figures_of_a_quarter_are_counted_from_what_happened(database: Database) -> None:
    begun = date(2026, 10, 5)
    with database.write("mona") as tx:
        new = mentor_id(tx, name="New One", registered_on=begun, status=MentorStatus.APPLIED)
        people.set_mentor_status(tx, new, MentorStatus.APPROVED, begun)
        newcomer_id(tx, name="Waits On", registered_on=TODAY - 30 * DAY)
        good = pair(tx, on=begun)
        for days, minutes in ((3, 60), (20, 90), (40, 30)):
            held = begun + days * DAY
            meetings.log(tx, a_meeting(pairing_id=good.id, held_on=held, minutes=minutes), TODAY)
        ended = pair(tx, on=begun)
        pairings.end(tx, ended.id, TODAY - DAY, TODAY, completed=False,
                     reason=EndReason.MOVED, initiator=Initiator.NEWCOMER)  # fmt: skip
        first = pairings.read(tx, good.id, TODAY).follow_ups[0]
        follow_up.done(tx, first.id, first.due)
        found = reports.quarter_figures(tx, Q4, TODAY)
    assert (found.until, found.finished) == (TODAY, False)
    assert (found.new_mentors, found.new_newcomers, found.mentors_approved) == (1, 1, 3)
    assert (found.pairings_started, found.pairings_running) == (2, 1)
    assert (found.pairings_completed, found.pairings_ended_early) == (0, 1)
    assert dict(found.end_reasons) == {"moved": 1}
    assert dict(found.end_initiators) == {"newcomer": 1}
    assert (found.meetings, found.minutes, found.pairs_that_met) == (3, 180, 1)
    assert found.first_meeting_in_time == Share(1, 2)
    assert found.newcomers_waiting == 2  # the one whose pair ended waits again
    assert found.longest_wait_days is not None
    assert found.follow_ups_in_time.part == 1


def test_an_old_quarter_counts_the_same_whenever_it_is_printed(demo_database: Database) -> None:
    with demo_database.read() as tx:
        third = Quarter(2026, 3)
        now = reports.quarter_figures(tx, third, TODAY)
        later = reports.quarter_figures(tx, third, TODAY + 400 * DAY)
    assert now == later
    assert now.finished
    assert now.meetings > 0
    assert now.pairings_running > 0


def test_a_quarter_that_has_not_begun_is_refused(database: Database) -> None:
    with database.read() as tx, pytest.raises(QuarterNotBegun):
        reports.quarter_figures(tx, Quarter(2027, 1), TODAY)


def test_the_quarterly_page_holds_up_to_five_quarters_and_names_nobody(
    demo_database: Database,
) -> None:
    with demo_database.read() as tx:
        told = period_reports.gather(tx, Quarter(2026, 3), TODAY)
        everybody = people.all_people(tx)
    points = [str(one) for one in told.charts[0].points]
    assert points == ["2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"]
    for language in ("nb", "en"):
        said = words_of(period_reports.pdf(told, Words(language), TODAY))
        assert str(told.charts[1].lines[0].values[-1]) in said
        for one in everybody:
            assert one.person.name not in said


def test_the_quarterly_page_of_an_office_without_anybody_can_be_printed(
    database: Database,
) -> None:
    with database.read() as tx:
        told = period_reports.gather(tx, Q4, TODAY)
        assert period_reports.pdf(told, Words("en"), TODAY).startswith(b"%PDF-")
        assert follow_up_paper.follow_up_report(tx, TODAY, Words("en")).startswith(b"%PDF-")


def test_the_follow_up_report_tells_every_running_pair_and_what_is_open(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=TODAY - 40 * DAY)
        over = pair(tx, on=TODAY - 40 * DAY)
        pairings.end(tx, over.id, TODAY, TODAY, completed=True)
        said = words_of(follow_up_paper.follow_up_report(tx, TODAY, Words("en")))
    assert str(made.number) in said
    assert str(over.number) not in said
    assert "Sahra Guled" in said


def test_the_follow_up_report_may_be_one_coordinators(database: Database) -> None:
    with database.write("mona") as tx:
        pair(tx)
        other = pairing.pair_by_hand(
            tx, buddy(tx), mentor_id(tx, name="A A"), newcomer_id(tx, name="B B"), TODAY, "Jon"
        )
        values = follow_up_paper.follow_up_values(tx, TODAY, "Jon")
    assert [row.number for row in values.rows] == [other.number]


@pytest.fixture
def demo_database(example_file: Path) -> Iterator[Database]:
    database = offices.open_office(example_file)
    yield database
    database.close()


def test_the_follow_up_report_tells_how_far_the_newcomers_own_plan_is(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, name="Waits On")
        person = pairings.read(tx, made.id, TODAY).row.newcomer_person_id
        goal = plans.save_goal(tx, PlanGoal(person_id=person, text="Work", set_on=TODAY), TODAY)
        for text in ("Write a CV", "Call the bakery"):
            plans.save_step(tx, PlanStep(goal_id=goal.id, text=text), TODAY)
        pdf = follow_up_paper.follow_up_report(tx, TODAY, Words("en"))
    assert "Plan: 0 of 2 steps done, next: Write a CV" in words_of(pdf)
