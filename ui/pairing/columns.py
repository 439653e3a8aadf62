"""How proposals and people left over are shown in their tables."""

from collections.abc import Callable

from mentorapp.domain.proposals import ProposalStatus
from mentorapp.operations.pairing import LeftOverRow, ProposalRow
from mentorapp.words import Words
from mentorapp.words.labels import label
from mentorapp.words.reasons import say_reasons
from ui.theme import Tone
from ui.widgets.table_model import Column

SCORE_COLUMN = 3


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
    return words.text("%(n)s %%") % {"n": words.number(row.percent)}


def proposal_columns(
    words: Words, is_new: Callable[[ProposalRow], bool]
) -> list[Column[ProposalRow]]:
    """Newcomer, waited, mentor, score, state, reasons."""
    _ = words.text

    def shown(row: ProposalRow) -> tuple[str, Tone]:
        return state(words, row, new=is_new(row))

    return [
        Column(_("Newcomer"), lambda row: row.newcomer_name, width=190),
        Column(
            _("Waited"),
            lambda row: waited(words, row.waited_days),
            sort=lambda row: row.waited_days,
            width=96,
            least=92,
        ),
        Column(_("Mentor"), lambda row: row.mentor_name, width=190),
        Column(
            _("Score"),
            lambda row: percent(words, row),
            sort=lambda row: row.proposal.score,
            width=84,
        ),
        Column(
            _("Status"),
            lambda row: shown(row)[0],
            width=96,
            least=88,
            badge=lambda row: shown(row)[1],
        ),
        Column(
            _("Reasons"),
            lambda row: say_reasons(words, row.proposal.reasons),
            # By what they are of: thousands of sentences in the order of the alphabet take long.
            sort=lambda row: tuple((one.kind.value, one.values) for one in row.proposal.reasons),
            width=130,
        ),
    ]


def left_over_columns(
    words: Words, said: Callable[[LeftOverRow], str]
) -> list[Column[LeftOverRow]]:
    """The longest waiting first: who, how long, what stopped them."""
    _ = words.text
    return [
        Column(
            _("Waited"),
            lambda row: waited(words, row.waited_days),
            sort=lambda row: row.waited_days,
            width=100,
        ),
        Column(_("Newcomer"), lambda row: row.name, width=160),
        Column(_("What stopped them"), said, width=420),
    ]
