"""The agreement about a placement, on paper."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from mentorapp.domain.organisations import Organisation
from mentorapp.domain.people import Person
from mentorapp.domain.placement_protection import check_tellable
from mentorapp.domain.placements import Placement
from mentorapp.operations import offices
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import Words

if TYPE_CHECKING:
    from mentorapp.reports.placement_agreement import AgreementValues


def agreement_values(tx: Transaction, placement_id: UUID) -> "AgreementValues":
    """What stands on the agreement. Raises NotFound, and PlacementProtected for the protected."""
    from mentorapp.reports.placement_agreement import AgreementValues

    placement = records.get(tx, Placement, placement_id)
    check_tellable(shields.protection_of(tx, placement.person_id))
    organisation = records.get(tx, Organisation, placement.organisation_id)
    contacts = organisation.contact_persons
    return AgreementValues(
        placement=placement,
        person=records.get(tx, Person, placement.person_id).name,
        organisation=organisation.name,
        contact=contacts[0].name if contacts else "",
        office=offices.read(tx),
    )


def agreement_pdf(values: "AgreementValues", words: Words, printed_on: date) -> bytes:
    """The page to sign; reads nothing from the office."""
    from mentorapp.reports.placement_agreement import placement_agreement

    return placement_agreement(values, words, printed_on)
