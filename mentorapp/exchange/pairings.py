"""Rows of a list of pairs that an office has had before it had this program."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from mentorapp.domain.imports import Columns, RowReading
from mentorapp.domain.schemes import Scheme
from mentorapp.exchange import cells, choices, dates, lists, pairs
from mentorapp.exchange.rows import Draft, Field, Settings, read_all
from mentorapp.exchange.tables import SourceTable

FIELDS: Final[Mapping[str, Field]] = {
    "number": Field(cells.pairing_number, soft=True),
    "mentor": Field(pairs.person),
    "newcomer": Field(pairs.person),
    "scheme": Field(lists.scheme),
    "agreement_signed_on": Field(dates.done_on, soft=True),
    "started_on": Field(dates.read_date),
    "planned_end": Field(dates.read_date),
    "ended_on": Field(dates.ended_on),
    "end_reason": Field(choices.end_reason, soft=True),
    "end_initiator": Field(choices.initiator, soft=True),
    "coordinator": Field(cells.short_text),
    "notes": Field(cells.long_text),
}


def read_rows(
    table: SourceTable,
    columns: Columns,
    *,
    today: date,
    country: str = "NO",
    schemes: tuple[Scheme, ...] = (),
) -> tuple[RowReading, ...]:
    """Values by the names of ``Pairing``; ``mentor`` and ``newcomer`` are ``PersonReference``,
    ``scheme`` a scheme's key, ``coordinator`` a name. An office's own running number that is none
    of ours goes to the notes.
    """
    return read_all(table, columns, FIELDS, Settings(today, country, schemes), _finish)


def _finish(draft: Draft, _settings: Settings) -> None:
    pairs.need(draft, "mentor")
    pairs.need(draft, "newcomer")
