"""Schemes: what a pair is for, how long, how often, and what counts when pairing."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.letters import STANDARD_SET
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, check_length


class Criterion(StrEnum):
    """What two people are compared on."""

    INTERESTS = "interests"
    LANGUAGE = "language"
    DISTANCE = "distance"
    AVAILABILITY = "availability"
    OCCUPATION = "occupation"
    AGE = "age"
    HOUSEHOLD = "household"
    WAITING = "waiting"


class Weight(StrEnum):
    """How much a criterion counts, in words (Vygo and Volgistics do the same)."""

    MUST = "must"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    OFF = "off"


class SchemePart(StrEnum):
    """What a scheme has beside pairs and meetings: its tabs, papers and figures follow from it."""

    CAREER = "career"
    HOUSEHOLDS = "households"
    ASSOCIATIONS = "associations"
    LANGUAGE_PRACTICE = "language_practice"
    DRIVING = "driving"


class FollowUpKind(StrEnum):
    """What a follow-up is about."""

    FIRST_MEETING = "first_meeting"
    CALL = "call"
    TALK = "talk"
    MIDWAY = "midway"
    CLOSING = "closing"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class FollowUpPoint:
    """``days`` after the pairing was agreed; written ``14:first_meeting``."""

    days: int
    kind: FollowUpKind

    def __str__(self) -> str:
        return f"{self.days}:{self.kind}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The value of ``str(point)``."""
        days, _, kind = text.partition(":")
        return cls(int(days), FollowUpKind(kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme(Record):
    """``key`` is the stable English name (``work_mentor``); ``names`` and role titles are by
    language code, missing ones fall back to English and then to the key. ``yellow_days`` and
    ``red_days`` are how long a pair may be silent; None takes the office's.
    """

    key: str
    names: Mapping[str, str]
    mentor_titles: Mapping[str, str]
    newcomer_titles: Mapping[str, str]
    usual_months: int = 6
    meetings_per_month: int = 2
    follow_up_points: tuple[FollowUpPoint, ...] = ()
    weights: Mapping[str, str]
    requires_confidentiality: bool = True
    requires_training: bool = False
    parts: frozenset[SchemePart] = frozenset()
    letter_set: str = STANDARD_SET
    active: bool = True
    yellow_days: int | None = None
    red_days: int | None = None

    def name(self, language: str) -> str:
        """The scheme's name for a reader of ``language``."""
        return in_language(self.names, language, self.key)

    def weight(self, criterion: Criterion) -> Weight:
        """OFF for a criterion nobody has said anything about."""
        return Weight(self.weights.get(criterion.value, Weight.OFF.value))


def in_language(texts: Mapping[str, str], language: str, otherwise: str = "") -> str:
    """The text in ``language``, else Bokmål for Nynorsk, else English, else any, else a word."""
    for code in (language, {"nn": "nb"}.get(language, ""), "en"):
        if texts.get(code):
            return texts[code]
    return next((text for text in texts.values() if text), otherwise)


def check_scheme(scheme: Scheme) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if not any(name.strip() for name in scheme.names.values()):
        raise InvalidField("names", Problem.MISSING)
    for name in scheme.names.values():
        check_length("names", name, NAME_LIMIT)
    if not 1 <= scheme.usual_months <= 60:
        raise InvalidField("usual_months", Problem.OUT_OF_RANGE, str(scheme.usual_months), "1–60")
    if not 0 <= scheme.meetings_per_month <= 31:
        raise InvalidField(
            "meetings_per_month", Problem.OUT_OF_RANGE, str(scheme.meetings_per_month), "0–31"
        )
    for point in scheme.follow_up_points:
        if not 1 <= point.days <= 3660:
            raise InvalidField("follow_up_points", Problem.OUT_OF_RANGE, str(point.days), "1–3660")
    for name in ("yellow_days", "red_days"):
        days = getattr(scheme, name)
        if days is not None and not 1 <= days <= 365:
            raise InvalidField(name, Problem.OUT_OF_RANGE, str(days), "1–365")
    if scheme.yellow_days and scheme.red_days and scheme.yellow_days > scheme.red_days:
        raise InvalidField("red_days", Problem.OUT_OF_RANGE, str(scheme.red_days))
