"""Occupation groups: coarse enough that a nurse's mentor may be any nurse, fine enough to count.

Our own list, oriented on the sub-major groups of STYRK-08 (the Norwegian ISCO-08). What somebody
does or did in his own words is kept beside the group by those who register it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from mentorapp.reference import lookup


@dataclass(frozen=True, slots=True)
class Occupation:
    """A group of occupations; `isco` is the sub-major group it lies nearest to."""

    key: str
    isco: str
    names: Mapping[str, str]
    titles: tuple[str, ...]

    def name(self, language: str) -> str:
        return lookup.name_in(self.names, language)


@cache
def occupations() -> Mapping[str, Occupation]:
    """Key -> group, in the order of the standard."""
    return MappingProxyType(
        {
            row["key"]: Occupation(
                key=row["key"],
                isco=row["isco"],
                names=MappingProxyType(lookup.names_of(row)),
                titles=lookup.other_words(row),
            )
            for row in lookup.read_table("occupations.tsv")
        }
    )


@cache
def occupation_words() -> Mapping[str, str]:
    """Folded word -> key, for ``lookup.find``."""
    return lookup.index(
        (key, (key, *occupation.names.values(), *occupation.titles))
        for key, occupation in occupations().items()
    )
