"""Outcomes: whom to ask, what was answered, take an answer back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from mentorapp.domain.exits import Exit
from mentorapp.domain.follow_up import Attention, AttentionKind, Severity
from mentorapp.domain.outcome_errors import (
    AlreadyAnswered,
    NotEnded,
    NotForStatistics,
    PointNotReached,
)
from mentorapp.domain.outcomes import (
    AHEAD,
    WORKING,
    Outcome,
    OutcomePoint,
    Relevance,
    check_outcome,
    due_on,
)
from mentorapp.domain.people import Person
from mentorapp.domain.protection import Protection
from mentorapp.domain.questions import point_now, questions
from mentorapp.domain.schemes import Scheme
from mentorapp.domain.text import clean
from mentorapp.operations import looks
from mentorapp.operations.intention import intention
from mentorapp.operations.outcome_facts import gather, withdrawn
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction

#: How many questions are told on the list of the day; the rest are in the list of questions.
_LONGEST_DUE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A question to be asked. It tells of a protected person that she is, never where."""

    person_id: UUID
    number: int
    name: str
    scheme: Scheme
    exit_on: date
    point: OutcomePoint
    due: date
    days_late: int
    protected: bool

    @property
    def key(self) -> tuple[UUID, UUID, date]:
        """What tells it from the others: there is one question at a time after an exit."""
        return self.person_id, self.scheme.id, self.exit_on


class PointRow(NamedTuple):
    """A point after one exit: answered, to be asked (``due`` has begun) or still ahead."""

    scheme: Scheme
    exit_on: date
    point: OutcomePoint
    due: date
    outcome: Outcome | None


def due(tx: Transaction, today: date) -> list[QuestionRow]:
    """Whom to ask now, the longest due first."""
    facts = gather(tx, today, recent=True)
    found = questions(facts.exits, facts.answers, today)
    ids = {one.left.person_id for one in found}
    who = records.by_id(records.find(tx, Person, id=ids, anonymised_on=None))
    schemes = records.by_id(records.find(tx, Scheme))
    levels = shields.protections(tx)
    looks.listed(tx, "outcomes.due", who)
    return [
        QuestionRow(
            person_id=one.left.person_id,
            number=who[one.left.person_id].number,
            name=who[one.left.person_id].name,
            scheme=schemes[one.left.scheme_id],
            exit_on=one.left.exit_on,
            point=one.point,
            due=one.due,
            days_late=one.days_late(today),
            protected=levels.get(one.left.person_id, Protection.NONE) is not Protection.NONE,
        )
        for one in found
        if one.left.person_id in who
    ]


def attention(tx: Transaction, today: date) -> list[Attention]:
    """The questions for the list of the day, the longest due."""
    return [
        Attention(
            kind=AttentionKind.OUTCOME,
            severity=Severity.YELLOW if row.days_late > 0 else Severity.CALM,
            who=row.name,
            days=row.days_late,
            subject_id=row.person_id,
            detail=row.point.value,
        )
        for row in due(tx, today)[:_LONGEST_DUE]
    ]


def history(tx: Transaction, person_id: UUID, today: date) -> list[PointRow]:
    """Every exit of a person with its points, the latest exit first.

    Answers to an exit that is none any more (the pairing's end was changed) are shown too. Notes
    from before the person was protected are left out: they could tell where she is.
    """
    facts = gather(tx, today, people={person_id})
    schemes = records.by_id(records.find(tx, Scheme))
    protected = shields.protection_of(tx, person_id) is not Protection.NONE
    answers = {
        (one.scheme_id, one.exit_on, one.point): replace(one, note="") if protected else one
        for one in records.find(tx, Outcome, person_id=person_id)
    }
    ended = {(one.scheme_id, one.exit_on) for one in facts.exits}
    ended |= {(scheme_id, exit_on) for scheme_id, exit_on, _ in answers}
    return [
        PointRow(
            schemes[scheme_id],
            exit_on,
            point,
            due_on(exit_on, point),
            answers.get((scheme_id, exit_on, point)),
        )
        for scheme_id, exit_on in sorted(ended, key=lambda one: (one[1], one[0]), reverse=True)
        for point in OutcomePoint
    ]


