"""Sections of reports on paper."""

from collections.abc import Callable
from datetime import date

import pytest

from mentorapp.domain.office import Office
from mentorapp.domain.placements import PlacementEnd
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.report_data import PeriodReport
from mentorapp.domain.sections import Average, Section, parts, persons, section, share_of_persons
from mentorapp.domain.statistics import Share
from mentorapp.reports.period_report import period_report
from mentorapp.reports.sections import say_value
from mentorapp.words import Words

ENGLISH = Words("en")


def test_a_mean_is_told_with_of_how_many_it_is() -> None:
    assert say_value(Average(4.5, 5), ENGLISH) == "4.5 (of 5)"


@pytest.fixture
def said(office: Office, today: date, pages_of: Callable[[bytes], list[str]]) -> Callable[..., str]:
    """The page with these sections."""

    def read(*told: Section) -> str:
        report = PeriodReport(
            office=office,
            period=Quarter(2026, 3),
            until=date(2026, 9, 30),
            finished=True,
            groups=(),
            sections=told,
        )
        return pages_of(period_report(report, ENGLISH, today))[1]

    return read


def test_what_tells_of_few_is_hidden_and_the_sign_is_explained_at_the_end(
    said: Callable[..., str],
) -> None:
    few = section(
        "placements",
        {
            "started": 2,
            "signed": Share(3, 3),
            "rose": share_of_persons(Share(9, 11)),
            "stopped": persons(4),
        },
        {"by_end": parts({PlacementEnd.JOB: 3})},
    )
    page = said(few, few)
    assert "had two counts twice. 2 " in page
    assert "Of those running on the last day counted. : " in page
    assert "What they led to :" in page
    assert "job" not in page.replace("Led to a job", "")
    assert page.count("“:” hidden, because it tells of fewer than 5 persons") == 1

    ends = {PlacementEnd.JOB: 9, PlacementEnd.STOPPED: 2, PlacementEnd.EDUCATION: 3}
    some = said(section("placements", {"started": 20}, {"by_end": parts(ends)}))
    assert "job 9, others (:)" in some
    assert "education" not in some.replace("to education", "")

    enough = section("placements", {"started": 2, "signed": Share(3, 5)})
    assert "hidden" not in said(enough)


def test_what_counts_as_in_work_stands_under_the_figures_of_it_and_under_no_others(
    said: Callable[..., str],
) -> None:
    definition = "In work: at least one hour"
    assert definition in said(section("outcomes", {"exits": 6}))
    assert definition not in said(section("newcomers", {"registered": 6}))
