from datetime import date
from typing import Any
from uuid import UUID

import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.interviews import (
    Interview,
    Quote,
    Rating,
    RatingFigure,
    check_interview,
    check_quote,
    interview_figures,
)
from mentorapp.domain.records import new_id
from mentorapp.domain.statistics import Share
from tests.factories import TODAY

ALI, SARA = new_id(), new_id()


def interview(**changes: Any) -> Interview:
    usual: dict[str, Any] = {"person_id": ALI, "held_on": TODAY, "answers": {"good": "The talks."}}
    return Interview(**(usual | changes))


def quote(**changes: Any) -> Quote:
    usual: dict[str, Any] = {"person_id": ALI, "text": "I got out.", "said_on": date(2026, 5, 1)}
    return Quote(**(usual | changes))


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"held_on": date(2026, 11, 24)}, "held_on", Problem.IN_FUTURE),
        ({"answers": {}}, "answers", Problem.MISSING),
        ({"answers": {"good": "  "}}, "answers", Problem.MISSING),
        ({"answers": {"health": "fine"}}, "answers", Problem.UNKNOWN_VALUE),
        ({"ratings": {"fit": 0}}, "ratings", Problem.OUT_OF_RANGE),
        ({"ratings": {"fit": 6}}, "ratings", Problem.OUT_OF_RANGE),
        ({"ratings": {"food": 3}}, "ratings", Problem.UNKNOWN_VALUE),
    ],
)
def test_an_interview_that_cannot_be_right_is_refused(
    changes: dict[str, Any], field: str, problem: Problem
) -> None:
    check_interview(interview(), TODAY)
    check_interview(interview(answers={}, ratings={"fit": 1}), TODAY)
    with pytest.raises(InvalidField) as refused:
        check_interview(interview(**changes), TODAY)
    assert (refused.value.field, refused.value.problem) == (field, problem)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": " "}, "quote"),
        ({"text": "x" * 1001}, "quote"),
        ({"said_on": date(2026, 11, 24)}, "said_on"),
        ({"consent_on": date(2026, 11, 24)}, "consent_on"),
        ({"withdrawn_on": date(2026, 6, 1)}, "consent_on"),
        (
            {"consent_on": date(2026, 6, 2), "withdrawn_on": date(2026, 6, 1)},
            "withdrawn_on",
        ),
    ],
)
def test_a_quotation_that_cannot_be_right_is_refused(changes: dict[str, Any], field: str) -> None:
    check_quote(quote(), TODAY)
    with pytest.raises(InvalidField) as refused:
        check_quote(quote(**changes), TODAY)
    assert refused.value.field == field


def test_words_may_be_printed_with_a_consent_until_it_is_taken_back() -> None:
    agreed = date(2026, 5, 1)
    assert not quote().may_be_printed
    assert quote(consent_on=agreed).may_be_printed
    assert not quote(consent_on=agreed, withdrawn_on=TODAY).may_be_printed


def rated(person: UUID, day: date, **ratings: int) -> Interview:
    return interview(person_id=person, held_on=day, answers={}, ratings=ratings)


def test_each_person_counts_once_in_a_rating_with_the_newest_answer() -> None:
    counted = interview_figures(
        [
            rated(ALI, date(2026, 9, 1), fit=5),
            rated(ALI, date(2026, 3, 1), fit=2, language=3),
            rated(SARA, date(2026, 4, 1), fit=2),
        ]
    )
    assert (counted.interviews, counted.people) == (3, 2)
    fit = counted.ratings[Rating.FIT]
    assert (fit.answers, fit.average, fit.good) == (2, 3.5, Share(1, 2))
    assert counted.ratings[Rating.LANGUAGE].counts == (0, 0, 1, 0, 0)


def test_a_rating_that_nobody_gave_has_no_average() -> None:
    assert RatingFigure().average is None
    assert interview_figures([]).ratings == {rating: RatingFigure() for rating in Rating}
