from datetime import date
from uuid import UUID

import pytest

from mentorapp.domain.cohorts import Cell
from mentorapp.domain.consents import ConsentPurpose
from mentorapp.domain.days_to import Wait
from mentorapp.domain.in_work import Reading
from mentorapp.domain.outcomes import OutcomePoint, OutcomeStatus, Relevance
from mentorapp.domain.placements import Placement, PlacementEnd
from mentorapp.domain.statistics import Share
from mentorapp.operations import Database, meetings, outcome_figures, outcomes
from mentorapp.operations import Transaction as Tx
from mentorapp.operations.outcome_facts import gather
from mentorapp.storage import records
from tests.factories import TODAY, a_consent, a_meeting, an_organisation
from tests.mentorapp.operations.test_outcomes import AGREED, EXIT, answer, ended

YEAR = date(2026, 1, 1), date(2026, 12, 31)


def three(tx: Tx) -> list[UUID]:
    """Three who ended a year ago: one works, one studies, one was not found."""
    people = [ended(tx, given_name=name)[1] for name in ("Ali", "Bisrat", "Dana")]
    statuses = (OutcomeStatus.WORK, OutcomeStatus.EDUCATION, OutcomeStatus.UNKNOWN)
    for person_id, status in zip(people, statuses, strict=True):
        relevance = Relevance.RELEVANT
        outcomes.save(tx, answer(tx, person_id, status=status, relevance=relevance), TODAY)
    return people


def test_the_figures_of_a_year_each_have_their_base(database: Database) -> None:
    with database.write("mona") as tx:
        three(tx)
        told = outcome_figures.figures(tx, *YEAR, TODAY)

    assert told.until == TODAY
    assert told.exits == 0
    # Due in the year are three answers after three months (nobody asked) and three after a year.
    assert told.asked == Share(3, 6)
    assert told.known == Share(2, 6)
    assert told.after_a_year_of_known == Share(1, 2)
    assert told.after_a_year_of_ended == Share(1, 3)
    assert told.educated_after_a_year_of_known == Share(2, 2)
    assert told.relevant == Share(1, 1)
    assert told.table.all_cells[OutcomePoint.YEAR_1] == Cell(1, 2, 3)


def test_the_year_before_is_told_as_it_stood_then(database: Database) -> None:
    with database.write("mona") as tx:
        three(tx)
        told = outcome_figures.figures(tx, date(2025, 1, 1), date(2025, 12, 31), TODAY)

    assert (told.exits, told.asked) == (3, Share(0, 3))
    assert OutcomePoint.YEAR_1 not in told.table.all_cells


def test_who_withdrew_from_statistics_is_in_no_figure(database: Database) -> None:
    with database.write("mona") as tx:
        people = three(tx)
        records.add(
            tx,
            a_consent(person_id=people[0], purpose=ConsentPurpose.STATISTICS, withdrawn_on=TODAY),
        )
        facts = gather(tx, TODAY)
        told = outcome_figures.figures(tx, *YEAR, TODAY)

    assert facts.withdrawn == told.withdrawn == 1
    assert facts.table(Reading.WORK).all_cells[OutcomePoint.YEAR_1] == Cell(0, 1, 2)
    assert facts.table(Reading.WORK_OR_EDUCATION).all_cells[OutcomePoint.YEAR_1] == Cell(1, 1, 2)
    assert told.waits[-1].meeting.base == 2


@pytest.mark.parametrize(
    ("ends", "job"), [(PlacementEnd.JOB, date(2025, 9, 1)), (PlacementEnd.FINISHED, TODAY)]
)
def test_days_are_counted_to_the_first_meeting_placement_and_job(
    ends: PlacementEnd, job: date, database: Database
) -> None:
    with database.write("mona") as tx:
        made, person_id = ended(tx)
        for day in (date(2025, 3, 1), date(2025, 2, 9)):
            meetings.log(tx, a_meeting(pairing_id=made.id, held_on=day), TODAY)
        organisation = records.add(tx, an_organisation())
        records.add(
            tx,
            Placement(
                number=50018,
                person_id=person_id,
                organisation_id=organisation.id,
                started_on=date(2025, 4, 10),
                planned_end=date(2025, 9, 1),
                ended_on=date(2025, 9, 1),
                end=ends,
            ),
        )
        outcomes.save(tx, answer(tx, person_id, exit_on=EXIT), TODAY)
        year, every = outcome_figures.days(tx, gather(tx, TODAY))

    assert year.year == AGREED.year
    assert year.meeting == every.meeting == Wait(30, 1, 1)
    assert year.placement == Wait(90, 1, 1)
    assert year.job == Wait((job - AGREED).days, 1, 1)
