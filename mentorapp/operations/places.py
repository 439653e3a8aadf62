"""Postal codes as the operations need them."""

from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.reference.places import Place, place


def place_of(details: ContactDetails | None) -> Place | None:
    """The place of contact details that ``visible`` let through."""
    return place(details.country, details.postal_code) if details else None


def place_name(country: str, postal_code: str) -> str:
    """The postal place, empty when there is none."""
    found = place(country, postal_code) if postal_code else None
    return found.place if found else ""


def municipality_name(country: str, postal_code: str) -> str:
    """The municipality, empty when there is none."""
    found = place(country, postal_code) if postal_code else None
    return found.municipality if found else ""


def check_postal_code(country: str, postal_code: str) -> None:
    """Raise InvalidField for a code the country does not have."""
    if postal_code and place(country, postal_code) is None:
        raise InvalidField("postal_code", Problem.UNKNOWN_POSTAL_CODE, postal_code)
