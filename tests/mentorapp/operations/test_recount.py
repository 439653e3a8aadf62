"""Every printed figure of the example office, counted a second way from the rows of its file."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import Enum
from functools import cache, partial
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from mentorapp.domain.capacity import sum_of
from mentorapp.domain.in_work import Reading
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.outcomes import Outcome, OutcomePoint, OutcomeStatus
from mentorapp.domain.quarters import Period, Quarter, Year
from mentorapp.domain.sections import Average, Hidden
from mentorapp.domain.small_numbers import LEAST, is_small, is_small_share
from mentorapp.domain.statistics import PeriodFigures, Share
from mentorapp.operations import (
    Database,
    capacity,
    goals,
    meetings,
    offices,
    outcome_figures,
    outcomes,
    pairings,
    projects,
    reports,
    schemes,
    surroundings,
)
from mentorapp.operations.outcome_facts import gather
from mentorapp.operations.sections import GATHERERS
from mentorapp.storage import records
from tests.factories import TODAY, a_meeting
from tests.mentorapp.conftest import DemoRan
from tests.mentorapp.operations import recounting
from tests.mentorapp.operations import recounting_goals as wanted
from tests.mentorapp.operations import recounting_sections as counted
from tests.mentorapp.operations.recounting import Book, Figures
from tests.mentorapp.operations.registering import pair

QUARTERS = [Quarter(2026, 4), Quarter(2026, 3), Quarter(2026, 1), Quarter(2024, 1)]
PERIODS: list[Period] = [*QUARTERS, Year(2025)]
EVER = date(2010, 1, 1), TODAY
Read = Callable[[date, date, date], Book]
SECTIONS: dict[str, Callable[[Book], Figures]] = {
    "newcomers": counted.newcomers,
    "outcomes": recounting.outcomes,
    "placements": counted.placements,
    "competence": counted.competence,
    "plans": counted.plans,
    "driving": counted.driving,
    "events": counted.events,
    "associations": counted.associations,
    "contacts": counted.contacts,
    "barriers": counted.barriers,
    "interviews": counted.interviews,
    "networks": counted.networks,
}
#: The last day of a quarter, the first of the next, and the day that is there every fourth year.
BEGUN, LEAP, LAST, FIRST = date(2023, 9, 1), date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 1)
DAY = timedelta(days=1)
#: Decided by matching or by hints of the cards, and counted in their own tests.
NOT_COUNTED = {
    "competence.no_gap",
    "competence.somebody_fits",
    "competence.gaps",
    "newcomers.arrival",
}


@pytest.fixture(scope="module")
def file(demo: DemoRan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy for all tests here: none of them writes."""
    return Path(copyfile(demo.office, tmp_path_factory.mktemp("recount") / "office.db"))


@pytest.fixture(scope="module")
def office(file: Path) -> Iterator[Database]:
    database = offices.open_office(file)
    yield database
    database.close()


@pytest.fixture(scope="module")
def book(file: Path) -> Read:
    """The rows of the file with a period and the day of today; read once for each."""
    return cache(partial(Book, file))


def plain(value: Any) -> Any:
    if isinstance(value, Share):
        return value.part, value.base
    if isinstance(value, Average):
        return value.value, value.of
    return value


def few(value: Any) -> bool:
    """Whether a value, or what stands beside it, may have been hidden."""
    if isinstance(value, tuple):
        first, of = value
        return is_small(of) or (isinstance(first, int) and is_small_share(first, of))
    return is_small(value)


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_the_page_of_a_period_is_what_its_footnotes_say(
    office: Database, book: Read, period: Period
) -> None:
    with office.read() as tx:
        (found,) = reports.figures_of(tx, [period], TODAY)
    assert isinstance(found, PeriodFigures)
    expected = recounting.page(book(period.first, period.last, TODAY))
    assert {name: plain(getattr(found, name)) for name in expected} == expected


