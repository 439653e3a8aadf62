"""Letters to an organisation that mentors come from."""

from dataclasses import dataclass

from mentorapp.domain.contributions import Contribution
from mentorapp.domain.letters import Reader
from mentorapp.domain.organisations import Organisation
from mentorapp.reports.addresses import fitted, in_window
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_values import office_values
from mentorapp.reports.templates import Values
from mentorapp.words import Words
from mentorapp.words.countries import abroad


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationLetter(Letter):
    """``contribution`` is what it gave in ``year``; ``postal_place`` the town of its code."""

    organisation: Organisation
    postal_place: str
    year: int
    contribution: Contribution

    @property
    def reader(self) -> Reader:
        """Who gets it."""
        return Reader.ORGANISATION

    @property
    def number(self) -> int:
        """The organisation's."""
        return self.organisation.number

    @property
    def address(self) -> tuple[str, ...]:
        """Name, whom it is for, street, place."""
        one = self.organisation
        if not one.address:
            return ()
        for_whom = f"{one.contact_persons[0].name}\n" if one.contact_persons else ""
        place = f"{one.postal_code} {self.postal_place}".strip()
        area = in_window(self.office.address_area)
        foreign = abroad(one.country, self.office.country, self.office.language)
        return fitted(one.name, f"{for_whom}{one.address}", (place, foreign), area)

    @property
    def is_protected(self) -> bool:
        """An organisation's address is no secret, and the letter names nobody."""
        return False


def organisation_values(letter: OrganisationLetter, words: Words) -> Values:
    """Everything the texts of these letters can ask for.

    Numbers of persons below the office's threshold are not told, and no hours of so few: whoever
    reads the letter knows who they are.
    """
    given, least = letter.contribution, letter.office.least_shown
    contact = next(iter(letter.organisation.contact_persons), None)

    def told(count: int) -> str:
        return words.number(count) if count >= max(1, least) else ""

    mentors = told(given.mentors)
    return {
        **office_values(letter, words),
        "organisation": letter.organisation.name,
        "contact": contact.name if contact else "",
        "year": str(letter.year),
        "mentors": mentors,
        "few_mentors": "x" if given.mentors and not mentors else "",
        "pairings": told(given.pairings) if mentors else "",
        "hours": words.hours(given.minutes) if mentors and given.minutes else "",
        "places": words.number(given.places) if given.places else "",
        "placements": told(given.placements),
        "few_placements": "x" if given.placements and not told(given.placements) else "",
        "events": words.number(given.events) if given.events else "",
        "introduced": told(given.introduced),
        "few_introduced": "x" if given.introduced and not told(given.introduced) else "",
    }
