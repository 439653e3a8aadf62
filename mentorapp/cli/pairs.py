"""``pair``, ``pairings`` and ``log``: who meets whom, and how it goes."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from mentorapp.cli.session import Session
from mentorapp.cli.tables import table
from mentorapp.domain.errors import NotFound
from mentorapp.domain.meetings import Meeting
from mentorapp.domain.mentors import Mentor
from mentorapp.domain.newcomers import Newcomer
from mentorapp.domain.pairings import Pairing
from mentorapp.operations import Transaction, meetings, pairing, pairings, people, schemes
from mentorapp.operations.pairing import LeftOverRow, ProposalRow
from mentorapp.operations.pairings import PairingRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.reasons import say_left_over, say_reasons


def run(session: Session, args: Namespace) -> None:
    """Find the best pairs for a scheme, keep them as drafts, and accept them if told to."""
    words = session.words
    if args.dry_run:
        with session.reading() as tx:
            scheme = schemes.find(tx, args.scheme)
            gathered = pairing.gather(tx, scheme.id, session.today)
            not_ready = pairing.mentors_not_ready(tx, scheme.id)
        found = pairing.solve(gathered, args.goal)
        rows = pairing.rows_of_run(gathered, found)
        left, agreed = pairing.left_over(gathered, found), []
        total = found.total
    else:
        with session.writing() as tx:
            scheme = schemes.find(tx, args.scheme)
            not_ready = pairing.mentors_not_ready(tx, scheme.id)
            result = pairing.run(tx, scheme.id, session.today, args.goal)
            rows, left, total = result.rows, result.left_over, result.total
            agreed = pairing.accept_all(tx, scheme.id, session.today) if args.accept_all else []
    session.tell(
        {
            "scheme": scheme.key,
            "goal": args.goal,
            "proposals": [_proposal(words, row) for row in rows],
            "left_over": [_left_over(words, row) for row in left],
            "mentors_not_ready": not_ready,
            "total": total,
            "accepted": [one.number for one in agreed],
        },
        lambda: _run_lines(words, rows, left, agreed, not_ready),
    )


def drafts(session: Session, args: Namespace) -> None:
    """Proposals that wait for a decision."""
    with session.reading() as tx:
        scheme = schemes.find(tx, args.scheme)
        rows = pairing.drafts(tx, scheme.id, session.today)
    session.tell(
        [_proposal(session.words, row) for row in rows],
        lambda: _run_lines(session.words, rows),
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
        )
        row = pairings.row(tx, agreed.id, session.today)
    session.tell(_pairing(row), lambda: [_agreed(session.words, agreed), f"  {row.who}"])


def list_pairings(session: Session, args: Namespace) -> None:
    """All pairings, or those that run."""
    with session.reading() as tx:
        rows = pairings.rows(tx, session.today)
    if args.running:
        rows = [row for row in rows if row.ended_on is None]
    words, _ = session.words, session.words.text
    session.tell(
        [_pairing(row) for row in rows],
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
            ),
            [
                (
                    row.number,
                    row.newcomer_name,
                    row.mentor_name,
                    row.scheme.name(words.language),
                    label(words, row.status),
                    words.date(row.last_meeting),
                    row.meetings,
                    words.date(row.next_follow_up),
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


def _who(tx: Transaction, found: Pairing, session: Session) -> str:
    return pairings.row(tx, found.id, session.today).who


def _mentor(mentor: Mentor | None, text: str) -> Mentor:
    if mentor is None:
        raise NotFound("mentor", text)
    return mentor


def _newcomer(newcomer: Newcomer | None, text: str) -> Newcomer:
    if newcomer is None:
        raise NotFound("newcomer", text)
    return newcomer


def _proposal(words: Words, row: ProposalRow) -> dict[str, Any]:
    return {
        "newcomer": {"number": row.newcomer_number, "name": row.newcomer_name},
        "mentor": {"number": row.mentor_number, "name": row.mentor_name},
        "score": row.proposal.score,
        "status": row.proposal.status.value,
        "waited_days": row.waited_days,
        "reasons": [reason.to_json() for reason in row.proposal.reasons],
        "in_words": say_reasons(words, row.proposal.reasons),
    }


def _left_over(words: Words, row: LeftOverRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "name": row.name,
        "waited_days": row.waited_days,
        "stopped": {one.value: count for one, count in row.left_over.stopped.items()},
        "free": row.left_over.free,
        "in_words": say_left_over(words, row.left_over),
    }


def _pairing(row: PairingRow) -> dict[str, Any]:
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
    }


def _run_lines(
    words: Words,
    rows: Sequence[ProposalRow],
    left: Sequence[LeftOverRow] = (),
    agreed: Sequence[Pairing] = (),
    not_ready: int = 0,
) -> list[str]:
    lines = [words.plural("%(n)d proposal", "%(n)d proposals", len(rows))]
    for row in rows:
        lines.append(
            f"  {row.newcomer_name} ({row.newcomer_number}) – "
            f"{row.mentor_name} ({row.mentor_number})"
        )
        lines.append(f"    {say_reasons(words, row.proposal.reasons)}")
    if left:
        lines.append(words.plural("%(n)d without a pair", "%(n)d without a pair", len(left)))
        lines += [
            f"  {row.name} ({row.number}): {say_left_over(words, row.left_over)}" for row in left
        ]
    if not_ready:
        lines.append(
            words.plural(
                "%(n)d mentor of this scheme is not approved yet and was passed over",
                "%(n)d mentors of this scheme are not approved yet and were passed over",
                not_ready,
            )
        )
    lines += [_agreed(words, one) for one in agreed]
    return lines


def _agreed(words: Words, agreed: Pairing) -> str:
    return words.text("Pairing %(number)s agreed.") % {"number": agreed.number}
