"""What somebody is like, drawn at random in the proportions an office meets."""

import random
from functools import cache
from itertools import accumulate

from benchmarks.crowd import TODAY
from mentorapp.domain.availability import ALL_SLOTS, Slot
from mentorapp.domain.languages import Level
from mentorapp.domain.people import AgeBand, Gender, age_band
from mentorapp.reference.interests import interests
from mentorapp.reference.occupations import occupations

_TONGUES = "ar uk so ti fa prs ps pl tr ur ru am sw fr es en ku lt vi th".split()
_TONGUES_SPOKEN = (20, 22, 9, 10, 6, 8, 4, 6, 5, 3, 3, 3, 4, 3, 3, 1, 5, 2, 1, 1)
_SLOTS = sorted(ALL_SLOTS)
_AGES = tuple(AgeBand)


def tongue(draw: random.Random) -> str:
    """A language that many who came speak."""
    return draw.choices(_TONGUES, _TONGUES_SPOKEN)[0]


def level(draw: random.Random, shares: tuple[int, ...]) -> Level:
    """``shares`` are those of A1, A2, B1, B2, C1, C2 and mother tongue."""
    return draw.choices(tuple(Level), shares)[0]


def some_interests(draw: random.Random, least: int, most: int) -> frozenset[str]:
    """Some are liked by many: the first on the list ten times as often as the last."""
    wanted = draw.randint(least, most)
    keys, popularity = _liked()
    found: set[str] = set()
    while len(found) < wanted:
        found.update(draw.choices(keys, cum_weights=popularity))
    return frozenset(found)


@cache
def _liked() -> tuple[tuple[str, ...], tuple[float, ...]]:
    keys = list(interests())
    random.Random(0).shuffle(keys)  # or the popular ones would all be of one group
    return tuple(keys), tuple(accumulate(rank**-0.55 for rank in range(1, len(keys) + 1)))


def some_occupations(draw: random.Random, count: int) -> frozenset[str]:
    """Different groups of the reference list."""
    return frozenset(draw.sample(_groups(), count))


def occupation(draw: random.Random, known: float) -> str:
    """One group, or none for those of whom it is not known."""
    return draw.choice(_groups()) if draw.random() < known else ""


@cache
def _groups() -> tuple[str, ...]:
    return tuple(occupations())


def free_times(draw: random.Random) -> frozenset[Slot]:
    """Each of the week's 21 parts with 28 %: two people have one in common with 82 %."""
    return frozenset(slot for slot in _SLOTS if draw.random() < 0.28)


def wished_gender(draw: random.Random, own: Gender, share: float) -> Gender:
    """Of those who wish, four in five wish for their own."""
    if draw.random() >= share:
        return Gender.NOT_GIVEN
    if own in {Gender.WOMAN, Gender.MAN} and draw.random() < 0.8:
        return own
    return draw.choice((Gender.WOMAN, Gender.MAN))


def wished_ages(draw: random.Random, birth_year: int, share: float) -> frozenset[AgeBand]:
    """Of those who wish, all wish for their own age or what is next to it."""
    own = age_band(birth_year, TODAY)
    if own is None or draw.random() >= share:
        return frozenset()
    at = _AGES.index(own)
    return frozenset(_AGES[max(at - 1, 0) : at + 2])
