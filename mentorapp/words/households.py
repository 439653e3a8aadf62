"""Pairs of households in words."""

from mentorapp.domain.pairings import Side
from mentorapp.words import Words


def say_side(words: Words, name: str, side: Side) -> str:
    """Who stands on a side of a pair, for a list: "Amina Yusuf with family"."""
    if side is Side.PERSON:
        return name
    return words.text("%(name)s with family") % {"name": name}
