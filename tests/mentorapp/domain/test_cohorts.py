from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mentorapp.domain.cohorts import (
    Cell,
    Cohort,
    CohortTable,
    cohort_table,
    grouped,
    kept,
    legible,
    shown,
    shown_sizes,
    shown_together,
)
from mentorapp.domain.exits import Exit
from mentorapp.domain.outcomes import Outcome, OutcomePoint, OutcomeStatus, due_on
from mentorapp.domain.small_numbers import is_small_share

TODAY = date(2026, 11, 23)
SCHEME, OTHER = UUID(int=1), UUID(int=2)
WORK, EXIT, YEAR_1 = OutcomeStatus.WORK, OutcomePoint.EXIT, OutcomePoint.YEAR_1


def left(person: int, day: str, scheme: UUID = SCHEME) -> Exit:
    return Exit(UUID(int=100 + person), scheme, date.fromisoformat(day))


def told(one: Exit, point: OutcomePoint, status: OutcomeStatus = WORK) -> Outcome:
    return Outcome(
        person_id=one.person_id,
        scheme_id=one.scheme_id,
        exit_on=one.exit_on,
        point=point,
        status=status,
        asked_on=due_on(one.exit_on, point),
    )


def works(one: Outcome) -> bool:
    return one.status is WORK


def table(exits: list[Exit], answers: list[Outcome], scheme: UUID | None = None) -> CohortTable:
    return cohort_table(exits, answers, TODAY, works, scheme)


def test_a_cell_tells_in_work_of_known_of_ended() -> None:
    exits = [left(n, "2024-05-01") for n in range(5)]
    statuses = (WORK, WORK, OutcomeStatus.NEITHER, OutcomeStatus.MOVED)
    answers = [told(one, YEAR_1, s) for one, s in zip(exits, statuses, strict=False)]

    (cohort,) = table(exits, answers).cohorts

    assert (cohort.year, cohort.ended) == (2024, 5)
    assert cohort.cells[YEAR_1] == Cell(2, 3, 5)
    assert (cohort.cells[YEAR_1].of_known.percent, cohort.cells[YEAR_1].of_ended.percent) == (
        67,
        40,
    )


def test_a_point_nobody_has_reached_is_empty_and_one_nobody_was_asked_for_is_nought() -> None:
    (cohort,) = table([left(1, "2025-12-01")], []).cohorts

    assert cohort.cells == {EXIT: Cell(0, 0, 1), OutcomePoint.MONTHS_3: Cell(0, 0, 1)}


def test_of_a_cohort_only_those_count_whose_day_has_come() -> None:
    exits = [left(1, "2025-11-23"), left(2, "2025-11-24")]

    (cohort,) = table(exits, [told(one, YEAR_1) for one in exits]).cohorts

    assert cohort.ended == 2
    assert cohort.cells[YEAR_1] == Cell(1, 1, 1)


def test_who_ended_in_two_schemes_in_a_year_is_one_person_seen_from_the_later_exit() -> None:
    exits = [left(1, "2024-03-01"), left(1, "2024-09-01", OTHER)]
    answers = [told(exits[0], EXIT, OutcomeStatus.NEITHER), told(exits[1], EXIT)]

    assert table(exits, answers).all_cells[EXIT] == Cell(1, 1, 1)
    assert table(exits, answers, SCHEME).all_cells[EXIT] == Cell(0, 1, 1)
    assert table(exits, answers, OTHER).all_cells[EXIT] == Cell(1, 1, 1)


def test_an_answer_for_a_day_that_is_no_exit_does_not_count() -> None:
    assert table([left(1, "2024-03-01")], [told(left(1, "2024-04-01"), EXIT)]).all_cells[
        EXIT
    ] == Cell(0, 0, 1)


def test_the_same_people_are_seen_after_a_year_and_at_the_latest_point() -> None:
    exits = [left(n, "2019-05-01") for n in range(4)]
    late = OutcomePoint.YEAR_6
    answers = [
        *(told(one, YEAR_1) for one in exits[:3]),
        told(exits[0], late),
        told(exits[1], late, OutcomeStatus.NEITHER),
        told(exits[2], late, OutcomeStatus.UNKNOWN),
        told(exits[3], late),
    ]

    found = kept(exits, answers, works)

    assert found is not None
    assert (found.late, found.base, found.part_early, found.part_late) == (late, 2, 2, 1)
    assert kept(exits, answers[:3], works) is None


