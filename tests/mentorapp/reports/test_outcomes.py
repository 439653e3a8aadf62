from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.cohorts import Cell, Cohort, CohortTable, Kept
from mentorapp.domain.office import Office
from mentorapp.domain.outcomes import OutcomePoint
from mentorapp.domain.series import Series, SeriesKind
from mentorapp.reports.outcomes import OutcomeValues, outcome_page
from mentorapp.words import LANGUAGES, Words

Read = Callable[[bytes], list[str]]

EXIT, YEAR_1, YEAR_7 = OutcomePoint.EXIT, OutcomePoint.YEAR_1, OutcomePoint.YEAR_7


def table(*cohorts: Cohort) -> CohortTable:
    together: dict[OutcomePoint, Cell] = {}
    for cohort in cohorts:
        for point, cell in cohort.cells.items():
            together[point] = together.get(point, Cell(0, 0, 0)) + cell
    return CohortTable(cohorts, together)


LARGE = table(
    Cohort(2019, 60, {EXIT: Cell(20, 50, 60), YEAR_1: Cell(31, 47, 60), YEAR_7: Cell(21, 40, 58)}),
    Cohort(2020, 62, {EXIT: Cell(21, 51, 62), YEAR_1: Cell(33, 48, 62)}),
)
ASKER = Series(
    name="Asker",
    definition="I arbeid eller utdanning",
    source="Årsrapport",
    per_mille={"2013": 650, "2014": 810, "2015": 730, "2016": 760, "2017": 640},
)
GOAL = Series(
    name="Nasjonalt mål",
    kind=SeriesKind.GOAL,
    definition="Etter ett år",
    per_mille={str(year): 700 for year in range(2013, 2027)},
)


@pytest.fixture(scope="session")
def values(office: Office) -> OutcomeValues:
    return OutcomeValues(
        office=office,
        scheme="",
        working=LARGE,
        working_or_studying=LARGE,
        kept=Kept(YEAR_1, YEAR_7, 38, 25, 20),
        withdrawn=6,
        series=(ASKER, GOAL),
    )


def text(values: OutcomeValues, today: date, pages_of: Read, language: str = "en") -> str:
    (page,) = pages_of(outcome_page(values, Words(language), today))
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_with_fonts_and_title(
    values: OutcomeValues,
    today: date,
    language: str,
    pages_of: Read,
    fonts_of: Callable[[bytes], dict[str, bool]],
    about: Callable[[bytes], dict[str, str]],
) -> None:
    pdf = outcome_page(values, Words(language), today)

    assert len(pages_of(pdf)) == 1
    assert all(fonts_of(pdf).values())
    assert about(pdf)["title"] == Words(language).text("Outcomes over years")


def test_each_share_stands_with_its_part_its_base_and_its_definition(
    values: OutcomeValues, today: date, pages_of: Read
) -> None:
    said = text(values, today, pages_of)

    assert "In work: at least one hour of paid work a week" in said
    assert "66 % 31 of 47 all: 52 %" in said
    assert "Of those known: for whom there is an answer." in said
    assert "Of the 38 people known both after 1 year and after 7 years, 25 were in work" in said
    assert "6 people who ended have withdrawn from statistics" in said


def test_figures_of_others_stand_apart_with_their_own_definition(
    values: OutcomeValues, today: date, pages_of: Read
) -> None:
    said = text(values, today, pages_of)

    beside = said.index("Beside it: what others have counted")
    assert said.index("2013: 65 %, 2014: 81 %") > beside
    assert "Mean of the years, unweighted: 71.8 %." in said
    assert "I arbeid eller utdanning Source: Årsrapport" in said
    assert "Nasjonalt mål (goal): 2013–2026: 70 %." in said
    assert "Beside it" not in text(replace(values, series=()), today, pages_of)


def test_small_numbers_are_hidden_and_the_sign_is_explained(
    values: OutcomeValues, today: date, pages_of: Read
) -> None:
    few = table(
        Cohort(2021, 12, {EXIT: Cell(9, 12, 12)}),
        Cohort(2022, 40, {EXIT: Cell(17, 39, 40)}),
        Cohort(2023, 41, {EXIT: Cell(18, 41, 41)}),
        Cohort(2024, 43, {EXIT: Cell(23, 42, 43)}),
        *(Cohort(2014 + n, 44, {EXIT: Cell(26, 44, 44)}) for n in range(5)),
    )
    small = replace(
        values,
        working=few,
        working_or_studying=few,
        kept=Kept(YEAR_1, YEAR_7, 12, 11, 3),
        withdrawn=2,
        series=(),
    )
    said = text(small, today, pages_of)

    # 3 of 12 are known not to be in work; 2022 goes with it, since the line of all stands below.
    assert "9 of 12" not in said
    assert "17 of 39" not in said
    assert "18 of 41" in said
    assert "“:” hidden, because it tells of fewer than 5 persons" in said
    assert "known both" not in said
    assert "A few people who ended have withdrawn" in said


def test_years_are_laid_together_where_most_would_be_hidden(
    values: OutcomeValues, today: date, pages_of: Read
) -> None:
    tiny = table(*(Cohort(year, 8, {EXIT: Cell(4, 7, 8)}) for year in (2020, 2021, 2022, 2023)))

    said = text(replace(values, working=tiny, working_or_studying=tiny), today, pages_of)

    assert "2020–2021" in said
    assert "8 of 14" in said


def test_an_office_in_which_nobody_has_ended_says_so(
    values: OutcomeValues, today: date, pages_of: Read
) -> None:
    none = table()
    said = text(replace(values, working=none, working_or_studying=none, kept=None), today, pages_of)

    assert "Nobody has ended yet." in said


def test_the_chart_names_each_of_its_two_lines(
    values: OutcomeValues, today: date, pages_of: Read
) -> None:
    said = text(values, today, pages_of)
    chart = said[said.index("In work, in percent of those known") :]
    assert "All years, in work" in chart
    assert "In work or education" in chart
    assert "2019" not in chart.split("Beside it")[0]  # one year after the other is in the table


def test_without_anything_to_draw_there_is_no_chart(
    values: OutcomeValues, today: date, pages_of: Read
) -> None:
    few = table(Cohort(2019, 2, {EXIT: Cell(1, 1, 2)}))
    said = text(replace(values, working=few, working_or_studying=few), today, pages_of)
    assert "In work, in percent of those known" not in said
