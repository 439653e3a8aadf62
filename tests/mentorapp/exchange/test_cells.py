from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentorapp.domain.imports import NoteReason, Reason
from mentorapp.domain.numbers import NumberKind, short_number
from mentorapp.exchange import meetings, mentors, newcomers, organisations, pairings
from mentorapp.exchange.cells import (
    Context,
    Partly,
    Unreadable,
    email,
    full_name,
    long_text,
    organisation_number,
    pairing_number,
    phone,
    postal_code,
    whole_number,
)
from mentorapp.exchange.tables import Cell


def reason(found: object) -> Reason | None:
    return found.reason if isinstance(found, Unreadable) else None


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Hansen, Ola", ("Ola", "Hansen")),
        ("Ola Hansen", ("Ola", "Hansen")),
        ("Ola  Johan\tHansen", ("Ola Johan", "Hansen")),
        ("Anna van der Berg", ("Anna", "van der Berg")),
        ("Fatima Al Hassan", ("Fatima", "Al Hassan")),
        ("مريم الخطيب", ("مريم", "الخطيب")),
        ("Олена Шевченко", ("Олена", "Шевченко")),
        ("Åse", ("Åse", "")),
        ("<b>Ola</b> Nordmann", ("<b>Ola</b>", "Nordmann")),
        ("=cmd()", ("=cmd()", "")),
    ],
)
def test_names_are_taken_apart(cell: str, names: tuple[str, str], context: Context) -> None:
    assert full_name(cell, context) == names


def test_a_heading_can_put_the_family_name_first(context: Context) -> None:
    turned = replace(context, heading="etternavn fornavn")
    assert full_name("Hansen Ola", turned) == ("Ola", "Hansen")


def test_a_name_of_300_characters_is_a_problem(context: Context) -> None:
    assert full_name("A" * 300, context) == Unreadable(Reason.TOO_LONG, "200")
    assert full_name("A" * 200, context) == ("A" * 200, "")


def test_a_number_is_no_name(context: Context) -> None:
    assert reason(full_name("12345", context)) is Reason.NOT_A_NAME


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (91827364.0, "+4791827364"),
        (91827364, "+4791827364"),
        ("918 27 364", "+4791827364"),
        ("+47 918 27 364", "+4791827364"),
        ("0047 91827364", "+4791827364"),
        ("4791827364", "+4791827364"),
        ("tlf. 22 33 44 55", "+4722334455"),
        ("+45 20 12 34 56", "+4520123456"),
        ("11234567890", "+11234567890"),
    ],
)
def test_phone_numbers_become_international(cell: Cell, number: str, context: Context) -> None:
    assert phone(cell, context) == number


def test_a_danish_office_has_danish_numbers(context: Context) -> None:
    assert phone("20 12 34 56", replace(context, country="DK")) == "+4520123456"


def test_of_two_phone_numbers_the_second_is_a_remark(context: Context) -> None:
    found = phone("918 27 364 / 22 33 44 55", context)
    assert found == Partly("+4791827364", ("22 33 44 55",), NoteReason.EXTRA_NUMBER)


@pytest.mark.parametrize("cell", ["12", "ring mamma", date(2026, 1, 1), True, "٩١٨٢٧٣٦٤"])
def test_what_is_no_phone_number_is_a_problem(cell: Cell, context: Context) -> None:
    assert reason(phone(cell, context)) is Reason.NOT_A_PHONE


def test_email_addresses(context: Context) -> None:
    assert email(" Ola.Hansen@Example.NO ", context) == "ola.hansen@example.no"
    assert email("Ola Hansen <ola@example.no>", context) == "ola@example.no"
    assert email("a@example.no; b@example.no", context) == "a@example.no"
    for wrong in ("kari(at)example.no", "a@b", "a@@b.no", "a b@c.no"):
        assert reason(email(wrong, context)) is Reason.NOT_AN_EMAIL


@pytest.mark.parametrize(
    ("cell", "code"),
    [(8003.0, "8003"), (150, "0150"), ("8003 Bodø", "8003"), ("N-8003", "8003"), ("0150", "0150")],
)
def test_postal_codes(cell: Cell, code: str, context: Context) -> None:
    assert postal_code(cell, context) == code


def test_a_place_without_a_code_is_a_problem(context: Context) -> None:
    assert reason(postal_code("Bodø", context)) is Reason.UNKNOWN_POSTAL_CODE


def test_counts(context: Context) -> None:
    assert [whole_number(c, context) for c in ("3", "ca. 5", 2.0, "tre", "2 stk")] == [
        3,
        5,
        2,
        3,
        2,
    ]
    assert reason(whole_number(2.5, context)) is Reason.NOT_A_NUMBER
    assert reason(whole_number(float("nan"), context)) is Reason.NOT_A_NUMBER
    assert reason(whole_number(-1, context)) is Reason.OUT_OF_RANGE


def test_organisation_numbers_are_checked(context: Context) -> None:
    assert organisation_number("NO 923 609 016 MVA", context) == "923609016"
    assert organisation_number(923609016.0, context) == "923609016"
    assert organisation_number("13585628", context) == "13585628"
    assert reason(organisation_number("923609017", context)) is Reason.BAD_ORGANISATION_NUMBER


def test_a_mistyped_pairing_number_is_a_problem(context: Context) -> None:
    number = short_number(NumberKind.PAIRING, 12)
    assert pairing_number(f" {number} ", context) == number
    assert pairing_number(float(number), context) == number
    for wrong in (number + 1, short_number(NumberKind.PERSON, 12), "K-12", "x"):
        assert reason(pairing_number(wrong, context)) is Reason.BAD_NUMBER


def test_identity_numbers_are_cut_out_of_free_text(context: Context) -> None:
    found = long_text("Snill. Cpr 010180-1234, ring.", context)
    assert found == Partly("Snill. Cpr …, ring.", (), NoteReason.NATIONAL_ID_REMOVED)


PARSERS = sorted(
    {
        field.parse
        for fields in (
            mentors.FIELDS,
            newcomers.FIELDS,
            organisations.FIELDS,
            pairings.FIELDS,
            meetings.FIELDS,
        )
        for field in fields.values()
    },
    key=lambda parse: parse.__qualname__,
)
any_cell = st.one_of(
    st.text(min_size=1, max_size=60),
    st.text(alphabet="0123456789 .,:-+/%()kmogtirsdaglåøæ", min_size=1, max_size=30),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.booleans(),
)


@pytest.mark.parametrize("parse", PARSERS, ids=lambda parse: parse.__qualname__)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(cell=any_cell)
def test_no_cell_makes_a_parser_raise(
    parse: Callable[[Cell, Context], Any], cell: Cell, context: Context
) -> None:
    parse(cell, context)


def test_a_time_of_day_is_no_count(context: Context) -> None:
    assert reason(whole_number(time(9, 0), context)) is Reason.NOT_A_NUMBER
