"""A person: mentor, newcomer or both. Roles are records of their own."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.availability import Slot
from mentorapp.domain.contact_details import Share
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.languages import LetterLanguage, Spoken
from mentorapp.domain.protection import Protection
from mentorapp.domain.records import Record
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length


class Gender(StrEnum):
    """As the person gives it."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"
    NOT_GIVEN = "not_given"


class Transport(StrEnum):
    """How the person gets about; TRAVELS is whoever is willing to go to where the other lives."""

    CAR = "car"
    LICENCE = "licence"
    PUBLIC_TRANSPORT = "public_transport"
    TRAVELS = "willing_to_travel"


class LifeSituation(StrEnum):
    """What fills the days: two students have more to talk of than two people of one age."""

    NOT_GIVEN = "not_given"
    STUDYING = "studying"
    WORKING = "working"
    LOOKING_FOR_WORK = "looking_for_work"
    AT_HOME = "at_home"
    RETIRED = "retired"


class AgeBand(StrEnum):
    """Age in bands: nobody is matched on a birthday."""

    UNDER_18 = "under_18"
    FROM_18 = "18_25"
    FROM_26 = "26_35"
    FROM_36 = "36_50"
    FROM_51 = "51_66"
    FROM_67 = "67_up"


_BAND_STARTS = (
    (67, AgeBand.FROM_67),
    (51, AgeBand.FROM_51),
    (36, AgeBand.FROM_36),
    (26, AgeBand.FROM_26),
    (18, AgeBand.FROM_18),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody the office knows; ``number`` is 0 until the person is registered.

    No national identity number, origin, religion or health: the program has no field for them.
    """

    number: int = 0
    given_name: str
    family_name: str = ""
    preferred_name: str = ""
    native_name: str = ""
    birth_year: int | None = None
    gender: Gender = Gender.NOT_GIVEN
    letter_language: LetterLanguage = LetterLanguage.NB
    languages: frozenset[Spoken] = frozenset()
    interests: frozenset[str] = frozenset()
    occupation_group: str = ""
    occupation: str = ""
    availability: frozenset[Slot] = frozenset()
    transport: frozenset[Transport] = frozenset()
    life_situation: LifeSituation = LifeSituation.NOT_GIVEN
    shares: frozenset[Share] = frozenset()
    protection: Protection = Protection.NONE
    household_id: UUID | None = None
    notes: str = ""
    anonymised_on: date | None = None
    """Since then nothing is left but what statistics count, and no list shows it."""

    @property
    def name(self) -> str:
        """Given and family name, as in a list or an address."""
        return full_name(self.given_name, self.family_name)

    @property
    def called(self) -> str:
        """What the person is called in a letter's greeting."""
        return self.preferred_name or self.given_name


def full_name(given_name: str, family_name: str) -> str:
    """Given and family name, one of which may be missing."""
    return f"{given_name} {family_name}".strip()


def age_band(birth_year: int | None, today: date) -> AgeBand | None:
    """The band of the age reached this year; None when the year is unknown."""
    if birth_year is None:
        return None
    if is_minor(birth_year, today):
        return AgeBand.UNDER_18
    age = max(today.year - birth_year, 18)
    return next(band for start, band in _BAND_STARTS if age >= start)


def is_minor(birth_year: int | None, today: date) -> bool:
    """Whether to count the person as a minor: through the whole year of the 18th birthday.

    Only the year is known, so the careful reading is taken. Unknown counts as grown up.
    """
    return birth_year is not None and today.year - birth_year <= 18


def check_person(person: Person, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if not (person.given_name.strip() or person.family_name.strip()):
        raise InvalidField("given_name", Problem.MISSING)
    for field in ("given_name", "family_name", "preferred_name", "native_name", "occupation"):
        check_length(field, getattr(person, field), NAME_LIMIT)
    check_length("notes", person.notes, NOTE_LIMIT)
    if person.birth_year is not None and not today.year - 120 <= person.birth_year <= today.year:
        raise InvalidField("birth_year", Problem.OUT_OF_RANGE, str(person.birth_year))
