"""The questions on paper: gather whose pages are wanted, then make them without the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.questionnaires import Moment, Respondent
from mentorapp.operations import offices, questionnaires, questionnaires_due
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import LANGUAGES, Words


@dataclass(frozen=True, slots=True)
class PageFor:
    """One page: the pairing's number, the half, when, and the language it is printed in."""

    number: int
    respondent: Respondent
    moment: Moment
    language: str


@dataclass(frozen=True, slots=True)
class Pages:
    """What is to be printed, free of the database."""

    office: Office
    pages: tuple[PageFor, ...]


def gather(
    tx: Transaction,
    pairing_id: UUID,
    today: date,
    moment: Moment | None = None,
    respondents: Sequence[Respondent] = tuple(Respondent),
) -> Pages:
    """The pages of a pairing; without a moment of the one that comes next.

    Each half reads the language of its letters, where the program speaks it, else the office's.
    """
    if moment is None:
        moment = questionnaires.wanted_of(tx, pairing_id, today).moment
    office = offices.read(tx)
    pairing = records.get(tx, Pairing, pairing_id)
    both = questionnaires_due.people_of(tx, [pairing])[pairing_id]
    people = records.by_id(records.find(tx, Person, id=set(both)))
    return Pages(
        office,
        tuple(
            PageFor(pairing.number, who, moment, _language(people[person_id], office))
            for who, person_id in zip(Respondent, both, strict=True)
            if who in respondents
        ),
    )


def pages_pdf(pages: Pages) -> bytes:
    """One file, a sheet for each; touches no database."""
    from mentorapp.reports.questionnaire import Sheet, questionnaires_pdf

    sheets = [
        (Sheet(one.number, one.respondent, one.moment), Words(one.language)) for one in pages.pages
    ]
    return questionnaires_pdf(sheets, pages.office)


def _language(person: Person, office: Office) -> str:
    wished = person.letter_language.value
    return wished if wished in LANGUAGES else office.language
