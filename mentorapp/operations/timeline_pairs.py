"""What the timeline tells of pairs: steps, meetings, letters, follow-ups, and who was asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mentorapp.domain.calls import Call
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing, PairingStatus, Responsibility
from mentorapp.domain.people import Person
from mentorapp.domain.practice_driving import DrivingPractice, DrivingSession
from mentorapp.domain.proposals import Proposal, ProposalStatus
from mentorapp.domain.protection import Protection, strictest
from mentorapp.domain.questionnaires import Questionnaire
from mentorapp.domain.statuses import StatusChange
from mentorapp.domain.timeline import Happened, TimelineEntry, TimelineKind
from mentorapp.operations.timeline_people import called
from mentorapp.storage import records, shields
from mentorapp.storage.database import Transaction

if TYPE_CHECKING:
    from datetime import date

_STEPS = {
    PairingStatus.AGREED: Happened.PAIR_AGREED,
    PairingStatus.ACTIVE: Happened.PAIR_ACTIVE,
    PairingStatus.COMPLETED: Happened.PAIR_COMPLETED,
    PairingStatus.ENDED_EARLY: Happened.PAIR_ENDED_EARLY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A pairing as a timeline tells it.

    ``other`` is the half whose name stands beside each line; ``letters_to`` the one whose letters
    are told, None for both. ``level`` is the stricter of the two's. ``silent``: what was written
    about the pair is left out, as it could tell where the other half is.
    """

    pairing: Pairing
    other: str = ""
    letters_to: UUID | None = None
    level: Protection = Protection.NONE
    silent: bool = False


def on_its_own_page(tx: Transaction, pairing: Pairing) -> Pair:
    """The pairing on the page that is about it."""
    levels = shields.protections(tx)
    both = (
        records.get(tx, Mentor, pairing.mentor_id).person_id,
        records.get(tx, Newcomer, pairing.newcomer_id).person_id,
    )
    return Pair(pairing=pairing, level=strictest(levels.get(one, Protection.NONE) for one in both))


def of_person(
    tx: Transaction,
    mentors: Sequence[Mentor],
    newcomers: Sequence[Newcomer],
    levels: Mapping[UUID, Protection],
) -> list[Pair]:
    """The pairings of somebody with these roles; ``levels`` are everybody's."""
    roles: tuple[Mentor | Newcomer, ...] = (*mentors, *newcomers)
    own = {one.id: one.person_id for one in roles}
    found = {
        one.id: one
        for one in (
            *records.find(tx, Pairing, mentor_id=[one.id for one in mentors]),
            *records.find(tx, Pairing, newcomer_id=[one.id for one in newcomers]),
        )
    }
    people = _people(tx, found.values())
    pairs = []
    for one in found.values():
        mine, other = one.newcomer_id, people[one.mentor_id]
        if mine not in own:
            mine, other = one.mentor_id, people[one.newcomer_id]
        beside = levels.get(other.id, Protection.NONE)
        pairs.append(
            Pair(
                pairing=one,
                other=other.name,
                letters_to=own[mine],
                level=strictest((beside, levels.get(own[mine], Protection.NONE))),
                silent=beside is not Protection.NONE,
            )
        )
    return pairs


def entries(tx: Transaction, pairs: Sequence[Pair]) -> Iterator[TimelineEntry]:
    """The lines of all these pairs."""
    by_id = {one.pairing.id: one for one in pairs}
    ids = list(by_id)
    drives = _Drives(tx, ids)
    read: tuple[tuple[type[Any], str, Any], ...] = (
        (StatusChange, "subject_id", _step),
        (Responsibility, "pairing_id", _turn),
        (Meeting, "pairing_id", drives.meeting),
        (FollowUp, "pairing_id", _follow_up),
        (LetterIssued, "pairing_id", _letter),
        (DrivingPractice, "pairing_id", _tests),
    )
    for kind, key, tell in read:
        for record in records.find(tx, kind, **{key: ids}):
            pair = by_id[getattr(record, key)]
            for entry in tell(pair, record):
                yield beside(pair, entry)
    for pair in pairs:
        for entry in _days(pair):
            yield beside(pair, entry)


