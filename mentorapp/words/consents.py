"""Consents in sentences: that one was given or taken back, and what follows."""

from mentorapp.domain.consents import Consent, ConsentPurpose
from mentorapp.words import Words
from mentorapp.words.labels import label


def say_given(words: Words, name: str, given: Consent) -> str:
    """Whose, for what, on what basis and since when."""
    return words.text("%(name)s, %(purpose)s: %(basis)s since %(day)s.") % {
        "name": name,
        "purpose": label(words, given.purpose),
        "basis": label(words, given.basis),
        "day": words.date(given.given_on),
    }


def say_withdrawn(words: Words, name: str, back: Consent) -> list[str]:
    """The same of one that was taken back; without the one to be registered nothing may stay."""
    day = words.date(back.withdrawn_on) if back.withdrawn_on else ""
    said = words.text("%(name)s, %(purpose)s: taken back %(day)s.") % {
        "name": name,
        "purpose": label(words, back.purpose),
        "day": day,
    }
    if back.purpose is not ConsentPurpose.REGISTER:
        return [said]
    return [
        said,
        words.text("The person is to be erased: “mentorctl retention list” has the line now."),
    ]