def is_protected(tx: Transaction, person_id: UUID) -> bool:
    """Whether no note is kept about the person."""
    return shields.protection_of(tx, person_id) is not Protection.NONE


def last_exit(
    tx: Transaction, person: Person, scheme: Scheme, today: date, on: date | None = None
) -> Exit:
    """The person's last exit from the scheme, or that of one day. Raises NotEnded."""
    facts = gather(tx, today, people={person.id})
    own = [one for one in facts.exits if one.scheme_id == scheme.id and on in (None, one.exit_on)]
    if not own:
        check_asked(tx, person, today)
        raise NotEnded(person.name, scheme, on)
    return own[-1]


def check_asked(tx: Transaction, person: Person, today: date) -> None:
    """Raise NotForStatistics for somebody who wants to be in no statistics."""
    if person.id in withdrawn(tx, today):
        raise NotForStatistics(person.name)


@intention
def save(tx: Transaction, outcome: Outcome, today: date) -> Outcome:
    """Keep an answer, or change one that there is.

    Hours and relevance go with work alone. Refused are a second answer for the same point, a point
    that lies ahead, an exit that has not been, and anything about who withdrew from statistics.
    """
    person = records.get(tx, Person, outcome.person_id)
    scheme = records.get(tx, Scheme, outcome.scheme_id)
    check_asked(tx, person, today)
    if outcome.status not in WORKING:
        outcome = replace(outcome, weekly_minutes=None, relevance=Relevance.NOT_ASKED)
    outcome = replace(outcome, note=clean(outcome.note))
    begins = due_on(outcome.exit_on, outcome.point) - AHEAD
    if begins > today:
        raise PointNotReached(begins)
    check_outcome(outcome, today, shields.protection_of(tx, person.id))
    same = records.find(
        tx,
        Outcome,
        person_id=person.id,
        scheme_id=scheme.id,
        exit_on=outcome.exit_on,
        point=outcome.point,
    )
    if any(one.id != outcome.id for one in same):
        raise AlreadyAnswered(person.name, outcome.point)
    if any(one.id == outcome.id for one in records.find(tx, Outcome, person_id=person.id)):
        return records.amend(tx, outcome)
    last_exit(tx, person, scheme, today, outcome.exit_on)
    return records.add(tx, outcome)


@intention
def add_all(tx: Transaction, answers: Sequence[Outcome], today: date) -> None:
    """Keep many new answers in one go, under the same rules as ``save``; all or none."""
    facts = gather(tx, today)
    ended = set(facts.exits)
    taken = {(Exit(one.person_id, one.scheme_id, one.exit_on), one.point) for one in facts.answers}
    people = records.by_id(records.find(tx, Person, id={one.person_id for one in answers}))
    schemes = records.by_id(records.find(tx, Scheme))
    levels = shields.protections(tx)
    for one in answers:
        left = Exit(one.person_id, one.scheme_id, one.exit_on)
        name = people[one.person_id].name
        if left not in ended:
            raise NotEnded(name, schemes[one.scheme_id], one.exit_on)
        if (left, one.point) in taken:
            raise AlreadyAnswered(name, one.point)
        if due_on(one.exit_on, one.point) - AHEAD > today:
            raise PointNotReached(due_on(one.exit_on, one.point) - AHEAD)
        check_outcome(one, today, levels.get(one.person_id, Protection.NONE))
        taken.add((left, one.point))
    records.add_all(tx, answers)


@intention
def delete(tx: Transaction, outcome_id: UUID) -> Outcome:
    """Take an answer back; returns it, for ``restore``."""
    outcome = records.get(tx, Outcome, outcome_id)
    records.remove(tx, outcome)
    return outcome


@intention
def restore(tx: Transaction, outcome: Outcome) -> None:
    """Undo ``delete``: hand in what it returned."""
    records.restore(tx, outcome)


def point_to_ask(left: Exit, today: date) -> OutcomePoint:
    """The point on the list today, or the last one where none is any more."""
    return point_now(left, today) or OutcomePoint.YEAR_7
