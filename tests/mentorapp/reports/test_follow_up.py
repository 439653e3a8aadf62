from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mentorapp.domain.follow_up import Severity
from mentorapp.domain.office import Office
from mentorapp.domain.schemes import FollowUpKind
from mentorapp.reports.follow_up import FollowUpLine, follow_up_report
from mentorapp.words import Words

LINE = FollowUpLine(
    severity=Severity.RED,
    pairing_number=30017,
    mentor="Kari Åsnes",
    newcomer="Ahmad Al-Rashid",
    scheme="Work mentor",
    since=date(2026, 8, 3),
    last_meeting=date(2026, 10, 14),
    meetings=7,
    minutes=630,
    next_follow_up=date(2026, 12, 1),
    next_kind=FollowUpKind.MIDWAY,
    open=("No meeting for 40 days",),
)
CALM = replace(LINE, severity=Severity.CALM, pairing_number=30025, open=())


@pytest.fixture
def report(
    office: Office, today: date, pages_of: Callable[[bytes], list[str]]
) -> Callable[..., list[str]]:
    def make(*lines: FollowUpLine, coordinator: str = "Ingrid Solbakken") -> list[str]:
        return pages_of(follow_up_report(lines, office, coordinator, Words("en"), today))

    return make


def test_a_line_says_all_there_is(report: Callable[..., list[str]]) -> None:
    (page,) = report(LINE)
    for expected in (
        "30017",
        "Kari Åsnes",
        "Ahmad Al-Rashid",
        "Work mentor",
        "3 Aug 2026",
        "14 Oct 2026",
        "10.5",
        "1 Dec 2026",
        "midway evaluation",
        "No meeting for 40 days",
        "Ingrid Solbakken",
        "Printed 23 Nov 2026",
        "Page 1 of 1",
    ):
        assert expected in page


def test_groups_are_told_in_words_with_the_worst_first(report: Callable[..., list[str]]) -> None:
    (page,) = report(CALM, LINE)
    assert page.index("Red: needs contact now (1)") < page.index("Calm: going well (1)")
    assert "Yellow: needs" not in page


def test_a_pair_that_never_met_says_so(report: Callable[..., list[str]]) -> None:
    (page,) = report(replace(LINE, last_meeting=None, next_follow_up=None))
    assert "none yet" in page
    assert "midway" not in page


def test_the_head_stands_on_every_page(report: Callable[..., list[str]]) -> None:
    pages = report(*[CALM] * 60)
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "What is open" in page
        assert "Calm: going well (60)" in page
        assert f"Page {number} of {len(pages)}" in page


def test_an_office_without_pairings_gets_a_page(report: Callable[..., list[str]]) -> None:
    (page,) = report(coordinator="")
    assert "There are no running pairings." in page
    assert "Coordinator: all" in page


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>x",
        '<img src="/etc/passwd"/>',
        "R&D",
        "a\x00b",
        "W" * 5000,
        "م" * 400,
        "ሰላም",
        "a\n" * 900,
    ],
)
def test_any_text_can_be_printed(hostile: str, report: Callable[..., list[str]]) -> None:
    pages = report(
        replace(LINE, mentor=hostile[:300], newcomer=hostile[:300], scheme=hostile, open=(hostile,))
    )
    assert "30017" in " ".join(pages)
    if hostile in ("<b>x", "R&D"):
        assert pages[0].count(hostile) == 4


@pytest.mark.parametrize("language", ["nb", "en"])
def test_it_is_a_proper_document(
    language: str,
    office: Office,
    today: date,
    fonts_of: Callable[[bytes], dict[str, bool]],
    about: Callable[[bytes], dict[str, str]],
) -> None:
    pdf = follow_up_report([LINE], office, "Ingrid Solbakken", Words(language), today)
    told = about(pdf)
    assert told["language"] == {"nb": "nb-NO", "en": "en-GB"}[language]
    assert told["title"] == Words(language).text("Follow-up report")
    assert "Kari" not in told["all"]
    assert "Solbakken" not in told["all"]
    assert all(fonts_of(pdf).values())


def test_pairs_stand_by_the_organisation_of_the_mentor_with_the_most_urgent_first(
    office: Office, today: date, pages_of: Callable[[bytes], list[str]]
) -> None:
    lines = [
        replace(CALM, organisation="Arbeidslaget"),
        replace(CALM, pairing_number=30033),
        replace(LINE, organisation="Bakeriet"),
    ]
    (page,) = pages_of(
        follow_up_report(lines, office, "", Words("en"), today, by_organisation=True)
    )
    found = [page.index(name) for name in ("Bakeriet: red 1", "Arbeidslaget", "No organisation")]
    assert found == sorted(found)
    assert "urgent" in page


def test_three_hundred_pairs_have_their_head_on_every_page_and_none_is_torn_from_its_lines(
    report: Callable[..., list[str]],
) -> None:
    pages = report(*(replace(LINE, pairing_number=40000 + at) for at in range(300)))
    told = [page.count("Kari Åsnes") for page in pages]
    assert sum(told) == 300
    assert max(told) <= 6
    assert all("What is open" in page for page in pages)
