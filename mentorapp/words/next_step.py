"""The next step in words: what is the matter, and what to do about it."""

from collections.abc import Sequence
from datetime import date, timedelta

from mentorapp.domain.follow_up import Attention, AttentionKind
from mentorapp.words import N_, Words
from mentorapp.words.attention import detail, say


def say_next_step(words: Words, lines: Sequence[Attention], today: date) -> str:
    """The first of what is open, as what to do; that nothing is due when there is none."""
    return say_step(words, lines[0], today) if lines else words.text("Nothing is due.")


def say_step(words: Words, line: Attention, today: date) -> str:
    """One of the lines; on a page that names the people already, so that they are left out."""
    if line.kind is AttentionKind.FOLLOW_UP and line.days <= 0:
        message = N_("Follow-up today: %(what)s")
    else:
        message = _STEPS.get(line.kind, "")
    if not message:
        return say(words, line)
    return words.text(message) % {
        "days": words.plural("%(n)d day", "%(n)d days", abs(line.days)),
        "what": detail(words, line),
        "date": words.date(today - timedelta(days=line.days)),
    }


_STEPS = {
    AttentionKind.FOLLOW_UP: N_("Follow-up overdue %(days)s: %(what)s"),
    AttentionKind.FIRST_MEETING: N_("No first meeting after %(days)s: call"),
    AttentionKind.SILENT: N_("No meeting for %(days)s: call"),
    AttentionKind.AGREEMENT: N_("Agreement not signed: print or record"),
    AttentionKind.LETTER: N_("Letter to print: %(what)s"),
    AttentionKind.WAITING: N_("Waits for a mentor since %(date)s: find pairs"),
    AttentionKind.PROPOSAL: N_("Proposal since %(date)s without an answer: ask for it"),
    AttentionKind.PAIR_ENDS: N_("The planned end is %(date)s: end it or agree on going on"),
}
