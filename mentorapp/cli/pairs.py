"""``pair``, ``pairings`` and ``log``: who meets whom, and how it goes."""

from argparse import Namespace
from typing import Any
from uuid import UUID

from mentorapp.cli.answers import reasons_json
from mentorapp.cli.pair_told import agreed_line, proposal_json, proposal_lines
from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.errors import NotFound
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.domain.protection import Protection
from mentorapp.domain.schemes import SchemePart
from mentorapp.operations import Transaction, meetings, pairing, pairings, people, schemes
from mentorapp.operations.pairings import PairingRow
from mentorapp.words import Words
from mentorapp.words.fields import field_label
from mentorapp.words.households import say_side
from mentorapp.words.labels import label
from mentorapp.words.reasons import say_reasons


def drafts(session: Session, args: Namespace) -> None:
    """Proposals that wait for a decision."""
    with session.reading() as tx:
        scheme = schemes.find(tx, args.scheme)
        rows = pairing.drafts(tx, scheme.id, session.today)
    session.tell(
        [proposal_json(session.words, row) for row in rows],
        lambda: proposal_lines(session.words, rows),
    )


def by_hand(session: Session, args: Namespace) -> None:
    """Pair two people by their numbers."""
    with session.writing() as tx:
        scheme = schemes.find(tx, args.scheme)
        mentor = people.read(tx, people.by_number(tx, args.mentor).id, session.today)
        newcomer = people.read(tx, people.by_number(tx, args.newcomer).id, session.today)
        agreed = pairing.pair_by_hand(
            tx,
            scheme.id,
            _mentor(mentor.registration.mentor, args.mentor).id,
            _newcomer(newcomer.registration.newcomer, args.newcomer).id,
            session.today,
            sides=(args.mentor_side, args.newcomer_side),
        )
        row = pairings.row(tx, agreed.id, session.today)
    _tell_agreed(session, agreed, row)


def accept(session: Session, args: Namespace) -> None:
    """Make a pairing of a proposal that is not decided."""
    with session.writing() as tx:
        scheme = schemes.find(tx, args.scheme)
        numbers = tuple(
            people.by_number(tx, number).number for number in (args.newcomer, args.mentor)
        )
        for draft in pairing.drafts(tx, scheme.id, session.today):
            if (draft.newcomer_number, draft.mentor_number) == numbers:
                break
        else:
            raise NotFound("proposal", f"{args.newcomer} – {args.mentor}")
        sides = (args.mentor_side, args.newcomer_side)
        agreed = pairing.accept(tx, draft.proposal.id, session.today, sides=sides)
        row = pairings.row(tx, agreed.id, session.today)
    _tell_agreed(session, agreed, row)


def list_pairings(session: Session, args: Namespace) -> None:
    """All pairings, those that run, or those of a scheme: with a career part, with the goals."""
    with session.reading() as tx:
        rows = pairings.rows(tx, session.today)
        scheme = schemes.find(tx, args.scheme) if args.scheme else None
        if scheme is not None:
            rows = [row for row in rows if row.scheme.id == scheme.id]
        if args.running:
            rows = [row for row in rows if row.ended_on is None]
        career = scheme is not None and SchemePart.CAREER in scheme.parts
        goals = _goals(tx, rows, session) if career else {}
    words, _ = session.words, session.words.text
    session.tell(
        [_pairing(words, row) | _goal_json(goals, row) for row in rows],
        lambda: table(
            (
                _("Number"),
                _("Newcomer"),
                _("Mentor"),
                _("Scheme"),
                _("Status"),
                _("Last meeting"),
                _("Meetings"),
                _("Next follow-up"),
                *([field_label(words, "goal")] if career else []),
            ),
            [
                (
                    row.number,
                    say_side(words, row.newcomer_name, row.newcomer_side),
                    say_side(words, row.mentor_name, row.mentor_side),
                    row.scheme.name(words.language),
                    label(words, row.status),
                    words.date(row.last_meeting),
                    row.meetings,
                    words.date(row.next_follow_up),
                    *([goals.get(row.id, "")] if career else []),
                )
                for row in rows
            ],
        ),
    )


def log(session: Session, args: Namespace) -> None:
    """Log a meeting of a pairing."""
    with session.writing() as tx:
        found = pairings.by_number(tx, args.pairing)
        meeting = meetings.log(
            tx,
            Meeting(
                pairing_id=found.id,
                held_on=args.date or session.today,
                minutes=args.minutes,
                form=args.form,
                place=args.place,
                notes=args.notes,
                next_on=args.next,
                slip=args.slip,
            ),
            session.today,
        )
        who = _who(tx, found, session)
    words = session.words
    session.tell(
        {
            "pairing": found.number,
            "date": meeting.held_on,
            "minutes": meeting.minutes,
            "form": meeting.form.value,
            "next": meeting.next_on,
        },
        lambda: [
            words.text("Logged: %(date)s, %(minutes)s minutes – %(who)s (%(number)s).")
            % {
                "date": words.date(meeting.held_on),
                "minutes": meeting.minutes,
                "who": who,
                "number": found.number,
            }
        ],
    )


def _tell_agreed(session: Session, agreed: Pairing, row: PairingRow) -> None:
    words = session.words
    newcomer = say_side(words, row.newcomer_name, row.newcomer_side)
    mentor = say_side(words, row.mentor_name, row.mentor_side)
    session.tell(
        _pairing(words, row), lambda: [agreed_line(words, agreed), f"  {newcomer} – {mentor}"]
    )


def _who(tx: Transaction, found: Pairing, session: Session) -> str:
    return pairings.row(tx, found.id, session.today).who


def _goals(tx: Transaction, rows: list[PairingRow], session: Session) -> dict[UUID, str]:
    """What each newcomer works towards; nothing of protected people, for it may name a place."""
    return {
        row.id: pairings.read(tx, row.id, session.today).newcomer.goal
        for row in rows
        if row.protection is Protection.NONE
    }


def _goal_json(goals: dict[UUID, str], row: PairingRow) -> dict[str, str]:
    return {"goal": goals[row.id]} if row.id in goals else {}


def _mentor(mentor: Mentor | None, text: str) -> Mentor:
    if mentor is None:
        raise NotFound("mentor", text)
    return mentor


def _newcomer(newcomer: Newcomer | None, text: str) -> Newcomer:
    if newcomer is None:
        raise NotFound("newcomer", text)
    return newcomer


def _pairing(words: Words, row: PairingRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "scheme": row.scheme.key,
        "mentor": row.mentor_name,
        "newcomer": row.newcomer_name,
        "status": row.status.value,
        "agreed_on": row.agreed_on,
        "planned_end": row.planned_end,
        "ended_on": row.ended_on,
        "last_meeting": row.last_meeting,
        "meetings": row.meetings,
        "minutes": row.minutes,
        "next_follow_up": row.next_follow_up,
        "coordinator": row.coordinator,
        "fit": row.fit.value,
        "severity": row.severity.value,
        "score": row.score,
        "points": dict(row.points),
        "weights": dict(row.weights),
        "reasons": reasons_json(row.reasons),
        "reasons_in_words": say_reasons(words, row.reasons),
        "mentor_side": row.mentor_side.value,
        "newcomer_side": row.newcomer_side.value,
        "project": row.project or None,
    }
