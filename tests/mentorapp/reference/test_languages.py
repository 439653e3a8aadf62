"""Languages are found as people write them, and never confused."""

import pytest

from mentorapp.reference.languages import find_language, languages
from mentorapp.reference.lookup import NAME_LANGUAGES


def test_every_language_has_a_name_in_every_language_of_the_program() -> None:
    for code, language in languages().items():
        assert code == language.code
        assert set(language.names) == set(NAME_LANGUAGES)
        assert all(language.names.values()), code


def test_no_two_languages_share_a_name() -> None:
    for shown in NAME_LANGUAGES:
        names = [language.name(shown) for language in languages().values()]
        assert len(names) == len(set(names))


def test_every_name_and_other_word_finds_its_language() -> None:
    for code, language in languages().items():
        for word in (*language.names.values(), *language.others):
            assert find_language(word) == code, word


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Norsk", "no"),
        ("norsk bokmål", "nb"),
        ("farsi", "fa"),
        ("Dari", "prs"),
        ("kurdisk", "ku"),
        ("Kurdisk (sorani)", "ckb"),
        ("kurdisk - kurmanji", "kmr"),
        ("tigrinsk", "ti"),
        ("Tigrinya", "ti"),
        ("ukrainian", "uk"),
        ("Ukranian", "uk"),
        ("українська", "uk"),
        ("العربية", "ar"),
        ("arabisck", "ar"),
        ("litt engelsk", "en"),
        ("engelks", "en"),
        ("swahilli", "sw"),
        ("Lulesamisk", "smj"),
        ("en", "en"),
    ],
)
def test_what_people_write_is_found(text: str, code: str) -> None:
    assert find_language(text) == code


@pytest.mark.parametrize(
    "text",
    ["", "klingon", "irlandsk", "snakker ikke norsk", "dari/farsi", "B1", "morsmål", "afghansk"],
)
def test_what_is_no_language_or_two_is_asked_about(text: str) -> None:
    assert find_language(text) is None


def test_languages_written_from_right_to_left_are_known() -> None:
    right_to_left = {code for code, language in languages().items() if language.right_to_left}
    assert {"ar", "fa", "prs", "ps", "ckb", "ur"} <= right_to_left
    assert not {"no", "ti", "uk", "kmr"} & right_to_left
