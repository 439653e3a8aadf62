"""Kinds of mentors made from those who wait.

People who need the same are one group, and a group gives one kind with what its people need
together: so every part of a kind is one that somebody needs. Whom a kind would help is not decided
here: that is for the rules that judge everybody.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from mentorapp.domain.availability import Slot
from mentorapp.domain.households import ChildBand
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.schemes import Criterion, Weight
from mentorapp.domain.shortages import MentorKind
from mentorapp.matching import bits, criteria
from mentorapp.matching.facts import NewcomerFacts
from mentorapp.matching.imagined import imagined
from mentorapp.matching.rules import Rulebook
from mentorapp.reference.places import Place

#: Parts of the week asked of one mentor: more than three nobody has.
_SLOTS = 3
_INTERESTS = 2


class _Need(NamedTuple):
    """What a kind must have for a newcomer; sorts, so that equal groups keep one order.

    ``language`` is a speech (see ``facts``): whoever speaks Dari talks with whoever speaks Persian.
    ``hidden`` people have a group of their own, whose kind says nothing of places or work.
    """

    hidden: bool
    gender: int
    age_band: int
    language: str
    municipality: tuple[str, str]
    occupation: int


@dataclass(frozen=True)
class Demands:
    """What the scheme asks for, and the country's own language, which every recruit speaks."""

    weights: Mapping[str, str]
    book: Rulebook
    local: str

    @cached_property
    def spoken_by_all(self) -> AbstractSet[str]:
        """The speeches of a recruit of whom nothing is asked."""
        return imagined(MentorKind(), self.local).languages.keys()

    def is_must(self, criterion: Criterion) -> bool:
        """Without it nobody can be paired."""
        return criterion in self.book.musts

    def weight(self, criterion: Criterion) -> Weight:
        """OFF for what nobody has said anything about."""
        return Weight(self.weights.get(criterion.value, Weight.OFF.value))


def kinds_for(
    newcomers: Iterable[NewcomerFacts], demands: Demands, most: int
) -> tuple[MentorKind, ...]:
    """Kinds for those who could be helped by a recruit, the largest groups' first, each once.

    Left out are the strictly confidential, and whoever lacks what every mentor would be measured
    by, such as free times in a scheme where they are a must.
    """
    waiting = [one for one in newcomers if not one.by_hand]
    bands = Counter(band for one in waiting for band in _each(one.wish_age_bands))
    groups: defaultdict[_Need, list[NewcomerFacts]] = defaultdict(list)
    for one in waiting:
        need = _need(one, demands, bands)
        if need is not None:
            groups[need].append(one)
    largest = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))[:most]
    return tuple(dict.fromkeys(_kind(need, group, demands) for need, group in largest))


def _need(one: NewcomerFacts, demands: Demands, bands: Mapping[int, int]) -> _Need | None:
    """None when no mentor of any kind would do."""
    language = _language(one, demands)
    lacking = (
        language is None
        or (demands.is_must(Criterion.AVAILABILITY) and not one.slots)
        or (demands.is_must(Criterion.INTERESTS) and not one.interests)
        or (demands.is_must(Criterion.HOUSEHOLD) and not one.child_bands)
        or (demands.is_must(Criterion.DISTANCE) and not one.hidden and one.place is None)
    )
    occupation = 0
    if demands.is_must(Criterion.OCCUPATION):
        occupation = one.wished_occupation or one.earlier_occupation
        lacking = lacking or not occupation
    if lacking or language is None:
        return None
    return _Need(
        hidden=one.hidden,
        gender=one.wish_gender,
        age_band=_band(one, demands, bands),
        language=language,
        municipality=_municipality(one, demands),
        occupation=0 if one.hidden else occupation,
    )


def _language(one: NewcomerFacts, demands: Demands) -> str | None:
    """Empty when the country's own language is enough; None when nothing suffices."""
    if not demands.is_must(Criterion.LANGUAGE):
        return ""
    enough = {
        speech: rank
        for speech, (rank, _code) in one.languages.items()
        if rank >= criteria.ENOUGH_TO_TALK
    }
    if not enough:
        return None
    if enough.keys() & demands.spoken_by_all:
        return ""
    return min(enough, key=lambda speech: (-enough[speech], speech))


def _band(one: NewcomerFacts, demands: Demands, bands: Mapping[int, int]) -> int:
    """Of the bands wished for the one most others wish for too; his own where age is a must."""
    if one.wish_age_bands:
        return min(_each(one.wish_age_bands), key=lambda band: (-bands[band], band))
    return one.age_band if demands.is_must(Criterion.AGE) else 0


