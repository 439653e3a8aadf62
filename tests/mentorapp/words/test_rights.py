"""Sentences that say who may: they name the roles that have the right, and no other."""

import pytest

from mentorapp.domain.account_errors import NotAllowed
from mentorapp.domain.accounts import Right, Role, Who, roles_with
from mentorapp.words import Words
from mentorapp.words.refusals import explain
from mentorapp.words.refusals_keys import ROLE_NAMES
from mentorapp.words.rights import say_what_is_there, say_who_may


@pytest.mark.parametrize("language", ["en", "nb", "nn", "da"])
def test_every_sentence_names_the_roles_that_may_and_no_other(language: str) -> None:
    words = Words(language)
    for right in set(Right) - {Right.FIGURES}:
        said = say_who_may(words, right).casefold()
        named = {role for role in Role if words.text(ROLE_NAMES[role]).casefold() in said}
        assert named == set(roles_with(right)), (right, said)


def test_whoever_sees_no_people_is_told_what_there_is_instead() -> None:
    words = Words("en")

    def sees(role: Role) -> str:
        return say_what_is_there(words, Who("Kari", frozenset({role})).rights)

    assert sees(Role.READER) == "Your account sees figures only."
    assert sees(Role.ADMINISTRATOR) == "Your account sees: figures, settings, accounts."
    assert "the log" in sees(Role.PROTECTION_OFFICER)


def test_a_refusal_says_the_same_as_the_page() -> None:
    refused = NotAllowed(Right.READ, Who("Kari", frozenset({Role.READER})).rights)
    said = "Only a coordinator sees people. Your account sees figures only."
    assert explain(Words("en"), refused) == said
