"""How newcomers who wait and mentors with room are shown in their lists."""

from typing import TypeVar
from uuid import UUID

from mentorapp.domain.proposals import ProposalStatus
from mentorapp.operations.pairing import ProposalRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.reasons import SEPARATOR, say_cause_alone
from ui.format import isolated
from ui.pairing.board import MentorRow, NewcomerRow
from ui.pairing.moves import say_percent
from ui.pairing.seen import Seen
from ui.theme import Tone
from ui.widgets.table_model import Column

Row = TypeVar("Row", NewcomerRow, MentorRow)

WAITED = 1
PROPOSAL = 2
MENTOR_ROOM = 2
SCORE = 3
MENTOR_PROPOSAL = 3
MENTOR_SCORE = 4


def state(words: Words, row: ProposalRow, *, new: bool = False) -> tuple[str, Tone]:
    """Sent, locked, new or draft, with the tone of its badge."""
    if row.proposal.status is ProposalStatus.SENT:
        return label(words, ProposalStatus.SENT), Tone.INFO
    if row.proposal.locked:
        return words.text("locked"), Tone.OK
    if new:
        return words.text("new"), Tone.WARN
    return label(words, ProposalStatus.DRAFT), Tone.MUTED


def waited(words: Words, days: int) -> str:
    """The days somebody has waited."""
    return words.plural("%(n)d day", "%(n)d days", days)


def percent(words: Words, row: ProposalRow) -> str:
    """The score as a share of what a pair can reach."""
    return say_percent(words, row.percent)


def say_standing(words: Words, seen: Seen, row: NewcomerRow | MentorRow) -> str:
    """What stands in place of a proposal: in a word what stops somebody, or that a run finds one.

    Empty while it is being worked out.
    """
    if seen.without is None:
        return ""
    if seen.left_over(row.role_id) is None:
        return words.text("next run") if isinstance(row, NewcomerRow) or row.room else ""
    return say_cause_alone(words, seen.obstacle(row.role_id))


def newcomer_columns(words: Words, seen: Seen) -> list[Column[NewcomerRow]]:
    """Newcomer, days waited, proposal or what stops him, score."""
    _ = words.text

    def proposal(row: NewcomerRow) -> str:
        return row.proposal.mentor_name if row.proposal else say_standing(words, seen, row)

    def score(row: NewcomerRow) -> str:
        if seen.percents is not None and not seen.from_newcomer:
            return _fit(words, seen, row.role_id)
        if row.proposal is None:
            return ""
        said, tone = state(words, row.proposal, new=row.role_id in seen.moved)
        # What is nothing but a draft is told by its per cent alone.
        parts = (percent(words, row.proposal), said if tone is not Tone.MUTED else "")
        return SEPARATOR.join(part for part in parts if part)

    def order(row: NewcomerRow) -> int | None:
        if seen.percents is not None and not seen.from_newcomer:
            return seen.percents.get(row.role_id)
        return row.proposal.proposal.score if row.proposal else None

    return [
        Column(_("Newcomer"), lambda row: row.name, width=150, least=100),
        _days(words),
        Column(
            _("Proposal"),
            proposal,
            width=150,
            least=118,
            badge=lambda row: None if row.proposal else _tone(seen, row),
        ),
        Column(_("Score"), score, sort=order, width=100, least=60),
    ]


def mentor_columns(words: Words, seen: Seen) -> list[Column[MentorRow]]:
    """Mentor, days waited, room, proposals or what stops her, score with whom one looks from."""
    _ = words.text

    def proposal(row: MentorRow) -> str:
        if row.proposals:
            return ", ".join(isolated(one.newcomer_name) for one in row.proposals)
        return say_standing(words, seen, row)

    return [
        Column(_("Mentor"), lambda row: row.name, width=150, least=78),
        _days(words),
        Column(_("Room"), lambda row: words.number(row.room), sort=lambda row: row.room, width=64),
        Column(
            _("Proposal"),
            proposal,
            width=170,
            least=156,
            badge=lambda row: None if row.proposals else _tone(seen, row),
        ),
        Column(
            _("Score"),
            lambda row: _fit(words, seen, row.role_id),
            sort=lambda row: (seen.percents or {}).get(row.role_id),
            width=90,
        ),
    ]


def _days(words: Words) -> Column[Row]:
    return Column(
        words.text("Days"),
        lambda row: words.number(row.waited_days),
        sort=lambda row: row.waited_days,
        width=70,
        least=58,
    )


def _fit(words: Words, seen: Seen, role_id: UUID) -> str:
    if seen.percents is None:
        return ""
    found = seen.percents.get(role_id)
    return "–" if found is None else say_percent(words, found)


def _tone(seen: Seen, row: NewcomerRow | MentorRow) -> Tone:
    return Tone.MUTED if seen.left_over(row.role_id) is None else Tone.WARN
