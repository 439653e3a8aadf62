from collections.abc import Iterator
from dataclasses import fields

import pytest

from mentorapp.domain.availability import ALL_SLOTS, Slot
from mentorapp.domain.competences import CompetenceCard
from mentorapp.domain.merging import Differing, differing
from mentorapp.domain.records import Record
from mentorapp.words import LANGUAGES, Words
from mentorapp.words.merging import field_title, value_told
from tests.factories import (
    TODAY,
    a_mentor,
    a_newcomer,
    a_person,
    an_organisation,
    contact_details,
    slots,
    spoken,
)


def every_field() -> Iterator[str]:
    """All that can be chosen, with the idea before it."""
    card = CompetenceCard(person_id=a_person().id, updated_on=TODAY)
    left_out = {"id", "version", "deleted_at", "number", "person_id", "protection", "updated_on"}
    left_out |= {"anonymised_on"}
    for idea, record in (
        ("", a_person()),
        ("", contact_details()),
        ("mentor.", a_mentor()),
        ("newcomer.", a_newcomer()),
        ("card.", card),
        ("", an_organisation()),
    ):
        for one in fields(record):
            if one.name not in left_out:
                yield f"{idea}{one.name}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(set(every_field())))
def test_every_field_has_its_name(language: str, name: str) -> None:
    assert field_title(Words(language), name).strip()


def told(first: Record, second: Record, names: dict[object, str] | None = None) -> dict[str, str]:
    words = Words("en")

    def one(field: Differing) -> str:
        known = names or {}
        both = (value_told(words, field.name, v, known) for v in (field.first, field.second))  # type: ignore[arg-type]
        return " / ".join(both)

    return {field.name: one(field) for field in differing(first, second)}


def test_values_are_told_as_one_reads_them() -> None:
    home = a_person().id
    first = a_person(
        birth_year=None,
        languages=spoken("no:B1"),
        availability=slots("tuesday-evening"),
        interests=frozenset({"fishing"}),
        household_id=home,
    )
    second = a_person(
        birth_year=1990, languages=spoken(), availability=slots(), interests=frozenset()
    )

    found = told(first, second, {home: "Kari & Ola"})

    assert found["birth_year"] == "– / 1990"
    assert found["languages"] == "Norwegian (B1) / –"
    assert found["availability"] == "Tuesday evening / –"
    assert found["household_id"] == "Kari & Ola / –"


def test_dates_contacts_and_choices_are_told_in_words() -> None:
    first = an_organisation(low_threshold=True, agreement_from=TODAY)
    second = an_organisation(contact_persons=())

    found = told(first, second)

    assert found["low_threshold"] == "yes / no"
    assert found["agreement_from"] == "23 Nov 2026 / –"
    assert found["contact_persons"].startswith("Berit Moen, leder")


def test_free_times_are_told_by_the_week_and_a_country_by_its_name() -> None:
    english = Words("en")
    some = frozenset(map(Slot.parse, ("tuesday-evening", "monday-evening", "sunday-morning")))

    assert value_told(english, "availability", some, {}) == (
        "Sunday morning and Monday and Tuesday evening"
    )
    assert value_told(english, "availability", ALL_SLOTS, {}) == "at any time"
    assert value_told(english, "country", "NO", {}) == "Norway"
    assert value_told(Words("da"), "country", "XX", {}) == "XX"
