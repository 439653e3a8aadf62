from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from mentorapp.domain.letters import LetterKind
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.reports.letter_course import Met
from mentorapp.reports.letter_values import Half, PairingLetter, pairing_values
from mentorapp.reports.letters import print_letters
from mentorapp.words import Words


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
    assert make_letter(mentor=abroad).address[-1] == "SVERIGE"


def test_no_first_meeting_is_asked_for_before_the_day_of_the_letter(
    make_letter: Callable[..., PairingLetter], pairing: Pairing, today: date
) -> None:
    def asked(days: int) -> str | tuple[str, ...]:
        one = replace(pairing, agreed_on=today - timedelta(days=days), start_meeting_at=None)
        return pairing_values(make_letter(pairing=one), Words("en"))["first_meeting_by"]

    soon = make_letter().office.first_meeting_days
    assert asked(soon) == Words("en").date_long(today)
    assert asked(soon + 60) == Words("en").date_long(today + timedelta(days=soon))


def test_a_start_meeting_that_has_been_is_not_announced(
    make_letter: Callable[..., PairingLetter], pairing: Pairing, today: date
) -> None:
    def announced(day: date) -> bool:
        at = datetime.combine(day, datetime.min.time())
        letter = make_letter(pairing=replace(pairing, start_meeting_at=at))
        values = pairing_values(letter, Words("en"))
        return bool(values["start_date"] and values["start_place"] and values["interpreter"])

    assert announced(today)
    assert not announced(today - timedelta(days=1))


def test_thanks_offer_a_certificate_to_those_alone_who_get_none(
    make_letter: Callable[..., PairingLetter], office: Office
) -> None:
    met, off = Met(times=3, minutes=180), frozenset({LetterKind.HOURS_CERTIFICATE.value})
    for of, offered in (
        ({"met": met}, False),
        ({}, True),
        ({"met": met, "office": replace(office, letters_off=off)}, True),
    ):
        for language, word in (("nb", "attest"), ("nn", "attest"), ("da", "bevis"), ("en", "cert")):
            letter = make_letter(LetterKind.THANKS, language, **of)
            said = print_letters([letter], Words).texts[0]
            assert (word in said) is offered, said
            assert letter.signed_by in said
