"""What stands in the way, as a page for managers."""

from collections.abc import Callable
from datetime import date

import pytest

from mentorapp.domain.barriers import Barrier, BarrierFigures
from mentorapp.domain.office import Office
from mentorapp.domain.statistics import Share
from mentorapp.reports.barriers import barriers_report
from mentorapp.words import Words

ASKED = 30


@pytest.fixture
def said(office: Office, today: date, pages_of: Callable[[bytes], list[str]]) -> Callable[..., str]:
    """The page when so many told of each; of all other barriers nobody did."""

    def read(**told: int) -> str:
        figures = BarrierFigures(
            asked=ASKED,
            nothing=Share(6, ASKED),
            counts={one: Share(told.get(one.value, 0), ASKED) for one in Barrier},
            gone={},
            childcare_not_asked=0,
        )
        return " ".join(pages_of(barriers_report(figures, "", office, Words("en"), today)))

    return read


def test_barriers_of_few_are_told_as_one_with_those_of_nobody(said: Callable[..., str]) -> None:
    page = said(language=12, housing=3, money=2)
    assert "Language 12 of 30 40 % Others : : Nothing stands in the way 6 of 30" in page
    assert page == said(language=12, transport=4)


def test_where_none_is_hidden_those_of_nobody_are_told(said: Callable[..., str]) -> None:
    page = said(language=12)
    assert "Housing 0 of 30 0 %" in page
    assert "Others" not in page