def beside(pair: Pair, entry: TimelineEntry) -> TimelineEntry:
    """The line with the pair that it is about."""
    return replace(
        entry,
        pairing_id=pair.pairing.id,
        pairing_number=pair.pairing.number,
        pair=pair.other,
        text="" if pair.silent else entry.text,
    )


def calls(tx: Transaction, pairing: Pairing) -> Iterator[TimelineEntry]:
    """Calls about the pair, with the name of who was called."""
    found = records.find(tx, Call, pairing_id=pairing.id)
    names = records.by_id(records.find(tx, Person, id={one.person_id for one in found}))
    for call in found:
        yield replace(called(call), pair=names[call.person_id].name)


def questionnaires(tx: Transaction, pairs: Sequence[Pair]) -> Iterator[TimelineEntry]:
    """When each half answered the questions on paper; in somebody's own file only what is his."""
    by_id = {one.pairing.id: one for one in pairs}
    found = records.find(tx, Questionnaire, pairing_id=list(by_id))
    names = records.by_id(records.find(tx, Person, id={one.person_id for one in found}))
    for one in found:
        pair = by_id[one.pairing_id]
        if pair.letters_to not in (None, one.person_id):
            continue
        values: dict[str, object] = {"moment": one.moment}
        if pair.letters_to is None:
            values["who"] = names[one.person_id].name
        told = TimelineEntry(
            day=one.answered_on,
            kind=TimelineKind.INTERVIEW,
            happened=Happened.QUESTIONS_ANSWERED,
            record_id=one.id,
            values=values,
            text=" · ".join(one.own_words.values()),
            by=one.typed_by,
        )
        yield beside(pair, told)


def proposals(
    tx: Transaction,
    mentors: Sequence[Mentor],
    newcomers: Sequence[Newcomer],
    levels: Mapping[UUID, Protection],
) -> Iterator[TimelineEntry]:
    """Whom somebody was asked about and who said no; a yes is told by the pairing."""
    asked = (ProposalStatus.SENT, ProposalStatus.DECLINED)
    found = {
        one.id: one
        for one in (
            *records.find(tx, Proposal, mentor_id=[one.id for one in mentors], status=asked),
            *records.find(tx, Proposal, newcomer_id=[one.id for one in newcomers], status=asked),
        )
    }
    people = _people(tx, found.values())
    own = {one.id for one in (*mentors, *newcomers)}
    for one in found.values():
        other = people[one.mentor_id if one.newcomer_id in own else one.newcomer_id]
        told = TimelineEntry(
            day=one.proposed_on,
            kind=TimelineKind.PAIRING,
            happened=Happened.PROPOSAL_SENT,
            record_id=one.id,
            told_in="status",
            pair=other.name,
        )
        if one.status is ProposalStatus.SENT:
            yield told
        elif one.decided_on is not None:
            protected = {people[one.mentor_id].id, people[one.newcomer_id].id} & levels.keys()
            yield replace(
                told,
                day=one.decided_on,
                happened=Happened.PROPOSAL_DECLINED,
                values={"decided_by": one.decided_by},
                text="" if protected else one.decision_reason,
            )


def _people(tx: Transaction, pairs: Iterable[Pairing | Proposal]) -> Mapping[UUID, Person]:
    """Who holds each of the roles in these pairs."""
    listed = list(pairs)
    roles: list[Mentor | Newcomer] = [
        *records.find(tx, Mentor, id={one.mentor_id for one in listed}),
        *records.find(tx, Newcomer, id={one.newcomer_id for one in listed}),
    ]
    people = records.by_id(records.find(tx, Person, id={one.person_id for one in roles}))
    return {one.id: people[one.person_id] for one in roles}


def _step(pair: Pair, change: StatusChange) -> Iterator[TimelineEntry]:
    happened = _STEPS[PairingStatus(change.status)]
    values: dict[str, object] = {}
    if happened is Happened.PAIR_ENDED_EARLY:
        values = {"reason": pair.pairing.end_reason, "initiator": pair.pairing.end_initiator}
    yield TimelineEntry(
        day=change.changed_on,
        kind=TimelineKind.PAIRING,
        happened=happened,
        record_id=change.id,
        values=values,
        text=change.comment,
        by=change.actor,
    )


