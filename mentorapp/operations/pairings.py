"""Pairings: the list, one pairing's page, and the steps of its life."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mentorapp.domain.closing import Closing, newcomer_after
from mentorapp.domain.errors import InvalidField, NotFound, Problem, WrongStep
from mentorapp.domain.follow_up import FollowUp
from mentorapp.domain.letters import LetterIssued
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer, NewcomerStatus
from mentorapp.domain.numbers import NumberKind, read_number
from mentorapp.domain.pairings import (
    EndReason,
    Initiator,
    Pairing,
    PairingStatus,
    Responsibility,
    check_pairing,
    check_running,
)
from mentorapp.domain.proposals import points_without_location, without_location
from mentorapp.domain.protection import Protection, check_place, strictest
from mentorapp.domain.statuses import StatusChange
from mentorapp.domain.taking_part import status_after
from mentorapp.domain.text import clean
from mentorapp.operations import certificates, free_text, looks, schemes, taking_part
from mentorapp.operations.intention import intention
from mentorapp.operations.pairing_rows import PairingRow, rows_of
from mentorapp.storage import records, shields, tallies
from mentorapp.storage.database import Transaction

__all__ = ["PairingRow"]


@dataclass(frozen=True, slots=True)
class PairingFile:
    """All that the office knows of a pairing; meetings and letters newest first."""

    pairing: Pairing
    newcomer: Newcomer
    row: PairingRow
    meetings: tuple[Meeting, ...]
    follow_ups: tuple[FollowUp, ...]
    letters: tuple[LetterIssued, ...]
    responsibilities: tuple[Responsibility, ...]
    history: tuple[StatusChange, ...]


def rows(tx: Transaction, today: date) -> list[PairingRow]:
    """Every pairing, by number."""
    return rows_of(tx, records.find(tx, Pairing), today)


def rows_of_person(tx: Transaction, person_id: UUID, today: date) -> list[PairingRow]:
    """The pairings somebody is or was in, as mentor or newcomer."""
    mentors = [one.id for one in records.find(tx, Mentor, person_id=person_id)]
    newcomers = [one.id for one in records.find(tx, Newcomer, person_id=person_id)]
    found = {
        pairing.id: pairing
        for pairing in (
            *records.find(tx, Pairing, mentor_id=mentors),
            *records.find(tx, Pairing, newcomer_id=newcomers),
        )
    }
    return rows_of(tx, found.values(), today)


def row(tx: Transaction, pairing_id: UUID, today: date) -> PairingRow:
    """One line of the list."""
    return rows_of(tx, [records.get(tx, Pairing, pairing_id)], today)[0]


def read(tx: Transaction, pairing_id: UUID, today: date) -> PairingFile:
    """Everything about one pairing, for its own page.

    Places noted before one of the two was protected are left out, and so is what letters said
    then; whatever is saved from here on takes the places out of the file too.
    """
    pairing = records.get(tx, Pairing, pairing_id)
    level = protection(tx, pairing)
    looks.seen(tx, "pairings.read", both(tx, pairing))
    shown = replace(
        pairing,
        reasons=without_location(pairing.reasons, level),
        points=points_without_location(pairing.points, level),
    )
    meetings = records.find(tx, Meeting, pairing_id=pairing_id)
    if level is not Protection.NONE:
        shown = replace(shown, start_meeting_place="")
        meetings = [replace(one, place="") for one in meetings]
    letters = records.find(tx, LetterIssued, pairing_id=pairing_id)
    if level is not Protection.NONE:
        letters = [replace(one, text="") for one in letters]
    return PairingFile(
        pairing=shown,
        newcomer=records.get(tx, Newcomer, pairing.newcomer_id),
        row=rows_of(tx, [pairing], today)[0],
        meetings=tuple(sorted(meetings, key=lambda m: (m.held_on, m.id), reverse=True)),
        follow_ups=tuple(
            sorted(records.find(tx, FollowUp, pairing_id=pairing_id), key=lambda f: (f.due, f.id))
        ),
        letters=tuple(sorted(letters, key=lambda letter: letter.issued_at, reverse=True)),
        responsibilities=tuple(
            sorted(
                records.find(tx, Responsibility, pairing_id=pairing_id),
                key=lambda r: (r.from_date, r.id),
            )
        ),
        history=tuple(
            sorted(
                records.find(tx, StatusChange, subject_id=pairing_id),
                key=lambda change: (change.changed_on, change.id),
            )
        ),
    )


def by_number(tx: Transaction, text: str) -> Pairing:
    """The pairing with this number; NumberMistyped, NumberOfAnotherKind or NotFound."""
    found = records.find(tx, Pairing, number=read_number(text, NumberKind.PAIRING))
    if not found:
        raise NotFound("pairing", text)
    return found[0]


def protection(tx: Transaction, pairing: Pairing) -> Protection:
    """The stricter of the two halves'."""
    return protection_of(
        tx,
        records.get(tx, Mentor, pairing.mentor_id),
        records.get(tx, Newcomer, pairing.newcomer_id),
    )


def protection_of(tx: Transaction, *roles: Mentor | Newcomer) -> Protection:
    """The strictest of those who hold these roles."""
    levels = shields.protections(tx)
    return strictest(levels.get(role.person_id, Protection.NONE) for role in roles)


def both(tx: Transaction, pairing: Pairing) -> tuple[UUID, UUID]:
    """The two people of the pair: mentor, newcomer."""
    return (
        records.get(tx, Mentor, pairing.mentor_id).person_id,
        records.get(tx, Newcomer, pairing.newcomer_id).person_id,
    )


