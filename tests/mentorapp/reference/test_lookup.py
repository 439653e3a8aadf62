"""One slip of the pen is forgiven, another word is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorapp.reference import lookup

WORDS = lookup.index(
    [("fish", ["fiske", "gå på fisketur"]), ("island", ["islandsk"]), ("sea", ["sjøliv"])]
)


def test_case_accents_and_punctuation_do_not_matter() -> None:
    assert lookup.fold("  Blåbær-Sylting!  ") == "blabaer sylting"
    assert lookup.fold("SJØLIV") == lookup.fold("sjoliv")


def test_other_scripts_stay_what_they_are() -> None:
    assert lookup.fold("українська") == lookup.fold("Українська")
    assert lookup.fold("ትግርኛ") == "ትግርኛ"


@pytest.mark.parametrize("text", ["fiske", "Fiske.", "å fiske", "liker fiske", "fisske", "fikse"])
def test_what_was_meant_is_found(text: str) -> None:
    assert lookup.find(text, WORDS) == "fish"


@pytest.mark.parametrize("text", ["", " ", "...", "irlandsk", "ikke fiske", "fiske og islandsk"])
def test_what_is_not_sure_is_not_found(text: str) -> None:
    assert lookup.find(text, WORDS) is None


def test_a_word_that_two_keys_claim_is_a_mistake_in_the_list() -> None:
    with pytest.raises(ValueError, match="means both"):
        lookup.index([("a", ["ord"]), ("b", ["Ord"])])


@given(st.text(max_size=300))
def test_any_text_gives_a_key_or_nothing(text: str) -> None:
    assert lookup.find(text, WORDS) in {None, "fish", "island", "sea"}


def test_the_name_in_an_unknown_language_is_the_bokmal_one() -> None:
    assert lookup.name_in({"nb": "fiske", "en": "fishing"}, "fi") == "fiske"
