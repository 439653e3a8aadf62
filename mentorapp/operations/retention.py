"""How long things are kept: what falls due, and what is done about it.

Nothing goes by itself. A coordinator looks at the list, and keeps something longer with a reason,
makes somebody anonymous, or erases him (``anonymising``, ``erasing``).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from mentorapp.domain.accounts import Right
from mentorapp.domain.calls import Call
from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.events import NAMELESS, Event, Invitation
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.free_text import without_texts
from mentorapp.domain.interviews import Interview, Quote
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.networks import NetworkCheck
from mentorapp.domain.office import Office
from mentorapp.domain.pairings import Pairing, months_later
from mentorapp.domain.people import Person
from mentorapp.domain.practice_driving import DrivingPractice
from mentorapp.domain.questionnaires import Questionnaire
from mentorapp.domain.records import Record
from mentorapp.domain.retention import (
    LEAST_MONTHS,
    DecisionKind,
    Due,
    RetentionDecision,
    RetentionKind,
    RetentionRule,
    Standing,
    check_decision,
    check_rule,
    due,
    months_for,
)
from mentorapp.domain.retention_errors import KeptLonger, LogStillKept, OnHold
from mentorapp.operations import free_text, looks, pairings, quoted_pages
from mentorapp.operations.intention import asking, intention
from mentorapp.operations.retained import check_not_kept
from mentorapp.operations.retention_due import Counting, counting
from mentorapp.operations.retention_written import CLEARANCES
from mentorapp.storage import audit_chain, audit_lines, belongings, deletions, records, scopes
from mentorapp.storage.database import Transaction
from mentorapp.storage.tables import MIRRORS

#: The kinds of which all that is due may go at once: whom it is about stays.
AT_ONCE = (RetentionKind.NOTES, RetentionKind.CLEARANCES)
_ORDER = (Standing.DUE, Standing.SOON, Standing.HELD)


@dataclass(frozen=True, slots=True)
class RetentionRow:
    """A line of the worklist: about a person, the notes of a pair, the guests of an event, or the
    log, which has neither number nor name.
    """

    due: Due
    number: int
    names: tuple[str, ...]

    @property
    def id(self) -> UUID:
        """What it is about; with ``due.kind`` it tells one line from another."""
        return self.due.subject_id


@asking(Right.RETENTION)
def worklist(tx: Transaction, today: date) -> list[RetentionRow]:
    """What is due or falls due within 60 days, and what is held; the longest due first."""
    lines = list(_standing(tx, today))
    shown = {who for line, _ in lines for who in line.person_ids}
    subjects = {line.subject_id for line, _ in lines}
    people = records.by_id(records.find(tx, Person, id=shown))
    pairs = records.by_id(records.find(tx, Pairing, id=subjects))
    events = records.by_id(records.find(tx, Event, id=subjects))
    found = []
    for line, told in lines:
        one, event = line.subject_id, events.get(line.subject_id)
        about = pairs.get(one) or people.get(one) or event
        names = tuple(people[who].name for who in line.person_ids if who in people)
        found.append(
            RetentionRow(told, about.number if about else 0, (event.name,) if event else names)
        )
    looks.listed(tx, "retention.worklist", shown)
    return sorted(
        found, key=lambda row: (_ORDER.index(row.due.standing), row.due.due_on, row.number)
    )


@asking(Right.RETENTION)
def decided(tx: Transaction, subject_id: UUID, today: date) -> list[RetentionDecision]:
    """What was decided about it and still counts, a hold first."""
    found = records.find(tx, RetentionDecision, subject_id=subject_id, lifted_on=None)
    return sorted(
        (one for one in found if one.until is None or one.until > today),
        key=lambda one: (one.kind is not DecisionKind.HOLD, one.decided_on),
    )


@asking(Right.RETENTION)
def overdue(tx: Transaction, today: date) -> int:
    """How many are due, also ``unnamed`` ones: kept longer than the office's own rules say."""
    beside = sum(many for (_, at), many in unnamed(tx, today).items() if at is Standing.DUE)
    return beside + sum(told.standing is Standing.DUE for _, told in _standing(tx, today))


@asking(Right.RETENTION)
def unnamed(tx: Transaction, today: date) -> dict[tuple[RetentionKind, Standing], int]:
    """For whoever sees no people: how many lines there are beside those of the worklist."""
    if tx.who.may(Right.READ):
        return {}
    found = Counter((told.kind, told.standing) for _, told in _everything(tx, today))
    found.subtract((told.kind, told.standing) for _, told in _standing(tx, today))
    ordered = ((kind, at) for at in _ORDER for kind in RetentionKind)
    return {one: found[one] for one in ordered if found[one] > 0}


