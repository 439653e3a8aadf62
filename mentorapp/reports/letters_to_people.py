"""Letters about one person alone: registered, on the waiting list, papers to sign."""

from dataclasses import dataclass
from datetime import date

from mentorapp.domain.letters import Reader
from mentorapp.domain.schemes import Scheme, in_language
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_values import Half, address_block, coordinator_contact
from mentorapp.reports.templates import Values
from mentorapp.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLetter(Letter):
    """``role`` is what the person is registered as, since ``registered_on``, for ``schemes``."""

    role: Reader
    half: Half
    registered_on: date
    schemes: tuple[Scheme, ...] = ()

    @property
    def reader(self) -> Reader:
        """Who gets it."""
        return self.role

    @property
    def number(self) -> int:
        """The person's."""
        return self.half.person.number

    @property
    def address(self) -> tuple[str, ...]:
        """The reader's own."""
        return address_block(self.half, self.office)

    @property
    def is_protected(self) -> bool:
        """Whether anything that tells of a place must stay out."""
        return self.half.is_protected


def person_values(letter: PersonLetter, words: Words) -> Values:
    """Everything the texts of these letters can ask for."""
    scheme = letter.schemes[0] if letter.schemes else None
    titles = (scheme.mentor_titles, "mentor") if scheme else ({}, "mentor")
    if letter.reader is Reader.NEWCOMER:
        titles = (scheme.newcomer_titles, scheme.key) if scheme else ({}, "newcomer")
    return {
        "first_name": letter.half.person.called,
        "full_name": letter.half.person.name,
        "title": in_language(titles[0], letter.language, titles[1]),
        "schemes": words.join([one.name(letter.language) for one in letter.schemes]),
        "registered_on": words.date_long(letter.registered_on),
        "office": letter.office.name,
        "municipality": letter.office.municipality,
        "coordinator": letter.signed_by,
        "coordinator_contact": coordinator_contact(
            letter.office, letter.signed_by, words, letter.away
        ),
        "to_mentor": "x" if letter.reader is Reader.MENTOR else "",
        "to_newcomer": "x" if letter.reader is Reader.NEWCOMER else "",
        "person_number": str(letter.number),
    }
