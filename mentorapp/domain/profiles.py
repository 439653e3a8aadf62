"""Two people beside each other, line by line, with what they share."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Trait(StrEnum):
    """What two people are compared in, in the order in which it is shown."""

    LANGUAGES = "languages"
    INTERESTS = "interests"
    TIMES = "times"
    OCCUPATION = "occupation"
    AGE = "age"
    GENDER = "gender"
    SITUATION = "situation"
    CHILDREN = "children"
    PLACE = "place"
    WISHES = "wishes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One person's values of a trait as codes: what the other has as well, and what not."""

    shared: tuple[str, ...] = ()
    own: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.shared or self.own)


@dataclass(frozen=True, slots=True, kw_only=True)
class TraitLine:
    """One trait of both. A wish is shared where the other person meets it."""

    trait: Trait
    newcomer: Side
    mentor: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiles:
    """Two people beside each other; traits that neither has told are left out."""

    newcomer: str
    mentor: str
    lines: tuple[TraitLine, ...]


def compared(
    trait: Trait,
    newcomer: Iterable[str],
    mentor: Iterable[str],
    same: Callable[[str], str] = str,
) -> TraitLine:
    """The line of two lists of codes; codes for which ``same`` gives the same are shared."""
    mine, theirs = tuple(newcomer), tuple(mentor)
    both = {same(one) for one in mine} & {same(one) for one in theirs}

    def side(values: tuple[str, ...]) -> Side:
        return Side(
            shared=tuple(one for one in values if same(one) in both),
            own=tuple(one for one in values if same(one) not in both),
        )

    return TraitLine(trait=trait, newcomer=side(mine), mentor=side(theirs))
