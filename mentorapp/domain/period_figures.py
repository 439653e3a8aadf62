"""The page of key figures: which lines there are, and which values tell of too few.

The limit of it: shares and waits are looked through within their own report and, unlike the tables
by group, not held against reports that were kept. Shares of what was done or answered in a period
add up over its quarters (first meetings, follow-ups, proposals), so that one hidden in a quarter
follows from a half-year and the other quarter. Of the opinion whether the two fit the least and the
most follow so: who answered in both quarters counts once in the half-year. Silent pairs are of the
last day, the same in every report that ends on it, and follow from no other period.
"""

from mentorapp.domain.report_data import FigureGroup, KeyFigure, Unit
from mentorapp.domain.sections import Hidden, Value
from mentorapp.domain.small_numbers import is_small, is_small_share
from mentorapp.domain.statistics import PeriodFigures, Share

#: In the order in which they are printed.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("registered", ("new_mentors", "new_newcomers", "mentors_approved")),
    (
        "waiting",
        (
            "newcomers_waiting",
            "median_wait_days",
            "longest_wait_days",
            "mentors_free",
            "mentors_median_wait_days",
        ),
    ),
    (
        "pairings",
        (
            "proposals_answered",
            "pairings_started",
            "pairings_running",
            "pairings_completed",
            "pairings_ended_early",
        ),
    ),
    (
        "meetings",
        (
            "first_meeting_in_time",
            "silent_pairs",
            "meetings",
            "minutes",
            "pairs_that_met",
            "fit",
            "follow_ups_in_time",
            "mentors_thanked",
        ),
    ),
)
#: Counted of people and not of pairs: who is open to several schemes belongs to none of them.
_OF_PEOPLE = frozenset({"registered", "waiting"})
#: Waits by the figure that counts who waits.
_WAITS = {
    "median_wait_days": "newcomers_waiting",
    "longest_wait_days": "newcomers_waiting",
    "mentors_median_wait_days": "mentors_free",
}
#: What somebody thinks: of those who think otherwise there may not be few either.
_OPINIONS = frozenset({"fit"})
#: What is not a plain count.
UNITS = {"minutes": Unit.MINUTES} | dict.fromkeys(_WAITS, Unit.DAYS)


def figure_groups(
    now: PeriodFigures,
    before: PeriodFigures | None,
    year_before: PeriodFigures | None,
    least: int,
    *,
    of_pairs: bool = False,
) -> tuple[FigureGroup, ...]:
    """What there is data of; with ``of_pairs`` only what can be counted for a scheme."""
    groups = []
    for key, names in GROUPS:
        if of_pairs and key in _OF_PEOPLE:
            continue
        figures = [
            KeyFigure(
                key=name,
                now=value,
                before=value_of(before, name, least),
                year_before=value_of(year_before, name, least),
                unknown=_unknown(now, name, value),
                unit=UNITS.get(name, Unit.COUNT),
            )
            for name in names
            if (value := value_of(now, name, least)) is not None
        ]
        if figures:
            groups.append(FigureGroup(key, tuple(figures)))
    return tuple(groups)


def value_of(figures: PeriodFigures | None, name: str, least: int) -> Value:
    """None where there is no data; the wait of a few is theirs, and so is a share of a few."""
    if figures is None:
        return None
    value = getattr(figures, name)
    if isinstance(value, Share):
        if not value.base:
            return None
        few = is_small(value.base, least)
        if name in _OPINIONS:
            few = is_small_share(value.part, value.base, least)
        return Hidden() if few else value
    if value is not None and name in _WAITS and is_small(getattr(figures, _WAITS[name]), least):
        return Hidden()
    told: Value = value
    return told


def _unknown(now: PeriodFigures, name: str, value: Value) -> int:
    """Told with the figure, and hidden with it."""
    return now.fit_unknown if name == "fit" and not isinstance(value, Hidden) else 0
