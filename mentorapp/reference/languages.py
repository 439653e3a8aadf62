"""The languages people in a Nordic municipality speak, by ISO 639-1 code (else ISO 639-3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from mentorapp.reference import lookup


@dataclass(frozen=True, slots=True)
class Language:
    """A language with its names in the languages of the program.

    `others` are further words for it ("farsi" for Persian), never shown, only recognised.
    """

    code: str
    names: Mapping[str, str]
    others: tuple[str, ...]
    right_to_left: bool

    def name(self, language: str) -> str:
        return lookup.name_in(self.names, language)


@cache
def languages() -> Mapping[str, Language]:
    """Code -> language, the Nordic ones first."""
    return MappingProxyType(
        {
            row["code"]: Language(
                code=row["code"],
                names=MappingProxyType(lookup.names_of(row)),
                others=lookup.other_words(row),
                right_to_left=row["direction"] == "rtl",
            )
            for row in lookup.read_table("languages.tsv")
        }
    )


def find_language(text: str) -> str | None:
    """The code of the one language `text` names, in any of the four languages or its own.

    "norsk" is `no`; `nb` and `nn` are meant only where bokmål or nynorsk is named. A code is
    taken for itself, as files of other programs have them.
    """
    return lookup.find(text, _index())


@cache
def _index() -> Mapping[str, str]:
    return lookup.index(
        (code, (code, *language.names.values(), *language.others))
        for code, language in languages().items()
    )