@intention
def save(tx: Transaction, pairing: Pairing, today: date) -> Pairing:
    """Record the agreement, the start meeting, the interpreter, the fit, the planned end.

    Raises PairNotAllowed where a start meeting is set and no police certificate counts then.
    """
    check_pairing(pairing, today)
    meets = pairing.start_meeting_at
    if meets is not None and meets != records.get(tx, Pairing, pairing.id).start_meeting_at:
        certificates.check_start(tx, pairing, meets.date())
    check_place(pairing.start_meeting_place, protection(tx, pairing))
    free_text.check(tx, pairing, *both(tx, pairing))
    return records.amend(tx, pairing)


@intention
def start(tx: Transaction, pairing_id: UUID, today: date, on: date | None = None) -> Pairing:
    """The pair begins to meet. Raises PairNotAllowed where children are at home and the mentor's
    police certificate does not count on that day.
    """
    certificates.check_start(tx, records.get(tx, Pairing, pairing_id), on or today)
    return started(tx, pairing_id, today, on)


def started(tx: Transaction, pairing_id: UUID, today: date, on: date | None = None) -> Pairing:
    """The pair has met already, whatever should have been seen before: Today tells that."""
    pairing = records.get(tx, Pairing, pairing_id)
    if pairing.status is not PairingStatus.AGREED:
        raise WrongStep("pairing", pairing.status, PairingStatus.ACTIVE)
    active = replace(pairing, status=PairingStatus.ACTIVE, started_on=on or today)
    check_pairing(active, today)
    note_status(tx, active, on or today)
    return records.amend(tx, active)


@intention
def end(
    tx: Transaction,
    pairing_id: UUID,
    ended_on: date,
    today: date,
    *,
    completed: bool,
    reason: EndReason | None = None,
    initiator: Initiator | None = None,
    note: str = "",
) -> Pairing:
    """Close the pairing; open follow-ups go, and the newcomer is done or waits again."""
    how = Closing(
        ended_on=ended_on, completed=completed, reason=reason, initiator=initiator, note=note
    )
    return finish(tx, pairing_id, how, today)


def finish(tx: Transaction, pairing_id: UUID, closing: Closing, today: date) -> Pairing:
    """The pair's part of a closing; who has another running pairing stays paired."""
    pairing = records.get(tx, Pairing, pairing_id)
    check_running(pairing)
    if not closing.completed:
        for name, told in (("end_reason", closing.reason), ("end_initiator", closing.initiator)):
            if told is None:
                raise InvalidField(name, Problem.MISSING)
    ended_on = closing.ended_on
    ended = replace(
        pairing,
        status=PairingStatus.COMPLETED if closing.completed else PairingStatus.ENDED_EARLY,
        ended_on=ended_on,
        end_reason=closing.reason,
        end_initiator=closing.initiator,
        end_note=closing.note,
    )
    check_pairing(ended, today)
    free_text.check(tx, ended, *both(tx, ended))
    last = tallies.contact(tx).get(pairing_id, tallies.Contact()).last
    if last is not None and ended_on < last:
        raise InvalidField("ended_on", Problem.BEFORE_LAST_MEETING, last.isoformat())
    saved = records.amend(tx, ended)
    note_status(tx, saved, ended_on, closing.note)
    for follow_up in records.find(tx, FollowUp, pairing_id=pairing_id, done_on=None):
        if follow_up.due > ended_on:
            records.remove(tx, follow_up)
    _release(tx, saved, closing)
    return saved


@intention
def hand_over(
    tx: Transaction, pairing_id: UUID, coordinator: str, today: date, stand_in: str = ""
) -> Responsibility:
    """From today another coordinator is responsible; who was before stays on record.

    The same coordinator once more changes nothing but who stands in.
    """
    coordinator, stand_in = clean(coordinator), clean(stand_in)
    if not coordinator:
        raise InvalidField("coordinator", Problem.MISSING)
    if stand_in == coordinator:
        raise InvalidField("stand_in", Problem.SAME_PERSON)
    for current in records.find(tx, Responsibility, pairing_id=pairing_id, to_date=None):
        if current.coordinator == coordinator:
            return records.amend(tx, replace(current, stand_in=stand_in))
        records.amend(tx, replace(current, to_date=today))
    return records.add(
        tx,
        Responsibility(
            pairing_id=pairing_id, coordinator=coordinator, from_date=today, stand_in=stand_in
        ),
    )


def note_status(tx: Transaction, pairing: Pairing, day: date, comment: str = "") -> None:
    """Keep the pairing's step in its history."""
    records.add(
        tx,
        StatusChange(
            subject="pairing",
            subject_id=pairing.id,
            status=pairing.status.value,
            changed_on=day,
            actor=tx.actor,
            comment=comment,
        ),
    )


def _release(tx: Transaction, pairing: Pairing, closing: Closing) -> None:
    """The newcomer's status after the pair: still paired, else what is wanted or follows."""
    newcomer = records.get(tx, Newcomer, pairing.newcomer_id)
    offered = {one.key for one in schemes.all_schemes(tx, active_only=True)}
    had, wanted = taking_part.had(tx, newcomer.id), newcomer_after(closing.newcomer)
    status = status_after(newcomer.schemes, had, offered, completed=closing.completed)
    if status is NewcomerStatus.PAIRED:
        return
    if wanted is not None:
        status = wanted
    elif newcomer.status is not NewcomerStatus.PAIRED:
        return
    if status is newcomer.status:
        return
    records.amend(tx, replace(newcomer, status=status))
    records.add(
        tx,
        StatusChange(
            subject="newcomer",
            subject_id=newcomer.id,
            status=status.value,
            changed_on=closing.ended_on,
            actor=tx.actor,
        ),
    )
