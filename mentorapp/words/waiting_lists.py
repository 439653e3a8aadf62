"""Lines of lists without names in words."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from mentorapp.domain.languages import Spoken
from mentorapp.domain.people import AgeBand, Gender
from mentorapp.domain.shared_lines import Area, Line, Offer
from mentorapp.reference.languages import languages
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.reasons import name_of

SEPARATOR = " · "
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def say_age(words: Words, band: AgeBand | None) -> str:
    """The band, or that it is not known."""
    return label(words, band) if band else words.text("age not given")


def say_area(words: Words, area: Area | None) -> str:
    """District and municipality, or that the area is not told."""
    if area is None:
        return words.text("area not told")
    return ", ".join(part for part in (area.district, area.municipality) if part)


def say_languages(words: Words, spoken: Iterable[Spoken]) -> str:
    """Each with its level, the best ones first."""
    ordered = sorted(spoken, key=lambda one: (-one.level.rank, one.language))
    return ", ".join(
        f"{name_of(words, languages(), one.language)} {label(words, one.level)}" for one in ordered
    )


def say_interests(words: Words, keys: Iterable[str]) -> str:
    """By their names, with commas."""
    return ", ".join(sorted(name_of(words, words.lists.interests, key) for key in keys))


def say_wish(words: Words, line: Line) -> str:
    """Which gender the mentor should have."""
    if line.wish_gender is Gender.NOT_GIVEN:
        return words.text("no wish about gender")
    return words.text("wishes: %(gender)s") % {"gender": label(words, line.wish_gender)}


def say_line(words: Words, line: Line, schemes: Mapping[str, str] = _NO_NAMES) -> str:
    """All that is told of a newcomer, in one line; ``schemes`` are names by key."""
    parts = [
        say_age(words, line.age_band),
        say_wish(words, line),
        say_languages(words, line.languages),
        say_interests(words, line.interests),
        say_area(words, line.area),
        ", ".join(schemes.get(key, key) for key in line.schemes),
    ]
    return SEPARATOR.join(part for part in parts if part)


def say_offer(words: Words, offer: Offer) -> str:
    """All that is told of a mentor, in one line."""
    kind = offer.organisation_kind
    parts = [
        label(words, offer.gender) if offer.gender is not Gender.NOT_GIVEN else "",
        say_age(words, offer.age_band),
        say_languages(words, offer.languages),
        say_interests(words, offer.interests),
        say_area(words, offer.area),
        label(words, kind) if kind else "",
    ]
    return SEPARATOR.join(part for part in parts if part)


def say_way(words: Words, km: int | None) -> str:
    """How far apart the municipalities are: where the two live is not known more closely."""
    _ = words.text
    if km is None:
        return _("the distance is not known")
    if km == 0:
        return _("the same municipality")
    return _("about %(km)d km between the municipalities") % {"km": km}


def say_number(code: str) -> str:
    """A random number as it is said on the telephone: "482 913"."""
    return f"{code[:3]} {code[3:]}"


def say_lines(words: Words, count: int) -> str:
    """How long a list is."""
    return words.plural("%(n)d line", "%(n)d lines", count)


def say_offers(words: Words, count: int) -> str:
    """How many mentors an answer offers."""
    return words.plural("%(n)d mentor is offered", "%(n)d mentors are offered", count)
