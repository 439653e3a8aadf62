from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mentorapp.domain.availability import Slot
from mentorapp.domain.office import Office
from mentorapp.domain.organisations import ContactPerson, OrganisationKind
from mentorapp.domain.people import Gender
from mentorapp.domain.proposals import Obstacle
from mentorapp.domain.records import new_id
from mentorapp.domain.shortages import (
    Ask,
    MentorKind,
    OrganisationToAsk,
    Recruitment,
    RecruitmentList,
    Shortage,
)
from mentorapp.reports.recruitment import recruitment_report
from mentorapp.words import Words
from tests.factories import a_scheme

WOMAN = MentorKind(
    gender=Gender.WOMAN,
    languages=("prs",),
    country="NO",
    postal_code="8200",
    place="Fauske",
    municipality="Fauske",
    slots=(Slot.parse("tuesday-evening"),),
)
NURSE = MentorKind(occupation_group="nursing", certificate=True)


def shortage(kind: MentorKind, helps: int) -> Shortage:
    return Shortage(
        kind=kind,
        newcomers=tuple(new_id() for _ in range(helps)),
        gain_pairs=1,
        gain_total=900,
        causes=((Obstacle.NO_COMMON_LANGUAGE, helps),),
    )


def organisation(number: int = 40017, **changes: Any) -> OrganisationToAsk:
    usual: dict[str, Any] = {
        "organisation_id": new_id(),
        "number": number,
        "name": "Nordlys Mekaniske AS",
        "kind": OrganisationKind.BUSINESS,
        "place": "Fauske",
        "contact": ContactPerson("Berit Moen", "leder", "+4775541231"),
        "agreement_to": date(2026, 12, 31),
        "promised": 3,
        "registered": 1,
        "approved": 1,
        "asks": (Ask(rank=1, kind=WOMAN, helps=5, km=13),),
    }
    return OrganisationToAsk(**(usual | changes))


LIST = Recruitment(
    scheme=a_scheme(),
    waiting=31,
    free_places=4,
    shortages=(shortage(WOMAN, 7), shortage(NURSE, 2)),
    recruits=5,
    more_pairs=(4, 2),
    to_call=RecruitmentList(organisations=(organisation(),), anywhere=(2,)),
)


@pytest.fixture
def report(
    office: Office, today: date, pages_of: Callable[[bytes], list[str]]
) -> Callable[..., list[str]]:
    def make(values: Recruitment = LIST, language: str = "en") -> list[str]:
        return pages_of(recruitment_report([values], office, Words(language), today))

    return make


LONG = replace(LIST, to_call=RecruitmentList(organisations=(organisation(),) * 6, anywhere=(2,)))


def test_a_list_that_fits_under_the_summary_is_on_the_same_page(
    report: Callable[..., list[str]],
) -> None:
    (only,) = report()
    assert "31 newcomers wait without a pair." in only
    assert "Call: Berit Moen" in only
    assert "Anywhere" in only


def test_of_a_longer_list_nothing_is_on_the_first_page(report: Callable[..., list[str]]) -> None:
    first, *others = report(LONG)
    assert "31 newcomers wait without a pair." in first
    for later in ("Whom to call", "Berit Moen", "Nordlys"):
        assert later not in first
        assert later in others[0]


def test_the_first_page_has_all_figures(report: Callable[..., list[str]]) -> None:
    first = report()[0]
    for expected in (
        "Fjordvik frivilligsentral",
        "Buddy",
        "Printed 23 Nov 2026",
        "31 newcomers wait without a pair. Mentors have 4 free places left.",
        "2 kinds from the top of the list would help 9 of 31 who wait (29 %).",
        "A woman who speaks Dari, in or near Fauske, free Tuesday evening",
        "What stands in the way now: language (7)",
        "More pairs with 5 ²",
        "field of work: Nursing, with a police certificate",
        "Page 1 of 1",
    ):
        assert expected in first


def test_each_scheme_begins_on_a_page_of_its_own(
    office: Office, today: date, pages_of: Callable[[bytes], list[str]]
) -> None:
    schemes = [LONG, replace(LONG, scheme=a_scheme(names={"en": "Work mentor"}))]
    pages = pages_of(recruitment_report(schemes, office, Words("en"), today))
    assert [page.count("Whom to recruit") for page in pages] == [1, 0, 1, 0]
    assert "Work mentor" in pages[2]
    assert "Page 3 of 4" in pages[2]


def test_an_organisation_has_what_one_needs_for_the_call(report: Callable[..., list[str]]) -> None:
    page = report()[0]
    for expected in (
        "Nordlys Mekaniske AS (40017) · business · Fauske",
        "Call: Berit Moen (leder), +47 75 54 12 31",
        "promised 3, 1 mentor registered, 1 of them approved, 2 promised mentors are missing",
        "agreement until 31 Dec 2026",
        "would help 5 who wait (13 km away)",
        "Called on",
    ):
        assert expected in page


