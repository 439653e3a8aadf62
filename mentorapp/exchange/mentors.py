"""Rows of a list of mentors."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from mentorapp.domain.imports import Columns, RowReading
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.word_lists import WordList
from mentorapp.exchange import cells, choices, dates, lists, people
from mentorapp.exchange.rows import Draft, Field, Settings, read_all
from mentorapp.exchange.tables import SourceTable
from mentorapp.reference.word_lists import WordLists

FIELDS: Final[Mapping[str, Field]] = {
    **people.FIELDS,
    "organisation": Field(cells.short_text),
    "occupation": Field(cells.short_text),
    "capacity": Field(cells.whole_number),
    "motivation": Field(cells.long_text),
    "certificate_seen_on": Field(dates.done_on, soft=True),
    "certificate_valid_to": Field(dates.done_on, soft=True),
    "certificate_seen_by": Field(cells.short_text),
    "confidentiality_signed_on": Field(dates.done_on, soft=True),
    "training_done_on": Field(dates.done_on, soft=True),
    "household": Field(cells.short_text),
    "child_bands": Field(lists.child_ages, soft=True),
    "status": Field(choices.mentor_status, soft=True),
}


def read_rows(
    table: SourceTable,
    columns: Columns,
    *,
    today: date,
    country: str = "NO",
    schemes: tuple[Scheme, ...] = (),
    word_lists: WordLists | None = None,
) -> tuple[RowReading, ...]:
    """Values by the names of ``Person``, ``ContactDetails``, ``Mentor`` and ``Household``, and
    ``organisation`` and ``place`` as text; ``occupation_group`` where the occupation tells it,
    ``consent_given_on`` the day of the consent to being registered.
    """
    settings = Settings(today, country, schemes, word_lists or WordLists())
    return read_all(table, columns, FIELDS, settings, _finish)


def _finish(draft: Draft, settings: Settings) -> None:
    people.finish(draft, settings)
    find = settings.word_lists.find
    occupation = draft.values.get("occupation")
    if isinstance(occupation, str) and (group := find(WordList.OCCUPATIONS, occupation)):
        draft.values["occupation_group"] = group
