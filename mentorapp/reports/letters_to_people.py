"""Letters about one person alone: registered, on the waiting list, papers to sign."""

from dataclasses import dataclass
from datetime import date
from math import ceil

from mentorapp.domain.letters import Reader
from mentorapp.domain.people import is_minor
from mentorapp.domain.schemes import Scheme
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_values import Half, address_block, office_values
from mentorapp.reports.templates import Values
from mentorapp.words import Words

#: What is said in weeks; longer waits are said in months.
_WEEKS_UNTIL = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLetter(Letter):
    """``role`` is what the person is registered as, since ``registered_on``, for ``schemes``.

    ``usual_wait`` is how many days newcomers waited lately, None where too few tell.
    ``organisation`` is where a mentor comes from.
    """

    role: Reader
    half: Half
    registered_on: date
    schemes: tuple[Scheme, ...] = ()
    usual_wait: int | None = None
    organisation: str = ""

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
    of_mentors = words.of(scheme.mentor_titles if scheme else {}, "mentor")
    of_newcomers = words.of(scheme.newcomer_titles if scheme else {}, words.text("newcomer"))
    person = letter.half.person
    return {
        **office_values(letter, words),
        "first_name": person.called,
        "full_name": person.name,
        "title": of_mentors if letter.reader is Reader.MENTOR else of_newcomers,
        "mentor_title": of_mentors,
        "schemes": words.join([words.of(one.names, one.key) for one in letter.schemes]),
        "registered_on": words.date_long(letter.registered_on),
        "usual_wait": _usual(letter.usual_wait, words),
        "organisation": "" if letter.is_protected else letter.organisation,
        "minor": "x" if is_minor(person.birth_year, letter.written_on) else "",
        "person_number": str(letter.number),
    }


def _usual(days: int | None, words: Words) -> str:
    """In weeks or months, never shorter than it was."""
    if days is None:
        return ""
    if days <= _WEEKS_UNTIL:
        return words.plural("about %(n)d week", "about %(n)d weeks", max(1, ceil(days / 7)))
    return words.plural("about %(n)d month", "about %(n)d months", ceil(days / 30.4))
