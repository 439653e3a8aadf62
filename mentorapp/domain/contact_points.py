"""Contact points: who helps a newcomer with what, in which service (Bodø: «kontaktpunkt»)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.records import Record


class ContactRole(StrEnum):
    """What the contact is to the newcomer."""

    WELFARE_OFFICE = "welfare_office"
    CITIZEN_SERVICE = "citizen_service"
    TEACHER = "teacher"
    EMPLOYER = "employer"
    COORDINATOR = "coordinator"
    SETTLEMENT = "settlement"
    OTHER = "other"


class ContactTask(StrEnum):
    """What the contact helps with; two services with one task is a double contact."""

    JOB_SEARCH = "job_search"
    CAREER_PLAN = "career_plan"
    LANGUAGE = "language"
    EDUCATION = "education"
    HOUSING = "housing"
    MONEY = "money"
    FAMILY = "family"
    NETWORK = "network"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint(Record):
    """``service`` is the office or school; ``stand_in`` takes over when the contact is away."""

    person_id: UUID
    role: ContactRole
    name: str
    service: str = ""
    phone: str = ""
    email: str = ""
    tasks: frozenset[ContactTask] = frozenset()
    since: date
    until: date | None = None
    stand_in: str = ""
    stand_in_phone: str = ""
