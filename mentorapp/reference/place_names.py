"""Names of postal places and municipalities, to find them in text."""

import re
from functools import cache

import resources
from mentorapp.domain.named_places import phrases
from mentorapp.domain.text import folded
from mentorapp.reference.places import places_of

#: A shorter name without its diacritics is another word: "Bø" is not "bo".
_SHORTEST_BARE = 5


@cache
def place_names(country: str) -> frozenset[str]:
    """Every postal place and municipality of a country, with and without diacritics."""
    parts = (
        part
        for one in places_of(country)
        for name in (one.place, one.municipality)
        for part in re.split(r" - |/", name)
    )
    found = phrases(parts)
    return found | {bare for one in found if len(bare := folded(one)) >= _SHORTEST_BARE}


@cache
def postal_codes(country: str) -> frozenset[str]:
    """Every postal code of a country."""
    return frozenset(one.code for one in places_of(country))


@cache
def everyday_places() -> frozenset[str]:
    """Names of places that everyday speech uses as words too, in any of our languages."""
    text = resources.path("reference/everyday_places.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
