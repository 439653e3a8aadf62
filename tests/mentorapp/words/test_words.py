from datetime import date, datetime

import pytest

from mentorapp.words import LANGUAGES, Words, language_name

DAY = date(2026, 3, 5)


@pytest.fixture
def nb() -> Words:
    return Words("nb")


@pytest.fixture
def en() -> Words:
    return Words("en")


def test_dates_are_written_as_the_reader_writes_them(nb: Words, en: Words) -> None:
    assert (nb.date(DAY), en.date(DAY)) == ("05.03.2026", "5 Mar 2026")
    assert (nb.date(None), en.date(None)) == ("–", "–")
    assert (nb.date_long(DAY), en.date_long(DAY)) == ("5. mars 2026", "5 March 2026")
    assert nb.weekday_date(DAY) == "torsdag 5. mars 2026"
    assert en.weekday_date(DAY).replace(",", "") == "Thursday 5 March 2026"
    at = datetime(2026, 3, 5, 9, 5)  # noqa: DTZ001 - the wall clock's
    assert (nb.moment(at), en.moment(at)) == ("05.03.2026 09:05", "5 Mar 2026 09:05")


def test_nynorsk_and_danish_have_days_and_months_of_their_own() -> None:
    nn, da = Words("nn"), Words("da")
    assert (nn.date(DAY), da.date(DAY)) == ("05.03.2026", "05.03.2026")
    assert (nn.date_long(DAY), da.date_long(DAY)) == ("5. mars 2026", "5. marts 2026")
    assert nn.weekday_date(DAY) == "torsdag 5. mars 2026"
    assert nn.weekday_date(date(2026, 3, 7)) == "laurdag 7. mars 2026"
    assert da.weekday_date(date(2026, 3, 7)) == "lørdag den 7. marts 2026"


def test_numbers_have_the_decimal_sign_of_the_language(nb: Words, en: Words) -> None:
    assert (nb.number(1.5), en.number(1.5)) == ("1,5", "1.5")
    assert (nb.number(3), en.number(3)) == ("3", "3")
    assert (nb.number(12345), en.number(12345)) == ("12\N{NO-BREAK SPACE}345", "12,345")
    assert (nb.hours(90), en.hours(90)) == ("1,5", "1.5")
    assert Words("nn").number(12345.5) == "12\N{NO-BREAK SPACE}345,5"
    assert Words("da").number(12345.5) == "12.345,5"
    assert nb.hours(100) == "1,7"
    assert nb.hours(0) == "0"


def test_things_stand_in_a_row_with_an_and_before_the_last(nb: Words, en: Words) -> None:
    assert en.join([]) == ""
    assert en.join(["A"]) == "A"
    assert en.join(("A", "B", "C")) == "A, B and C"
    assert nb.join(["A", "B", "C"]) == "A, B og C"


def test_one_is_said_otherwise_than_many(nb: Words, en: Words) -> None:
    said = [[words.plural("%(n)d day", "%(n)d days", n) for n in (0, 1, 2)] for words in (nb, en)]

    assert said == [["0 dager", "1 dag", "2 dager"], ["0 days", "1 day", "2 days"]]


def test_no_text_is_no_text_and_never_the_head_of_the_catalogue(nb: Words) -> None:
    assert nb.text("") == ""


def test_an_unknown_language_speaks_english() -> None:
    assert Words("fi").language == "en"
    assert Words("").text("Mentor") == "Mentor"


def test_two_languages_are_spoken_side_by_side(nb: Words, en: Words) -> None:
    assert nb.text("Newcomer") != en.text("Newcomer")


def test_every_language_has_its_own_name() -> None:
    assert [language_name(code) for code in LANGUAGES] == [
        "Bokmål",
        "Nynorsk",
        "Dansk",
        "English",
    ]
    assert language_name("xx") == "xx"
