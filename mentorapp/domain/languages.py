"""Languages people speak, with CEFR levels, and the languages letters are written in."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

#: Codes that count as the language of the country, by country: Nordic neighbours understand.
LOCAL_LANGUAGE = {
    "NO": "no",
    "SJ": "no",
    "DK": "da",
    "SE": "sv",
    "FI": "fi",
    "IS": "is",
    "FO": "fo",
}


class Level(StrEnum):
    """Council of Europe level; NATIVE for a mother tongue."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"
    NATIVE = "native"

    @property
    def rank(self) -> int:
        """1 for A1 up to 7 for a mother tongue."""
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(Level, start=1)}


class LetterLanguage(StrEnum):
    """Languages a letter can be wished in; where no text ships, the office's own is used."""

    NB = "nb"
    NN = "nn"
    DA = "da"
    EN = "en"
    UK = "uk"
    AR = "ar"
    PRS = "prs"
    TI = "ti"
    SO = "so"
    PL = "pl"


@dataclass(frozen=True, slots=True, order=True)
class Spoken:
    """A language somebody speaks; ``language`` is a code of ``mentorapp.reference.languages``."""

    language: str
    level: Level

    def __str__(self) -> str:
        return f"{self.language}:{self.level}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The value of ``str(spoken)``, for example ``ar:native``."""
        language, _, level = text.partition(":")
        return cls(language, Level(level))


def common(one: Iterable[Spoken], other: Iterable[Spoken]) -> dict[str, Level]:
    """Languages both speak, each with the lower of the two levels."""
    theirs = {spoken.language: spoken.level for spoken in other}
    return {
        spoken.language: min(spoken.level, theirs[spoken.language], key=lambda level: level.rank)
        for spoken in one
        if spoken.language in theirs
    }


#: What else is the language of a country: its written forms.
_WRITTEN_FORMS = {"no": frozenset({"no", "nb", "nn"})}


def local_level(spoken: Iterable[Spoken], country: str) -> Level | None:
    """The level in the country's own language; None when nobody has said that it is spoken."""
    code = LOCAL_LANGUAGE.get(country, "")
    codes = _WRITTEN_FORMS.get(code, frozenset({code}))
    levels = [one.level for one in spoken if one.language in codes]
    return max(levels, key=lambda level: level.rank, default=None)
