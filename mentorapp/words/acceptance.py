"""Accepting many proposals at once, told: which of them were not agreed, and why."""

from collections.abc import Sequence

from mentorapp.domain.errors import Refused
from mentorapp.words import Words
from mentorapp.words.refusals import explain


def say_not_agreed(
    words: Words, refused: Sequence[tuple[str, Refused]], most: int | None = None
) -> list[str]:
    """How many, then who and why for each or for the first ``most``. Nothing if all were agreed."""
    if not refused:
        return []
    head = words.plural(
        "%(n)d proposal was not agreed:", "%(n)d proposals were not agreed:", len(refused)
    )
    return [head, *(f"{who}: {explain(words, why)}" for who, why in refused[:most])]
