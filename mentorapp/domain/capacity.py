"""Capacity: the places organisations offer, by kind and period."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.placements import PlacementKind
from mentorapp.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedPlaces(Record):
    """``places`` at once, for one kind of placement; without ``to_date`` until further notice."""

    organisation_id: UUID
    kind: PlacementKind
    places: int
    from_date: date
    to_date: date | None = None
    notes: str = ""
