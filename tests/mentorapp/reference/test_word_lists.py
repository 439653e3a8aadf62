"""The lists of an office: what ships with its own words beside."""

import pickle

from mentorapp.domain.word_lists import OwnWord, WordList
from mentorapp.reference.interests import interests
from mentorapp.reference.word_lists import WordLists

CHOIR = OwnWord(
    word_list=WordList.INTERESTS, key="own_interest_1", names={"nb": "Sjøbading", "en": "Dips"}
)
NO_FISHING = OwnWord(word_list=WordList.INTERESTS, key="fishing", hidden=True)
WHALER = OwnWord(word_list=WordList.OCCUPATIONS, key="own_occupation_1", names={"da": "Hvalfanger"})
LISTS = WordLists([CHOIR, NO_FISHING, WHALER])


def test_an_offices_own_words_stand_after_those_that_ship() -> None:
    assert list(LISTS.interests) == [*interests(), "own_interest_1"]
    assert list(LISTS.occupations)[-1] == "own_occupation_1"


def test_an_own_word_is_called_by_bokmal_or_any_name_where_its_language_has_none() -> None:
    choir, whaler = LISTS.interests["own_interest_1"], LISTS.occupations["own_occupation_1"]
    assert [choir.name(one) for one in ("nb", "nn", "en")] == ["Sjøbading", "Sjøbading", "Dips"]
    assert whaler.name("nb") == "Hvalfanger"


def test_a_hidden_word_keeps_its_name_and_is_not_offered_but_to_who_has_it() -> None:
    assert LISTS.interests["fishing"].name("nb") == interests()["fishing"].name("nb")
    assert "fishing" not in LISTS.offered(WordList.INTERESTS)
    assert "fishing" in LISTS.offered(WordList.INTERESTS, kept="fishing")
    assert "own_interest_1" in LISTS.offered(WordList.INTERESTS)


def test_own_words_are_found_as_people_write_them_and_hidden_ones_too() -> None:
    assert LISTS.find(WordList.INTERESTS, "liker sjøbading") == "own_interest_1"
    assert LISTS.find(WordList.INTERESTS, "Sjobading") == "own_interest_1"
    assert LISTS.find(WordList.OCCUPATIONS, "hvalfanger") == "own_occupation_1"
    assert LISTS.find(WordList.INTERESTS, "hvalfanger") is None
    assert LISTS.find(WordList.INTERESTS, "fiske") == "fishing"


def test_a_name_is_taken_by_the_very_word_and_not_by_one_like_it() -> None:
    assert LISTS.taken(WordList.INTERESTS, "SJØBADING ") == "own_interest_1"
    assert (
        LISTS.taken(WordList.INTERESTS, LISTS.interests["fishing"].name("da").upper()) == "fishing"
    )
    assert LISTS.taken(WordList.INTERESTS, "Sjøbading om vinteren") is None
    assert LISTS.find(WordList.INTERESTS, "Isbading") is not None
    assert LISTS.taken(WordList.INTERESTS, "Isbading") is None


def test_the_lists_go_to_another_process_whole() -> None:
    _ = LISTS.interests
    there = pickle.loads(pickle.dumps(LISTS))
    assert there.find(WordList.INTERESTS, "sjøbading") == "own_interest_1"