@pytest.mark.parametrize("scheme", [None, "work_mentor", "buddy"])
@pytest.mark.parametrize("until", [TODAY, date(2024, 2, 29)], ids=str)
def test_the_cohorts_are_who_ended_and_what_is_known_of_them(
    office: Database, file: Path, scheme: str | None, until: date
) -> None:
    book = Book(file, EVER[0], until, until)
    ids = {row["key"]: row["id"] for row in book["schemes"]}
    with office.read() as tx:
        scheme_id = schemes.find(tx, scheme).id if scheme else None
        table = gather(tx, until).table(Reading.WORK, scheme_id)
    expected = recounting.cohorts(book, ids[scheme] if scheme else None)
    assert expected
    assert {
        one.year: (
            one.ended,
            {point.value: (c.part, c.known, c.ended) for point, c in one.cells.items()},
        )
        for one in table.cohorts
    } == expected


def test_the_days_to_a_meeting_a_placement_and_a_job_are_medians_of_those_who_got_there(
    office: Database, file: Path
) -> None:
    with office.read() as tx:
        found = outcome_figures.days(tx, gather(tx, TODAY))
    book = Book(file, *EVER, TODAY)
    assert len(found) > 5
    for one in found:
        told = {"meeting": one.meeting, "placement": one.placement, "job": one.job}
        assert {name: (wait.median, wait.count) for name, wait in told.items()} == recounting.waits(
            book, one.year
        )


def test_goals_are_as_far_as_what_they_count(office: Database, file: Path) -> None:
    with office.read() as tx:
        rows = goals.rows(tx, TODAY)
    book = Book(file, *EVER, TODAY)
    told = {row.goal.title: row.counted and (row.counted.part, row.counted.base) for row in rows}
    expected = {
        row["title"]: wanted.reached(file, row, TODAY)
        for row in book["office_goals"]
        if row["typed_result"] is None
    }
    assert len(expected) > 4
    assert {title: told[title] for title in expected} == expected


@pytest.mark.parametrize("until", [TODAY, date(2025, 6, 30)], ids=str)
def test_places_offered_taken_and_free_are_those_of_the_day(
    office: Database, file: Path, until: date
) -> None:
    with office.read() as tx:
        found = sum_of(capacity.places(tx, until))
    expected = counted.placements(Book(file, until, until, until))
    assert (found.offered, found.taken, found.free) == tuple(
        expected[name] for name in ("offered", "taken", "free")
    )


def test_the_mirror_holds_the_typed_counts_against_each_other(office: Database, file: Path) -> None:
    with office.read() as tx:
        found = surroundings.mirror(tx, TODAY)
    expected = wanted.mirror(Book(file, *EVER, TODAY))
    assert {
        one.year: (plain(one.employees), plain(one.inhabitants), one.placements) for one in found
    } == expected


def test_a_project_is_all_that_carries_its_tag(office: Database, file: Path) -> None:
    book = Book(file, *EVER, TODAY)
    with office.read() as tx:
        for project in projects.rows(tx):
            found = projects.figures(tx, project.id, TODAY)
            expected = wanted.project(book, project.project.name)
            assert {name: getattr(found, name) for name in expected} == expected


@pytest.mark.parametrize("key", SECTIONS)
@pytest.mark.parametrize(
    ("first", "last"), [*((one.first, one.last) for one in PERIODS), EVER], ids=str
)
def test_a_section_is_what_its_definitions_say(
    office: Database, book: Read, key: str, first: date, last: date
) -> None:
    gather_section = dict(zip(SECTIONS, sorted_gatherers(), strict=True))[key]
    with office.read() as tx:
        section = gather_section(tx, first, min(last, TODAY), TODAY, LEAST)
    expected = SECTIONS[key](book(first, last, TODAY))
    names = {one.key for one in (*section.figures, *section.breakdowns)} - NOT_COUNTED
    assert names == {f"{key}.{name}" for name in expected}
    different = {}
    for figure in section.figures:
        if figure.key in NOT_COUNTED:
            continue
        value = expected[figure.key.partition(".")[2]]
        if isinstance(figure.value, Hidden):
            same = few(value) or figure.key in LINKED
        else:
            same = plain(figure.value) == (pytest.approx(value) if has_mean(value) else value)
        if not same:
            different[figure.key] = (figure.value, value)
    for part in section.breakdowns:
        if part.key in NOT_COUNTED:
            continue
        counts = expected[part.key.partition(".")[2]]
        told = {name(one): count for one, count in part.parts if count != 0}
        there = {one for one, count in told.items() if count is not None}
        if {one for one, count in counts.items() if count} - set(told) or any(
            told[one] != counts.get(one, 0) for one in there
        ):
            different[part.key] = (told, counts)
    assert different == {}


