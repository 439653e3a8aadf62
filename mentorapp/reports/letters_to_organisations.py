"""Letters to an organisation that mentors come from."""

from dataclasses import dataclass

from mentorapp.domain.contributions import Contribution
from mentorapp.domain.letters import Reader
from mentorapp.domain.organisations import Organisation
from mentorapp.reports.addresses import fitted, in_window
from mentorapp.reports.letter_model import Letter
from mentorapp.reports.letter_values import coordinator_contact
from mentorapp.reports.templates import Values
from mentorapp.words import Words


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
        return fitted(one.name, f"{for_whom}{one.address}", (place,), area)

    @property
    def is_protected(self) -> bool:
        """An organisation's address is no secret, and the letter names nobody."""
        return False


def organisation_values(letter: OrganisationLetter, words: Words) -> Values:
    """Everything the texts of these letters can ask for."""
    given = letter.contribution
    contact = next(iter(letter.organisation.contact_persons), None)
    return {
        "organisation": letter.organisation.name,
        "contact": contact.name if contact else "",
        "year": str(letter.year),
        "mentors": words.number(given.mentors) if given.mentors else "",
        "pairings": words.number(given.pairings) if given.pairings else "",
        "hours": words.hours(given.minutes) if given.minutes else "",
        "placements": words.number(given.placements) if given.placements else "",
        "office": letter.office.name,
        "municipality": letter.office.municipality,
        "coordinator": letter.signed_by,
        "coordinator_contact": coordinator_contact(
            letter.office, letter.signed_by, words, letter.away
        ),
    }
