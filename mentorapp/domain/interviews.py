"""User interviews and evaluations, and what may be quoted from them.

Asker prints what a young woman said «i et brukerintervju»; here nothing is printed without a
consent to quote, and Steigen's «gode erfaringer» become figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from mentorapp.domain.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(Record):
    """``answers`` are texts by the key of the question, ``ratings`` 1 (poor) to 5 (very good)."""

    person_id: UUID
    pairing_id: UUID | None = None
    held_on: date
    held_by: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    ratings: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Record):
    """Words of a person, from an interview or a placement.

    ``credit`` is how the person is named beside it ("woman, 20"). Printed only between
    ``consent_on`` and ``withdrawn_on``.
    """

    person_id: UUID
    interview_id: UUID | None = None
    placement_id: UUID | None = None
    text: str
    said_on: date
    credit: str = ""
    consent_on: date | None = None
    withdrawn_on: date | None = None
