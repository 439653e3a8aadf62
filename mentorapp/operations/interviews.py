"""User interviews: keep what was answered, count the ratings."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.errors import StillInUse
from mentorapp.domain.interviews import (
    Interview,
    InterviewFigures,
    Question,
    Quote,
    check_interview,
    interview_figures,
)
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.people import Person
from mentorapp.domain.text import clean
from mentorapp.operations import free_text, looks, offices
from mentorapp.operations.intention import counts_all, intention
from mentorapp.operations.quotes import printable_quotes
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction
from mentorapp.words import Words


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """An interview with who was asked, and about which pairing (0: none)."""

    interview: Interview
    number: int
    name: str
    pairing_number: int


@intention
def save(tx: Transaction, interview: Interview, today: date) -> Interview:
    """Keep an interview, or change one; questions that were not answered are left out."""
    answers = {
        question.value: text
        for question in Question
        if (text := clean(interview.answers.get(question.value, "")))
    }
    unknown = {key: text for key, text in interview.answers.items() if key not in tuple(Question)}
    interview = replace(
        interview, answers=answers | unknown, held_by=clean(interview.held_by) or tx.actor
    )
    check_interview(interview, today)
    records.get(tx, Person, interview.person_id)
    free_text.check(tx, interview, interview.person_id)
    if interview.pairing_id is not None:
        records.get(tx, Pairing, interview.pairing_id)
    if records.find(tx, Interview, id=interview.id):
        return records.amend(tx, interview)
    return records.add(tx, interview)


@intention
def remove(tx: Transaction, interview_id: UUID) -> Interview:
    """Delete it, unless a quotation was taken from it (StillInUse); returns it, for ``restore``."""
    interview = records.get(tx, Interview, interview_id)
    quotes = records.find(tx, Quote, interview_id=interview_id)
    if quotes:
        raise StillInUse("interview", "quote", len(quotes))
    records.remove(tx, interview)
    return interview


@intention
def restore(tx: Transaction, interview: Interview) -> Interview:
    """Undo ``remove``."""
    return records.restore(tx, interview)


def of_person(tx: Transaction, person_id: UUID) -> list[Interview]:
    """Somebody's interviews, newest first."""
    return _newest_first(records.find(tx, Interview, person_id=person_id))


def all_rows(tx: Transaction) -> list[InterviewRow]:
    """Every interview, newest first."""
    people = records.by_id(records.find(tx, Person))
    pairings = records.by_id(records.find(tx, Pairing))
    return [
        InterviewRow(
            interview,
            people[interview.person_id].number,
            people[interview.person_id].name,
            pairings[interview.pairing_id].number if interview.pairing_id in pairings else 0,
        )
        for interview in _newest_first(records.find(tx, Interview))
    ]


def for_list(tx: Transaction) -> list[InterviewRow]:
    """As ``all_rows``, without what the protected answered: a school or a workplace is told."""
    protected = shields.protections(tx)
    rows = all_rows(tx)
    looks.listed(tx, "interviews.for_list", [row.interview.person_id for row in rows])
    return [
        replace(row, interview=replace(row.interview, answers={}, held_by=""))
        if row.interview.person_id in protected
        else row
        for row in rows
    ]


@counts_all
def figures(tx: Transaction, first: date, last: date, today: date) -> InterviewFigures:
    """The ratings of the interviews held from ``first`` to ``last``, at the latest today."""
    last = min(last, today)
    held = [one for one in records.find(tx, Interview) if first <= one.held_on <= last]
    return interview_figures(held, len(printable_quotes(tx, first, last)))


def form_pdf(tx: Transaction, words: Words) -> bytes:
    """The questions on one sheet, to be filled in by hand, in the language of ``words``."""
    from mentorapp.reports.interview_form import interview_form

    return interview_form(offices.read(tx), words)


def _newest_first(interviews: Iterable[Interview]) -> list[Interview]:
    return sorted(interviews, key=lambda one: (one.held_on, one.id), reverse=True)
