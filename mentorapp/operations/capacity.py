"""Places that organisations offer: keep the offers, count what is free, and the office's goal."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.capacity import (
    OfferedPlaces,
    Places,
    PlacesGoal,
    YearOfPlaces,
    check_offered_places,
    places_goal,
    places_on,
    years_of_places,
)
from mentorapp.domain.goals import Measure, OfficeGoal
from mentorapp.domain.organisations import Organisation, OrganisationKind
from mentorapp.domain.placements import Placement, PlacementKind
from mentorapp.domain.text import clean
from mentorapp.operations.intention import counts_all, intention
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class PlacesRow:
    """Places of one kind at one organisation today; ``sector`` is what sort of body it is."""

    id: tuple[UUID, PlacementKind]
    places: Places
    number: int
    organisation: str
    sector: OrganisationKind


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer with whose it is, and whether it holds today."""

    offer: OfferedPlaces
    number: int
    organisation: str
    holds: bool

    @property
    def id(self) -> UUID:
        """The offer's."""
        return self.offer.id


@dataclass(frozen=True, slots=True)
class OrganisationPlaces:
    """What an organisation's file shows: places now, every offer, and the years."""

    sector: OrganisationKind
    now: tuple[Places, ...]
    offers: tuple[OfferRow, ...]
    years: tuple[YearOfPlaces, ...]


@counts_all
def places(tx: Transaction, day: date) -> tuple[Places, ...]:
    """Offered and taken by organisation and kind on a day."""
    return places_on(records.find(tx, OfferedPlaces), records.find(tx, Placement), day)


@counts_all
def rows(tx: Transaction, day: date) -> list[PlacesRow]:
    """The same with the organisations' names, by name."""
    organisations = records.by_id(records.find(tx, Organisation))
    found = [
        PlacesRow(
            id=(one.organisation_id, one.kind),
            places=one,
            number=organisations[one.organisation_id].number,
            organisation=organisations[one.organisation_id].name,
            sector=organisations[one.organisation_id].kind,
        )
        for one in places(tx, day)
    ]
    return sorted(found, key=lambda row: (row.organisation.casefold(), row.number))


def offers(tx: Transaction, today: date) -> list[OfferRow]:
    """Every offer, by organisation and the latest first."""
    organisations = records.by_id(records.find(tx, Organisation))
    found = [
        OfferRow(
            offer=one,
            number=organisations[one.organisation_id].number,
            organisation=organisations[one.organisation_id].name,
            holds=one.holds(today),
        )
        for one in records.find(tx, OfferedPlaces)
    ]
    found.sort(key=lambda row: row.offer.from_date, reverse=True)
    return sorted(found, key=lambda row: row.organisation.casefold())


def of_organisation(tx: Transaction, organisation_id: UUID, today: date) -> OrganisationPlaces:
    """The places of one organisation; NotFound."""
    organisation = records.get(tx, Organisation, organisation_id)
    mine = records.find(tx, OfferedPlaces, organisation_id=organisation_id)
    here = records.find(tx, Placement, organisation_id=organisation_id)
    ordered = sorted(mine, key=lambda one: one.from_date, reverse=True)
    return OrganisationPlaces(
        sector=organisation.kind,
        now=places_on(mine, here, today),
        offers=tuple(
            OfferRow(one, organisation.number, organisation.name, one.holds(today))
            for one in ordered
        ),
        years=years_of_places(mine, here, today),
    )


@counts_all
def goals(tx: Transaction, today: date) -> list[PlacesGoal]:
    """The office's goals about places and placements that have begun, and how far it is."""
    offered, placed = records.find(tx, OfferedPlaces), records.find(tx, Placement)
    mine = records.find(tx, OfficeGoal, measure=[Measure.PLACES, Measure.PLACEMENTS])
    return [
        places_goal(one, offered, placed, today)
        for one in sorted(mine, key=lambda one: (one.to_date, one.title))
        if one.from_date <= today
    ]


@intention
def save(tx: Transaction, offer: OfferedPlaces) -> OfferedPlaces:
    """Keep a new offer or change one. Raises InvalidField, NotFound and ChangedMeanwhile."""
    offer = replace(offer, notes=clean(offer.notes))
    records.get(tx, Organisation, offer.organisation_id)
    check_offered_places(offer)
    if records.find(tx, OfferedPlaces, id=offer.id):
        return records.amend(tx, offer)
    return records.add(tx, offer)


@intention
def delete(tx: Transaction, offer_id: UUID) -> OfferedPlaces:
    """Take back an offer entered by mistake; one that has ended gets its last day instead."""
    offer = records.get(tx, OfferedPlaces, offer_id)
    records.remove(tx, offer)
    return offer


@intention
def restore(tx: Transaction, offer: OfferedPlaces) -> OfferedPlaces:
    """Undo ``delete``."""
    return records.restore(tx, offer)
