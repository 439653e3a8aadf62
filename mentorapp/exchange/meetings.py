"""Rows of a list of meetings."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from mentorapp.domain.imports import Columns, RowReading
from mentorapp.exchange import cells, choices, dates, measures, pairs
from mentorapp.exchange.rows import Draft, Field, Settings, read_all
from mentorapp.exchange.tables import SourceTable

FIELDS: Final[Mapping[str, Field]] = {
    "pairing": Field(cells.pairing_number),
    "mentor": Field(pairs.person),
    "newcomer": Field(pairs.person),
    "held_on": Field(dates.read_date),
    "minutes": Field(measures.minutes),
    "form": Field(choices.meeting_form, soft=True),
    "place": Field(cells.short_text),
    "notes": Field(cells.long_text),
    "next_on": Field(dates.read_date, soft=True),
    "logged_by": Field(cells.short_text),
    "slip": Field(cells.short_text),
}


def read_rows(
    table: SourceTable, columns: Columns, *, today: date, country: str = "NO"
) -> tuple[RowReading, ...]:
    """Values by the names of ``Meeting``; ``pairing`` is the short number, ``mentor`` and
    ``newcomer`` are ``PersonReference``.
    """
    return read_all(table, columns, FIELDS, Settings(today, country), _finish)


def _finish(draft: Draft, _settings: Settings) -> None:
    pairs.need(draft, "held_on")
    pairs.need(draft, "pairing", "mentor", "newcomer")