def test_an_agreement_that_has_run_out_is_told(report: Callable[..., list[str]]) -> None:
    old = organisation(agreement_to=date(2026, 9, 30))
    to_call = RecruitmentList(organisations=(old,))
    assert "agreement ended 30 Sept 2026" in report(replace(LIST, to_call=to_call))[0]
    assert "avtalen utløp 30.09.2026" in report(replace(LIST, to_call=to_call), "nb")[0]


def test_kinds_that_no_organisation_fits_stand_under_anywhere(
    report: Callable[..., list[str]],
) -> None:
    page = report()[0]
    assert "2 A mentor, field of work: Nursing" in page.partition("Anywhere")[2]


def test_it_speaks_the_office_s_language(report: Callable[..., list[str]]) -> None:
    (first,) = report(language="nb")
    assert "31 nyankomne venter fortsatt på mentor. Mentorene har 4 ledige plasser igjen." in first
    assert "En kvinne som snakker dari, i eller nær Fauske, ledig tirsdag kveld" in first
    assert "Ring: Berit Moen (leder)" in first


def test_one_waiting_and_one_place_are_said_in_the_singular(
    report: Callable[..., list[str]],
) -> None:
    page = report(replace(LIST, waiting=1, free_places=1))[0]
    assert "1 newcomer waits without a pair. Mentors have 1 free place left." in page


def test_forty_organisations_stand_whole_on_their_pages(report: Callable[..., list[str]]) -> None:
    many = tuple(organisation(40000 + n, asks=organisation().asks * (1 + n % 4)) for n in range(40))
    pages = report(replace(LIST, to_call=RecruitmentList(organisations=many)))
    assert len(pages) > 5
    for page in pages[1:]:
        assert page.count("Nordlys Mekaniske AS") == page.count("Called on")
    assert sum(page.count("Nordlys Mekaniske AS") for page in pages) == 40


def test_nobody_waiting_gives_a_page_that_says_so(report: Callable[..., list[str]]) -> None:
    nothing = replace(LIST, waiting=0, shortages=(), more_pairs=(), to_call=RecruitmentList())
    (page,) = report(nothing)
    assert "0 newcomers wait without a pair." in page
    assert "Whom to call" not in page
    assert "No kind of mentor" not in page


def test_waiting_that_no_recruit_could_end_is_told(report: Callable[..., list[str]]) -> None:
    nothing = replace(LIST, shortages=(), more_pairs=(), to_call=RecruitmentList())
    (page,) = report(nothing)
    assert "No kind of mentor that could be asked for would help them." in page


def test_kinds_that_only_free_other_mentors_need_no_share(report: Callable[..., list[str]]) -> None:
    first = report(
        replace(LIST, shortages=(shortage(WOMAN, 0),), more_pairs=(1,), to_call=RecruitmentList())
    )[0]
    assert "from the top of the list" not in first


def test_what_is_missing_at_an_organisation_is_said(report: Callable[..., list[str]]) -> None:
    bare = organisation(place="", contact=None, promised=0, registered=0, agreement_to=None)
    page = report(replace(LIST, to_call=RecruitmentList(organisations=(bare,))))[0]
    assert "postal code missing" in page
    assert "Call: no contact person registered" in page
    assert "Mentors: no mentors yet, none promised" in page
    assert "agreement until" not in page


@pytest.mark.parametrize(
    "hostile",
    ["<b>x", '<img src="/etc/passwd"/>', "R&D", "a\x00b", "W" * 5000, "م" * 400, "a\n" * 900],
)
def test_any_text_can_be_printed(hostile: str, report: Callable[..., list[str]]) -> None:
    odd = organisation(
        name=hostile,
        place=hostile,
        contact=ContactPerson(hostile, hostile, hostile),
    )
    pages = report(
        replace(
            LIST,
            scheme=a_scheme(names={"en": hostile}),
            to_call=RecruitmentList(organisations=(odd,)),
        )
    )
    assert "40017" in " ".join(pages)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_it_is_a_proper_document(
    language: str,
    office: Office,
    today: date,
    fonts_of: Callable[[bytes], dict[str, bool]],
    about: Callable[[bytes], dict[str, str]],
) -> None:
    pdf = recruitment_report([LIST], office, Words(language), today)
    told = about(pdf)
    assert told["language"] == {"nb": "nb-NO", "en": "en-GB"}[language]
    assert told["title"] == Words(language).text("Whom to recruit")
    assert "Berit" not in told["all"]
    assert all(fonts_of(pdf).values())
    assert pdf == recruitment_report([LIST], office, Words(language), today)
