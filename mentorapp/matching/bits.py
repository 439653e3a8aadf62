"""Sets of the domain as bits of whole numbers: what a bit means is said here and nowhere else.

Two sets are compared by one AND, by a rule of one pair and in arrays of a million pairs alike. 0 is
"not known" or "no wish" everywhere. The mappings take the domain's values and, as those are texts,
what stands in the file: ``GENDERS[Gender.MAN]`` is ``GENDERS["man"]``.

==================  ============================================================================
interests           by the order of ``resources/reference/interests.tsv``, then ``OWN_KEYS``
interest groups     by the order of ``interest_groups.tsv``; an office's own word is in none
occupations         by the order of ``occupations.tsv``, then ``OWN_KEYS``, from bit 1 on; bit 0 is
                    ``NOBODYS``
genders             woman 1, man 2, other 4; not given 0
age bands           under 18 is 1, 18 to 25 is 2 and so on
life situations     studying 1, working 2 and so on; not given 0
child bands         under one year 1, nursery 2, primary 4, youth 8
slots               Monday morning is bit 0, Monday afternoon bit 1, Sunday evening bit 20
==================  ============================================================================

Any other key has no bit: nobody can share it.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from mentorapp.domain.availability import ALL_SLOTS
from mentorapp.domain.households import ChildBand
from mentorapp.domain.people import AgeBand, Gender, LifeSituation
from mentorapp.domain.word_lists import OWN_KEYS, WordList
from mentorapp.reference import interests as interest_lists
from mentorapp.reference.occupations import occupations

GENDERS: Mapping[str, int] = {
    Gender.WOMAN: 1,
    Gender.MAN: 2,
    Gender.OTHER: 4,
    Gender.NOT_GIVEN: 0,
}
AGE_BANDS: Mapping[str, int] = {band: 1 << place for place, band in enumerate(AgeBand)}
LIFE_SITUATIONS: Mapping[str, int] = {
    situation: (1 << place) >> 1 for place, situation in enumerate(LifeSituation)
}
CHILD_BANDS: Mapping[str, int] = {band: 1 << place for place, band in enumerate(ChildBand)}
SLOTS: Mapping[str, int] = {
    str(slot): 1 << (3 * slot.weekday + slot.part) for slot in sorted(ALL_SLOTS)
}

#: Nobody's occupation: an organisation that offers none and asks for its own fields asks for this.
NOBODYS = 1


@cache
def interest_bits() -> Mapping[str, int]:
    """Interest -> its bit."""
    keys = (*interest_lists.interests(), *OWN_KEYS[WordList.INTERESTS])
    return {key: 1 << place for place, key in enumerate(keys)}


@cache
def group_bits() -> Mapping[str, int]:
    """Interest -> the bit of its group, for those that have one."""
    groups = {key: 1 << place for place, key in enumerate(interest_lists.interest_groups())}
    return {key: groups[one.group] for key, one in interest_lists.interests().items()}


@cache
def occupation_bits() -> Mapping[str, int]:
    """Occupation group -> its bit; nothing for the empty text."""
    keys = (*occupations(), *OWN_KEYS[WordList.OCCUPATIONS])
    return {key: 2 << place for place, key in enumerate(keys)}


def bits_of(keys: Iterable[str], bits: Mapping[str, int]) -> int:
    """The set as bits."""
    found = 0
    for key in keys:
        found |= bits.get(key, 0)
    return found


@lru_cache(maxsize=10_000)
def interests_in(found: int) -> tuple[str, ...]:
    """The interests whose bits are set, in the order of the alphabet."""
    return tuple(sorted(_keys_in(found, interest_bits())))


@lru_cache(maxsize=10_000)
def occupation_in(found: int) -> str:
    """The one occupation group whose bit is set."""
    return next(iter(_keys_in(found, occupation_bits())))


@lru_cache(maxsize=10_000)
def slots_in(found: int) -> tuple[str, ...]:
    """The parts of the week whose bits are set, in the week's order."""
    return _keys_in(found, SLOTS)


@lru_cache(maxsize=10_000)
def child_bands_in(found: int) -> tuple[str, ...]:
    """The children's bands whose bits are set, the youngest first."""
    return tuple(str(one) for one in _keys_in(found, CHILD_BANDS))


def gender_in(found: int) -> str:
    """The one gender whose bit is set."""
    return str(_keys_in(found, GENDERS)[0])


def age_bands_in(found: int) -> tuple[str, ...]:
    """The age bands whose bits are set, the youngest first."""
    return tuple(str(one) for one in _keys_in(found, AGE_BANDS))


@lru_cache(maxsize=10_000)
def life_situation_in(found: int) -> str:
    """The life situation whose bit is set."""
    return str(_keys_in(found, LIFE_SITUATIONS)[0])


def _keys_in(found: int, bits: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(key for key, bit in bits.items() if found & bit)
