"""Barriers as they are told, and what their figures mean."""

from collections.abc import Iterable

from mentorapp.domain.barriers import Barrier
from mentorapp.words import N_, Words
from mentorapp.words.labels import label

#: What the figures are counted from; changed together with ``domain.barriers.BarrierFigures``.
DEFINITION = N_(
    "Each person counts once, with the newest answer of the period. The base of every share is the "
    "people who were asked. Childcare also counts where the household needs it. Health is not "
    "asked about."
)


def say_barriers(words: Words, ticked: Iterable[Barrier]) -> str:
    """Childcare, language, in the order of the list; or that nothing stands in the way."""
    known = frozenset(ticked)
    said = ", ".join(label(words, one) for one in Barrier if one in known)
    return said or words.text("nothing stands in the way")


def say_not_asked(words: Words, count: int) -> str:
    """How many stand beside the figures: their households need childcare, nobody asked them."""
    return words.plural(
        "Beside them %(n)d person was not asked whose household needs childcare.",
        "Beside them %(n)d people were not asked whose households need childcare.",
        count,
    )
