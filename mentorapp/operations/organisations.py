"""Organisations: register, change, list."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from stdnum.dk import cvr
from stdnum.no import orgnr

from mentorapp.domain.contact_details import check_email, check_phone
from mentorapp.domain.errors import InvalidField, NotFound, Problem, StillInUse
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.numbers import NumberKind, read_number
from mentorapp.domain.organisations import Organisation, OrganisationKind, check_organisation
from mentorapp.operations.in_use import check_organisation_unused
from mentorapp.operations.intention import intention
from mentorapp.operations.places import check_postal_code, municipality_name, place_name
from mentorapp.reference.phones import to_e164
from mentorapp.storage import counters, records, scopes, tallies
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """A line of the list; ``mentors`` come from it now, ``approved`` of them can be paired."""

    id: UUID
    number: int
    name: str
    kind: OrganisationKind
    registration_number: str
    place: str
    agreement_from: date | None
    agreement_to: date | None
    promised_mentors: int
    mentors: int
    approved: int
    contact: str
    low_threshold: bool = False
    municipality: str = ""


def rows(tx: Transaction) -> list[OrganisationRow]:
    """Every organisation for the list."""
    present = tallies.mentors_by_organisation(tx)
    return [
        OrganisationRow(
            id=one.id,
            number=one.number,
            name=one.name,
            kind=one.kind,
            registration_number=one.registration_number,
            place=place_name(one.country, one.postal_code),
            agreement_from=one.agreement_from,
            agreement_to=one.agreement_to,
            promised_mentors=one.promised_mentors,
            mentors=present.get(one.id, (0, 0))[0],
            approved=present.get(one.id, (0, 0))[1],
            contact=one.contact_persons[0].name if one.contact_persons else "",
            low_threshold=one.low_threshold,
            municipality=municipality_name(one.country, one.postal_code),
        )
        for one in records.find(tx, Organisation)
    ]


def choices(tx: Transaction) -> list[tuple[UUID, str]]:
    """Ids and names, to choose from."""
    return [(one.id, one.name) for one in records.find(tx, Organisation)]


def by_number(tx: Transaction, text: str) -> Organisation:
    """The organisation with this number; NumberMistyped, NumberOfAnotherKind or NotFound."""
    found = records.find(tx, Organisation, number=read_number(text, NumberKind.ORGANISATION))
    if not found:
        raise NotFound("organisation", text)
    return found[0]


def name_of(tx: Transaction, organisation_id: UUID) -> str:
    """The organisation's name, as a heading; NotFound."""
    return records.get(tx, Organisation, organisation_id).name


def read(tx: Transaction, organisation_id: UUID) -> Organisation:
    """One organisation."""
    return records.get(tx, Organisation, organisation_id)


@intention
def save(tx: Transaction, organisation: Organisation) -> Organisation:
    """Register a new organisation (its number is 0) or change one."""
    organisation = tidy(organisation)
    if organisation.number:
        return records.amend(tx, organisation)
    number = counters.next_numbers(tx, NumberKind.ORGANISATION)[0]
    return records.add(tx, replace(organisation, number=number))


def tidy(organisation: Organisation) -> Organisation:
    """Numbers in their one form; raises InvalidField when something cannot be right."""
    check_organisation(organisation)
    check_postal_code(organisation.country, organisation.postal_code)
    number = tidy_registration_number(organisation.registration_number, organisation.country)
    contacts = tuple(
        replace(one, phone=to_e164(one.phone, organisation.country) or one.phone.strip())
        for one in organisation.contact_persons
    )
    for one in contacts:
        check_phone("contact_persons", one.phone)
        check_email("contact_persons", one.email)
    return replace(organisation, registration_number=number, contact_persons=contacts)


def tidy_registration_number(text: str, country: str) -> str:
    """Digits alone; InvalidField when a Norwegian or Danish check digit does not fit."""
    kind = {"NO": orgnr, "DK": cvr}.get(country)
    if not text or kind is None:
        return text.strip()
    try:
        return str(kind.validate(text))
    except ValueError as wrong:
        raise InvalidField("registration_number", Problem.BAD_ORGANISATION_NUMBER, text) from wrong


@intention
def delete(tx: Transaction, organisation_id: UUID) -> Organisation:
    """Delete it, unless mentors come from it or newcomers work there (StillInUse).

    Returns what was.
    """
    with scopes.whole(tx):
        mentors = records.find(tx, Mentor, organisation_id=organisation_id)
        employed = records.find(tx, Newcomer, employer_id=organisation_id)
    if mentors:
        raise StillInUse("organisation", "mentor", len(mentors))
    if employed:
        raise StillInUse("organisation", "newcomer", len(employed))
    check_organisation_unused(tx, organisation_id)
    held = read(tx, organisation_id)
    records.remove(tx, held)
    return held
