"""Associations: what they offer, and who was introduced where.

Bodø: «Idrettslag må ta i mot og aktivt rekruttere inn nye – ikke bare de som kan spille på
A-laget». The association itself is an organisation of the register.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Record):
    """``interests`` are keys of the reference list, ``time`` and ``price`` words for a leaflet.

    ``open`` is False when it takes nobody more for now.
    """

    organisation_id: UUID
    name: str
    interests: frozenset[str] = frozenset()
    place: str = ""
    postal_code: str = ""
    country: str = "NO"
    time: str = ""
    price: str = ""
    welcomes_beginners: bool = True
    contact: str = ""
    contact_phone: str = ""
    open: bool = True
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction(Record):
    """A person and an activity, from the introduction to the last look whether he is a member.

    ``introduced_by_id`` is a person of the register (mostly the buddy), else ``introduced_by``.
    ``member_on`` is the last day somebody saw that he still was one.
    """

    person_id: UUID
    activity_id: UUID
    introduced_on: date
    introduced_by_id: UUID | None = None
    introduced_by: str = ""
    first_visit_on: date | None = None
    joined_on: date | None = None
    member_on: date | None = None
    left_on: date | None = None
    notes: str = ""
