"""The questions on paper: gather whose pages are wanted, then make them without the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.letters import STANDARD_SET, LetterKind
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.questionnaires import PAGES, Moment, Respondent
from mentorapp.operations import letter_texts, offices, questionnaires, questionnaires_due
from mentorapp.storage import records
from mentorapp.storage.database import Transaction
from mentorapp.words import Words
from mentorapp.words.letter_languages import letter_words


@dataclass(frozen=True, slots=True)
class PageFor:
    """One page: the pairing's number, the half, when, the language it is printed in, and that of
    the office where it stands beside it.
    """

    number: int
    respondent: Respondent
    moment: Moment
    language: str
    beside: str = ""


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

    Each half reads the language of its letters, where there are pages in it, else the office's.
    """
    if moment is None:
        moment = questionnaires.wanted_of(tx, pairing_id, today).moment
    office, texts = offices.read(tx), letter_texts.read(tx)
    pairing = records.get(tx, Pairing, pairing_id)
    both = questionnaires_due.people_of(tx, [pairing])[pairing_id]
    people = records.by_id(records.find(tx, Person, id=set(both)))
    return Pages(
        office,
        tuple(
            PageFor(
                pairing.number,
                who,
                moment,
                *_languages(people[person_id], office, PAGES[moment], texts),
            )
            for who, person_id in zip(Respondent, both, strict=True)
            if who in respondents
        ),
    )


def pages_pdf(pages: Pages) -> bytes:
    """One file, a sheet for each; touches no database."""
    from mentorapp.reports.questionnaire import Sheet, questionnaires_pdf

    sheets = [
        (
            Sheet(one.number, one.respondent, one.moment),
            letter_words(one.language),
            Words(one.beside) if one.beside else None,
        )
        for one in pages.pages
    ]
    return questionnaires_pdf(sheets, pages.office)


def _languages(
    person: Person, office: Office, kind: LetterKind, texts: letter_texts.Texts
) -> tuple[str, str]:
    """What the page comes in, and what stands beside it."""
    wished = person.letter_language.value
    language, _text, beside = texts.chosen(kind, wished, office.language, STANDARD_SET)
    return language, beside[0] if beside else ""
