"""Rows of a list of organisations."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from mentorapp.domain.imports import Columns, Reason, RowReading
from mentorapp.exchange import cells, choices, dates, lists, people
from mentorapp.exchange.rows import Draft, Field, Settings, read_all
from mentorapp.exchange.tables import SourceTable
from mentorapp.reference.word_lists import WordLists

FIELDS: Final[Mapping[str, Field]] = {
    "name": Field(cells.name_part),
    "kind": Field(choices.organisation_kind, soft=True),
    "registration_number": Field(cells.organisation_number),
    "address": Field(cells.address),
    "postal_code": Field(cells.postal_code),
    "place": Field(cells.short_text),
    "contact_name": Field(cells.short_text),
    "contact_role": Field(cells.short_text),
    "contact_phone": Field(cells.phone),
    "contact_email": Field(cells.email),
    "agreement_from": Field(dates.read_date),
    "agreement_to": Field(dates.read_date),
    "promised_mentors": Field(cells.whole_number),
    "interests": Field(lists.interests),
    "occupations": Field(lists.occupations),
    "low_threshold": Field(choices.yes_or_no),
    "notes": Field(cells.long_text),
}


def read_rows(
    table: SourceTable,
    columns: Columns,
    *,
    today: date,
    country: str = "NO",
    word_lists: WordLists | None = None,
) -> tuple[RowReading, ...]:
    """Values by the names of ``Organisation``; ``contact_*`` belong to one ``ContactPerson``."""
    settings = Settings(today, country, word_lists=word_lists or WordLists())
    return read_all(table, columns, FIELDS, settings, _finish)


def _finish(draft: Draft, settings: Settings) -> None:
    people.check_postal_code(draft, settings)
    if "name" not in draft.values and not any(p.field == "name" for p in draft.problems):
        draft.refuse("name", Reason.MISSING)
