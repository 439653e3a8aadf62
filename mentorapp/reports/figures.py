"""The lines of the quarterly page: each figure with its unit, base, change and definition.

The definitions are those of ``mentorapp.domain.statistics`` in words; the two are changed together.
What tells of few is hidden by the rule in ``mentorapp.domain.small_numbers``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentorapp.domain.pairings import EndReason, Initiator
from mentorapp.domain.small_numbers import hide_small, is_small
from mentorapp.domain.statistics import PeriodFigures, Share
from mentorapp.words import N_, Words
from mentorapp.words.sections import say_part
from mentorapp.words.small_numbers import HIDDEN, say_hidden

MINUS = "–"  # the minus sign proper is missing in the font


@dataclass(frozen=True, slots=True)
class Line:
    """A figure of the quarter, the one before, and the change, all as printed; "" is nothing."""

    name: str
    now: str
    before: str
    change: str


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that belong together."""

    name: str
    lines: tuple[Line, ...]


DEFINITIONS = (
    N_(
        "1 Ready or waiting for a mentor on the last day counted, without any running pairing: "
        "whoever is paired and waits for another scheme too is not among them."
    ),
    N_("2 Pairings accepted, of all proposals that were answered in the period."),
    N_("3 Agreed and not ended on the last day counted."),
    N_(
        "4 Of pairings whose 30th day fell in the period, those whose first meeting was held "
        "within 30 days."
    ),
    N_(
        "5 Of pairings that were running and at least 30 days old, those without a meeting in the "
        "last 30 days."
    ),
    N_("6 Meetings in which the two were in contact; attempts do not count."),
    N_(
        "7 Of follow-ups whose last day in time, a week after they were due, fell in the period, "
        "those done by then."
    ),
)


def groups(now: PeriodFigures, before: PeriodFigures | None, words: Words) -> tuple[Group, ...]:
    """All figures in the order they are printed."""
    _ = words.text

    def count(name: str, field: str) -> Line:
        return _count(name, getattr(now, field), getattr(before, field, None), words)

    def share(name: str, field: str) -> Line:
        return _share(name, getattr(now, field), getattr(before, field, None), words)

    return (
        Group(
            _("Registered"),
            (
                count(_("New mentors"), "new_mentors"),
                count(_("New newcomers"), "new_newcomers"),
                count(_("Approved mentors"), "mentors_approved"),
            ),
        ),
        Group(
            _("Waiting"),
            (
                count(_("Newcomers waiting for a mentor ¹"), "newcomers_waiting"),
                _wait(_("Median waiting time, days"), "median_wait_days", now, before, words),
                _wait(_("Longest waiting time, days"), "longest_wait_days", now, before, words),
            ),
        ),
        Group(
            _("Pairings"),
            (
                share(_("Proposals accepted ²"), "proposals_answered"),
                count(_("Started"), "pairings_started"),
                count(_("Running ³"), "pairings_running"),
                count(_("Completed"), "pairings_completed"),
                count(_("Ended early"), "pairings_ended_early"),
            ),
        ),
        Group(
            _("Meetings and follow-up"),
            (
                share(_("First meeting within 30 days ⁴"), "first_meeting_in_time"),
                share(_("Silent pairings ⁵"), "silent_pairs"),
                count(_("Meetings ⁶"), "meetings"),
                _hours(now, before, words),
                count(_("Pairings that met"), "pairs_that_met"),
                share(_("Follow-ups done in time ⁷"), "follow_ups_in_time"),
            ),
        ),
    )


def ended_early(now: PeriodFigures, words: Words) -> str:
    """Why pairings ended early and who wanted it, in a sentence each; "" when none did."""
    if not now.pairings_ended_early:
        return ""
    _ = words.text
    reasons = _tally(now.end_reasons, EndReason, words)
    initiators = _tally(now.end_initiators, Initiator, words)
    said = []
    if reasons:
        said.append(_("Reasons for ending early: %(list)s.") % {"list": reasons})
    if initiators:
        said.append(_("Who wanted to end: %(list)s.") % {"list": initiators})
    return " ".join(said)


def hidden_note(lines: Sequence[Group], why: str, words: Words) -> str:
    """What the sign of a hidden number means; "" where none stands in ``lines`` or ``why``."""
    texts = [text for group in lines for line in group.lines for text in (line.now, line.before)]
    return say_hidden(words) if any(HIDDEN in text for text in (*texts, why)) else ""


def _tally(
    counts: Mapping[str, int], kinds: type[EndReason] | type[Initiator], words: Words
) -> str:
    """As "no time 12, moved away 6", the most frequent first; the total stands on the page."""
    known = {kind: counts[kind.value] for kind in kinds if counts.get(kind.value)}
    shown = hide_small(known)
    if known and not any(shown.values()):
        return HIDDEN
    return ", ".join(
        say_part(words, kind, shown[kind])
        for kind in sorted(known, key=lambda kind: -(shown[kind] or 0))
    )


def _wait(
    name: str, field: str, now: PeriodFigures, before: PeriodFigures | None, words: Words
) -> Line:
    """The wait of one or two is theirs."""
    few = is_small(now.newcomers_waiting)
    few_before = before is not None and is_small(before.newcomers_waiting)
    line = _count(name, getattr(now, field), getattr(before, field, None), words)
    return Line(
        name,
        HIDDEN if few else line.now,
        HIDDEN if few_before else line.before,
        "" if few or few_before else line.change,
    )


def _count(name: str, now: int | None, before: int | None, words: Words) -> Line:
    change = "" if now is None or before is None else signed(now - before, words)
    return Line(name, _number(now, words), _number(before, words), change)


def _hours(now: PeriodFigures, before: PeriodFigures | None, words: Words) -> Line:
    earlier = None if before is None else before.minutes
    return Line(
        words.text("Hours together"),
        words.hours(now.minutes),
        MINUS if earlier is None else words.hours(earlier),
        "" if earlier is None else signed((now.minutes - earlier) / 60, words),
    )


def _share(name: str, now: Share, before: Share | None, words: Words) -> Line:
    change = ""
    if before is not None and not (is_small(now.base) or is_small(before.base)):
        change = _points(now.percent, before.percent, words)
    return Line(name, say_share(now, words), say_share(before, words) if before else MINUS, change)


def _points(now: int | None, before: int | None, words: Words) -> str:
    if now is None or before is None:
        return ""
    return words.text("%(n)s points") % {"n": signed(now - before, words)}


def say_share(share: Share, words: Words) -> str:
    """As "12 of 15 (80 %)": never a percentage without its base, and none of a few."""
    if share.percent is None:
        return words.text("nothing to count")
    if is_small(share.base):
        return HIDDEN
    return words.text("%(part)s of %(base)s (%(percent)d %%)") % {
        "part": words.number(share.part),
        "base": words.number(share.base),
        "percent": share.percent,
    }


def _number(value: int | None, words: Words) -> str:
    return MINUS if value is None else words.number(value)


def signed(change: float, words: Words) -> str:
    """+3, –2 or ±0."""
    sign = "±" if not round(change, 1) else "+" if change > 0 else MINUS
    return f"{sign}{words.number(abs(change))}"
