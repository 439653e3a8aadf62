"""What a letter said, for whoever looks it up later, and what the next ones lack."""

from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.office import Office, missing_for_letters
from mentorapp.words import N_, Words

# Within "the office’s ...".
_OF_OFFICE = {
    "name": N_("name"),
    "address": N_("address"),
    "phone": N_("phone number"),
    "coordinators": N_("coordinator"),
}


def text_as_printed(words: Words, letter: LetterIssued) -> str:
    """The letter's text, or why it is not shown: operations leave it out for the protected."""
    return letter.text or words.text(
        "The text is not shown, because one of the two has a protected address now."
    )


def say_missing(words: Words, office: Office) -> str:
    """The sentence about what letters of this office will not tell; empty when nothing lacks."""
    _ = words.text
    missing = [_(_OF_OFFICE[field]) for field in missing_for_letters(office)]
    if not missing:
        return ""
    return _("The letters lack the office’s %(what)s.") % {"what": words.join(missing)}
