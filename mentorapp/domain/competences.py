"""The competence card: what a person can, wishes, and what is missing in between.

Education, occupations and languages stand with the person and the newcomer already; the card adds
what they lack (Bodø: «Kartlegge tilflytteres kompetanse»; Lørenskog: the crane operator who needs
the language of the radio).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.languages import Level
from mentorapp.domain.records import Record


class GapKind(StrEnum):
    """What stands between somebody and the wished occupation."""

    LANGUAGE = "language"
    RECOGNITION = "recognition"
    CERTIFICATE = "certificate"
    EDUCATION = "education"
    EXPERIENCE = "experience"
    NETWORK = "network"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceCard(Record):
    """``skills``, ``licences`` (of vehicles) and ``certificates`` are short texts, one each.

    ``education_field`` and ``experience`` are free text. ``needed_level`` is the level of the
    country's language that the wished occupation asks for, ``gap_note`` what for.
    """

    person_id: UUID
    education_field: str = ""
    experience: str = ""
    skills: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    gaps: frozenset[GapKind] = frozenset()
    needed_level: Level | None = None
    gap_note: str = ""
    updated_on: date
