"""User interviews and evaluations, and what may be quoted from them.

Asker prints what a young woman said «i et brukerintervju»; here nothing is printed without a
consent to quote, and Steigen's «gode erfaringer» become figures.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from mentorapp.domain.errors import InvalidField, Problem
from mentorapp.domain.records import Record
from mentorapp.domain.statistics import Share
from mentorapp.domain.text import NAME_LIMIT, NOTE_LIMIT, check_length


class Question(StrEnum):
    """The open questions, in the order they are asked."""

    GOOD = "good"
    HARD = "hard"
    CHANGED = "changed"
    NETWORK = "network"
    NEXT = "next"
    OTHERWISE = "otherwise"


class Rating(StrEnum):
    """What is rated from 1 (not at all) to 5 (very much)."""

    RECOMMEND = "recommend"
    FIT = "fit"
    LANGUAGE = "language"
    AT_HOME = "at_home"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(Record):
    """``answers`` are texts by ``Question``, ``ratings`` 1 to 5 by ``Rating``."""

    person_id: UUID
    pairing_id: UUID | None = None
    held_on: date
    held_by: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    ratings: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Record):
    """Words of a person, from an interview or a placement.

    ``credit`` is how the person is named beside it ("woman, 20"). Printed only from ``consent_on``
    and until ``withdrawn_on``.
    """

    person_id: UUID
    interview_id: UUID | None = None
    placement_id: UUID | None = None
    text: str
    said_on: date
    credit: str = ""
    consent_on: date | None = None
    withdrawn_on: date | None = None

    @property
    def may_be_printed(self) -> bool:
        """The person has agreed and has not taken it back."""
        return self.consent_on is not None and self.withdrawn_on is None


def check_interview(interview: Interview, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right; one answer at least is needed."""
    if interview.held_on > today:
        raise InvalidField("held_on", Problem.IN_FUTURE, interview.held_on.isoformat())
    check_length("held_by", interview.held_by, NAME_LIMIT)
    for key, text in interview.answers.items():
        if key not in tuple(Question):
            raise InvalidField("answers", Problem.UNKNOWN_VALUE, key)
        check_length("answers", text, NOTE_LIMIT)
    for key, rated in interview.ratings.items():
        if key not in tuple(Rating):
            raise InvalidField("ratings", Problem.UNKNOWN_VALUE, key)
        if not 1 <= rated <= 5:
            raise InvalidField("ratings", Problem.OUT_OF_RANGE, str(rated), "1–5")
    if not interview.ratings and not any(text.strip() for text in interview.answers.values()):
        raise InvalidField("answers", Problem.MISSING)


def check_quote(quote: Quote, today: date) -> None:
    """Raise InvalidField at the first field that cannot be right."""
    if not quote.text.strip():
        raise InvalidField("quote", Problem.MISSING)
    check_length("quote", quote.text, 1_000)
    check_length("credit", quote.credit, NAME_LIMIT)
    for name in ("said_on", "consent_on", "withdrawn_on"):
        day = getattr(quote, name)
        if day is not None and day > today:
            raise InvalidField(name, Problem.IN_FUTURE, day.isoformat())
    if quote.withdrawn_on is not None:
        if quote.consent_on is None:
            raise InvalidField("consent_on", Problem.MISSING)
        if quote.withdrawn_on < quote.consent_on:
            raise InvalidField("withdrawn_on", Problem.BEFORE_START, quote.withdrawn_on.isoformat())


@dataclass(frozen=True, slots=True)
class RatingFigure:
    """The answers to one rating; ``counts`` tells how many gave 1, 2, 3, 4 and 5."""

    counts: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)

    @property
    def answers(self) -> int:
        """How many answered: printed wherever the average is."""
        return sum(self.counts)

    @property
    def average(self) -> float | None:
        """From 1 to 5; None when nobody answered."""
        total = sum(rated * count for rated, count in enumerate(self.counts, 1))
        return total / self.answers if self.answers else None

    @property
    def good(self) -> Share:
        """Those who gave 4 or 5, of those who answered."""
        return Share(self.counts[3] + self.counts[4], self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewFigures:
    """The interviews of a period. ``people`` were interviewed, some more than once.

    ``ratings`` has every rating; each person counts once in it, with the newest answer.
    ``quotes`` may be printed (said in the period, consented, not withdrawn).
    """

    interviews: int
    people: int
    ratings: Mapping[Rating, RatingFigure]
    quotes: int = 0


def interview_figures(interviews: Iterable[Interview], quotes: int = 0) -> InterviewFigures:
    """Count the interviews of a period."""
    ordered = sorted(interviews, key=lambda one: (one.held_on, one.id))
    return InterviewFigures(
        interviews=len(ordered),
        people=len({one.person_id for one in ordered}),
        ratings={rating: _rated(ordered, rating) for rating in Rating},
        quotes=quotes,
    )


def _rated(ordered: Iterable[Interview], rating: Rating) -> RatingFigure:
    newest = {
        one.person_id: one.ratings[rating.value] for one in ordered if rating.value in one.ratings
    }
    given = Counter(newest.values())
    return RatingFigure((given[1], given[2], given[3], given[4], given[5]))
