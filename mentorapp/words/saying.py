"""Sentences of refusals that need no thought: a text filled from the refusal's own fields."""

from collections.abc import Callable

from mentorapp.domain.errors import Refused
from mentorapp.words import Words


def says(message: str) -> Callable[..., str]:
    """A sentence filled from the refusal's own fields, dates in the user's form."""

    def said(words: Words, e: Refused) -> str:
        values = {
            name: words.date(value) if hasattr(value, "isoformat") else value
            for name, value in vars(e).items()
        }
        return words.text(message) % values

    return said
