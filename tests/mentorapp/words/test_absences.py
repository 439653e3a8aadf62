"""Who answers while a coordinator is away, in words and in a letter."""

from datetime import date

import pytest

from mentorapp.domain.absences import StandIn
from mentorapp.reports.letter_values import coordinator_contact
from mentorapp.words import Words
from mentorapp.words.absences import say_coordinator
from tests.factories import an_office

LAST = date(2026, 11, 27)
BOKMAL = Words("nb")


@pytest.mark.parametrize(
    ("away", "said", "printed"),
    [
        (None, "Mona", "Mona"),
        (
            StandIn("Jon", LAST),
            "Mona er borte til og med 27.11.2026: ring Jon",
            "Mona (til og med 27. november 2026 svarer Jon)",
        ),
        (StandIn("Jon"), "Mona er borte: ring Jon", "Mona (for tiden svarer Jon)"),
        (
            StandIn("", LAST),
            "Mona er borte til og med 27.11.2026, og ingen er stedfortreder",
            "Mona (borte til og med 27. november 2026)",
        ),
        (StandIn(""), "Mona er borte, og ingen er stedfortreder", "Mona"),
    ],
)
def test_who_answers_or_that_nobody_does(away: StandIn | None, said: str, printed: str) -> None:
    assert say_coordinator(BOKMAL, "Mona", away) == said
    assert coordinator_contact(an_office(phone=""), "Mona", BOKMAL, away) == printed
