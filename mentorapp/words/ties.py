"""What came of a tie, in sentences."""

from collections.abc import Sequence

from mentorapp.words import Words


def say_tied(words: Words, discarded: int, running: Sequence[int]) -> list[str]:
    """So many proposals dropped, and the numbers of the pairings that go on all the same."""
    said = []
    if discarded:
        said.append(
            words.plural(
                "%(n)d proposal of the two was dropped.",
                "%(n)d proposals of the two were dropped.",
                discarded,
            )
        )
    said += [
        words.text("The two are a pair, number %(number)s: it goes on until you end it.")
        % {"number": number}
        for number in running
    ]
    return said