@scopes.knowing_all
def _everything(tx: Transaction, today: date) -> list[tuple[Counting, Due]]:
    return list(_standing(tx, today))


def _standing(tx: Transaction, today: date) -> Iterator[tuple[Counting, Due]]:
    rules = records.find(tx, RetentionRule)
    decisions: dict[UUID, list[RetentionDecision]] = {}
    with scopes.whole(tx):  # also for whoever sees no people: the log may be kept longer
        found = records.find(tx, RetentionDecision)
    for one in found:
        decisions.setdefault(one.subject_id, []).append(one)
    for line in counting(tx):
        own = decisions.get(line.subject_id, ())
        months = months_for(line.kind, rules)
        told = due(line.kind, line.subject_id, line.since, months, own, today)
        if told is not None:
            yield line, told


@asking(Right.FIGURES)
def periods(tx: Transaction) -> dict[RetentionKind, int]:
    """Months for every kind, the office's own or the proposed ones: they stand in the notice."""
    rules = records.find(tx, RetentionRule)
    return {kind: months_for(kind, rules) for kind in RetentionKind}


@intention(needs=Right.SETTINGS)
def set_period(tx: Transaction, kind: RetentionKind, months: int, today: date) -> None:
    """Keep this kind for so many months from now on; InvalidField for what cannot be."""
    rule = RetentionRule(kind=kind, months=months, changed_on=today, changed_by=tx.actor)
    check_rule(rule)
    for stored in records.find(tx, RetentionRule, kind=kind):
        records.amend(tx, replace(rule, id=stored.id, version=stored.version))
        return
    records.add(tx, rule)


@intention
def extend(tx: Transaction, subject_id: UUID, until: date, reason: str, today: date) -> None:
    """Keep until that day what is about a person, the notes of a pair, the guests of an event, or,
    of the office, the log.
    """
    _decide(tx, subject_id, DecisionKind.EXTEND, until, reason, today)


@intention
def hold(tx: Transaction, subject_id: UUID, reason: str, today: date) -> None:
    """Keep it until the hold is lifted: nobody can erase it meanwhile."""
    _decide(tx, subject_id, DecisionKind.HOLD, None, reason, today)


@intention
def lift(tx: Transaction, subject_id: UUID, today: date) -> int:
    """End what was decided about it; gives how many decisions that were."""
    standing = records.find(tx, RetentionDecision, subject_id=subject_id, lifted_on=None)
    for one in standing:
        records.amend(tx, replace(one, lifted_on=today))
    return len(standing)


@intention
def clear_notes(tx: Transaction, pairing_id: UUID) -> None:
    """Remove what was written about a pair: notes, talks, quotes, places of meeting. Figures stay.

    Raises OnHold and KeptLonger. It cannot be undone.
    """
    check_not_kept(tx, pairing_id)
    pairing = records.get(tx, Pairing, pairing_id)
    bare = without_texts(pairing)
    records.amend(tx, replace(bare, start_meeting_place="", start_meeting_at=None))
    kinds: tuple[type[Record], ...] = (Meeting, FollowUp, DrivingPractice, NetworkCheck)
    for kind in kinds:
        _reword(tx, [(one, _without(one)) for one in records.find(tx, kind, pairing_id=pairing_id)])
    talks = records.find(tx, Interview, pairing_id=pairing_id)
    _reword(tx, [(one, replace(one, answers={})) for one in talks])
    pages = records.find(tx, Questionnaire, pairing_id=pairing_id)
    _reword(tx, [(one, replace(one, own_words={})) for one in pages])
    calls = {one.id for one in records.find(tx, Call, pairing_id=pairing_id)}
    quotes = {one.id for one in records.find(tx, Quote, interview_id=[one.id for one in talks])}
    gone = {deletions.table_of(Call): calls, deletions.table_of(Quote): quotes}
    belongings.remove(tx, {table: ids for table, ids in gone.items() if ids})
    quoted_pages.forget(tx)
    deletions.forget_fields(
        tx, [pairing_id], {Pairing: ("notes", "end_note", "start_meeting_place")}
    )
    tx.changes.clear()


@intention
def clear_clearances(tx: Transaction, person_id: UUID) -> None:
    """Remove who saw a mentor's certificate, when, and when the declaration was signed; OnHold and
    KeptLonger.
    """
    check_not_kept(tx, person_id)
    empty: dict[str, Any] = {name: Mentor.__dataclass_fields__[name].default for name in CLEARANCES}
    for one in records.find(tx, Mentor, person_id=person_id):
        records.amend(tx, replace(one, **empty))
        deletions.forget_fields(tx, [one.id], {Mentor: CLEARANCES})
    tx.changes.clear()


