"""Occupations are found by the titles people give themselves."""

import pytest

from mentorapp.domain.word_lists import WordList
from mentorapp.reference.lookup import NAME_LANGUAGES
from mentorapp.reference.occupations import occupations
from mentorapp.reference.word_lists import WordLists

LISTS = WordLists()


def test_every_group_has_a_name_in_every_language_of_the_program() -> None:
    for key, occupation in occupations().items():
        assert set(occupation.names) == set(NAME_LANGUAGES)
        assert all(occupation.names.values()), key
        assert occupation.isco.isdigit()


def test_every_name_and_title_finds_its_group() -> None:
    for key, occupation in occupations().items():
        for word in (*occupation.names.values(), *occupation.titles):
            assert LISTS.find(WordList.OCCUPATIONS, word) == key, word


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Sykepleier", "nursing"),
        ("sjukepleiar", "nursing"),
        ("utdannet kokk", "cook"),
        ("jobbet som elektriker i 10 år", "electrical"),
        ("kranfører", "crane_machine"),
        ("Renholder", "cleaning"),
        ("lærer", "teaching"),
        ("Sjåfør", "driving"),
        ("chauffør", "driving"),
        ("Software developer", "it"),
    ],
)
def test_what_people_write_is_found(text: str, key: str) -> None:
    assert LISTS.find(WordList.OCCUPATIONS, text) == key


@pytest.mark.parametrize("text", ["", "pensjonist", "student", "husmor", "kokk og sjåfør"])
def test_what_is_no_occupation_or_two_is_asked_about(text: str) -> None:
    assert LISTS.find(WordList.OCCUPATIONS, text) is None