_EXITS = st.lists(
    st.builds(
        Exit,
        st.integers(1, 12).map(lambda n: UUID(int=n)),
        st.sampled_from([SCHEME, OTHER]),
        st.dates(date(2017, 1, 1), TODAY),
    ),
    max_size=20,
    unique=True,
)
_ANSWERS = st.lists(
    st.tuples(st.integers(0, 19), st.sampled_from(OutcomePoint), st.sampled_from(OutcomeStatus)),
    max_size=60,
    unique_by=lambda one: one[:2],
)


def _told(exits: list[Exit], drawn: list[tuple[int, OutcomePoint, OutcomeStatus]]) -> list[Outcome]:
    return [told(exits[n], point, status) for n, point, status in drawn if n < len(exits)]


@given(_EXITS, _ANSWERS)
def test_parts_are_within_the_known_and_the_known_within_those_who_ended(
    exits: list[Exit], drawn: list[tuple[int, OutcomePoint, OutcomeStatus]]
) -> None:
    found = table(exits, _told(exits, drawn))

    for cohort in found.cohorts:
        for cell in cohort.cells.values():
            assert 0 <= cell.part <= cell.known <= cell.ended <= cohort.ended
    for point, cell in found.all_cells.items():
        cells = [one.cells[point] for one in found.cohorts if point in one.cells]
        assert cell == sum(cells, Cell(0, 0, 0))
    assert found.ended == len({(one.person_id, one.exit_on.year) for one in exits})


@given(_EXITS, _ANSWERS, st.randoms())
def test_the_order_of_exits_and_answers_does_not_matter(
    exits: list[Exit], drawn: list[tuple[int, OutcomePoint, OutcomeStatus]], chance: object
) -> None:
    answers = _told(exits, drawn)
    mixed_exits, mixed_answers = list(exits), list(answers)
    chance.shuffle(mixed_exits)  # type: ignore[attr-defined]
    chance.shuffle(mixed_answers)  # type: ignore[attr-defined]

    assert table(mixed_exits, mixed_answers) == table(exits, answers)


_CELLS = st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20)).map(
    lambda three: Cell(*sorted(three))
)


@given(st.lists(_CELLS, min_size=1, max_size=7))
def test_on_paper_no_cell_tells_of_few_and_none_follows_from_the_line_of_all(
    column: list[Cell],
) -> None:
    whole = CohortTable(
        tuple(Cohort(2015 + n, cell.ended, {EXIT: cell}) for n, cell in enumerate(column)),
        {EXIT: sum(column, Cell(0, 0, 0))},
    )
    cells = [row[EXIT] for row in shown(whole).values()]

    assert not any(cell is not None and is_small_share(cell.part, cell.known) for cell in cells)
    hidden = [held for held, cell in zip(column, cells, strict=True) if cell is None]
    together = shown_together(whole)[EXIT]
    if hidden and together is not None:
        rest = sum(hidden, Cell(0, 0, 0))
        assert len(hidden) > 1
        assert not is_small_share(rest.part, rest.known)


def test_few_who_ended_in_a_year_are_hidden_with_another_year() -> None:
    exits = [left(n, "2024-05-01") for n in range(3)]
    exits += [left(n, "2023-05-01") for n in range(9)]
    exits += [left(n, "2022-05-01") for n in range(7)]

    assert shown_sizes(table(exits, [])) == {2022: None, 2023: 9, 2024: None}


def test_years_are_laid_together_until_few_cells_are_hidden() -> None:
    small = CohortTable(
        tuple(Cohort(year, 9, {EXIT: Cell(5, 8, 9)}) for year in range(2018, 2023)),
        {EXIT: Cell(25, 40, 45)},
    )

    found = legible(small)

    assert [(one.year, one.until, one.ended) for one in found.cohorts] == [
        (2018, 2020, 27),
        (2021, 2022, 18),
    ]
    assert found.all_cells == small.all_cells
    assert sum((one.cells[EXIT] for one in found.cohorts), Cell(0, 0, 0)) == Cell(25, 40, 45)


def test_years_that_can_be_shown_stay_single() -> None:
    large = CohortTable(
        tuple(Cohort(year, 60, {EXIT: Cell(25, 50, 60)}) for year in (2020, 2021)),
        {EXIT: Cell(50, 100, 120)},
    )

    assert legible(large) == large
    assert grouped(large, 1) == large
