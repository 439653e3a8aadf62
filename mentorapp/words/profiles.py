"""What two people have, side by side, in words."""

from collections.abc import Callable, Mapping

from mentorapp.domain.availability import Slot
from mentorapp.domain.households import ChildBand
from mentorapp.domain.languages import Spoken
from mentorapp.domain.people import AgeBand, Gender, LifeSituation
from mentorapp.domain.profiles import Trait
from mentorapp.reference.languages import languages
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.reasons import name_of


def say_trait_value(words: Words, trait: Trait, code: str) -> str:
    """One value of a trait: "Norwegian B1", "cooking", "Tuesday evening"."""
    return _SAYERS[trait](words, code)


def _language(words: Words, code: str) -> str:
    spoken = Spoken.parse(code)
    return words.text("%(language)s (%(level)s)") % {
        "language": name_of(words, languages(), spoken.language),
        "level": label(words, spoken.level),
    }


def _time(words: Words, code: str) -> str:
    slot = Slot.parse(code)
    return words.text("%(weekday)s %(part)s") % {
        "weekday": label(words, slot.weekday),
        "part": label(words, slot.part),
    }


def _wish(words: Words, code: str) -> str:
    idea, _, value = code.partition(":")
    if idea == "gender":
        return label(words, Gender(value))
    if idea == "age":
        return words.text("age %(ages)s") % {"ages": label(words, AgeBand(value))}
    return words.text("at most %(km)s km away") % {"km": value}


_SAYERS: Mapping[Trait, Callable[[Words, str], str]] = {
    Trait.LANGUAGES: _language,
    Trait.INTERESTS: lambda words, code: name_of(words, words.lists.interests, code),
    Trait.TIMES: _time,
    Trait.OCCUPATION: lambda words, code: name_of(words, words.lists.occupations, code),
    Trait.AGE: lambda words, code: label(words, AgeBand(code)),
    Trait.GENDER: lambda words, code: label(words, Gender(code)),
    Trait.SITUATION: lambda words, code: label(words, LifeSituation(code)),
    Trait.CHILDREN: lambda words, code: label(words, ChildBand(code)),
    Trait.PLACE: lambda _words, code: code,
    Trait.WISHES: _wish,
}
