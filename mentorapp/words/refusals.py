"""Every refusal as a sentence that says what is wrong and what to do about it.

The sentences and the words for fields and values behind them are read when the first one is needed:
hardly any start of the window needs one, and each would wait for the code of half the rules.
"""

from mentorapp.domain.errors import Refused
from mentorapp.words import Words


def explain(words: Words, refused: Refused) -> str:
    """One or two sentences; KeyError for a refusal that nobody has put into words."""
    from mentorapp.words.refusal_sentences import sentence

    return sentence(words, refused)
