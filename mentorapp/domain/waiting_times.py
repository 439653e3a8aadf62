"""How long newcomers have waited for a mentor: in all, and by what they have in common.

Small numbers are hidden here, and ``also`` what would follow from other reports. A median or a
longest wait is told of so many as may be counted.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from mentorapp.domain.sections import Hidden
from mentorapp.domain.small_numbers import hide_small, hide_small_of, is_small, noughts_hidden


class WaitBand(StrEnum):
    """For how long, in months of thirty days."""

    MONTH_1 = "under_1_month"
    MONTHS_3 = "1_to_3_months"
    MONTHS_6 = "3_to_6_months"
    YEAR = "6_to_12_months"
    LONGER = "over_12_months"


#: The key of all groups that are hidden.
OTHERS = "+"
_ENDS = (30, 90, 180, 365)


@dataclass(frozen=True, slots=True)
class Wait:
    """Of one newcomer. ``area`` is the code of the municipality, empty where it is not told;
    ``schemes`` are those he waits for, ``languages`` his mother tongues.
    """

    days: int
    schemes: frozenset[str]
    area: str
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class WaitLine:
    """``key`` is a scheme's, a municipality, a language, empty for what is not known, or OTHERS."""

    key: str
    count: int | Hidden
    median: int | Hidden | None
    longest: int | Hidden | None


def band(days: int) -> WaitBand:
    """The band that so many days lie in."""
    bands = list(WaitBand)
    return next((bands[at] for at, end in enumerate(_ENDS) if days < end), bands[-1])


def whole(waits: Sequence[Wait], least: int) -> WaitLine:
    """Everybody."""
    days = [one.days for one in waits]
    return _line("", days, None if is_small(len(days), least) else len(days))


def bands_of(waits: Iterable[Wait]) -> dict[WaitBand, int]:
    """How many have waited for how long; each is in one band."""
    counts = dict.fromkeys(WaitBand, 0)
    for one in waits:
        counts[band(one.days)] += 1
    return counts


def by_band(
    waits: Iterable[Wait], least: int, also: Collection[str] = ()
) -> dict[WaitBand, int | Hidden]:
    """The same as it may be told."""
    shown = noughts_hidden(
        {
            key: None if key.value in also else count
            for key, count in hide_small(bands_of(waits), least).items()
        }
    )
    return {key: Hidden() if count is None else count for key, count in shown.items()}


def by_area(waits: Sequence[Wait], least: int, also: Collection[str] = ()) -> tuple[WaitLine, ...]:
    """Each is in one municipality: what would follow from the total is hidden as well."""
    groups = _grouped(waits, lambda one: frozenset({one.area}))
    return _lines(groups, hide_small({key: len(of) for key, of in groups.items()}, least), also)


def by_scheme(
    waits: Sequence[Wait], least: int, also: Collection[str] = ()
) -> tuple[WaitLine, ...]:
    """Somebody may wait for several."""
    return _several(waits, lambda one: one.schemes, least, also)


def by_language(
    waits: Sequence[Wait], least: int, also: Collection[str] = ()
) -> tuple[WaitLine, ...]:
    """Somebody may have several mother tongues."""
    return _several(waits, lambda one: one.languages, least, also)


def _several(
    waits: Sequence[Wait],
    keys: Callable[[Wait], frozenset[str]],
    least: int,
    also: Collection[str],
) -> tuple[WaitLine, ...]:
    groups = _grouped(waits, keys)
    counts = {key: len(of) for key, of in groups.items()}
    return _lines(groups, hide_small_of(counts, len(waits), least), also)


def _grouped(waits: Iterable[Wait], keys: Callable[[Wait], frozenset[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for one in waits:
        for key in keys(one) or {""}:
            found.setdefault(key, []).append(one.days)
    return found


def _lines(
    groups: dict[str, list[int]], shown: dict[str, int | None], also: Collection[str]
) -> tuple[WaitLine, ...]:
    """The largest first, what is not known last, and after it one for all that are hidden: their
    names would tell that somebody waits there.
    """
    told = {key: count for key, count in shown.items() if count is not None and key not in also}
    order = sorted(told, key=lambda key: (key == "", -told[key], key))
    lines = [_line(key, groups[key], told[key]) for key in order]
    return (*lines, *([_line(OTHERS, (), None)] if len(lines) < len(groups) else []))


def _line(key: str, days: Sequence[int], shown: int | None) -> WaitLine:
    if shown is None:
        return WaitLine(key, Hidden(), Hidden(), Hidden())
    return WaitLine(key, shown, round(median(days)) if days else None, max(days, default=None))
