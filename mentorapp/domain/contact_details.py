"""How to reach a person and where he is: kept apart from the person, so that it is asked for.

Only ``mentorapp.domain.protection.visible`` hands these values on to a letter, list or file.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.text import check_length


class Share(StrEnum):
    """What a person lets the other half of a pair know."""

    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDetails(Record):
    """One row for each person; ``phone`` is E.164 (+4791827364), ``country`` ISO 3166 (NO)."""

    person_id: UUID
    phone: str = ""
    email: str = ""
    address: str = ""
    postal_code: str = ""
    country: str = "NO"

    @property
    def is_empty(self) -> bool:
        """Nothing is known but the country."""
        return not (self.phone or self.email or self.address or self.postal_code)


#: What tells where somebody is, or how to find out.
WHERE = ("phone", "email", "address", "postal_code")


def without_where(details: ContactDetails) -> ContactDetails:
    """All that may be kept of somebody strictly confidential."""
    return replace(details, phone="", email="", address="", postal_code="")


_EMAIL = re.compile(r"[^\s@<>()\[\],;:]+@[^\s@<>()\[\],;:]+\.[^\s@<>()\[\],;:.]{2,}")
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")


def check_contact_details(details: ContactDetails) -> None:
    """Raise InvalidField when phone, e-mail or address cannot be right.

    Whether the postal code exists is asked by the operations, which know the register.
    """
    check_length("email", details.email, 254)  # RFC 5321's longest
    check_phone("phone", details.phone)
    check_email("email", details.email)
    check_length("address", details.address, 300)


def check_phone(field: str, phone: str) -> None:
    """Raise InvalidField for what is neither empty nor E.164."""
    if phone and not _E164.fullmatch(phone):
        raise InvalidField(field, Problem.NOT_A_PHONE, phone)


def check_email(field: str, email: str) -> None:
    """Raise InvalidField for what is neither empty nor an address that could exist."""
    if email and not _EMAIL.fullmatch(email):
        raise InvalidField(field, Problem.NOT_AN_EMAIL, email)
