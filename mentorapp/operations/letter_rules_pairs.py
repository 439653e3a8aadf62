"""Letters about a pair: its beginning, its start meeting, its slips and its end."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from mentorapp.domain.contact_points import ContactPoint, ContactRole
from mentorapp.domain.follow_up import AttentionKind, silence
from mentorapp.domain.letter_calendar import LATELY, ended_lately, happened_lately, reminded_on
from mentorapp.domain.letters import DUE_FOR_PAIRING, READERS, LetterKind, Reader
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import RUNNING, Pairing, PairingStatus
from mentorapp.domain.schemes import Scheme
from mentorapp.operations import offices, put_off, questionnaires_due
from mentorapp.operations.letters_wanted import Sent, Wanted
from mentorapp.storage import records, tallies
from mentorapp.storage.database import Transaction

#: With these a mentor has got slips to fill in.
_WITH_SLIPS = (LetterKind.PAIRING_MENTOR, LetterKind.SLIPS)
#: The lines of Today that tell of a silent pair.
_SILENT = (AttentionKind.SILENT, AttentionKind.FIRST_MEETING)
_GOODBYE = (LetterKind.CLOSING, LetterKind.THANKS, LetterKind.HOURS_CERTIFICATE)
#: A pair that was ended in the office, as against a list that told of old ones.
_ENDED_HERE = frozenset({"pairings.end", "closing.close"})
#: What an invitation to a start meeting tells: when it changes, the invitation is wrong.
_MEETING = frozenset({"start_meeting_at", "start_meeting_place"})


def about_pairs(
    tx: Transaction,
    pairings: Sequence[Pairing],
    kinds: Sequence[LetterKind],
    since: Mapping[UUID, date] | None = None,
) -> Iterator[Wanted]:
    """These kinds for each of the pairs, to each who reads them."""
    mentors = records.by_id(records.find(tx, Mentor, id={one.mentor_id for one in pairings}))
    newcomers = records.by_id(records.find(tx, Newcomer, id={one.newcomer_id for one in pairings}))
    for pairing in sorted(pairings, key=lambda one: one.number):
        halves = {
            Reader.MENTOR: mentors[pairing.mentor_id].person_id,
            Reader.NEWCOMER: newcomers[pairing.newcomer_id].person_id,
        }
        for kind in kinds:
            for reader in READERS[kind]:
                yield Wanted(
                    kind=kind,
                    number=pairing.number,
                    since=since[pairing.id] if since else pairing.agreed_on,
                    person_id=halves[reader],
                    pairing_id=pairing.id,
                )


def of_new_pairs(tx: Transaction, today: date, _sent: Sent) -> Iterable[Wanted]:
    """Pairing letters, and the agreement to sign; pairs that were imported have had theirs.

    Who has met for a month needs no letter that they are going to meet.
    """
    begun_here = [one for one in _running(tx) if one.proposal_id is not None]
    met = tallies.contact(tx)
    still_new = [one for one in begun_here if one.id not in met or today <= one.agreed_on + LATELY]
    yield from about_pairs(tx, still_new, DUE_FOR_PAIRING)
    to_sign = [
        one
        for one in begun_here
        if one.agreement_signed_on is None and happened_lately(one.agreed_on, today)
    ]
    yield from about_pairs(tx, to_sign, [LetterKind.AGREEMENT])


def of_cards(tx: Transaction, today: date, _sent: Sent) -> Iterable[Wanted]:
    """Who is who, for newcomers of new pairs whom others help too: coordinator and mentor stand in
    the pairing letter.
    """
    new = [
        one
        for one in _running(tx)
        if one.proposal_id is not None and happened_lately(one.agreed_on, today)
    ]
    newcomers = records.by_id(records.find(tx, Newcomer, id={one.newcomer_id for one in new}))
    people = {one.person_id for one in newcomers.values()}
    helped = {
        one.person_id
        for one in records.find(tx, ContactPoint, person_id=people)
        if one.role is not ContactRole.COORDINATOR and one.holds_on(today)
    }
    with_helpers = [one for one in new if newcomers[one.newcomer_id].person_id in helped]
    yield from about_pairs(tx, with_helpers, [LetterKind.WHO_IS_WHO])


def of_start_meetings(tx: Transaction, today: date, sent: Sent) -> Iterable[Wanted]:
    """Both are invited to a start meeting that is still to come, and again when it was moved."""
    coming = [
        one
        for one in _running(tx)
        if one.start_meeting_at is not None and one.start_meeting_at.date() >= today
    ]
    wanted = list(about_pairs(tx, coming, [LetterKind.START_MEETING]))
    invited = {one.pairing_id for one in wanted if one.key in sent}
    moved = {
        trace.record_id: trace.at  # the last one counts
        for trace in records.traces(tx, *(one for one in invited if one is not None))
        if _MEETING & set(trace.fields)
    }
    for one in wanted:
        changed = moved.get(one.pairing_id) if one.pairing_id else None
        if one.key not in sent or (changed is not None and changed > sent[one.key]):
            yield one


def of_silent_pairs(tx: Transaction, today: date, sent: Sent) -> Iterable[Wanted]:
    """Mentors who have slips and send none, reminded again and again, but not each month.

    Not while a first meeting is planned, the office has put the pair off, or the mentor pauses.
    """
    office = offices.read(tx)
    schemes = records.by_id(records.find(tx, Scheme))
    contact = tallies.contact(tx)
    since: dict[UUID, date] = {}
    with_slips = {key[2] for key in sent if key[0] in _WITH_SLIPS}
    later = put_off.subjects(tx, _SILENT, today)
    pausing = {one.id for one in records.find(tx, Mentor, status=MentorStatus.PAUSED)}
    silent = [
        one
        for one in _running(tx)
        if one.id in with_slips and one.id not in later and one.mentor_id not in pausing
    ]
    reminded = _newest(sent, LetterKind.SLIP_REMINDER)
    for one in silent:
        met = contact.get(one.id)
        yellow, _red = silence(schemes[one.scheme_id], office)
        due = reminded_on(
            met.last if met and met.last else _begins(one), yellow, reminded.get(one.id), today
        )
        if due is not None:
            since[one.id] = due
    pairs = [one for one in silent if one.id in since]
    yield from about_pairs(tx, pairs, [LetterKind.SLIP_REMINDER], since)


def of_ended_pairs(tx: Transaction, today: date, sent: Sent) -> Iterable[Wanted]:
    """Goodbye to both; thanks and a certificate to a mentor who met somebody.

    A pair that was called off before anybody was written to or met has nothing to say goodbye to.
    """
    ended = {
        one.id: one
        for one in records.find(
            tx, Pairing, status=[PairingStatus.COMPLETED.value, PairingStatus.ENDED_EARLY.value]
        )
        if ended_lately(one.ended_on, today)
    }
    traces = records.traces(tx, *ended) if ended else []
    here = {one.record_id for one in traces if one.operation in _ENDED_HERE}
    met = tallies.contact(tx)
    told = {key[2] for key in sent if key[0] in DUE_FOR_PAIRING}
    for one in ended.values():
        if one.id in here and one.ended_on is not None:
            if one.id in met:
                yield from about_pairs(tx, [one], _GOODBYE, {one.id: one.ended_on})
            elif one.id in told:
                yield from about_pairs(tx, [one], _GOODBYE[:1], {one.id: one.ended_on})


def of_questions(tx: Transaction, today: date, _sent: Sent) -> Iterable[Wanted]:
    """The questionnaires of pairs that began here, to each half that has not answered."""
    begun_here = {one.id for one in records.find(tx, Pairing) if one.proposal_id is not None}
    return [
        Wanted(
            kind=one.kind,
            number=one.pairing_number,
            since=one.due,
            person_id=one.person_id,
            pairing_id=one.pairing_id,
        )
        for one in questionnaires_due.questions_due(tx, today)
        if one.pairing_id in begun_here and happened_lately(one.due, today)
    ]


def _begins(pairing: Pairing) -> date:
    """Since when a pair that has not met could have done so."""
    planned = pairing.start_meeting_at
    return max(pairing.agreed_on, planned.date()) if planned else pairing.agreed_on


def _running(tx: Transaction) -> list[Pairing]:
    return records.find(tx, Pairing, status=[status.value for status in RUNNING])


def _newest(sent: Sent, kind: LetterKind) -> dict[UUID, date]:
    newest: dict[UUID, datetime] = {}
    for (sent_kind, _person, pairing, _organisation), at in sent.items():
        if sent_kind is kind and pairing is not None:
            newest[pairing] = max(at, newest.get(pairing, at))
    return {pairing: at.date() for pairing, at in newest.items()}
