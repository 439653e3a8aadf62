from collections.abc import Callable
from dataclasses import replace

from mentorapp.domain.people import Person
from mentorapp.reports.letter_values import Half, PairingLetter


def test_a_letter_without_an_address_is_handed_over(
    make_letter: Callable[..., PairingLetter], mentor: Half
) -> None:
    without = replace(mentor, details=None)
    assert make_letter(mentor=without).address == ()
    assert make_letter(mentor=replace(mentor, person=Person(given_name="A"))).address


def test_an_address_abroad_ends_with_the_country(
    make_letter: Callable[..., PairingLetter], mentor: Half
) -> None:
    assert mentor.details is not None
    abroad = replace(mentor, details=replace(mentor.details, country="SE"))
    assert make_letter(mentor=abroad).address[-1] == "SE"
