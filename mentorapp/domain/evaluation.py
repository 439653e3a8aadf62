"""Evaluation of a scheme: what both halves answered in a period, counted and with nobody in it.

Small numbers are hidden when they are counted (``small_numbers``): whoever prints them could not
show more. A mean is told only where no part of its distribution is hidden, since a hidden part
could be worked out from it, and never of few. Every person counts once, with the newest answer.
Reports of periods that overlap are not laid beside each other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from uuid import UUID

from mentorapp.domain.questionnaires import (
    Asked,
    Item,
    Moment,
    Respondent,
    Scale,
    all_asked,
)
from mentorapp.domain.small_numbers import hide_small, is_small, noughts_hidden

#: Answers from the first to the last number, counted together.
Band = tuple[int, int]
#: Where there are many answers, a table has room for few rows.
_BANDS: Mapping[Scale, tuple[Band, ...]] = {
    Scale.DAYS: ((0, 0), (1, 2), (3, 4), (5, 7)),
    Scale.NUMBER: ((0, 0), (1, 2), (3, 5), (6, Scale.NUMBER.steps[-1])),
}
#: Not an opinion: the office calls, and nobody counts it.
_NOT_COUNTED = frozenset({Item.CALL_ME})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The answers of one half at one moment."""

    pairing_id: UUID
    person_id: UUID
    respondent: Respondent
    moment: Moment
    answered_on: date
    answers: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenOut:
    """A page that was printed for somebody on a day."""

    pairing_id: UUID
    person_id: UUID
    respondent: Respondent
    moment: Moment
    printed_on: date


@dataclass(frozen=True, slots=True)
class Back:
    """How many pages were given out, and how many of them were answered."""

    given: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class Distribution:
    """How many persons gave each answer at one moment; None is hidden.

    ``people`` is how many answered. ``mean`` is None where it would tell of few or means nothing.
    """

    people: int | None = 0
    counts: tuple[tuple[Band, int | None], ...] = ()
    mean: float | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """From the start to the end, of the same persons; None is hidden."""

    people: int | None
    better: int | None = None
    same: int | None = None
    worse: int | None = None
    before: float | None = None
    after: float | None = None


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """The answers to one question; ``change`` is None where nobody answered both times."""

    asked: Asked
    at: Mapping[Moment, Distribution]
    change: Change | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Of one scheme, mentors and newcomers apart; ``least`` is the least number that is told."""

    first: date
    last: date
    least: int
    back: Mapping[tuple[Respondent, Moment], Back]
    items: Mapping[Respondent, tuple[ItemFigures, ...]]

    @property
    def has_data(self) -> bool:
        """Whether anybody was asked."""
        return any(one.given for one in self.back.values())


def bands(scale: Scale) -> tuple[Band, ...]:
    """The rows of a table: each answer of a short scale, several together of a long one."""
    return _BANDS.get(scale) or tuple((step, step) for step in scale.steps)


def evaluate(
    told: Sequence[Told], given: Iterable[GivenOut], first: date, last: date, least: int
) -> Evaluation:
    """Count what was answered from ``first`` to ``last``; ``told`` are all there are, because the
    start of a pair lies before the end that is in the period.
    """
    ordered = sorted(told, key=lambda one: (one.answered_on, one.pairing_id))
    within = [one for one in ordered if first <= one.answered_on <= last]
    return Evaluation(
        first,
        last,
        least,
        _back(ordered, within, given, first, last),
        {
            who: tuple(
                _figures(one, who, ordered, within, least)
                for one in all_asked(who)
                if one.item not in _NOT_COUNTED
            )
            for who in Respondent
        },
    )


def _back(
    told: Iterable[Told],
    within: Iterable[Told],
    given: Iterable[GivenOut],
    first: date,
    last: date,
) -> dict[tuple[Respondent, Moment], Back]:
    """A page counts in the period in which it was printed; without a print, when it was answered.

    So no page is answered that was not given out.
    """
    printed = {(one.pairing_id, one.person_id, one.moment): one for one in given}
    answered = {(one.pairing_id, one.person_id, one.moment) for one in told}
    pages: dict[tuple[UUID, UUID, Moment], Respondent] = {
        key: one.respondent for key, one in printed.items() if first <= one.printed_on <= last
    }
    for one in within:
        key = (one.pairing_id, one.person_id, one.moment)
        if key not in printed:
            pages[key] = one.respondent
    all_pages = Counter((who, key[2]) for key, who in pages.items())
    came_back = Counter((who, key[2]) for key, who in pages.items() if key in answered)
    return {
        (who, when): Back(all_pages[who, when], came_back[who, when])
        for who in Respondent
        for when in Moment
    }


def _figures(
    one: Asked, who: Respondent, told: Sequence[Told], within: Sequence[Told], least: int
) -> ItemFigures:
    key = one.item.value
    newest: dict[Moment, dict[UUID, int]] = {when: {} for when in Moment if when in one.at}
    ends: dict[UUID, Told] = {}
    for page in within:
        if page.respondent is who and key in page.answers:
            newest[page.moment][page.person_id] = page.answers[key]
            if page.moment is Moment.CLOSING:
                ends[page.person_id] = page
    starts = {
        (page.pairing_id, page.person_id): page.answers[key]
        for page in told
        if page.moment is Moment.START and key in page.answers
    }
    both = [
        (starts[end.pairing_id, person_id], end.answers[key])
        for person_id, end in ends.items()
        if (end.pairing_id, person_id) in starts
    ]
    return ItemFigures(
        one,
        {when: _distribution(one.scale, list(of.values()), least) for when, of in newest.items()},
        _change(one.scale, both, least) if both else None,
    )


def _distribution(scale: Scale, answers: Sequence[int], least: int) -> Distribution:
    if not answers:
        return Distribution()
    if is_small(len(answers), least):
        return Distribution(None)
    counts = {
        (low, high): sum(low <= answer <= high for answer in answers) for low, high in bands(scale)
    }
    shown = noughts_hidden(hide_small(counts, least))
    tells_mean = scale.has_mean and None not in shown.values()
    return Distribution(len(answers), tuple(shown.items()), fmean(answers) if tells_mean else None)


def _change(scale: Scale, both: Sequence[tuple[int, int]], least: int) -> Change:
    if is_small(len(both), least):
        return Change(None)
    # Of the scale that tells how the two get on, 1 is the best.
    better = -1 if scale is Scale.FIT else 1
    steps = Counter(better * ((after > before) - (after < before)) for before, after in both)
    shown = noughts_hidden(hide_small({1: steps[1], 0: steps[0], -1: steps[-1]}, least))
    tells_means = scale.has_mean and None not in shown.values()
    return Change(
        len(both),
        shown[1],
        shown[0],
        shown[-1],
        fmean(before for before, _after in both) if tells_means else None,
        fmean(after for _before, after in both) if tells_means else None,
    )
