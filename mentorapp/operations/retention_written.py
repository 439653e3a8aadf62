"""What somebody wrote about pairs that is still there, and what a mentor's clearances hold."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from mentorapp.domain.accounts import Right
from mentorapp.domain.audit import AuditEntry
from mentorapp.domain.calls import Call
from mentorapp.domain.events import NAMELESS, Invitation
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.interviews import Interview, Quote
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.networks import NetworkCheck
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.practice_driving import DrivingPractice
from mentorapp.domain.questionnaires import Questionnaire
from mentorapp.domain.records import Record
from mentorapp.operations.intention import asking
from mentorapp.storage import audit_lines, records
from mentorapp.storage.database import Transaction

#: What there is to know of a mentor's certificate and declarations.
CLEARANCES = (
    "certificate_seen_by",
    "certificate_seen_on",
    "certificate_valid_to",
    "confidentiality_signed_on",
)
Kind = type[Record] | type[AuditEntry]
Texts = Mapping[Kind, int]
"""How many records of a kind have something written in them."""


def written(tx: Transaction, pairs: Collection[Pairing]) -> Mapping[UUID, Texts]:
    """By pair, of those of which somebody wrote something."""
    found: dict[UUID, Counter[Kind]] = defaultdict(Counter)
    for kind, pairing_id in _each(tx, {one.id: one for one in pairs}):
        found[pairing_id][kind] += 1
    return found


@asking(Right.RETENTION)
def notes(tx: Transaction, pairing_id: UUID) -> Texts:
    """What ``retention.clear_notes`` takes: of calls all, also those without a note."""
    texts = dict(written(tx, [records.get(tx, Pairing, pairing_id)]).get(pairing_id, {}))
    calls = len(records.find(tx, Call, pairing_id=pairing_id))
    return {**texts, Call: calls} if calls else texts


@asking(Right.RETENTION)
def guests(tx: Transaction, event_id: UUID) -> Texts:
    """What ``retention.clear_guests`` takes: so many names, of guests in Deleted too."""
    found = (
        one
        for find in (records.find, records.find_hidden)
        for one in find(tx, Invitation, event_id=event_id, person_id=None)
    )
    return {Invitation: sum(one.guest != NAMELESS for one in found)}


@asking(Right.RETENTION)
def log(tx: Transaction, until: date) -> Texts:
    """How many lines of the log ``retention.thin_log`` takes once those up to that day are due."""
    return {AuditEntry: audit_lines.count_before(tx, until.year + 1)}


@asking(Right.RETENTION)
def clearances(tx: Transaction, person_id: UUID) -> Mapping[str, str | date]:
    """What ``retention.clear_clearances`` takes: the fields that say something."""
    return {
        name: value
        for one in records.find(tx, Mentor, person_id=person_id)
        for name in CLEARANCES
        if (value := getattr(one, name))
    }


def _each(tx: Transaction, pairs: Mapping[UUID, Pairing]) -> Iterator[tuple[type[Record], UUID]]:
    """The kind and the pair of each text."""
    for pair in pairs.values():
        if pair.notes or pair.end_note or pair.start_meeting_place:
            yield Pairing, pair.id
    ids = list(pairs)
    for kind, has_text in _OF_PAIRS.items():
        of_kind: Any = records.find(tx, kind, pairing_id=ids)
        for one in of_kind:
            if has_text(one):
                yield kind, one.pairing_id
    talks = {one.id: one.pairing_id for one in records.find(tx, Interview, pairing_id=ids)}
    for quote in records.find(tx, Quote, interview_id=list(talks)):
        pairing_id = talks[quote.interview_id] if quote.interview_id else None
        if pairing_id is not None:
            yield Quote, pairing_id


_OF_PAIRS: Mapping[type[Record], Callable[[Any], object]] = {
    Meeting: lambda one: one.notes or one.place,
    FollowUp: lambda one: one.note,
    DrivingPractice: lambda one: one.notes or one.car,
    Questionnaire: lambda one: one.own_words,
    NetworkCheck: lambda one: one.note,
    Call: lambda one: one.note,
    Interview: lambda one: one.answers,
}
