"""The competence card: what a person can, wishes, and what is missing in between.

Education, occupations and languages stand with the person and the newcomer already; the card adds
what they lack (Bodø: «Kartlegge tilflytteres kompetanse»; Lørenskog: the crane operator who needs
the language of the radio).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.demands import Demand, check_texts
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.holding import not_held
from mentorapp.domain.languages import Level
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length


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


def check_card(card: CompetenceCard, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    check_length("education_field", card.education_field, NAME_LIMIT)
    check_length("experience", card.experience, NOTE_LIMIT)
    check_length("gap_note", card.gap_note, NOTE_LIMIT)
    for field in ("skills", "licences", "certificates"):
        check_texts(field, getattr(card, field))
    if card.updated_on > today:
        raise InvalidField("updated_on", Problem.IN_FUTURE, card.updated_on.isoformat())


def gap_hints(
    card: CompetenceCard, level: Level | None, wanted: Iterable[Demand] = ()
) -> frozenset[GapKind]:
    """The gaps that follow from what is registered, ticked or not.

    ``level`` is the person's own in the country's language, ``wanted`` the open demands in the
    wished occupation. One demand that is met shows that the paper is not missing: only what none of
    them would take the person without is a gap.
    """
    found = set()
    if card.needed_level is not None and rank_of(level) < card.needed_level.rank:
        found.add(GapKind.LANGUAGE)
    lacking = [
        not_held(one.licences, card.licences) + not_held(one.certificates, card.certificates)
        for one in wanted
    ]
    if lacking and all(lacking):
        found.add(GapKind.CERTIFICATE)
    return frozenset(found)


def gaps_of(
    card: CompetenceCard, level: Level | None, wanted: Iterable[Demand] = ()
) -> tuple[GapKind, ...]:
    """What was ticked and what follows, in one order."""
    both = card.gaps | gap_hints(card, level, wanted)
    return tuple(kind for kind in GapKind if kind in both)


def rank_of(level: Level | None) -> int:
    """0 for a language that nobody has said to be spoken."""
    return level.rank if level is not None else 0
