"""A number, a share and a change as reports print them.

What tells of few is hidden by the rule in ``mentorapp.domain.small_numbers``.
"""

from mentorapp.domain.small_numbers import is_small
from mentorapp.domain.statistics import Share
from mentorapp.words import Words
from mentorapp.words.small_numbers import HIDDEN

MINUS = "–"  # the minus sign proper is missing in the font


def say_share(share: Share, words: Words) -> str:
    """As "12 of 15 (80 %)": never a percentage without its base, and none of a few."""
    if share.percent is None:
        return words.text("nothing to count")
    if is_small(share.base):
        return HIDDEN
    return words.text("%(part)s of %(base)s (%(percent)d %%)") % {
        "part": words.number(share.part),
        "base": words.number(share.base),
        "percent": share.percent,
    }


def signed(change: float, words: Words) -> str:
    """+3, –2 or ±0."""
    sign = "±" if not round(change, 1) else "+" if change > 0 else MINUS
    return f"{sign}{words.number(abs(change))}"
