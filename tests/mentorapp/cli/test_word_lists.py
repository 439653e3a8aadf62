"""``words``: the office's own interests and occupations."""

from mentorapp.reference.occupations import occupations
from tests.mentorapp.cli.running import Mentorctl


def test_a_word_is_added_listed_renamed_hidden_and_shown(small: Mentorctl) -> None:
    added = small(
        "words", "add", "interests", "Chess boxing", "--nb", "Sjakkboksing", "--json"
    ).json
    assert added["names"] == {"nb": "Sjakkboksing", "en": "Chess boxing"}
    listed = small("words", "list", "interests", "--own")
    assert "Chess boxing" in listed.out
    small("words", "rename", "interests", "sjakkboksing", "Mind boxing")
    small("words", "hide", "interests", "Mind boxing")
    (hidden,) = small("words", "list", "--own", "--json").json
    assert (hidden["names"]["nb"], hidden["names"]["en"], hidden["hidden"]) == (
        "Sjakkboksing",
        "Mind boxing",
        True,
    )
    small("words", "show", "interests", added["key"])
    assert not small("words", "list", "--own", "--json").json[0]["hidden"]


def test_the_whole_list_has_what_ships_and_a_name_that_is_taken_is_refused(
    small: Mentorctl,
) -> None:
    keys = [one["key"] for one in small("words", "list", "occupations", "--json").json]
    assert keys == list(occupations())
    small("words", "add", "interests", "Fishing").refused("Fishing")
    small("words", "hide", "interests", "no such word at all").refused()


def test_an_own_interest_is_understood_where_interests_are_typed(small: Mentorctl) -> None:
    small("words", "add", "interests", "Sjakkboksing")
    small("activities", "--interest", "sjakkboksing")
    small("activities", "--interest", "xyz").refused()
