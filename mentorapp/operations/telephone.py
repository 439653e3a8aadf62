"""What one needs to know with the telephone at the ear: about somebody, or about a pair."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mentorapp.domain.calls import Call
from mentorapp.domain.languages import LetterLanguage, Spoken
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor, MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED, Newcomer, NewcomerStatus
from mentorapp.domain.organisations import Organisation
from mentorapp.domain.pairings import RUNNING, Pairing
from mentorapp.domain.people import Person
from mentorapp.operations import callees, calls, pairings
from mentorapp.operations.callees import Callee
from mentorapp.operations.pairings import PairingRow
from mentorapp.storage import records
from mentorapp.storage.database import Transaction

#: Earlier calls are in the timeline.
_LAST_CALLS = 3


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody one may have on the telephone.

    ``waits_since`` is for a mentor, as the newcomer whose role is ``newcomer_id``. ``status`` is
    None for a role that he has not; ``organisation`` the name of the one he is mentor for.
    """

    callee: Callee
    number: int
    native_name: str
    languages: frozenset[Spoken]
    letter_language: LetterLanguage
    waits_since: date | None
    newcomer_id: UUID | None
    newcomer_status: NewcomerStatus | None
    mentor_status: MentorStatus | None
    organisation: str


@dataclass(frozen=True, slots=True)
class RunningPair:
    """A pair that has not ended, with the next day the two have agreed on."""

    row: PairingRow
    next_meeting: date | None


@dataclass(frozen=True, slots=True)
class AtTelephone:
    """``calls`` are the last ones with ``speakers``, the latest first."""

    speakers: tuple[Speaker, ...]
    pairs: tuple[RunningPair, ...]
    calls: tuple[Call, ...]


def of_person(tx: Transaction, person_id: UUID, today: date) -> AtTelephone:
    """About one person; a protected phone stands in the form alone, not in the file."""
    rows = pairings.rows_of_person(tx, person_id, today)
    return AtTelephone(
        (_speaker(tx, person_id),),
        tuple(_running(tx, row, today) for row in rows if row.status in RUNNING),
        tuple(calls.of_person(tx, person_id)[:_LAST_CALLS]),
    )


def of_pairing(tx: Transaction, pairing_id: UUID, today: date) -> AtTelephone:
    """Both of a pair, the newcomer first."""
    row = pairings.row(tx, pairing_id, today)
    both = (row.newcomer_person_id, row.mentor_person_id)
    noted = {
        call.id: call
        for call in (
            *calls.of_pairing(tx, pairing_id),
            *(call for one in both for call in calls.of_person(tx, one)),
        )
        if call.pairing_id in (None, pairing_id)
    }
    return AtTelephone(
        tuple(_speaker(tx, one) for one in both),
        (_running(tx, row, today),) if row.status in RUNNING else (),
        tuple(_latest(noted.values())),
    )


def _latest(noted: Iterable[Call]) -> list[Call]:
    ordered = sorted(noted, key=lambda call: (call.called_on, call.id), reverse=True)
    return ordered[:_LAST_CALLS]


def _speaker(tx: Transaction, person_id: UUID) -> Speaker:
    person = records.get(tx, Person, person_id)
    newcomers = records.find(tx, Newcomer, person_id=person_id)
    mentors = records.find(tx, Mentor, person_id=person_id)
    sender = next((one.organisation_id for one in mentors if one.organisation_id), None)
    waiting = [one.registered_on for one in newcomers if one.status in TO_BE_PAIRED]
    return Speaker(
        callees.of_person(tx, person_id),
        person.number,
        person.native_name,
        person.languages,
        person.letter_language,
        min(waiting, default=None),
        next((one.id for one in newcomers), None),
        next((one.status for one in newcomers), None),
        next((one.status for one in mentors), None),
        records.get(tx, Organisation, sender).name if sender else "",
    )


def _running(tx: Transaction, row: PairingRow, today: date) -> RunningPair:
    pairing = records.get(tx, Pairing, row.id)
    ahead = [
        one.next_on
        for one in records.find(tx, Meeting, pairing_id=row.id)
        if one.next_on is not None and one.next_on >= today
    ]
    start = pairing.start_meeting_at
    if start is not None and start.date() >= today:
        ahead.append(start.date())
    return RunningPair(row, min(ahead, default=None))
