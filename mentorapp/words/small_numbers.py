"""What stands for a number that is hidden because it tells of few, and why."""

from mentorapp.domain.small_numbers import LEAST
from mentorapp.words import Words

#: The same sign on all papers; Statistics Norway has it.
HIDDEN = ":"


def say_hidden(words: Words, least: int = LEAST) -> str:
    """The sign explained; stands on every page that has it."""
    return words.text(
        "%(sign)s hidden, because it tells of fewer than %(least)d persons, or because such a "
        "number could be worked out from it."
    ) % {"sign": words.text("“%(text)s”") % {"text": HIDDEN}, "least": least}
