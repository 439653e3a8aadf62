import pytest

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.office import Office, check_office, missing_for_letters
from tests.factories import an_office


def test_an_office_in_order_passes_as_does_a_new_one() -> None:
    check_office(an_office())
    check_office(Office())
    check_office(an_office(yellow_days=30, red_days=30))


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"name": "a" * 201}, "name", Problem.TOO_LONG),
        ({"municipality": "a" * 201}, "municipality", Problem.TOO_LONG),
        ({"signature": "a" * 201}, "signature", Problem.TOO_LONG),
        ({"letterhead": "a" * 501}, "letterhead", Problem.TOO_LONG),
        ({"address": "a" * 501}, "address", Problem.TOO_LONG),
        ({"phone": "12"}, "phone", Problem.NOT_A_PHONE),
        ({"email": "post"}, "email", Problem.NOT_AN_EMAIL),
        ({"yellow_days": 0}, "yellow_days", Problem.OUT_OF_RANGE),
        ({"yellow_days": 31, "red_days": 30}, "red_days", Problem.OUT_OF_RANGE),
        ({"red_days": 366}, "red_days", Problem.OUT_OF_RANGE),
        ({"first_meeting_days": 0}, "first_meeting_days", Problem.OUT_OF_RANGE),
        ({"certificate_warning_days": 366}, "certificate_warning_days", Problem.OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_field(
    changes: dict[str, object], field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_office(an_office(**changes))

    assert (refused.value.field, refused.value.problem) == (field, problem)


def test_an_office_in_order_lacks_nothing_for_letters_and_a_new_one_all() -> None:
    assert missing_for_letters(an_office()) == ()
    assert missing_for_letters(Office()) == ("name", "address", "phone", "coordinators")


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"phone": ""}, ("phone",)),
        ({"phone": "", "coordinators": ()}, ("phone", "coordinators")),
        ({"name": " "}, ("name",)),
        ({"address": "\n"}, ("address",)),
        ({"address": "", "letterhead": "Fjordvik kommune\nStorgata 12"}, ()),
    ],
)
def test_what_the_letters_lack_is_named_by_field(
    changes: dict[str, object], missing: tuple[str, ...]
) -> None:
    assert missing_for_letters(an_office(**changes)) == missing


@pytest.mark.parametrize(
    ("own", "letters"), [("nn", "nn"), ("da", "da"), ("en", "en"), ("fi", "nb")]
)
def test_letters_are_in_the_offices_language_until_a_wish_is_known(own: str, letters: str) -> None:
    assert an_office(language=own).letter_language == letters
