"""What the texts of each kind of letter can ask for: one set of fields for each sort of letter."""

from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_values import PairingLetter, pairing_values
from mentorapp.reports.letters_to_organisations import OrganisationLetter, organisation_values
from mentorapp.reports.letters_to_people import PersonLetter, person_values
from mentorapp.reports.templates import Values
from mentorapp.words import Words


def values(letter: Letter, words: Words) -> Values:
    """The value of every field of this letter."""
    if isinstance(letter, PairingLetter):
        return pairing_values(letter, words)
    if isinstance(letter, PersonLetter):
        return person_values(letter, words)
    assert isinstance(letter, OrganisationLetter)  # noqa: S101 - there is no other sort
    return organisation_values(letter, words)
