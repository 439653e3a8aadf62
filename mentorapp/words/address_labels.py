"""What is said of address labels: who got none, and why."""

from collections.abc import Sequence

from mentorapp.words import Words


def say_left_out(words: Words, without: Sequence[int], protected: int) -> str:
    """Empty when everybody got one."""
    said = []
    if without:
        numbers = ", ".join(map(str, without))
        said.append(words.text("Without an address: %(numbers)s.") % {"numbers": numbers})
    if protected:
        said.append(
            words.plural(
                "%(n)d with a protected address is left out.",
                "%(n)d with a protected address are left out.",
                protected,
            )
        )
    return " ".join(said)