@intention
def clear_due(
    tx: Transaction,
    kind: RetentionKind,
    today: date,
    report: Callable[[int, int], object] = lambda _done, _all: None,
) -> int:
    """Clear all that is due of a kind in AT_ONCE, each as if alone; gives how many. What is held or
    kept longer stays. ``report`` is told how many of how many are done. Raises InvalidField for
    another kind.
    """
    if kind not in AT_ONCE:
        raise InvalidField("kind", Problem.UNKNOWN_VALUE, kind)
    clear = clear_notes if kind is RetentionKind.NOTES else clear_clearances
    due_now = [line for line, told in _standing(tx, today) if told.standing is Standing.DUE]
    subjects = [line.subject_id for line in due_now if line.kind is kind]
    cleared = 0
    for done, subject_id in enumerate(subjects):
        report(done, len(subjects))
        with suppress(OnHold, KeptLonger):  # by the day of the office, whatever day was handed in
            clear(tx, subject_id)
            cleared += 1
    return cleared


@intention
def clear_guests(tx: Transaction, event_id: UUID) -> None:
    """Remove the names of an event's guests who are nobody of the register, also of those in
    Deleted; that they were there, and from which service, stays for the figures. Who came to other
    events too counts as one more from then on. Raises OnHold and KeptLonger.
    """
    check_not_kept(tx, event_id)
    records.get(tx, Event, event_id)
    guests: dict[str, Any] = {"event_id": event_id, "person_id": None}
    _reword(tx, map(_nameless, records.find(tx, Invitation, **guests)))
    gone = records.find_hidden(tx, Invitation, **guests)
    records.reword_hidden(tx, map(_nameless, gone))
    _forget(tx, gone)
    tx.changes.clear()


@intention(needs=Right.AUDIT)
def thin_log(tx: Transaction, office_id: UUID) -> int:
    """Remove the lines of all years that are older than the log is kept; gives how many. A line
    says that they went, so that the log stays whole. Raises OnHold, KeptLonger and LogStillKept.

    What day it is is not taken from whoever asks, nor from the clock alone: it is the last day
    before today that the log knows of. Else somebody could do what he likes, set the clock ahead,
    and have no trace of it.
    """
    check_not_kept(tx, office_id)
    first = audit_lines.first_at(tx)
    if first is None:
        return 0
    least = LEAST_MONTHS[RetentionKind.LOG]
    months = max(least, months_for(RetentionKind.LOG, records.find(tx, RetentionRule)))
    midnight = tx.now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    before = audit_lines.last_before(tx, midnight)
    known, year = before.date() if before is not None else first.date(), first.year
    while months_later(date(year, 12, 31), months) <= known:
        year += 1
    if year == first.year:
        raise LogStillKept(months_later(date(year, 12, 31), months))
    return audit_chain.thin(tx, MIRRORS[Office].name, office_id, datetime(year, 1, 1, tzinfo=UTC))


def _decide(
    tx: Transaction,
    subject_id: UUID,
    kind: DecisionKind,
    until: date | None,
    reason: str,
    today: date,
) -> None:
    decision = RetentionDecision(
        subject_id=subject_id,
        kind=kind,
        until=until,
        reason=reason.strip(),
        decided_on=today,
        decided_by=tx.actor,
    )
    check_decision(decision, today)
    free_text.check(tx, decision, *_people_of(tx, subject_id))
    records.add(tx, decision)


def _people_of(tx: Transaction, subject_id: UUID) -> Iterable[UUID]:
    for pairing in records.find(tx, Pairing, id=subject_id):
        yield from pairings.both(tx, pairing)
        return
    if not records.find(tx, Event, id=subject_id) and not records.find(tx, Office, id=subject_id):
        yield records.get(tx, Person, subject_id).id


def _without(record: Record) -> Record:
    bare = without_texts(record)
    return replace(bare, place="", next_on=None) if isinstance(bare, Meeting) else bare


def _reword(tx: Transaction, changes: Iterable[tuple[Record, Record]]) -> None:
    told = list(changes)
    records.amend_all(tx, told)
    _forget(tx, [one for one, _ in told])


def _nameless(guest: Invitation) -> tuple[Invitation, Invitation]:
    return guest, replace(guest, guest=NAMELESS)


def _forget(tx: Transaction, reworded: Iterable[Record]) -> None:
    for one in reworded:
        names = {field for field in type(one).__dataclass_fields__ if field != "id"}
        deletions.forget_fields(tx, [one.id], {type(one): names})
