from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.office import Office
from mentorapp.domain.quarters import Quarter
from mentorapp.domain.statistics import PeriodFigures, Share
from mentorapp.reports.figures import MINUS, say_share, signed
from mentorapp.reports.quarterly import quarterly_report
from mentorapp.words import Words

NOW = Quarter(2026, 3)


def figures(quarter: Quarter = NOW, times: int = 1) -> PeriodFigures:
    return PeriodFigures(
        period=quarter,
        until=quarter.last,
        finished=True,
        new_mentors=6 * times,
        new_newcomers=9 * times,
        mentors_approved=41 * times,
        newcomers_waiting=17 * times,
        median_wait_days=34 * times,
        longest_wait_days=121 * times,
        proposals_answered=Share(12 * times, 15 * times),
        pairings_started=12 * times,
        pairings_running=24 * times,
        pairings_completed=5 * times,
        pairings_ended_early=3 * times,
        end_reasons={"moved": 1, "no_time": 2},
        end_initiators={"both": 3},
        first_meeting_in_time=Share(9 * times, 11 * times),
        silent_pairs=Share(2 * times, 20 * times),
        meetings=96 * times,
        minutes=9750 * times,
        pairs_that_met=22 * times,
        follow_ups_in_time=Share(0, 0),
    )


@pytest.fixture
def page(office: Office, today: date, pages_of: Callable[[bytes], list[str]]) -> Callable[..., str]:
    def make(*quarters: PeriodFigures, language: str = "en", name: str = office.name) -> str:
        pdf = quarterly_report(quarters, replace(office, name=name), Words(language), today)
        pages = pages_of(pdf)
        assert len(pages) == 1
        return pages[0]

    return make


def test_figures_come_with_their_base_and_change(page: Callable[..., str]) -> None:
    said = page(replace(figures(NOW.previous()), pairings_running=21), figures())
    assert "12 of 15 (80 %)" in said
    assert "Running ³ 24 21 +3" in said
    assert "Started 12 12 ±0" in said
    assert "162.5" in said
    assert "Reasons for ending early: ··. Who wanted to end: ··." in said
    assert "Page 1 of 1" in said


def test_every_mark_has_its_definition(page: Callable[..., str]) -> None:
    said = page(figures())
    for number, mark in enumerate("¹²³⁴⁵⁶⁷", 1):
        assert mark in said
        assert f" {number} " in said


def test_without_an_earlier_quarter_there_is_no_change(page: Callable[..., str]) -> None:
    said = page(figures(Quarter(2025, 1), 2), figures())
    assert f"Running ³ 24 {MINUS}" in said
    assert "+3" not in said


def test_a_base_of_nothing_is_told(page: Callable[..., str]) -> None:
    assert "nothing to count" in page(figures())


def test_an_unfinished_quarter_says_so_far(page: Callable[..., str], today: date) -> None:
    running = replace(figures(Quarter(2026, 4)), until=today, finished=False)
    said = page(figures(), running)
    assert said.count("so far") >= 3
    assert "so far" not in page(figures())


def test_the_charts_show_the_last_eight_quarters(page: Callable[..., str]) -> None:
    quarters = [Quarter(2024, 1)]
    while quarters[-1] != NOW:
        quarters.append(quarters[-1].next())
    said = page(*(figures(quarter, n + 1) for n, quarter in enumerate(quarters)))
    assert "Q4 24" in said
    assert "Q3 24" not in said


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("times", [0, 1, 1_234_567])
@pytest.mark.parametrize("finished", [True, False])
def test_it_is_one_page_whatever_the_figures(
    language: str, times: int, finished: bool, page: Callable[..., str]
) -> None:
    quarters = [figures(NOW.previous(), times), replace(figures(times=times), finished=finished)]
    reasons = dict.fromkeys(
        ("moved", "work_or_study", "no_time", "personal_reasons", "did_not_fit", "no_contact"), 999
    )
    quarters[-1] = replace(quarters[-1], end_reasons=reasons)
    assert page(*quarters, language=language, name="Frivilligsentralen <b> " * 9)


def test_why_pairs_ended_is_told_where_they_are_not_few(page: Callable[..., str]) -> None:
    many = replace(
        figures(),
        pairings_ended_early=31,
        end_reasons={"moved": 6, "no_time": 19, "did_not_fit": 4, "no_contact": 2},
        end_initiators={"both": 31},
    )
    said = page(many)
    assert "no time 19, moved away 6, did not fit ··" in said
    assert "Who wanted to end: both 31." in said
    assert "·· hidden, because it tells of fewer than 5 persons" in said


def test_a_share_and_a_wait_of_a_few_are_hidden_with_their_change(page: Callable[..., str]) -> None:
    before, now = (
        replace(one, silent_pairs=Share(1, 4), newcomers_waiting=2, median_wait_days=93)
        for one in (figures(NOW.previous()), figures())
    )
    said = page(before, now)
    assert "Silent pairings ⁵ ·· ··" in said
    assert "Median waiting time, days ·· ··" in said
    assert "93" not in said
    assert "25 %" not in said
    plenty = replace(figures(), end_reasons={}, end_initiators={})
    assert "··" not in page(replace(plenty, pairings_ended_early=0))


def test_no_person_can_be_told_from_it(page: Callable[..., str]) -> None:
    said = page(figures())
    assert "Solbakken" not in said


@pytest.mark.parametrize("language", ["nb", "en"])
def test_it_is_a_proper_document(
    language: str,
    office: Office,
    today: date,
    fonts_of: Callable[[bytes], dict[str, bool]],
    about: Callable[[bytes], dict[str, str]],
) -> None:
    pdf = quarterly_report([figures()], office, Words(language), today)
    told = about(pdf)
    assert told["language"] == {"nb": "nb-NO", "en": "en-GB"}[language]
    assert "2026Q3" in told["title"]
    assert all(fonts_of(pdf).values())
    assert pdf == quarterly_report([figures()], office, Words(language), today)


def test_no_quarter_is_a_mistake(office: Office, today: date) -> None:
    with pytest.raises(ValueError, match="no quarter"):
        quarterly_report([], office, Words("en"), today)


def test_signs_and_shares() -> None:
    words = Words("en")
    assert [signed(n, words) for n in (3, -2, 0, 0.04)] == ["+3", f"{MINUS}2", "±0", "±0"]
    assert say_share(Share(12, 15), words) == "12 of 15 (80 %)"
