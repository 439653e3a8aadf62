"""Businesses, volunteer organisations and public bodies that mentors come from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length


class OrganisationKind(StrEnum):
    """What sort of body it is."""

    BUSINESS = "business"
    VOLUNTEER = "volunteer_organisation"
    PUBLIC = "public_body"
    ASSOCIATION = "association"


@dataclass(frozen=True, slots=True)
class ContactPerson:
    """Whom to call at the organisation; ``phone`` is E.164."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """``registration_number`` is a Norwegian orgnr (9 digits) or a Danish CVR number (8).

    The check digits are verified in the operations with python-stdnum. ``interests`` and
    ``occupations`` are keys of the reference lists: what the organisation can offer. The ``only_``
    fields are what it asks of the newcomers whom its mentors meet, a women's network for one;
    NOT_GIVEN and the empty set ask nothing, ``only_own_occupations`` keeps to those who want to
    work in the fields it offers. ``low_threshold`` marks one with jobs that need little schooling
    or language.
    """

    number: int = 0
    name: str
    kind: OrganisationKind = OrganisationKind.BUSINESS
    registration_number: str = ""
    address: str = ""
    postal_code: str = ""
    country: str = "NO"
    contact_persons: tuple[ContactPerson, ...] = ()
    agreement_from: date | None = None
    agreement_to: date | None = None
    promised_mentors: int = 0
    interests: frozenset[str] = frozenset()
    occupations: frozenset[str] = frozenset()
    only_gender: Gender = Gender.NOT_GIVEN
    only_age_bands: frozenset[AgeBand] = frozenset()
    only_own_occupations: bool = False
    low_threshold: bool = False
    notes: str = ""


def check_organisation(organisation: Organisation) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if not organisation.name.strip():
        raise InvalidField("name", Problem.MISSING)
    check_length("name", organisation.name, NAME_LIMIT)
    check_length("address", organisation.address, 300)
    check_length("notes", organisation.notes, NOTE_LIMIT)
    for contact in organisation.contact_persons:
        for text in (contact.name, contact.role, contact.phone, contact.email):
            check_length("contact_persons", text, NAME_LIMIT)
    if not 0 <= organisation.promised_mentors <= 10_000:
        raise InvalidField(
            "promised_mentors", Problem.OUT_OF_RANGE, str(organisation.promised_mentors)
        )
    if organisation.only_own_occupations and not organisation.occupations:
        # It would ask for newcomers whom nobody can be.
        raise InvalidField("occupations", Problem.MISSING)
    start, end = organisation.agreement_from, organisation.agreement_to
    if start is not None and end is not None and end < start:
        raise InvalidField("agreement_to", Problem.BEFORE_START, end.isoformat())
