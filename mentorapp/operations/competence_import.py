"""Competence cards from a list: a row for each person, known by the number the office gave."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mentorapp.domain.errors import InvalidField, Problem, Refused
from mentorapp.domain.text import folded
from mentorapp.exchange.tables import SourceTable, shown
from mentorapp.operations import competences, people
from mentorapp.operations.intention import intention
from mentorapp.storage.database import Transaction

#: What offices call the columns, folded; the first that fits a heading is taken.
_HEADINGS = {
    "number": ("nummer", "nr", "number"),
    "education_field": ("fagomrade", "utdanning i", "field of education"),
    "experience": ("erfaring", "experience"),
    "skills": ("ferdigheter", "kompetanse", "skills"),
    "licences": ("forerkort", "korekort", "driving licences", "licences"),
    "certificates": ("sertifikater", "bevis", "sertifikater og bevis", "certificates"),
}
_LISTS = ("skills", "licences", "certificates")


@dataclass(frozen=True, slots=True)
class CardsRead:
    """How many cards were filled in, and the rows left out: the line in the file and why."""

    saved: int
    left_out: tuple[tuple[int, Refused], ...]


@intention
def read_cards(tx: Transaction, table: SourceTable, today: date) -> CardsRead:
    """Add what the list tells to the cards; nothing that is on a card is taken away.

    Several in one cell have commas, semicolons or line breaks between them. Raises InvalidField
    when no column holds the numbers.
    """
    columns = _columns(table)
    if "number" not in columns:
        raise InvalidField("number", Problem.MISSING)
    saved, left_out = 0, []
    for row in table.rows:
        told = {
            name: shown(row.cells[at]).strip()
            for name, at in columns.items()
            if at < len(row.cells)
        }
        if not any(told.values()):
            continue
        try:
            _save(tx, told, today)
        except Refused as refused:
            left_out.append((row.number, refused))
        else:
            saved += 1
    return CardsRead(saved, tuple(left_out))


def _save(tx: Transaction, told: dict[str, str], today: date) -> None:
    person = people.by_number(tx, told.get("number", ""))
    card = competences.row_of(tx, person.id).card
    changes: dict[str, Any] = {
        name: told[name] for name in ("education_field", "experience") if told.get(name)
    }
    for name in _LISTS:
        parts = told.get(name, "").replace(";", ",").replace("\n", ",").split(",")
        changes[name] = (*getattr(card, name), *parts)
    competences.save(tx, replace(card, **changes), today)


def _columns(table: SourceTable) -> dict[str, int]:
    headings = [folded(heading).strip() for heading in table.headings]
    return {
        name: headings.index(found)
        for name, words in _HEADINGS.items()
        if (found := next((word for word in words if word in headings), None)) is not None
    }
