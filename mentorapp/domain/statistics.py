"""The figures of a quarter or a year, each with its base, from facts that name nobody.

Every figure is counted as things stood on the last day of the period (or today, while it runs),
so that printing an old one again gives the same page, late slips apart. There is no breakdown
by gender, age or area: in a scheme with a few dozen pairs small numbers show persons.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from mentorapp.domain.mentors import MentorStatus
from mentorapp.domain.newcomers import TO_BE_PAIRED
from mentorapp.domain.quarters import Period

#: A pair has got going when it met within a month (NTNU 2012; Torch).
FIRST_MEETING_WITHIN = timedelta(days=30)
#: No meeting for as long is a silent pair.
SILENT_AFTER = timedelta(days=30)
#: A follow-up counts as done in time up to a week after its day.
IN_TIME = timedelta(days=7)
_FITS_WELL = 1


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """A mentor or newcomer: when registered and the status it went to on which day, in order.

    ``groups`` is what it is counted by in tables, by dimension, ``years`` the year of birth or of
    arrival where it is counted by that; ``protected`` may not be counted there by itself. ``pairs``
    are the days on which a mentor's began and ended.
    """

    registered_on: date
    steps: tuple[tuple[date, str], ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)
    years: Mapping[str, int] = field(default_factory=dict)
    protected: bool = False
    pairs: tuple[tuple[date, date | None], ...] = ()

    def status_on(self, day: date) -> str:
        """The last status reached by the end of ``day``; empty before the first."""
        return next((status for on, status in reversed(self.steps) if on <= day), "")


@dataclass(frozen=True, slots=True)
class PairingFacts:
    """A pairing: ``end`` is completed or ended_early, empty while it runs.

    ``meetings`` are (day, minutes) of meetings with contact, in order. ``groups``, ``years`` and
    ``protected`` as in ``RoleFacts``; protected is a pair of whom one is.
    """

    agreed_on: date
    ended_on: date | None = None
    end: str = ""
    end_reason: str = ""
    end_initiator: str = ""
    meetings: tuple[tuple[date, int], ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)
    years: Mapping[str, int] = field(default_factory=dict)
    protected: bool = False

    def ran_on(self, day: date) -> bool:
        """Whether the pair was running at the end of ``day``."""
        return self.agreed_on <= day and (self.ended_on is None or self.ended_on > day)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the figures of a period are made of.

    ``answers`` are (day, status) of proposals accepted or declined, ``refusals`` (day, who said no)
    of those declined, ``follow_ups`` (due, done on or None) of all follow-ups. ``fits`` are (day,
    who answered in which pair, answer, 1 being that the two fit well), ``thanks`` (day, whom) of
    letters of thanks to mentors.
    """

    mentors: Sequence[RoleFacts] = ()
    newcomers: Sequence[RoleFacts] = ()
    pairings: Sequence[PairingFacts] = ()
    answers: Sequence[tuple[date, str]] = ()
    follow_ups: Sequence[tuple[date, date | None]] = ()
    refusals: Sequence[tuple[date, str]] = ()
    fits: Sequence[tuple[date, Hashable, int]] = ()
    thanks: Sequence[tuple[date, Hashable]] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` of ``base``: both are printed, never a percentage alone."""

    part: int
    base: int

    @property
    def percent(self) -> int | None:
        """Rounded; None when there is nothing to divide by."""
        return round(100 * self.part / self.base) if self.base else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFigures:
    """What managers read. ``until`` is the last day counted; ``finished`` when that is the end.

    ``fit_unknown`` are halves of pairs that ran and have not said whether it fits.
    """

    period: Period
    until: date
    finished: bool
    new_mentors: int
    new_newcomers: int
    mentors_approved: int
    newcomers_waiting: int
    median_wait_days: int | None
    longest_wait_days: int | None
    proposals_answered: Share
    pairings_started: int
    pairings_running: int
    pairings_completed: int
    pairings_ended_early: int
    end_reasons: Mapping[str, int] = field(default_factory=dict)
    end_initiators: Mapping[str, int] = field(default_factory=dict)
    first_meeting_in_time: Share
    silent_pairs: Share
    meetings: int
    minutes: int
    pairs_that_met: int
    follow_ups_in_time: Share
    mentors_free: int = 0
    mentors_median_wait_days: int | None = None
    refused_by: Mapping[str, int] = field(default_factory=dict)
    fit: Share = field(default_factory=lambda: Share(0, 0))
    fit_unknown: int = 0
    mentors_thanked: int | None = None


def period_figures(facts: Facts, period: Period, today: date) -> PeriodFigures:
    """Count ``facts`` for ``period``, up to ``today`` when it has not ended."""
    until = min(period.last, today)

    def counts(day: date | None) -> bool:
        return day is not None and period.first <= day <= until

    waits = sorted(
        (until - newcomer.registered_on).days
        for newcomer in facts.newcomers
        if newcomer.status_on(until) in TO_BE_PAIRED
    )
    ended = [pairing for pairing in facts.pairings if counts(pairing.ended_on)]
    early = [pairing for pairing in ended if pairing.end == "ended_early"]
    met = [[m for m in pairing.meetings if counts(m[0])] for pairing in facts.pairings]
    free = free_for(facts.mentors, until)
    fits = {who: answer for day, who, answer in sorted(facts.fits, key=_day) if counts(day)}
    ran = sum(one.ran_on(until) or counts(one.ended_on) for one in facts.pairings)
    answers = [status for day, status in facts.answers if counts(day)]
    return PeriodFigures(
        period=period,
        until=until,
        finished=today >= period.last,
        new_mentors=sum(counts(mentor.registered_on) for mentor in facts.mentors),
        new_newcomers=sum(counts(newcomer.registered_on) for newcomer in facts.newcomers),
        mentors_approved=sum(
            mentor.status_on(until) == MentorStatus.APPROVED for mentor in facts.mentors
        ),
        newcomers_waiting=len(waits),
        median_wait_days=round(median(waits)) if waits else None,
        longest_wait_days=waits[-1] if waits else None,
        proposals_answered=Share(answers.count("accepted"), len(answers)),
        pairings_started=sum(counts(pairing.agreed_on) for pairing in facts.pairings),
        pairings_running=sum(pairing.ran_on(until) for pairing in facts.pairings),
        pairings_completed=len(ended) - len(early),
        pairings_ended_early=len(early),
        end_reasons=dict(Counter(p.end_reason for p in early if p.end_reason)),
        end_initiators=dict(Counter(p.end_initiator for p in early if p.end_initiator)),
        first_meeting_in_time=_first_meetings(facts.pairings, period, until),
        silent_pairs=_silent(facts.pairings, until),
        meetings=sum(map(len, met)),
        minutes=sum(minutes for meetings in met for _, minutes in meetings),
        pairs_that_met=sum(bool(meetings) for meetings in met),
        follow_ups_in_time=_follow_ups(facts.follow_ups, period, until),
        mentors_free=len(free),
        mentors_median_wait_days=round(median(free)) if free else None,
        refused_by=dict(Counter(who for day, who in facts.refusals if counts(day))),
        fit=Share(list(fits.values()).count(_FITS_WELL), len(fits)),
        fit_unknown=max(0, 2 * ran - len(fits)),
        mentors_thanked=_thanked(facts.thanks, period, until),
    )


def free_for(mentors: Sequence[RoleFacts], until: date) -> list[int]:
    """How many days each approved mentor without a pair has waited for one, the shortest first:
    since the approval, or since the last pair ended.
    """
    found = []
    for one in mentors:
        running = any(on <= until and (end is None or end > until) for on, end in one.pairs)
        if running or one.status_on(until) != MentorStatus.APPROVED:
            continue
        approved = max(on for on, _status in one.steps if on <= until)
        ended = [end for _on, end in one.pairs if end is not None and end <= until]
        found.append((until - max([approved, *ended])).days)
    return sorted(found)


def _day(answer: tuple[date, Hashable, int]) -> date:
    return answer[0]


def _thanked(thanks: Sequence[tuple[date, Hashable]], period: Period, until: date) -> int | None:
    """Each once; None for an office that has thanked nobody by letter yet: it thanks otherwise."""
    if not any(day <= until for day, _who in thanks):
        return None
    return len({who for day, who in thanks if period.first <= day <= until})


def _first_meetings(pairings: Sequence[PairingFacts], period: Period, until: date) -> Share:
    """Base: pairs whose 30th day fell in the period, so that each had its full month."""
    base = [
        pairing
        for pairing in pairings
        if period.first <= pairing.agreed_on + FIRST_MEETING_WITHIN <= until
    ]
    part = sum(
        bool(pairing.meetings)
        and pairing.meetings[0][0] <= pairing.agreed_on + FIRST_MEETING_WITHIN
        for pairing in base
    )
    return Share(part, len(base))


def _silent(pairings: Sequence[PairingFacts], until: date) -> Share:
    """Base: pairs running at the end that had existed for 30 days."""
    base = [p for p in pairings if p.ran_on(until) and p.agreed_on <= until - SILENT_AFTER]
    part = sum(
        not any(until - SILENT_AFTER < day <= until for day, _ in pairing.meetings)
        for pairing in base
    )
    return Share(part, len(base))


def _follow_ups(
    follow_ups: Sequence[tuple[date, date | None]], period: Period, until: date
) -> Share:
    """Base: follow-ups whose week of grace ended in the period; in time up to a week late.

    Counted by their own day, those of the last week would change when they are done afterwards.
    """
    due = [(day, done) for day, done in follow_ups if period.first <= day + IN_TIME <= until]
    return Share(sum(done is not None and done <= day + IN_TIME for day, done in due), len(due))
