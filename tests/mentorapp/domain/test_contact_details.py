from time import perf_counter

import pytest

from mentorapp.domain.contact_details import ContactDetails, check_contact_details
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import new_id
from tests.factories import contact_details


@pytest.mark.parametrize("phone", ["", "+4791827364", "+380501234567", "+4520304050"])
def test_phones_of_any_country_pass(phone: str) -> None:
    check_contact_details(contact_details(phone=phone))


@pytest.mark.parametrize(
    "email", ["", "a@b.no", "kari.nordmann+mentor@fjordvik.kommune.no", "åse@bø.no", "o'neil@x.ie"]
)
def test_addresses_that_mail_can_reach_pass(email: str) -> None:
    check_contact_details(contact_details(email=email))


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"phone": "91827364"}, "phone", Problem.NOT_A_PHONE),
        ({"phone": "+47 91827364"}, "phone", Problem.NOT_A_PHONE),
        ({"phone": "+0123456789"}, "phone", Problem.NOT_A_PHONE),
        ({"phone": "+4791827364\n"}, "phone", Problem.NOT_A_PHONE),
        ({"phone": "+1234567890123456"}, "phone", Problem.NOT_A_PHONE),
        ({"phone": "+٤٧٩١٨٢٧٣٦٤"}, "phone", Problem.NOT_A_PHONE),
        ({"email": "kari"}, "email", Problem.NOT_AN_EMAIL),
        ({"email": "kari@fjordvik"}, "email", Problem.NOT_AN_EMAIL),
        ({"email": "kari@@fjordvik.no"}, "email", Problem.NOT_AN_EMAIL),
        ({"email": "Kari <kari@fjordvik.no>"}, "email", Problem.NOT_AN_EMAIL),
        ({"email": "a@b.no; c@d.no"}, "email", Problem.NOT_AN_EMAIL),
        ({"email": "a@b.no\nBcc: c@d.no"}, "email", Problem.NOT_AN_EMAIL),
        ({"email": "a@" + "b." * 200 + "no"}, "email", Problem.TOO_LONG),
        ({"address": "a" * 301}, "address", Problem.TOO_LONG),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_field(
    changes: dict[str, object], field: str, problem: Problem
) -> None:
    with pytest.raises(InvalidField) as refused:
        check_contact_details(contact_details(**changes))

    assert (refused.value.field, refused.value.problem) == (field, problem)


def test_a_pasted_book_is_refused_at_once() -> None:
    begin = perf_counter()
    with pytest.raises(InvalidField):
        check_contact_details(contact_details(email="a@" + "b." * 100_000 + ";"))

    assert perf_counter() - begin < 1


def test_details_are_empty_when_nothing_but_the_country_is_known() -> None:
    assert ContactDetails(person_id=new_id(), country="DK").is_empty
    for field in ("phone", "email", "address", "postal_code"):
        assert not ContactDetails(person_id=new_id(), **{field: "x"}).is_empty  # type: ignore[arg-type]
