"""What mentors and newcomers like to do: a list in two levels, made to be shared.

An interest is of use for pairing only when both would tick the same box, so the list is short and
a box is an activity two can do together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from mentorapp.reference import lookup


@dataclass(frozen=True, slots=True)
class InterestGroup:
    """The upper level: outdoors, sport, food ..."""

    key: str
    names: Mapping[str, str]

    def name(self, language: str) -> str:
        return lookup.name_in(self.names, language)


@dataclass(frozen=True, slots=True)
class Interest:
    """The lower level; `group` is the key of the upper one."""

    key: str
    group: str
    names: Mapping[str, str]
    others: tuple[str, ...]

    def name(self, language: str) -> str:
        return lookup.name_in(self.names, language)


@cache
def interest_groups() -> Mapping[str, InterestGroup]:
    """Key -> group, in the order a form shows them."""
    return MappingProxyType(
        {
            row["key"]: InterestGroup(row["key"], MappingProxyType(lookup.names_of(row)))
            for row in lookup.read_table("interest_groups.tsv")
        }
    )


@cache
def interests() -> Mapping[str, Interest]:
    """Key -> interest, those of a group together."""
    return MappingProxyType(
        {
            row["key"]: Interest(
                key=row["key"],
                group=row["group"],
                names=MappingProxyType(lookup.names_of(row)),
                others=lookup.other_words(row),
            )
            for row in lookup.read_table("interests.tsv")
        }
    )


@cache
def interest_words() -> Mapping[str, str]:
    """Folded word -> key, for ``lookup.find``."""
    return lookup.index(
        (key, (key, *interest.names.values(), *interest.others))
        for key, interest in interests().items()
    )
