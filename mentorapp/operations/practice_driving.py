"""Practice driving of a pair: the permit and the car, drives, and what speaks against them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.driving_errors import NotADrivingPair
from mentorapp.domain.driving_figures import Drive, DrivingTotals, driving_totals
from mentorapp.domain.driving_warnings import BirthYears, Warned, warnings
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.practice_driving import (
    DrivingCondition,
    DrivingPractice,
    DrivingRules,
    DrivingSession,
    check_practice,
    check_session,
)
from mentorapp.domain.schemes import Scheme, SchemePart
from mentorapp.domain.text import clean
from mentorapp.operations import driving_rules, free_text, meetings, pairings
from mentorapp.operations.intention import intention
from mentorapp.operations.pairings import PairingRow
from mentorapp.operations.roles import people_behind
from mentorapp.storage import records
from mentorapp.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class DriveRow:
    """A drive: the meeting it is, and what it adds; ``warnings`` are of its day."""

    meeting: Meeting
    session: DrivingSession
    warnings: tuple[Warned, ...] = ()

    @property
    def id(self) -> UUID:
        """The meeting's."""
        return self.meeting.id


@dataclass(frozen=True, slots=True)
class DrivingFile:
    """All of a pair's practice driving; ``drives`` newest first, ``warnings`` as of today.

    ``rules`` are those of the office's country, None when nobody has written any down.
    """

    row: PairingRow
    practice: DrivingPractice
    drives: tuple[DriveRow, ...]
    totals: DrivingTotals
    rules: DrivingRules | None
    warnings: tuple[Warned, ...]


@dataclass(frozen=True, slots=True)
class Driven:
    """What was logged, and what speaks against it."""

    meeting: Meeting
    session: DrivingSession
    warnings: tuple[Warned, ...]


def read(tx: Transaction, pairing_id: UUID, today: date) -> DrivingFile:
    """Everything about one pair. Raises NotADrivingPair."""
    pairing = _pairing(tx, pairing_id)
    practice, rules = practice_of(tx, pairing_id), driving_rules.rules_here(tx)
    born = birth_years(tx, [pairing])[pairing_id]
    drives = [
        DriveRow(meeting, session, warnings(practice, born, rules, meeting.held_on))
        for meeting, session in drives_of(tx, [pairing_id])
    ]
    shown = pairings.read(tx, pairing_id, today).meetings  # places of the protected left out
    plain = {one.id: one for one in shown}
    return DrivingFile(
        row=pairings.row(tx, pairing_id, today),
        practice=practice,
        drives=tuple(
            replace(one, meeting=plain[one.meeting.id])
            for one in sorted(drives, key=lambda d: (d.meeting.held_on, d.id), reverse=True)
        ),
        totals=driving_totals(
            (counted(one.meeting, one.session) for one in drives),
            rules.recommended_minutes if rules else None,
        ),
        rules=rules,
        warnings=warnings(practice, born, rules, today),
    )


@intention
def save(tx: Transaction, practice: DrivingPractice, today: date) -> DrivingPractice:
    """Keep the car, the permit, the companion's licence and the tests of a pair."""
    pairing = _pairing(tx, practice.pairing_id)
    practice = replace(practice, car=clean(practice.car), notes=clean(practice.notes))
    check_practice(practice, today)
    free_text.check(tx, practice, *pairings.both(tx, pairing))
    if records.find(tx, DrivingPractice, id=practice.id):
        return records.amend(tx, practice)
    return records.add(tx, practice)


@intention
def log(
    tx: Transaction,
    meeting: Meeting,
    kilometres: int,
    conditions: Collection[DrivingCondition],
    today: date,
) -> Driven:
    """Log a meeting that was a drive. Warnings do not stop it: it has taken place.

    Handing in the same meeting (by id) twice writes it once.
    """
    pairing = _pairing(tx, meeting.pairing_id)
    logged = meetings.log(tx, meeting, today)
    stored = records.find(tx, DrivingSession, meeting_id=logged.id)
    if stored:
        session = stored[0]
    else:
        session = DrivingSession(
            meeting_id=logged.id, kilometres=kilometres, conditions=frozenset(conditions)
        )
        check_session(session)
        records.add(tx, session)
    return _driven(tx, pairing, logged, session)


@intention
def amend(tx: Transaction, meeting: Meeting, session: DrivingSession, today: date) -> Driven:
    """Mend what was mistyped."""
    check_session(session)
    mended = meetings.amend(tx, meeting, today)
    return _driven(tx, _pairing(tx, meeting.pairing_id), mended, records.amend(tx, session))


@intention
def remove(tx: Transaction, meeting_id: UUID) -> Driven:
    """Take a drive back, with its meeting; returns both, for ``restore``."""
    (session,) = records.find(tx, DrivingSession, meeting_id=meeting_id)
    records.remove(tx, session)
    return Driven(meetings.remove(tx, meeting_id), session, ())


@intention
def restore(tx: Transaction, driven: Driven) -> None:
    """Undo ``remove``."""
    meetings.restore(tx, driven.meeting)
    records.restore(tx, driven.session)


def practice_of(tx: Transaction, pairing_id: UUID) -> DrivingPractice:
    """What is kept of the pair; an empty new record when nothing is."""
    found = records.find(tx, DrivingPractice, pairing_id=pairing_id)
    return found[0] if found else DrivingPractice(pairing_id=pairing_id)


def drives_of(
    tx: Transaction, pairing_ids: Collection[UUID]
) -> list[tuple[Meeting, DrivingSession]]:
    """All drives of these pairings; a meeting that was taken back is none."""
    held = records.by_id(records.find(tx, Meeting, pairing_id=pairing_ids))
    return [
        (held[session.meeting_id], session)
        for session in records.find(tx, DrivingSession, meeting_id=held)
    ]


def counted(meeting: Meeting, session: DrivingSession) -> Drive:
    """A drive as far as totals need it."""
    return Drive(meeting.held_on, meeting.minutes, session.kilometres, session.conditions)


def driving_schemes(tx: Transaction) -> list[Scheme]:
    """The schemes with practice driving."""
    return [one for one in records.find(tx, Scheme) if SchemePart.DRIVING in one.parts]


def birth_years(tx: Transaction, some: Collection[Pairing]) -> Mapping[UUID, BirthYears]:
    """Of learner and companion, by pairing."""
    mentors = records.by_id(records.find(tx, Mentor, id={one.mentor_id for one in some}))
    newcomers = records.by_id(records.find(tx, Newcomer, id={one.newcomer_id for one in some}))
    people = people_behind(tx, mentors.values(), newcomers.values())
    return {
        one.id: BirthYears(
            learner=people[newcomers[one.newcomer_id].person_id].birth_year,
            companion=people[mentors[one.mentor_id].person_id].birth_year,
        )
        for one in some
    }


def _pairing(tx: Transaction, pairing_id: UUID) -> Pairing:
    pairing = records.get(tx, Pairing, pairing_id)
    if SchemePart.DRIVING not in records.get(tx, Scheme, pairing.scheme_id).parts:
        raise NotADrivingPair(pairing.number)
    return pairing


def _driven(tx: Transaction, pairing: Pairing, meeting: Meeting, session: DrivingSession) -> Driven:
    practice, rules = practice_of(tx, pairing.id), driving_rules.rules_here(tx)
    born = birth_years(tx, [pairing])[pairing.id]
    return Driven(meeting, session, warnings(practice, born, rules, meeting.held_on))