def _turn(_pair: Pair, turn: Responsibility) -> Iterator[TimelineEntry]:
    yield TimelineEntry(
        day=turn.from_date,
        kind=TimelineKind.PAIRING,
        happened=Happened.RESPONSIBLE,
        record_id=turn.id,
        values={"name": turn.coordinator, "stand_in": turn.stand_in},
    )


def _days(pair: Pair) -> Iterator[TimelineEntry]:
    """What the pairing itself tells of besides its steps."""
    one = pair.pairing
    start = one.start_meeting_at.date() if one.start_meeting_at else None
    days: tuple[tuple[date | None, Happened, str], ...] = (
        (one.agreement_signed_on, Happened.AGREEMENT_SIGNED, "agreement_signed_on"),
        (start, Happened.START_MEETING, "start_meeting_at"),
        (one.interpreter_ordered_on, Happened.INTERPRETER_ORDERED, "interpreter_ordered_on"),
    )
    for day, happened, name in days:
        if day is not None:
            yield TimelineEntry(
                day=day,
                kind=TimelineKind.PAIRING,
                happened=happened,
                record_id=one.id,
                told_in=name,
            )


class _Drives:
    """Meetings, told as drives where they were."""

    def __init__(self, tx: Transaction, pairing_ids: Sequence[UUID]) -> None:
        driving = records.find(tx, DrivingPractice, pairing_id=pairing_ids)
        meetings = records.find(tx, Meeting, pairing_id=[one.pairing_id for one in driving])
        found = records.find(tx, DrivingSession, meeting_id=[one.id for one in meetings])
        self._sessions = {one.meeting_id: one for one in found}

    def meeting(self, pair: Pair, meeting: Meeting) -> Iterator[TimelineEntry]:
        """How they met, where and what they did."""
        session = self._sessions.get(meeting.id)
        happened = Happened.MET if meeting.counts else Happened.TRIED_TO_MEET
        values: dict[str, object] = {"form": meeting.form, "minutes": meeting.minutes}
        if session is not None:
            happened, values["km"] = Happened.DROVE, session.kilometres
        place = meeting.place if pair.level is Protection.NONE else ""
        yield TimelineEntry(
            day=meeting.held_on,
            kind=TimelineKind.MEETING,
            happened=happened,
            record_id=meeting.id,
            values=values,
            text=" · ".join(part for part in (place, meeting.notes) if part),
            by=meeting.logged_by,
        )


def _follow_up(_pair: Pair, follow_up: FollowUp) -> Iterator[TimelineEntry]:
    if follow_up.done_on is not None:
        yield TimelineEntry(
            day=follow_up.done_on,
            kind=TimelineKind.FOLLOW_UP,
            happened=Happened.FOLLOW_UP_DONE,
            record_id=follow_up.id,
            told_in="done_on",
            values={"about": follow_up.kind},
            text=follow_up.note,
            by=follow_up.done_by,
        )


def _letter(pair: Pair, letter: LetterIssued) -> Iterator[TimelineEntry]:
    if pair.letters_to in (None, letter.person_id):
        yield TimelineEntry(
            day=letter.issued_at.astimezone().date(),
            kind=TimelineKind.LETTER,
            happened=Happened.LETTER_PRINTED,
            record_id=letter.id,
            values={"letter": letter.kind},
            by=letter.issued_by,
        )


def _tests(_pair: Pair, practice: DrivingPractice) -> Iterator[TimelineEntry]:
    for name, happened in (
        ("theory_passed_on", Happened.DRIVING_THEORY),
        ("test_passed_on", Happened.DRIVING_TEST),
    ):
        day = getattr(practice, name)
        if day is not None:
            yield TimelineEntry(
                day=day,
                kind=TimelineKind.MEETING,
                happened=happened,
                record_id=practice.id,
                told_in=name,
            )
