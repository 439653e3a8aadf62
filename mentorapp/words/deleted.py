"""How what is in Deleted is told."""

from collections.abc import Sequence
from datetime import date

from mentorapp.words import Words


def about(words: Words, names: Sequence[str], day: date | None, others: int) -> str:
    """What it is known by: names, a day, and how many more went with it."""
    parts = [" – ".join(names)] if names else []
    if day is not None:
        parts.append(words.date(day))
    told = ", ".join(parts)
    if others:
        more = words.plural("and %(n)d more", "and %(n)d more", others)
        told = f"{told} {more}".strip()
    return told
