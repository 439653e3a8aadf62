"""Two versions of one person or organisation in words: the names of fields, and what is in them."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from uuid import UUID

from mentorapp.domain.availability import ALL_SLOTS, Slot
from mentorapp.domain.errors import Refused
from mentorapp.domain.languages import Spoken
from mentorapp.domain.merging import CannotMerge, NoSuchField
from mentorapp.domain.organisations import ContactPerson
from mentorapp.domain.profiles import Trait
from mentorapp.words import N_, Words
from mentorapp.words.countries import country_name
from mentorapp.words.fields import FIELDS, field_label
from mentorapp.words.labels import label
from mentorapp.words.profiles import say_trait_value
from mentorapp.words.reasons import name_of
from mentorapp.words.shortages import say_slots

#: Roles and cards stand before the field, since both roles have fields of the same name.
_IDEAS = {
    "mentor": N_("Mentor: %(field)s"),
    "newcomer": N_("Newcomer: %(field)s"),
    "card": N_("Competence card: %(field)s"),
}
_MORE_FIELDS = {
    "household_id": N_("Household"),
    "organisation_id": N_("Organisation"),
    "low_threshold": N_("Low threshold"),
}


def field_title(words: Words, name: str) -> str:
    """What the field is called in a form."""
    idea, _, field = name.rpartition(".")
    title = words.text(_MORE_FIELDS[field]) if field in _MORE_FIELDS else _title(words, field)
    return words.text(_IDEAS[idea]) % {"field": title} if idea else title


def _title(words: Words, field: str) -> str:
    if field in FIELDS:
        return words.text(FIELDS[field])
    return field_label(words, field)


def value_told(words: Words, name: str, value: object, names: Mapping[UUID, str]) -> str:
    """What is in the field, as one reads it; a dash when there is nothing."""
    field = name.rpartition(".")[2]
    if isinstance(value, bool):
        return words.text("yes") if value else words.text("no")
    if value is None or value in ("", frozenset(), ()):
        return "–"
    if isinstance(value, frozenset | tuple):
        slots = [one for one in value if isinstance(one, Slot)]
        if slots:
            every = ALL_SLOTS.issubset(slots)
            return words.text("at any time") if every else say_slots(words, slots)
        return ", ".join(sorted(_one(words, field, one, names) for one in value))
    return _one(words, field, value, names)


def _one(words: Words, field: str, value: object, names: Mapping[UUID, str]) -> str:
    if isinstance(value, Spoken):
        return say_trait_value(words, Trait.LANGUAGES, str(value))
    if isinstance(value, ContactPerson):
        return ", ".join(filter(None, (value.name, value.role, value.phone, value.email)))
    if isinstance(value, Enum):
        return label(words, value)
    if isinstance(value, UUID):
        return names.get(value, "–")
    return words.date(value) if isinstance(value, date) else _word(words, field, str(value))


def _word(words: Words, field: str, text: str) -> str:
    if field == "country":
        return country_name(text, words.language)
    if field == "interests":
        return name_of(words, words.lists.interests, text)
    if field.endswith("occupation_group") or field == "occupations":
        return name_of(words, words.lists.occupations, text)
    return text


def _cannot(words: Words, e: CannotMerge) -> str:
    return label(words, e.obstacle)


def _no_such(words: Words, e: NoSuchField) -> str:
    said = words.text("“%(text)s” is no field in which the two differ.") % {"text": e.text}
    if e.known:
        said += " " + words.text("Possible is %(limit)s.") % {"limit": ", ".join(e.known)}
    return said


MERGE_SENTENCES: dict[type[Refused], Callable[..., str]] = {
    CannotMerge: _cannot,
    NoSuchField: _no_such,
}
