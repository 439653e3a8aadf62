"""What the fields of the form offer, as (key, name) in the order a reader expects."""

from collections.abc import Iterable
from enum import Enum
from typing import TypeVar
from uuid import UUID

from mentorapp.domain.schemes import Scheme
from mentorapp.reference.languages import languages
from mentorapp.words import Words
from mentorapp.words.labels import label
from ui.format import capital, sort_key

E = TypeVar("E", bound=Enum)


def enum_choices(words: Words, values: Iterable[E]) -> list[tuple[E, str]]:
    """The values in their own order, each with its word."""
    return [(value, capital(label(words, value))) for value in values]


def alphabetical(words: Words, choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The choices by name in the user's alphabet."""
    order = sort_key(words.language)
    return sorted(choices, key=lambda one: order(one[1]))


def language_choices(words: Words) -> list[tuple[str, str]]:
    """Every language by name; those of the Nordic countries first."""
    named = [(code, one.name(words.language)) for code, one in languages().items()]
    return [*named[:8], *alphabetical(words, named[8:])]


def organisation_choices(
    words: Words, organisations: Iterable[tuple[UUID, str]]
) -> list[tuple[UUID | None, str]]:
    """The organisations by name, and none."""
    order = sort_key(words.language)
    return [(None, "–"), *sorted(organisations, key=lambda one: order(one[1]))]


def scheme_choices(
    words: Words, schemes: Iterable[Scheme], taken: frozenset[str]
) -> list[tuple[str, str]]:
    """The schemes in use, and those no longer in use that the person still has, by name."""
    return alphabetical(
        words,
        (
            (scheme.key, scheme.name(words.language))
            for scheme in schemes
            if scheme.active or scheme.key in taken
        ),
    )