def _municipality(one: NewcomerFacts, demands: Demands) -> tuple[str, str]:
    """Where somebody has to be, if that binds at all; nothing for whoever's place is not known."""
    limited = one.max_km is not None or demands.is_must(Criterion.DISTANCE)
    if one.place is None or not limited or not demands.book.distance_counts:
        return "", ""
    return criteria.municipality(one.place)


def _kind(need: _Need, group: Sequence[NewcomerFacts], demands: Demands) -> MentorKind:
    at = _place(group) if need.municipality[0] else None
    # A certificate is always asked of the mentors of protected people: it tells nothing of them.
    certificate = need.hidden or any(one.with_minors for one in group)
    return MentorKind(
        gender=Gender(_named(bits.GENDERS, need.gender)) if need.gender else None,
        age_band=AgeBand(_named(bits.AGE_BANDS, need.age_band)) if need.age_band else None,
        languages=(_code(need.language, group),) if need.language else (),
        country=at.country if at else "",
        postal_code=at.code if at else "",
        place=at.place if at else "",
        municipality=at.municipality if at else "",
        slots=_slots(group, demands),
        occupation_group="" if need.hidden else _occupation(need, group, demands),
        interests=() if need.hidden else _interests(group, demands),
        child_band=None if need.hidden else _child_band(group, demands),
        certificate=certificate,
    )


def _code(speech: str, group: Sequence[NewcomerFacts]) -> str:
    """The language by which most of the group call what they speak."""
    codes = Counter(one.languages[speech][1] for one in group)
    return min(codes, key=lambda code: (-codes[code], code))


def _place(group: Sequence[NewcomerFacts]) -> Place:
    """The postal place where most of the group live, by its code that most of them have."""
    places = [one.place for one in group if one.place is not None]
    names, codes = Counter(one.place for one in places), Counter(one.code for one in places)
    return min(places, key=lambda one: (-names[one.place], one.place, -codes[one.code], one.code))


def _slots(group: Sequence[NewcomerFacts], demands: Demands) -> tuple[Slot, ...]:
    """Two or three parts of the week, so chosen that as many as can be are free in one of them."""
    if demands.weight(Criterion.AVAILABILITY) is Weight.OFF:
        return ()
    chosen = _cover([one.slots for one in group], _SLOTS)
    return tuple(sorted(Slot.parse(name) for name, bit in bits.SLOTS.items() if bit in chosen))


def _interests(group: Sequence[NewcomerFacts], demands: Demands) -> tuple[str, ...]:
    if not demands.is_must(Criterion.INTERESTS):
        return ()
    chosen = _cover([one.interests for one in group], _INTERESTS)
    return tuple(sorted(key for key, bit in bits.interest_bits().items() if bit in chosen))


def _child_band(group: Sequence[NewcomerFacts], demands: Demands) -> ChildBand | None:
    if not demands.is_must(Criterion.HOUSEHOLD):
        return None
    (chosen,) = _cover([one.child_bands for one in group], 1)
    return ChildBand(_named(bits.CHILD_BANDS, chosen))


def _occupation(need: _Need, group: Sequence[NewcomerFacts], demands: Demands) -> str:
    """The field of work that is a must, or that half of them wish for where it weighs high."""
    bit = need.occupation
    if not bit and demands.weight(Criterion.OCCUPATION) is Weight.HIGH:
        wished = Counter(one.wished_occupation for one in group if one.wished_occupation)
        most = min(wished, key=lambda one: (-wished[one], one), default=0)
        bit = most if 2 * wished[most] >= len(group) else 0
    return bits.occupation_in(bit) if bit else ""


def _cover(sets: Sequence[int], most: int) -> set[int]:
    """Up to ``most`` bits of the sets: each the one that most of those have who have none of the
    bits chosen before; when all have one, what most have.
    """
    chosen: set[int] = set()
    everybody = Counter(bit for one in sets for bit in _each(one))
    left = list(sets)
    while len(chosen) < most and len(chosen) < len(everybody):
        asked = Counter(bit for one in left for bit in _each(one)) or everybody
        bit = min(asked.keys() - chosen, key=lambda one: (-asked[one], -everybody[one], one))
        chosen.add(bit)
        left = [one for one in left if not one & bit]
    return chosen


def _each(found: int) -> Iterable[int]:
    """The bits that are set, the lowest first."""
    while found:
        lowest = found & -found
        yield lowest
        found ^= lowest


def _named(keys: Mapping[str, int], bit: int) -> str:
    return next(key for key, one in keys.items() if one == bit)
