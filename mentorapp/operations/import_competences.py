"""Competence cards from a list. What a list tells is added; nothing on a card is taken away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from mentorapp.domain.competences import CompetenceCard, check_card
from mentorapp.domain.contact_details import ContactDetails
from mentorapp.domain.errors import InvalidField, NotFound, Problem, Refused
from mentorapp.domain.imports import PersonReference, RowReading
from mentorapp.domain.people import Person
from mentorapp.domain.text import folded
from mentorapp.operations import competences, free_text
from mentorapp.operations.import_plan import PlannedRow, RowStatus, Write, unreadable
from mentorapp.operations.long_work import LongWork
from mentorapp.operations.references import said
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction

_TEXTS = ("education_field", "experience")
_LISTS = ("skills", "licences", "certificates")


@dataclass(slots=True)
class CompetencePlan:
    """The rows, and whose card each is about with what it tells."""

    rows: list[PlannedRow] = field(default_factory=list)
    told: dict[int, tuple[UUID, Mapping[str, object]]] = field(default_factory=dict)

    def write(
        self,
        tx: Transaction,
        accepted: Sequence[tuple[PlannedRow, Write]],
        today: date,
        work: LongWork,
        /,
    ) -> None:
        """Row by row: a second row about somebody is added to what the first has told."""
        for row, _write in work.over(accepted):
            person_id, values = self.told[row.number]
            stored = records.find(tx, CompetenceCard, person_id=person_id)
            card = stored[0] if stored else _fresh(person_id, today)
            competences.save(tx, _with(card, values), today)


@dataclass(frozen=True, slots=True)
class _Known:
    people: Mapping[str, list[UUID]]
    cards: dict[UUID, CompetenceCard]
    protected: frozenset[UUID]
    today: date


def plan(
    tx: Transaction, readings: Sequence[RowReading], today: date, work: LongWork
) -> CompetencePlan:
    """Compare each row with the cards that are stored."""
    known, made = _known(tx, today), CompetencePlan()
    for reading in work.over(readings):
        made.rows.append(_row(tx, made, known, reading))
    return made


def _row(tx: Transaction, made: CompetencePlan, known: _Known, reading: RowReading) -> PlannedRow:
    meant = reading.values.get("person")
    summary = said(meant)
    people = _people(known, meant)
    shielded = not known.protected.isdisjoint(people)
    if not reading.readable:
        return replace(unreadable(reading, summary), shielded=shielded)
    try:
        if not people:
            raise NotFound("person", summary)
        if len(people) > 1:
            raise InvalidField("person", Problem.NOT_UNIQUE, summary)
        stored = known.cards.get(people[0])
        card = _with(stored or _fresh(people[0], known.today), reading.values)
        check_card(card, known.today)
        free_text.check(tx, card, people[0])
    except Refused as refused:
        return replace(unreadable(reading, summary, refused), shielded=shielded)
    changes = tuple(
        name
        for name in (*_TEXTS, *_LISTS)
        if stored is not None and getattr(stored, name) != getattr(card, name)
    )
    status = RowStatus.CHANGED if changes else RowStatus.SAME
    known.cards[people[0]] = card
    made.told[reading.number] = people[0], reading.values
    return PlannedRow(
        number=reading.number,
        status=RowStatus.NEW if stored is None else status,
        summary=summary,
        changes=changes,
        remarks=reading.notes,
        shielded=shielded,
    )


def _with(card: CompetenceCard, values: Mapping[str, object]) -> CompetenceCard:
    changes: dict[str, Any] = {name: values[name] for name in _TEXTS if name in values}
    for name in _LISTS:
        told = values.get(name)
        if isinstance(told, tuple):
            there = getattr(card, name)
            had = {folded(one) for one in there}
            changes[name] = (*there, *(one for one in told if folded(one) not in had))
    return competences.tidy(replace(card, **changes))


def _fresh(person_id: UUID, today: date) -> CompetenceCard:
    return CompetenceCard(person_id=person_id, updated_on=today)


def _people(known: _Known, meant: object) -> list[UUID]:
    """By number, else by e-mail, else by name."""
    if not isinstance(meant, PersonReference):
        return []
    called = str(meant.number) if meant.number else meant.email or meant.name
    return known.people.get(folded(called), [])


def _known(tx: Transaction, today: date) -> _Known:
    emails = {one.person_id: one.email for one in records.find(tx, ContactDetails)}
    people: dict[str, list[UUID]] = {}
    for person in records.find(tx, Person, anonymised_on=None):
        for key in {str(person.number), folded(emails.get(person.id, "")), folded(person.name)}:
            if key:
                people.setdefault(key, []).append(person.id)
    return _Known(
        people=people,
        cards={one.person_id: one for one in records.find(tx, CompetenceCard)},
        protected=frozenset(shields.protections(tx)),
        today=today,
    )
