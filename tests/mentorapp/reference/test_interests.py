"""Interests are found as people write them."""

import pytest

from mentorapp.domain.word_lists import WordList
from mentorapp.reference.interests import (
    Interest,
    InterestGroup,
    interest_groups,
    interests,
)
from mentorapp.reference.lookup import NAME_LANGUAGES
from mentorapp.reference.word_lists import WordLists

LISTS = WordLists()


def test_every_interest_belongs_to_a_group_and_no_group_is_empty() -> None:
    assert {interest.group for interest in interests().values()} == set(interest_groups())


def test_every_interest_and_group_has_a_name_in_every_language_of_the_program() -> None:
    entries: list[Interest | InterestGroup] = [*interests().values(), *interest_groups().values()]
    for entry in entries:
        assert set(entry.names) == set(NAME_LANGUAGES)
        assert all(entry.name(language) for language in NAME_LANGUAGES), entry.key


def test_every_name_and_other_word_finds_its_interest() -> None:
    for key, interest in interests().items():
        for word in (*interest.names.values(), *interest.others):
            assert LISTS.find(WordList.INTERESTS, word) == key, word


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Fiske", "fishing"),
        ("å gå på tur", "hiking"),
        ("turer i fjellet", "hiking"),
        ("lage mat", "cooking"),
        ("strikkking", "knitting"),
        ("Fottball", "football"),
        ("jeg liker å lese", "reading"),
        ("hagearbeid", "gardening"),
        ("Fodbold", "football"),
        ("Symjing", "swimming"),
    ],
)
def test_what_people_write_is_found(text: str, key: str) -> None:
    assert LISTS.find(WordList.INTERESTS, text) == key


@pytest.mark.parametrize("text", ["", "alt mulig", "liker ikke fotball", "fiske og jakt"])
def test_what_is_no_interest_or_two_is_asked_about(text: str) -> None:
    assert LISTS.find(WordList.INTERESTS, text) is None
