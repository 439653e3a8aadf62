"""What choice fields offer in forms of more than one feature, as (key, name)."""

import re
from collections.abc import Iterable
from enum import Enum
from typing import TypeVar

from mentorapp.domain.languages import Level
from mentorapp.domain.word_lists import WordList
from mentorapp.words import Words
from mentorapp.words.competences import say_level
from mentorapp.words.labels import label
from ui.format import capital, sort_key

E = TypeVar("E", bound=Enum)


def values(words: Words, kinds: Iterable[E]) -> list[tuple[E, str]]:
    """The values in their own order, each with its word."""
    return [(kind, capital(label(words, kind))) for kind in kinds]


def level_choices(words: Words) -> list[tuple[Level | None, str]]:
    """The levels of a language, and none."""
    return [(None, "–"), *((level, capital(say_level(words, level))) for level in Level)]


def group_choices(words: Words, kept: str = "") -> list[tuple[str, str]]:
    """The occupation groups that are offered and the one that is chosen, by name, and none."""
    order = sort_key(words.language)
    offered = words.lists.offered(WordList.OCCUPATIONS, kept)
    named = [(key, capital(one.name(words.language))) for key, one in offered.items()]
    if kept and kept not in offered:
        named.append((kept, kept))  # its word was taken back
    return [("", "–"), *sorted(named, key=lambda one: order(one[1]))]


def several(text: str) -> tuple[str, ...]:
    """Short texts with commas, semicolons or line breaks between them."""
    return tuple(part for one in re.split(r"[,;\n]", text) if (part := one.strip()))
