"""What is told of somebody on a list that leaves the office, and of a mentor who is offered.

Neither has a name, a number of the office, an address or anything else that this office finds the
person by; ``code`` is random and made anew for each list.
"""

import secrets
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentorapp.domain.consents import AGREED, Consent, ConsentPurpose
from mentorapp.domain.languages import Spoken
from mentorapp.domain.organisations import OrganisationKind
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.small_numbers import LEAST


class LeftOut(StrEnum):
    """Why a newcomer who waits is not on the list."""

    NOT_AGREED = "not_agreed"
    WITHDRAWN = "withdrawn"
    PROTECTED = "protected"
    BEING_ASKED = "being_asked"


@dataclass(frozen=True, slots=True)
class Area:
    """A municipality, in the office's own town maybe one of its districts; never anything finer."""

    country: str
    municipality_code: str
    municipality: str
    district: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What may be told of anybody."""

    code: str
    age_band: AgeBand | None = None
    languages: frozenset[Spoken] = frozenset()
    interests: frozenset[str] = frozenset()
    area: Area | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Told):
    """A newcomer who waits. ``schemes`` are keys, none means any; ``wish_gender`` the mentor's."""

    wish_gender: Gender = Gender.NOT_GIVEN
    schemes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Told):
    """A mentor with room."""

    gender: Gender = Gender.NOT_GIVEN
    organisation_kind: OrganisationKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A waiting list as it is sent; ``code`` is the list's own, random."""

    code: str
    office: str
    municipality: str
    made_on: date
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFile:
    """The answer to it: offers by the code of the line."""

    code: str
    office: str
    municipality: str
    made_on: date
    offers: Mapping[str, Offer]


def new_list_code() -> str:
    """Sixteen hexadecimal digits: no two offices ever draw the same."""
    return secrets.token_hex(8)


def new_line_codes(count: int) -> list[str]:
    """So many different numbers of six digits, which can be said on the telephone."""
    found: set[str] = set()
    while len(found) < count:
        found.add(f"{secrets.randbelow(900_000) + 100_000}")
    return list(found)


def agreed(consents: Collection[Consent], today: date) -> bool:
    """Whether the person said yes to telling other offices, and has not taken it back."""
    return any(
        one.purpose is ConsentPurpose.OTHER_OFFICES
        and one.basis in AGREED
        and one.given_on <= today
        and one.withdrawn_on is None
        for one in consents
    )


def withdrawn(consents: Collection[Consent]) -> bool:
    """Whether the person took it back."""
    return any(
        one.purpose is ConsentPurpose.OTHER_OFFICES and one.withdrawn_on is not None
        for one in consents
    )


def coarse_enough(areas: Sequence[Area | None], own: str) -> list[Area | None]:
    """The areas as they may be told: one that fewer than five of the list share shows who it is.

    A district gives way to its municipality, a municipality to nothing; ``own`` is the code of the
    office's own, which the signature tells anyway.
    """
    districts = Counter(area for area in areas if area)
    towns = Counter(area.municipality_code for area in areas if area)

    def told(area: Area | None) -> Area | None:
        if area is None or not area.municipality_code:
            return None
        if area.district and districts[area] >= LEAST:
            return area
        if area.municipality_code == own or towns[area.municipality_code] >= LEAST:
            return Area(area.country, area.municipality_code, area.municipality)
        return None

    return [told(area) for area in areas]
