"""The list that lies at the door: guests, and lines for those who come without being on it."""

from collections.abc import Callable

import pytest

from mentorapp.domain.events import Answer
from mentorapp.domain.office import Office
from mentorapp.reports.attendance_sheet import SheetGuest, attendance_sheet
from mentorapp.words import Words
from tests.factories import an_event

GUEST = SheetGuest("Sahra Guled", 20014, "", Answer.YES, 0, protected=False)


@pytest.mark.parametrize(("guests", "lines", "sheets"), [(3, 11, 1), (20, 24, 1), (21, 29, 2)])
def test_no_page_is_begun_for_two_or_three_empty_lines(
    office: Office,
    pages_of: Callable[[bytes], list[str]],
    guests: int,
    lines: int,
    sheets: int,
) -> None:
    pages = pages_of(attendance_sheet(office, an_event(), [GUEST] * guests, Words("en")))
    assert len(pages) == sheets
    told = " ".join(pages).split()
    assert str(lines) in told
    assert str(lines + 1) not in told
