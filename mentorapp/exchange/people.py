"""What mentors and newcomers have in common: the columns of a person."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from mentorapp.domain.imports import NoteReason, Reason, RowNote
from mentorapp.domain.languages import Spoken
from mentorapp.domain.people import Gender
from mentorapp.domain.protection import Protection
from mentorapp.exchange import (
    cells,
    choices,
    consents,
    dates,
    free_times,
    lists,
    measures,
    spoken,
)
from mentorapp.exchange.choices import SAME_GENDER
from mentorapp.exchange.rows import Draft, Field, Settings
from mentorapp.reference import places

FIELDS: Final[Mapping[str, Field]] = {
    "name": Field(cells.full_name),
    "given_name": Field(cells.name_part),
    "family_name": Field(cells.name_part),
    "preferred_name": Field(cells.name_part),
    "native_name": Field(cells.name_part),
    "birth_year": Field(dates.birth_year),
    "gender": Field(choices.gender, soft=True),
    "letter_language": Field(spoken.letter_language, soft=True),
    "languages": Field(spoken.languages),
    "local_level": Field(spoken.local_level, soft=True),
    "interests": Field(lists.interests),
    "availability": Field(free_times.availability),
    "transport": Field(choices.transport, soft=True),
    "travels": Field(choices.yes_or_no, soft=True),
    "life_situation": Field(choices.life_situation, soft=True),
    "shares": Field(choices.shares, soft=True),
    "phone": Field(cells.phone),
    "email": Field(cells.email),
    "address": Field(cells.address),
    "postal_code": Field(cells.postal_code),
    "place": Field(cells.short_text),
    "protection": Field(choices.protection),
    "consent": Field(consents.given, soft=True),
    "consent_given_on": Field(consents.given, soft=True),
    "notes": Field(cells.long_text),
    "schemes": Field(lists.schemes, soft=True),
    "wish_gender": Field(choices.wish_gender, soft=True),
    "wish_age_bands": Field(choices.wish_age_bands, soft=True),
    "max_distance_km": Field(measures.distance_km, soft=True),
    "registered_on": Field(dates.read_date),
}

#: What tells where a person is or how to reach him.
LOCATION: Final = ("address", "postal_code", "place", "phone", "email")
#: Who is nearby: where somebody works, and the offices that know him.
SURROUNDINGS: Final = ("organisation", "employer", "referred_by", "contact_person")
#: What is written in own words, which may name a place.
WRITTEN: Final = ("notes", "goal", "motivation")


def finish(draft: Draft, settings: Settings) -> None:
    """Two names out of one, the level of the local language, the wish for one's own gender, the
    day of the consent, and what may not be stored for a protected person.
    """
    _names(draft)
    _local_level(draft)
    _wish(draft)
    _consent(draft, settings)
    check_postal_code(draft, settings)
    check_protection(draft)


def _names(draft: Draft) -> None:
    whole = draft.values.pop("name", None)
    if isinstance(whole, tuple) and not {"given_name", "family_name"} & draft.values.keys():
        given, family = whole
        draft.values["given_name"] = given
        if family:
            draft.values["family_name"] = family
    names = ("given_name", "family_name", "name")
    tried = any(problem.field in names for problem in draft.problems)
    if not tried and not {"given_name", "family_name"} & draft.values.keys():
        draft.refuse(next((name for name in names if name in draft.texts), "name"), Reason.MISSING)


def _local_level(draft: Draft) -> None:
    local = draft.values.pop("local_level", None)
    if not isinstance(local, frozenset):
        return
    others = draft.values.get("languages")
    codes = {one.language for one in local}
    if isinstance(others, frozenset):
        kept = {one for one in others if isinstance(one, Spoken) and one.language not in codes}
        local |= kept
    draft.values["languages"] = local


def _wish(draft: Draft) -> None:
    if draft.values.get("wish_gender") != SAME_GENDER:
        return
    own = draft.values.get("gender")
    if own in {Gender.WOMAN, Gender.MAN}:
        draft.values["wish_gender"] = own
        return
    del draft.values["wish_gender"]
    heading, text = draft.texts["wish_gender"]
    draft.lost.append(f"{heading}: {text}")


def _consent(draft: Draft, settings: Settings) -> None:
    """Leaves ``consent_given_on`` as a day, or nothing with a remark where a cell says no.

    A yes without a day is dated like the registration: nobody is registered before he agreed. A
    cell that was not understood may hold a reservation, so the other one does not count either.
    """
    names = ("consent", "consent_given_on")
    said = {name: draft.values.pop(name) for name in names if name in draft.values}
    refused = next((name for name, value in said.items() if value is False), None)
    if refused is not None:
        heading, text = draft.texts[refused]
        draft.notes.append(RowNote(refused, heading, text, NoteReason.NO_CONSENT))
        return
    if any(note.field in names for note in draft.notes):
        return
    for name, value in said.items():
        if isinstance(value, date) and value > settings.today:
            draft.refuse(name, Reason.YEAR_IN_FUTURE, draft.texts[name][1])
    day = next((value for value in reversed(said.values()) if isinstance(value, date)), None)
    if said:
        draft.values["consent_given_on"] = (
            day or draft.values.get("registered_on") or settings.today
        )


def check_postal_code(draft: Draft, settings: Settings) -> None:
    """A code that the register does not have keeps the row out."""
    code = draft.values.get("postal_code")
    if isinstance(code, str) and places.place(settings.country, code) is None:
        draft.refuse("postal_code", Reason.UNKNOWN_POSTAL_CODE)


def check_protection(draft: Draft) -> None:
    """Of a strictly confidential person nothing is stored that tells where he is. The texts are
    left out of the problem, so that no preview shows them.
    """
    if draft.values.get("protection") is not Protection.STRICT:
        return
    for name in LOCATION:
        if draft.values.pop(name, None) is not None:
            draft.refuse(name, Reason.LOCATION_OF_PROTECTED, hide=True)
