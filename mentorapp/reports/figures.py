"""A number, a share and a change as reports print them.

What tells of few is ``Hidden`` before it comes here: the office has its own threshold.
"""

from mentorapp.domain.statistics import Share
from mentorapp.words import Words

MINUS = "–"  # the minus sign proper is missing in the font


def say_share(share: Share, words: Words) -> str:
    """As "12 of 15 (80 %)": never a percentage without its base."""
    if share.percent is None:
        return words.text("nothing to count")
    return words.text("%(part)s of %(base)s (%(percent)d %%)") % {
        "part": words.number(share.part),
        "base": words.number(share.base),
        "percent": share.percent,
    }


def signed(change: float, words: Words) -> str:
    """+3, –2 or ±0."""
    sign = "±" if not round(change, 1) else "+" if change > 0 else MINUS
    return f"{sign}{words.number(abs(change))}"
