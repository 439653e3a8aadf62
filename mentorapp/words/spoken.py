"""Languages by their names, for the lists and cards of the window."""

from collections.abc import Iterable

from mentorapp.domain.languages import Spoken
from mentorapp.reference.languages import languages
from mentorapp.words import Words
from mentorapp.words.labels import label


def language_of(words: Words, code: str) -> str:
    """The name of a language; an unknown code as it is."""
    known = languages().get(code)
    return known.name(words.language) if known else code


def say_spoken(words: Words, spoken: Iterable[Spoken]) -> str:
    """The best first: Arabic (mother tongue), Norwegian (B1)."""
    ranked = sorted(spoken, key=lambda one: (-one.level.rank, one.language))
    return ", ".join(
        f"{language_of(words, one.language)} ({label(words, one.level)})" for one in ranked
    )
