"""The legal basis for keeping something about a person, purpose by purpose (GDPR article 6)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record


class ConsentPurpose(StrEnum):
    """What the data are used for."""

    REGISTER = "register"
    PAIRING = "pairing"
    SHARE_WITH_PAIR = "share_with_pair"
    STATISTICS = "statistics"
    OTHER_OFFICES = "other_offices"


class LegalBasis(StrEnum):
    """Why it is allowed: article 6(1) a, b or e."""

    CONSENT = "consent"
    AGREEMENT = "agreement"
    PUBLIC_TASK = "public_task"


#: A public task is no yes: what leaves the office rests on what the person agreed to.
AGREED = (LegalBasis.CONSENT, LegalBasis.AGREEMENT)


def possible_bases(purpose: ConsentPurpose) -> tuple[LegalBasis, ...]:
    """What the purpose may rest on."""
    return AGREED if purpose is ConsentPurpose.OTHER_OFFICES else tuple(LegalBasis)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Record):
    """One purpose for one person; withdrawn when ``withdrawn_on`` is set."""

    person_id: UUID
    purpose: ConsentPurpose
    basis: LegalBasis
    given_on: date
    withdrawn_on: date | None = None


def check_consent(consent: Consent, today: date) -> None:
    """Raise InvalidField for a day in the future and for one withdrawn before it was given."""
    given, withdrawn = consent.given_on, consent.withdrawn_on
    for day in (given, withdrawn):
        if day is not None and day > today:
            raise InvalidField("consents", Problem.IN_FUTURE, day.isoformat())
    if withdrawn is not None and withdrawn < given:
        raise InvalidField("consents", Problem.BEFORE_START, withdrawn.isoformat())
