from enum import Enum
from importlib import import_module
from pkgutil import iter_modules

import pytest

from mentorapp import domain
from mentorapp.domain.imports import ImportKind
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.people import Gender
from mentorapp.domain.protection import Protection
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.labels import label

#: Enums that are said otherwise: as whole sentences, by tests of their own, or never.
SAID_OTHERWISE = {
    "Obstacle": "words.reasons",
    "ReasonKind": "words.reasons",
    "RemedyKind": "words.remedies",
    "Problem": "words.refusal_sentences",
    "FileTrouble": "words.refusal_sentences",
    "PictureTrouble": "words.refusals_pictures",
    "Weakness": "words.refusals_keys",
    "Role": "words.refusals_keys",
    "Right": "asked for by the code alone",
    "NumberKind": "words.fields",
    "FormKind": "words.fields",
    "Purpose": "asked for by the code alone",
    "Place": "asked for by the code alone",
    "Dimension": "asked for by the code alone",
    "Reason": "words.imports",
    "NoteReason": "words.imports",
    "Scale": "words.questionnaires",
    "FoundKind": "words.imports",
    "Limit": "words.imports",
    "Dropped": "words.imports",
    "ImportKind": "words.imports",
}


def enums() -> dict[str, type[Enum]]:
    found: dict[str, type[Enum]] = {}
    for module in iter_modules(domain.__path__, "mentorapp.domain."):
        for value in vars(import_module(module.name)).values():
            if (
                isinstance(value, type)
                and issubclass(value, Enum)
                and value.__module__ == module.name
            ):
                found[value.__name__] = value
    return found


VALUES = [
    value for name, kind in sorted(enums().items()) if name not in SAID_OTHERWISE for value in kind
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_every_enum_has_a_word(language: str) -> None:
    words = Words(language)

    assert len(VALUES) > 100
    assert [value for value in VALUES if not label(words, value).strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_values_of_an_enum_have_the_same_word(language: str) -> None:
    words = Words(language)

    for kind in {type(value) for value in VALUES}:
        assert len({label(words, value) for value in kind}) == len(kind), kind


def test_what_is_said_otherwise_is_there() -> None:
    assert set(SAID_OTHERWISE) <= set(enums())
    assert ImportKind.__name__ in SAID_OTHERWISE


def test_values_that_are_written_alike_are_told_apart() -> None:
    words = Words("nb")

    assert label(words, OrganisationKind.BUSINESS) == "bedrift"
    assert label(words, OrganisationKind.VOLUNTEER) == "frivillig organisasjon"
    assert label(words, OrganisationKind.PUBLIC) == "offentlig virksomhet"
    assert label(words, Protection.NONE) != label(words, Gender.NOT_GIVEN)
