"""Who may learn where a person is. Every output asks here first.

Address protection (Norwegian adressesperre, old codes 7 and 6; Danish navne- og
adressebeskyttelse) means that nothing which can reveal the whereabouts leaves the office, not only
the street: phone, e-mail, postal code, distance and meeting place count too. Strictly confidential
people have no contact details stored at all; they are reached through the office.
"""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from mentorapp.domain.contact_details import ContactDetails, Share
from mentorapp.domain.errors import ProtectedLocation


class Protection(StrEnum):
    """Level of address protection, from open to closed."""

    NONE = "none"
    CONFIDENTIAL = "confidential"
    STRICT = "strictly_confidential"

    @property
    def rank(self) -> int:
        """0, 1, 2: the higher, the more closed."""
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(Protection)}


class Shield(NamedTuple):
    """How protected somebody is, and how much of that is ``own``: the rest comes with the home."""

    level: Protection = Protection.NONE
    own: Protection = Protection.NONE


class Purpose(StrEnum):
    """What the details are wanted for."""

    CARE = "care"  # the coordinator's own form and telephone
    LIST = "list"  # lists on the screen and on paper, searches, maps
    OWN_LETTER = "own_letter"  # the address block of a letter to the person
    OTHER_HALF = "other_half"  # what the other half of the pair is told
    EXPORT = "export"  # any file that leaves the program
    PAIRING = "pairing"  # the distance between two people


def strictest(levels: Iterable[Protection]) -> Protection:
    """The level a household has: its most protected member's."""
    return max(levels, key=lambda level: level.rank, default=Protection.NONE)


def may_use(protection: Protection, purpose: Purpose) -> bool:
    """Whether anything at all of a person's details may be used for ``purpose``."""
    if protection is Protection.CONFIDENTIAL:
        return purpose is Purpose.CARE
    return protection is Protection.NONE


def visible(
    details: ContactDetails | None,
    protection: Protection,
    purpose: Purpose,
    shares: frozenset[Share] = frozenset(),
) -> ContactDetails | None:
    """The part of ``details`` that may be used for ``purpose``; None when nothing may.

    ``shares`` is what the person lets the other half know and matters for OTHER_HALF alone, where
    address and postal code are never given.
    """
    if details is None or not may_use(protection, purpose):
        return None
    if purpose is Purpose.OTHER_HALF:
        return replace(
            details,
            address="",
            postal_code="",
            phone=details.phone if Share.PHONE in shares else "",
            email=details.email if Share.EMAIL in shares else "",
        )
    if purpose is Purpose.PAIRING:
        return replace(details, address="", phone="", email="")
    return details


def check_storable(details: ContactDetails, protection: Protection) -> None:
    """Raise ProtectedLocation when something is to be stored for a strictly confidential person."""
    if protection is Protection.STRICT:
        for field in ("address", "postal_code", "phone", "email"):
            if getattr(details, field):
                raise ProtectedLocation(field)


def check_place(place: str, protection: Protection) -> None:
    """Raise ProtectedLocation when a meeting place is to be stored for a protected pair."""
    if place and protection is not Protection.NONE:
        raise ProtectedLocation("place")
