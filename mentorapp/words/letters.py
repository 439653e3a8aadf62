"""What a letter said, for whoever looks it up later."""

from mentorapp.domain.letters import LetterIssued
from mentorapp.words import Words


def text_as_printed(words: Words, letter: LetterIssued) -> str:
    """The letter's text, or why it is not shown: operations leave it out for the protected."""
    return letter.text or words.text(
        "The text is not shown, because one of the two has a protected address now."
    )