#: Hidden with another figure from which they would follow.
LINKED = {
    "outcomes.after_a_year_of_ended",
    "outcomes.educated_after_a_year",
    "placements.to_job",
    "placements.to_education",
    "placements.stopped",
}


def sorted_gatherers() -> list[Any]:
    names = {gather.__name__.removesuffix("_section"): gather for gather in GATHERERS}
    return [names[key] for key in SECTIONS]


def has_mean(value: Any) -> bool:
    return isinstance(value, tuple) and value[0] is not None


def name(part: Enum | str) -> str:
    return str(part.value) if isinstance(part, Enum) else part


@pytest.mark.parametrize("today", [TODAY, date(2025, 2, 28)], ids=str)
def test_days_on_the_edge_of_a_quarter_and_the_leap_day_are_counted_where_they_belong(
    example_file: Path, today: date
) -> None:
    database = offices.open_office(example_file)
    with database.write("mona") as tx:
        started = [pair(tx, on=day, registered_on=day) for day in (LAST, FIRST)]
        ended = [pair(tx, on=BEGUN, registered_on=BEGUN) for _ in range(3)]
        for one, day in zip(ended, (LAST, FIRST, LEAP), strict=True):
            pairings.end(tx, one.id, day, TODAY, completed=True)
        for one, days in zip([*started, *ended], (30, 31, 0, 29, 30), strict=True):
            held = min(one.agreed_on + days * DAY, TODAY)
            meetings.log(tx, a_meeting(pairing_id=one.id, held_on=held), TODAY)
        person_id = records.get(tx, Newcomer, ended[2].newcomer_id).person_id
        scheme_id = ended[2].scheme_id
        for point, day in ((OutcomePoint.EXIT, LEAP), (OutcomePoint.YEAR_1, date(2025, 2, 28))):
            outcomes.save(
                tx,
                Outcome(
                    person_id=person_id,
                    scheme_id=scheme_id,
                    exit_on=LEAP,
                    point=point,
                    status=OutcomeStatus.WORK,
                    weekly_minutes=60,
                    asked_on=day,
                ),
                TODAY,
            )
    with database.read() as tx:
        for quarter in (Quarter(2024, 1), Quarter(2024, 2), Quarter(2025, 1)):
            read = Book(example_file, quarter.first, quarter.last, today)
            if quarter.first <= today:
                (found,) = reports.figures_of(tx, [quarter], today)
                expected = recounting.page(read)
                assert {name: plain(getattr(found, name)) for name in expected} == expected
            told = outcome_figures.figures(tx, quarter.first, quarter.last, today)
            again = recounting.outcomes(read)
            assert (told.exits, plain(told.asked)) == (again["exits"], again["asked"])
            assert plain(told.after_a_year_of_ended) == again["after_a_year_of_ended"]
            assert {one.year: one.ended for one in told.table.cohorts} == {
                year: size for year, (size, _points) in recounting.cohorts(read).items()
            }
    database.close()


def test_a_pair_of_the_last_day_is_of_that_quarter_and_one_that_ends_on_the_first_of_the_next(
    database: Database,
) -> None:
    with database.write("mona") as tx:
        pair(tx, on=LAST)
        pairings.end(tx, pair(tx, on=BEGUN).id, FIRST, TODAY, completed=True)
        old, new = (reports.quarter_figures(tx, Quarter(2024, n), TODAY) for n in (1, 2))
    assert (old.pairings_started, new.pairings_started) == (1, 0)
    assert (old.pairings_running, new.pairings_running) == (2, 1)
    assert (old.pairings_completed, new.pairings_completed) == (0, 1)


def test_the_year_after_a_leap_day_ends_on_the_last_of_february(database: Database) -> None:
    with database.write("mona") as tx:
        made = pair(tx, on=BEGUN, registered_on=BEGUN)
        pairings.end(tx, made.id, LEAP, TODAY, completed=True)
        quarter = Quarter(2025, 1)
        before, on_the_day = (
            outcome_figures.figures(tx, quarter.first, day, TODAY)
            for day in (date(2025, 2, 27), date(2025, 2, 28))
        )
    assert plain(before.after_a_year_of_ended) == (0, 0)
    assert plain(on_the_day.after_a_year_of_ended) == (0, 1)
